public import Coding
internal import PersianText

/// The stretch of a document that shows best why it was found. Offsets are code points of the article's full text.
public struct Snippet: Sendable, Hashable {
  /// The stretch.
  public var span: Span
  /// Its text, as the article has it.
  public var text: String
  /// The words in it that were looked for.
  public var marks: [Span]

  private static let wordsShown = 40

  /// The stretch with the most of what an expression looks for.
  init(of article: Article, for expression: SearchExpression, reader: PersianReader, stem: SearchStem) {
    let source = SourceText(article.fullText)
    let reading = reader.read(source)
    // For each word, which stem it matches.
    let matches: [[UInt8]?] = reading.bytes.withUnsafeBufferPointer { bytes in
      reading.words.map { word in
        IndexWords.tokens(of: word, in: bytes, stem: stem).first { token in
          expression.stems.contains(token) || expression.prefixes.contains { token.starts(with: $0) }
        }
      }
    }
    let window = Self.best(matches, sentences: reading.sentences)
    span = Span(reading.codePoints(ofWords: window))
    text = source.string(reading.sourceRange(ofWords: window))
    marks = window.filter { matches[$0] != nil }.map { Span(reading.codePoints(ofWords: $0..<$0 + 1)) }
  }

  /// The window with the most different matches, then with the most, then the first; it begins a little before them.
  private static func best(_ matches: [[UInt8]?], sentences: [Range<Int>]) -> Range<Int> {
    let count = matches.count
    var counts: [[UInt8]: Int] = [:]
    var (total, start, bestScore, bestStart) = (0, 0, (0, 0), 0)
    for end in matches.indices {
      if let match = matches[end] {
        counts[match, default: 0] += 1
        total += 1
      }
      if end - start >= wordsShown {
        if let match = matches[start] {
          total -= 1
          if counts[match] == 1 { counts[match] = nil } else { counts[match, default: 1] -= 1 }
        }
        start += 1
      }
      if (counts.count, total) > bestScore { (bestScore, bestStart) = ((counts.count, total), start) }
    }
    // From the beginning of the sentence, where the first match is still shown.
    let end = min(count, bestStart + wordsShown)
    let first = (bestStart..<end).first { matches[$0] != nil } ?? bestStart
    let begin = max(sentences.last { $0.lowerBound <= first }?.lowerBound ?? 0, max(0, first - wordsShown / 2))
    return begin..<min(count, begin + wordsShown)
  }
}
