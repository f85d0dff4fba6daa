public import PersianText

extension SyntaxAnalyser {
  /// The sentences of a reading, as ranges of its tokens.
  public static func sentences(of reading: Reading) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var token = 0
    for sentence in reading.sentences {
      let start = token
      while token < reading.tokens.count, reading.tokens[token].word < sentence.upperBound { token += 1 }
      ranges.append(start..<token)
    }
    return ranges
  }

  /// The syntax of each sentence of a reading, over its tokens.
  public func parse(_ reading: Reading) -> [SyntaxTree] {
    var session = session()
    return session.parse(
      Self.sentences(of: reading).map { tokens in
        tokens.map { String(decoding: reading.bytes[reading.tokens[$0].range], as: UTF8.self) }
      })
  }
}

extension CoNLLU.Sentence {
  /// The tokens of a sentence of a reading, with the text in a comment, and a line of its own for a written word of
  /// several tokens («3-4»).
  public init(_ reading: Reading, tokens: Range<Int>) {
    self.init()
    guard let first = tokens.first, let last = tokens.last else { return }
    let text = reading.bytes[reading.tokens[first].range.lowerBound..<reading.tokens[last].range.upperBound]
    comments.append("# text = " + String(decoding: text.map { $0 == 0x0A ? 0x20 : $0 }, as: UTF8.self))
    for token in tokens {
      let here = reading.tokens[token]
      let isInWord = token > first && reading.tokens[token - 1].word == here.word
      let isLastOfWord = token == last || reading.tokens[token + 1].word != here.word
      if !isInWord, !isLastOfWord {
        let end = tokens[token...].last { reading.tokens[$0].word == here.word } ?? token
        let range = here.range.lowerBound..<reading.tokens[end].range.upperBound
        lines.append(
          line("\(token - first + 1)-\(end - first + 1)", reading, range, isClose: isClose(reading, end, last)))
      }
      let isWhole = !isInWord && isLastOfWord
      lines.append(
        line("\(token - first + 1)", reading, here.range, isClose: isWhole && isClose(reading, token, last)))
    }
  }

  private func isClose(_ reading: Reading, _ token: Int, _ last: Int) -> Bool {
    token < last && reading.tokens[token].range.upperBound == reading.tokens[token + 1].range.lowerBound
  }

  private func line(_ id: String, _ reading: Reading, _ range: Range<Int>, isClose: Bool) -> CoNLLU.Line {
    // A half-space before a clitic belongs to neither of the two.
    let form = String(decoding: reading.bytes[range], as: UTF8.self)
    return CoNLLU.Line(columns: [id, form] + Array(repeating: "_", count: 7) + [isClose ? "SpaceAfter=No" : "_"])
  }
}
