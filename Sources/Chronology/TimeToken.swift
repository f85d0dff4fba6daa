internal import PersianText

/// A word of a reading, or the few that make one phrase, as the grammar of time sees it.
struct TimeToken: Sendable {
  enum Kind: Sendable, Hashable {
    case term(TimeTerm)
    /// A number in digits, with how many there are.
    case digits(Int, count: Int)
    /// «۱۴:۳۰».
    case clock(ClockTime)
    /// «۱۴۰۳/۰۴/۱۴», «2025-03-10»: year, month, day.
    case numericDate(Int, Int, Int)
    /// One ASCII sign for a punctuation mark.
    case mark(UInt8)
    case other
  }

  var words: Range<Int>
  var kind: Kind
}

/// Makes the tokens of a sentence.
struct TimeTokenizer {
  let lexicon: TimeLexicon
  private let reading: Reading
  private var key: [UInt8] = []

  init(lexicon: TimeLexicon, reading: Reading) {
    self.lexicon = lexicon
    self.reading = reading
  }

  /// The longest phrase of the lexicon, in words.
  private static let longestPhrase = 4

  /// Replaces `tokens` by those of `sentence`, a range of word indices. Whether any of them can begin an expression.
  mutating func tokenize(_ sentence: Range<Int>, into tokens: inout [TimeToken]) -> Bool {
    tokens.removeAll(keepingCapacity: true)
    var index = sentence.lowerBound
    var holdsTime = false
    while index < sentence.upperBound {
      var token = token(at: index, before: sentence.upperBound)
      if token.kind == .other, let day = weekdayOfNight(at: index) {
        tokens.append(TimeToken(words: token.words, kind: .term(day)))
        token.kind = .term(.dayPart(.night))
      }
      switch token.kind {
      case .term(.particle), .term(.measure), .term(.noTime), .mark, .other: break
      default: holdsTime = true
      }
      tokens.append(token)
      index = token.words.upperBound
    }
    return holdsTime
  }

  private mutating func token(at index: Int, before end: Int) -> TimeToken {
    let single = index..<index + 1
    switch reading.words[index].kind {
    case .number: return number(at: index, before: end)
    case .word:
      setKey(ofWord: index)
      guard let entry = lexicon.entry(key) else { return era(at: index, before: end) }
      var best = entry.term.map { TimeToken(words: single, kind: .term($0)) }
      var next = index + 1
      var beginsLonger = entry.beginsLonger
      while beginsLonger, next < end, next - index < Self.longestPhrase, reading.words[next].kind == .word {
        appendKey(ofWord: next)
        next += 1
        guard let entry = lexicon.entry(key) else { break }
        if let term = entry.term { best = TimeToken(words: index..<next, kind: .term(term)) }
        beginsLonger = entry.beginsLonger
      }
      return best ?? TimeToken(words: single, kind: .other)
    case .punctuation, .symbol: return TimeToken(words: single, kind: Self.mark(text(ofWord: index)))
    default: return TimeToken(words: single, kind: .other)
    }
  }

  /// The weekday of «دوشنبه‌شب», one word of which two tokens are made.
  private mutating func weekdayOfNight(at index: Int) -> TimeTerm? {
    let night = Array("شب".utf8)
    guard reading.words[index].kind == .word, text(ofWord: index).suffix(night.count).elementsEqual(night) else {
      return nil
    }
    setKey(ofWord: index)
    key.removeLast(min(key.count, night.count))
    guard case .weekday? = lexicon.entry(key)?.term else { return nil }
    return lexicon.entry(key)?.term
  }

  private mutating func setKey(ofWord index: Int) {
    key.removeAll(keepingCapacity: true)
    appendKey(ofWord: index)
  }

  private mutating func appendKey(ofWord index: Int) {
    reading.bytes[reading.words[index].range].withUnsafeBufferPointer { WordKey.append($0, to: &key) }
  }

  private func text(ofWord index: Int) -> ArraySlice<UInt8> { reading.bytes[reading.words[index].range] }

  private static func mark(_ text: ArraySlice<UInt8>) -> TimeToken.Kind {
    if text.count == 1, let byte = text.first { return .mark(byte) }
    if text.elementsEqual("،".utf8) { return .mark(UInt8(ascii: ",")) }
    if text.elementsEqual("–".utf8) || text.elementsEqual("—".utf8) { return .mark(UInt8(ascii: "-")) }
    return .mark(UInt8(ascii: "*"))
  }

  // MARK: Eras in letters

  /// «ه. ش.», «ه‌ق»: the era in single letters, with or without points.
  private mutating func era(at index: Int, before end: Int) -> TimeToken {
    let other = TimeToken(words: index..<index + 1, kind: .other)
    guard key == Array("ه".utf8) else { return other }
    var next = index + 1
    if next < end, text(ofWord: next).elementsEqual(".".utf8) { next += 1 }
    guard next < end, reading.words[next].kind == .word else { return other }
    let letter = text(ofWord: next)
    let era: Era
    if letter.elementsEqual("ش".utf8) || letter.elementsEqual("خ".utf8) {
      era = .solar
    } else if letter.elementsEqual("ق".utf8) {
      era = .lunar
    } else {
      return other
    }
    return TimeToken(words: index..<next + 1, kind: .term(.era(era)))
  }

  // MARK: Numbers

  private mutating func number(at index: Int, before end: Int) -> TimeToken {
    setKey(ofWord: index)
    let plain = TimeToken(words: index..<index + 1, kind: Self.kind(ofNumber: key))
    guard case .digits(let value, let count) = plain.kind else { return plain }
    if count == 4, let date = dashedDate(value, at: index, before: end) { return date }
    // «۲۳ام», «۲۳‌م»: an ordinal.
    if count <= 2, index + 1 < end, reading.words[index + 1].kind == .word, isJoined(index) {
      let suffix = text(ofWord: index + 1)
      if suffix.elementsEqual("ام".utf8) || suffix.elementsEqual("م".utf8) || suffix.elementsEqual("مین".utf8) {
        return TimeToken(words: index..<index + 2, kind: .term(.ordinal(value)))
      }
    }
    return plain
  }

  /// Whether nothing, or a half-space, is between this word and the next.
  private func isJoined(_ index: Int) -> Bool {
    let gap = reading.words[index].range.upperBound..<reading.words[index + 1].range.lowerBound
    return gap.isEmpty || !reading.bytes[gap].contains { $0 == 0x20 || $0 == 0x0A }
  }

  /// «2025-03-10», of which the reading makes five words.
  private mutating func dashedDate(_ year: Int, at index: Int, before end: Int) -> TimeToken? {
    guard index + 5 <= end, (index..<index + 4).allSatisfy({ isJoined($0) }),
      text(ofWord: index + 1).elementsEqual("-".utf8), text(ofWord: index + 3).elementsEqual("-".utf8)
    else { return nil }
    setKey(ofWord: index + 2)
    guard case .digits(let month, let monthDigits) = Self.kind(ofNumber: key), monthDigits <= 2 else { return nil }
    setKey(ofWord: index + 4)
    guard case .digits(let day, let dayDigits) = Self.kind(ofNumber: key), dayDigits <= 2 else { return nil }
    return TimeToken(words: index..<index + 5, kind: .numericDate(year, month, day))
  }

  /// Digits, a clock time or a date with slashes or points; `key` has Latin digits.
  static func kind(ofNumber key: [UInt8]) -> TimeToken.Kind {
    var parts: (Int, Int, Int) = (0, 0, 0)
    var lengths: (Int, Int, Int) = (0, 0, 0)
    var separator: UInt8?
    var part = 0
    for byte in key {
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        let digit = Int(byte - UInt8(ascii: "0"))
        switch part {
        case 0: parts.0 = parts.0 * 10 + digit; lengths.0 += 1
        case 1: parts.1 = parts.1 * 10 + digit; lengths.1 += 1
        default: parts.2 = parts.2 * 10 + digit; lengths.2 += 1
        }
        if max(lengths.0, lengths.1, lengths.2) > 8 { return .other }
      } else {
        guard separator == nil || separator == byte, part < 2 else { return .other }
        separator = byte
        part += 1
      }
    }
    switch (separator, part) {
    case (nil, _): return .digits(parts.0, count: lengths.0)
    case (UInt8(ascii: ":"), _):
      guard lengths.0 <= 2, lengths.1 == 2, part == 1 || (lengths.2 == 2 && parts.2 < 60) else { return .other }
      return ClockTime(hour: parts.0, minute: parts.1).map { .clock($0) } ?? .other
    case (UInt8(ascii: "/"), 2), (UInt8(ascii: "."), 2):
      if lengths.0 == 4, lengths.1 <= 2, lengths.2 <= 2 { return .numericDate(parts.0, parts.1, parts.2) }
      if lengths.2 == 4, lengths.0 <= 2, lengths.1 <= 2 { return .numericDate(parts.2, parts.1, parts.0) }
      return .other
    default: return .other
    }
  }
}
