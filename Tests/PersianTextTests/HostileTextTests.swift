import Diagnostics
import Foundation
import PersianText
import Testing

/// Random and mutated text: no crash, no lost or invented letter, and every offset leads to the letters it came from.
@Suite("Hostile text")
struct HostileTextTests {
  private static let pieces: [String] = [
    "می", "نمی", "کند", "رفته", "اند", "ها", "های", "خانه", "کتاب", "رئیس", "جمهور", "گفت", "و", "گو", "تر", "ترین",
    "ام", "ش",
    " ", " ", " ", "  ", "\n", "\u{200C}", "\u{200D}", "\u{AC}", "\u{AD}", "\u{200B}", "\u{FEFF}", "ـ", "ـــ",
    "\u{64B}",
    "\u{653}", "\u{654}", "\u{655}", "ا", "ي", "ك", "ة", "ى", "ﷲ", "\u{FEFB}", "\u{FDFA}", "٣", "۴", "5", ".", "...",
    "…", "،",
    ":", "«", "»", "\"", "(", ")", "؟", "-", "@", "#", "http://", "a", "Z", "é", "👩", "🏽", "\u{FE0F}", "\u{1F1EB}",
    "\u{2028}",
    "\u{85}", "\t", "\u{0}", "\u{1B}", "\u{7F}", "\u{202B}", "\u{10FFFF}", "\u{E000}", "\u{304}", "漢", "ة\u{654}",
  ]

  /// How many texts are read; set HOSTILE_TEXTS for a long run.
  private static let count = ProcessInfo.processInfo.environment["HOSTILE_TEXTS"].flatMap { Int($0) } ?? 2000

  private func text(_ random: inout TestRandom) -> String {
    let count = Int.random(in: 0..<24, using: &random)
    return (0..<count).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
  }

  /// What of a text is not spacing, stretching or format: its letters, as reading takes them.
  private func letters(_ bytes: some Collection<UInt8>) -> String {
    var folded = Array(bytes)
    // A second time, since what stood between two signs may be gone.
    for _ in 0..<3 { folded = LetterFolding.fold(SourceText(String(decoding: folded, as: UTF8.self))).bytes }
    return String(
      String.UnicodeScalarView(
        String(decoding: folded, as: UTF8.self).unicodeScalars.filter {
          !" \n\t\u{200C}\u{640}\u{AC}".unicodeScalars.contains($0)
        }))
  }

  private func check(_ text: String, _ reader: PersianReader) {
    let source = SourceText(text)
    let reading = reader.read(source)
    #expect(letters(reading.bytes) == letters(source.bytes), "letters of \(text.debugDescription)")
    #expect(String(validating: reading.bytes, as: UTF8.self) != nil)
    #expect(reading.alignment.viewLength == reading.bytes.count)
    #expect(reading.alignment.sourceLength == source.bytes.count)
    var end = 0
    for word in reading.words {
      #expect(word.range.lowerBound >= end && word.range.upperBound > word.range.lowerBound)
      end = word.range.upperBound
      let range = reading.alignment.sourceRange(word.range)
      #expect(
        letters(source.bytes[range]) == letters(reading.bytes[word.range]),
        "\(text.debugDescription): \(string(word.range, of: reading).debugDescription)")
      #expect(reading.alignment.viewRange(range).overlaps(word.range) || range.isEmpty)
      let points = source.codePointRange(ofBytes: range)
      #expect(source.byteOffset(ofCodePoint: points.lowerBound) == range.lowerBound)
    }
    #expect(end <= reading.bytes.count)
    #expect(reading.sentences.flatMap { Array($0) } == Array(reading.words.indices))
    #expect(Set(reading.tokens.map(\.word)).count == reading.words.count)
  }

  @Test("made of pieces is read without loss", arguments: 0..<8)
  func pieces(_ seed: UInt64) throws {
    let reader = try Shared.reader.get()
    var random = TestRandom(state: seed)
    for _ in 0..<Self.count / 8 { check(text(&random), reader) }
  }

  @Test("made of bytes is read, or refused in words", arguments: 0..<4)
  func bytes(_ seed: UInt64) throws {
    let reader = try Shared.reader.get()
    var random = TestRandom(state: seed)
    var lines = reader.lineRepairer()
    for _ in 0..<Self.count / 8 {
      var bytes = Array(text(&random).utf8)
      for _ in 0..<Int.random(in: 0...2, using: &random) where !bytes.isEmpty {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      var output: [UInt8] = []
      do throws(Problem) {
        let decoded = try TextDecoding.decode(bytes)
        let view = reader.repaired(decoded.text).bytes
        #expect(letters(view) == letters(decoded.text.bytes))
        try lines.take(bytes[...])
        lines.write(to: &output)
        #expect(output.count { $0 == 0x0A } <= bytes.count { $0 == 0x0A } + 1)
      } catch {
        #expect(output.isEmpty)
        #expect(!ProblemText.render(error).isEmpty)
      }
    }
  }

  @Test(
    "without end in one word or one kind of sign takes no time without end",
    arguments: ["ا", "می", "\u{200C}", "ـ", "\"", "(", "👩\u{200D}", "a@", ". "])
  func monotonous(_ piece: String) throws {
    check(String(repeating: piece, count: 2_000), try Shared.reader.get())
  }
}
