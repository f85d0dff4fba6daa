import ArgumentParser
import DataFiles
import Diagnostics
import Foundation
import PersianText

/// `sanad-train segments`: how well sentences and words agree with a treebank.
struct MeasureSegments: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "segments",
    abstract: "Compares the sentences and words that are cut from a treebank's text with the treebank's own.",
    discussion: """
      The sentences are joined to paragraphs, with a space between them, and read. Sentences, written words and \
      syntactic words are right where they begin and end at the same letters as the treebank's; spaces do not count.
      """)

  @Argument(help: "CoNLL-U files.")
  var files: [String]

  @Option(help: "Sentences in a paragraph.")
  var paragraph = 10

  @Flag(help: "Also print what differs.")
  var differences = false

  func run() throws {
    let reader = try PersianReader(data: .embedded)
    for file in files {
      let treebank = try TreebankText(file: file)
      var scores = (sentences: SpanScore(), words: SpanScore(), tokens: SpanScore())
      for start in stride(from: 0, to: treebank.sentences.count, by: paragraph) {
        let gold = Array(treebank.sentences[start..<min(start + paragraph, treebank.sentences.count)])
        compare(gold, with: reader, &scores)
      }
      print(file.split(separator: "/").last.map(String.init) ?? "")
      print("  sentences        \(scores.sentences.text)")
      print("  written words    \(scores.words.text)")
      print("  syntactic words  \(scores.tokens.text)")
    }
  }

  private func compare(
    _ gold: [TreebankText.Sentence], with reader: PersianReader,
    _ scores: inout (sentences: SpanScore, words: SpanScore, tokens: SpanScore)
  ) {
    let source = SourceText(gold.map(\.text).joined(separator: " "))
    let reading = reader.read(source)
    // Offsets in letters: the number of bytes of the source before each that are no spaces or half-spaces.
    let isBlank = TreebankText.blanks(in: source.bytes)
    var letters = [0]
    for blank in isBlank { letters.append(letters[letters.count - 1] + (blank ? 0 : 1)) }
    func span(_ range: Range<Int>) -> Range<Int> { letters[range.lowerBound]..<letters[range.upperBound] }
    var place = 0
    var sentences: Set<Range<Int>> = []
    var words: Set<Range<Int>> = []
    var tokens: Set<Range<Int>> = []
    for sentence in gold {
      let start = place
      for word in sentence.words {
        let wordStart = place
        for part in word.parts { tokens.insert(place..<place + part); place += part }
        place = wordStart + word.length
        words.insert(wordStart..<place)
      }
      sentences.insert(start..<place)
    }
    let foundSentences = reading.sentences.map { span(reading.sourceRange(ofWords: $0)) }
    let foundWords = reading.words.map { span(reading.alignment.sourceRange($0.range)) }
    let foundTokens = reading.tokens.map { span(reading.alignment.sourceRange($0.range)) }
    scores.sentences.add(Set(foundSentences), sentences)
    scores.words.add(Set(foundWords), words)
    scores.tokens.add(Set(foundTokens), tokens)
    guard differences else { return }
    var bytes: [Int] = []
    for (index, blank) in isBlank.enumerated() where !blank { bytes.append(index) }
    func text(_ range: Range<Int>) -> String {
      guard let first = range.first, let last = range.last else { return "" }
      return source.string(bytes[first]..<bytes[last] + 1)
    }
    for range in Set(foundSentences).subtracting(sentences).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      print("+S", text(range))
    }
    for range in sentences.subtracting(foundSentences).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      print("-S", text(range))
    }
    for range in Set(foundTokens).subtracting(tokens) { print("+T", text(range)) }
    for range in tokens.subtracting(foundTokens) { print("-T", text(range)) }
  }
}

/// Right, found and expected spans.
struct SpanScore {
  private var right = 0
  private var found = 0
  private var expected = 0

  mutating func add(_ found: Set<Range<Int>>, _ expected: Set<Range<Int>>) {
    right += found.intersection(expected).count
    self.found += found.count
    self.expected += expected.count
  }

  var text: String {
    let precision = Double(right) / Double(max(1, found))
    let recall = Double(right) / Double(max(1, expected))
    let mean = 2 * precision * recall / max(1e-9, precision + recall)
    return "P \(digits(precision)) R \(digits(recall)) F1 \(digits(mean)) (\(expected))"
  }

  private func digits(_ value: Double) -> String { String(format: "%.4f", value) }
}

/// The sentences of a treebank with their words, as far as cutting goes.
struct TreebankText {
  struct Word {
    /// Bytes of the written word.
    var length: Int
    /// Bytes of each syntactic word in it; one where it is not divided.
    var parts: [Int]
  }

  struct Sentence {
    var text: String
    var words: [Word] = []
  }

  private(set) var sentences: [Sentence] = []

  /// For each byte whether it belongs to a space or a half-space.
  static func blanks(in bytes: [UInt8]) -> [Bool] {
    var blanks = bytes.map { $0 == 0x20 }
    for index in stride(from: 0, to: bytes.count - 2, by: 1) where bytes[index] == 0xE2 {
      if bytes[index + 1] == 0x80, bytes[index + 2] == 0x8C {
        for offset in 0..<3 { blanks[index + offset] = true }
      }
    }
    return blanks
  }

  init(file: String) throws {
    var left = 0  // syntactic words that are parts of the last written one
    for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix("# text = ") { sentences.append(Sentence(text: String(line.dropFirst(9)))) }
      let fields = line.split(separator: "\t")
      guard fields.count == 10, !sentences.isEmpty else { continue }
      let last = sentences.count - 1
      let length = Self.blanks(in: Array(fields[1].utf8)).count { !$0 }
      let numbers = fields[0].split(separator: "-")
      if numbers.count == 2, let first = Int(numbers[0]), let end = Int(numbers[1]) {
        left = end - first + 1
        sentences[last].words.append(Word(length: length, parts: []))
      } else if left > 0 {
        left -= 1
        sentences[last].words[sentences[last].words.count - 1].parts.append(length)
      } else {
        sentences[last].words.append(Word(length: length, parts: [length]))
      }
    }
  }
}
