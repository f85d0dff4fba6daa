/// The characters of a page as text: single spaces, and nothing that is not seen.
enum PageText {
  /// Appends UTF-8 `bytes` to `text` with each run of blanks as one space. Control characters and the controls that
  /// turn the direction of what follows are dropped: they carry no words, and could make a line read as another.
  ///
  /// - Parameters:
  ///   - keepingLines: whether a line feed stays one.
  ///   - letters: counted up by the code points that are not blank.
  static func append(_ bytes: [UInt8], to text: inout [UInt8], keepingLines: Bool = false, letters: inout Int) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let second = index + 1 < bytes.count ? bytes[index + 1] : 0
      if byte <= 0x20 || byte == 0x7F {
        if byte == 0x0A && keepingLines, text.last != 0x0A, !text.isEmpty { text.append(0x0A) }
        if ASCII.isBlank(byte) { appendSpace(to: &text) }
        index += 1
      } else if byte == 0xC2, second <= 0xA0 {
        // C1 controls and the no-break space.
        if second == 0xA0 { appendSpace(to: &text) }
        index += 2
      } else if byte == 0xE2 && (second == 0x80 || second == 0x81) || byte == 0xEF && second == 0xBB,
        index + 2 < bytes.count, let isSpace = isUnseen(byte, second, bytes[index + 2])
      {
        if isSpace { appendSpace(to: &text) }
        index += 3
      } else {
        if byte & 0xC0 != 0x80 { letters += 1 }
        text.append(byte)
        index += 1
      }
    }
  }

  /// `text` as one line.
  static func line(_ text: String) -> String {
    var (result, letters) = ([UInt8](), 0)
    append(Array(text.utf8), to: &result, letters: &letters)
    if result.last == 0x20 { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  private static func appendSpace(to text: inout [UInt8]) {
    if let last = text.last, last != 0x20, last != 0x0A { text.append(0x20) }
  }

  /// Whether a character of three bytes that is not seen is a space; `nil` for those that are seen, and for the
  /// half-space, its opposite and the two marks of direction.
  private static func isUnseen(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool? {
    switch (first, second, third) {
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F): true
    case (0xE2, 0x80, 0x8B), (0xE2, 0x80, 0xAA...0xAE), (0xE2, 0x81, 0xA0...0xAF), (0xEF, 0xBB, 0xBF): false
    default: nil
    }
  }
}
