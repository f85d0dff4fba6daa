import Chronology
import DataFiles
import Diagnostics
import PersianText
import Testing

/// The examples of `Data/language/times.rec`, read as their records say.
@Suite struct TimeWordsTests {
  static let anchor = CivilDate(year: 2024, month: 7, day: 10)

  struct Example: Sendable, CustomTestStringConvertible {
    var id: String
    var sentence: String
    /// `START/END PRECISION`, or `nil` where nothing may be read.
    var gives: String?

    var testDescription: String { "\(id): \(sentence)" }
  }

  static func examples() throws(Problem) -> [Example] {
    var examples: [Example] = []
    for record in try DataBundle.embedded.records(of: "language/times.rec") {
      let sentences = record.all("example")
      let answers = record.all("gives")
      for (index, sentence) in sentences.enumerated() {
        let answer = index < answers.count ? answers[index] : "an answer that the record lacks"
        examples.append(Example(id: record["id"] ?? "?", sentence: sentence, gives: answer))
      }
      for sentence in record.all("not") {
        examples.append(Example(id: record["id"] ?? "?", sentence: sentence, gives: nil))
      }
    }
    return examples
  }

  @Test("Each example of the time words is read as its record says", arguments: try examples())
  func example(_ example: Example) throws {
    let found = try TimeReading(example.sentence, anchor: Self.anchor)
    if let gives = example.gives {
      try #require(found.expressions.count == 1, "\(found.all)")
      #expect(found.dates(0) == gives, "\(found.all)")
    } else {
      #expect(found.expressions.isEmpty, "\(found.all)")
    }
  }

  @Test("Every record of time words has an example")
  func everyRecordHasExamples() throws {
    for record in try DataBundle.embedded.records(of: "language/times.rec") {
      #expect(record["example"] != nil || record["not"] != nil, "\(record["id"] ?? "?")")
      #expect(record.all("example").count == record.all("gives").count, "\(record["id"] ?? "?")")
    }
  }
}
