import Chronology
import Testing

/// The table of time expressions, line by line.
@Suite struct TimeExpressionTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var anchor: CivilDate?
    var sentence: String
    var words: String
    var answer: String

    var testDescription: String { sentence }
  }

  static let rows: [Row] = TimeExpressionTable.text.split(separator: "\n").compactMap { line in
    if line.hasPrefix("#") { return nil }
    let fields = line.split(separator: "|").map { field in
      String(field.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    guard fields.count == 4 else { return Row(anchor: nil, sentence: "", words: String(line), answer: "four fields") }
    let anchor: CivilDate? =
      switch fields[0] {
      case "A": CivilDate(year: 2025, month: 3, day: 10)
      case "B": CivilDate(year: 2021, month: 8, day: 15)
      default: nil
      }
    return Row(anchor: anchor, sentence: fields[1], words: fields[2], answer: fields[3])
  }

  @Test("The table holds at least 120 expressions")
  func tableIsLarge() {
    #expect(Self.rows.count >= 120)
  }

  @Test("An expression is found in its words, with its days and no finer precision than it has", arguments: rows)
  func expression(_ row: Row) throws {
    let found = try TimeReading(row.sentence, anchor: row.anchor)
    let index = try #require(
      found.expressions.indices.first { found.sourceWords($0) == row.words }, "read instead: \(found.all)")
    #expect(found.answer(index) == row.answer)
    #expect(found.expressions.count == 1, "\(found.all)")
  }

  @Test("Without its half-spaces a sentence gives the same days", arguments: rows)
  func withoutHalfSpaces(_ row: Row) throws {
    let joined = String(String.UnicodeScalarView(row.sentence.unicodeScalars.filter { $0 != "\u{200C}" }))
    let found = try TimeReading(joined, anchor: row.anchor)
    #expect(found.expressions.indices.map { found.answer($0) } == [row.answer], "\(joined): \(found.all)")
  }

  @Test("With Latin digits and Arabic letters a sentence gives the same days", arguments: rows)
  func withOtherLetters(_ row: Row) throws {
    var other = String.UnicodeScalarView()
    for scalar in row.sentence.unicodeScalars {
      switch scalar {
      case "ی": other.append("ي")
      case "ک": other.append("ك")
      case "۰"..."۹": other.append(Unicode.Scalar(UInt8(scalar.value - 0x6F0 + 0x30)))
      default: other.append(scalar)
      }
    }
    let found = try TimeReading(String(other), anchor: row.anchor)
    #expect(found.expressions.indices.map { found.answer($0) } == [row.answer], "\(found.all)")
  }

  @Test("Without an anchor nothing relative gets a day", arguments: rows.filter { $0.anchor != nil })
  func nothingIsInvented(_ row: Row) throws {
    for expression in try TimeReading(row.sentence, anchor: nil).expressions where expression.isRelative {
      #expect(expression.start == nil && expression.end == nil)
    }
  }
}
