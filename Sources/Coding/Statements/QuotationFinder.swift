internal import Diagnostics
internal import PersianText

/// Finds what stands in quotation marks.
struct QuotationFinder {
  /// The words between two marks, and the marks around them.
  struct Quotation {
    var words: Range<Int>
    /// From the opening to the closing mark.
    var marked: Range<Int>
  }

  let text: TaggedReading

  private static let pairs: [(open: Unicode.Scalar, close: Unicode.Scalar)] = [
    ("«", "»"), ("“", "”"), ("\u{201E}", "”"), ("\"", "\""),
  ]

  /// A quotation over several paragraphs is not longer.
  private static let longest = 400

  /// The quotations in order; a mark without a partner ends with its paragraph and is reported.
  func quotations() -> (found: [Quotation], unbalanced: [Int]) {
    var found: [Quotation] = []
    var unbalanced: [Int] = []
    var opened: (word: Int, close: Unicode.Scalar)?
    for word in text.reading.words.indices {
      if let start = opened, word > 0, text.startsLine(word), !closes(start.close, after: word) {
        unbalanced.append(start.word)
        add(start.word + 1..<word, start.word..<word, to: &found)
        opened = nil
      }
      guard let sign = text.sign(at: word) else { continue }
      if let start = opened {
        if sign == start.close {
          add(start.word + 1..<word, start.word..<word + 1, to: &found)
          opened = nil
        }
      } else if let pair = Self.pairs.first(where: { $0.open == sign }) {
        opened = (word, pair.close)
      } else if sign == "»" {
        unbalanced.append(word)
      }
    }
    if let start = opened {
      let end = text.reading.words.count
      unbalanced.append(start.word)
      add(start.word + 1..<end, start.word..<end, to: &found)
    }
    return (found, unbalanced)
  }

  /// Whether the next mark is the closing one, so that the quotation goes on over the end of its paragraph.
  private func closes(_ close: Unicode.Scalar, after word: Int) -> Bool {
    guard close != "\"" else { return false }
    let rest = word..<min(word + Self.longest, text.reading.words.count)
    let next = rest.lazy.compactMap { text.sign(at: $0) }.first { sign in
      Self.pairs.contains { $0.open == sign || $0.close == sign }
    }
    return next == close
  }

  private func add(_ words: Range<Int>, _ marked: Range<Int>, to found: inout [Quotation]) {
    if !words.isEmpty { found.append(Quotation(words: words, marked: marked)) }
  }
}
