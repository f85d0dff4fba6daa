/// Cuts a view into words, numbers and signs. Spaces belong to no word; every other byte belongs to exactly one.
enum WordSegmenter {
  /// The words of `bytes`, in order.
  static func words(of bytes: UnsafeBufferPointer<UInt8>) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(bytes.count / 8)
    var index = 0
    var plainEnd = 0  // up to here it is known that no address begins
    while index < bytes.count {
      let (value, length) = UTF8Scalars.scalar(at: index, in: bytes)
      if value == 0x20 || value == 0x0A || value == 0x09 || value == CodePoint.halfSpace { index += length; continue }
      let (end, kind) = extent(from: index, value: value, length: length, in: bytes, &plainEnd)
      words.append(Word(index..<end, kind))
      index = end
    }
    return words
  }

  private static func extent(
    from index: Int, value: UInt32, length: Int, in bytes: UnsafeBufferPointer<UInt8>, _ plainEnd: inout Int
  ) -> (end: Int, kind: Word.Kind) {
    if CodePoint.isDigit(value) { return (endOfNumber(from: index + length, in: bytes), .number) }
    if CodePoint.isLetter(value) {
      if value < 0x80, index >= plainEnd, let end = endOfAddress(from: index, in: bytes, &plainEnd) {
        return (end, .address)
      }
      return (endOfLetters(from: index + length, in: bytes), .word)
    }
    if CodePoint.isMark(value) { return (endOfLetters(from: index + length, in: bytes), .word) }
    if value == UInt32(UInt8(ascii: "@")) || value == UInt32(UInt8(ascii: "#")) {
      let end = endOfHandle(from: index + length, in: bytes)
      if end > index + length { return (end, .handle) }
    }
    if isPunctuation(value) { return (endOfRun(of: value, from: index + length, in: bytes), .punctuation) }
    return (endOfSymbol(from: index + length, in: bytes), .symbol)
  }

  private static func endOfLetters(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = start
    while index < bytes.count {
      let (value, length) = UTF8Scalars.scalar(at: index, in: bytes)
      if CodePoint.isLetter(value) || CodePoint.isMark(value) {
        index += length
      } else if value == CodePoint.halfSpace, index + length < bytes.count,
        case let next = UTF8Scalars.scalar(at: index + length, in: bytes),
        CodePoint.isLetter(next.value) || CodePoint.isDigit(next.value)
      {
        index += length + next.length
      } else {
        break
      }
    }
    return index
  }

  /// A number goes on over single `. , / : ٫ ٬ -` that stand between two digits.
  private static func endOfNumber(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = start
    while index < bytes.count {
      let (value, length) = UTF8Scalars.scalar(at: index, in: bytes)
      if CodePoint.isDigit(value) { index += length; continue }
      guard isNumberInner(value), index + length < bytes.count,
        case let next = UTF8Scalars.scalar(at: index + length, in: bytes), CodePoint.isDigit(next.value)
      else { break }
      index += length + next.length
    }
    return index
  }

  private static func isNumberInner(_ value: UInt32) -> Bool {
    switch value {
    case 0x2C, 0x2E, 0x2F, 0x3A, 0x66B, 0x66C: true
    default: false
    }
  }

  /// An address: a scheme with `://`, `www.`, or letters with an `@` in them, up to the next blank or Persian letter.
  ///
  /// Where there is none, `plainEnd` is moved on as far as none can begin: the same bytes are not searched again.
  private static func endOfAddress(
    from start: Int, in bytes: UnsafeBufferPointer<UInt8>, _ plainEnd: inout Int
  ) -> Int? {
    var end = start
    let limit = min(bytes.count, start + longestAddress)
    while end < limit, bytes[end] > 0x20, bytes[end] < 0x7F, !#""<>()[]{}"#.utf8.contains(bytes[end]) { end += 1 }
    while end > start, ".,:;!?'".utf8.contains(bytes[end - 1]) { end -= 1 }
    let text = UnsafeBufferPointer(rebasing: bytes[start..<end])
    guard text.count > 4 else { return nil }
    let isAddress =
      contains(text, "://") || text.starts(with: "www.".utf8)
      || (text.dropFirst().dropLast().contains(UInt8(ascii: "@")) && contains(text, "."))
    if isAddress { return end }
    if !contains(text, "://"), !contains(text, "www."), !text.contains(UInt8(ascii: "@")) { plainEnd = end }
    return nil
  }

  private static let longestAddress = 2048

  private static func contains(_ text: UnsafeBufferPointer<UInt8>, _ needle: StaticString) -> Bool {
    let size = needle.utf8CodeUnitCount
    guard text.count >= size else { return false }
    return (0...(text.count - size)).contains { start in
      (0..<size).allSatisfy { text[start + $0] == needle.utf8Start[$0] }
    }
  }

  private static func endOfHandle(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = start
    while index < bytes.count {
      let (value, length) = UTF8Scalars.scalar(at: index, in: bytes)
      guard CodePoint.isLetter(value) || CodePoint.isDigit(value) || value == 0x5F || value == CodePoint.halfSpace
      else { break }
      index += length
    }
    return index
  }

  private static func endOfRun(of value: UInt32, from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard value == UInt32(UInt8(ascii: ".")) else { return start }
    var index = start
    while index < bytes.count, bytes[index] == UInt8(ascii: ".") { index += 1 }
    return index
  }

  /// An emoji goes on over its modifiers, joiners and variation selectors.
  private static func endOfSymbol(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = start
    while index < bytes.count {
      let (value, length) = UTF8Scalars.scalar(at: index, in: bytes)
      switch value {
      case 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF, 0x20E3: index += length
      case 0x200D where index + length < bytes.count:
        let next = UTF8Scalars.scalar(at: index + length, in: bytes)
        guard next.value >= 0x2190, !CodePoint.isLetter(next.value) else { return index }
        index += length + next.length
      case 0x1F1E6...0x1F1FF where isRegional(before: index, in: bytes): return index + length  // a flag
      default: return index
      }
    }
    return index
  }

  private static func isRegional(before index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    (0x1F1E6...0x1F1FF).contains(UTF8Scalars.scalar(before: index, in: bytes).value)
  }

  private static func isPunctuation(_ value: UInt32) -> Bool {
    if value < 0x80 { return value > 0x20 && value != 0x2B && value != 0x24 && value != 0x3C && value != 0x3E }
    switch value {
    case 0xAB, 0xBB, 0x60C, 0x61B, 0x61F, 0x66A...0x66D, 0x6D4, 0x2010...0x2027, 0x2030...0x203E: return true
    default: return Unicode.Scalar(value).map { isPunctuationCategory($0.properties.generalCategory) } ?? false
    }
  }

  private static func isPunctuationCategory(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation, .dashPunctuation,
      .connectorPunctuation, .otherPunctuation:
      true
    default: false
    }
  }
}
