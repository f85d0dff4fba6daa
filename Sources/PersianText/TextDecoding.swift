public import Diagnostics

/// Turns bytes of unknown origin into a text, or says clearly why they are none.
public enum TextDecoding {
  /// The encodings that are recognised.
  public enum Encoding: String, Sendable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16LE"
    case utf16BigEndian = "UTF-16BE"
    case windows1256 = "Windows-1256"
  }

  /// A decoded text and how it was encoded.
  public struct Result: Sendable {
    /// The text.
    public var text: SourceText
    /// The encoding it was found in.
    public var encoding: Encoding
  }

  /// Decodes `bytes`: UTF-8 with or without a byte order mark, UTF-16 with one, or Windows-1256 where the bytes look
  /// like Persian in it.
  ///
  /// - Throws: ``Problem`` `binary` for bytes no text has, `notUTF8` with line and column (in bytes) of the first bad
  ///   byte where no encoding fits.
  public static func decode(_ bytes: some Collection<UInt8>) throws(Problem) -> Result {
    let input = Array(bytes)
    if input.starts(with: [0xFF, 0xFE]) { return try decodeUTF16(input, littleEndian: true) }
    if input.starts(with: [0xFE, 0xFF]) { return try decodeUTF16(input, littleEndian: false) }
    let body = input.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(input.dropFirst(3)) : input
    if let bad = body.firstIndex(where: isBinary) {
      throw Problem(.binary, at: place(of: bad, in: body), "byte 0x" + hexadecimal(body[bad]))
    }
    guard let bad = firstInvalidByte(body) else {
      return Result(text: SourceText(validated: body), encoding: .utf8)
    }
    if looksLikeWindows1256(body) {
      return Result(text: SourceText(validated: Windows1256.decode(body)), encoding: .windows1256)
    }
    throw Problem(.notUTF8, at: place(of: bad, in: body), "byte 0x" + hexadecimal(body[bad]))
  }

  /// The offset of the first byte that is not part of valid UTF-8 (RFC 3629), or `nil`.
  static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { firstInvalidByte($0) }
  }

  /// The same for a buffer.
  static func firstInvalidByte(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    let count = bytes.count
    while index < count {
      let first = bytes[index]
      if first < 0x80 { index += 1; continue }
      // Nearly all letters of Persian.
      if first & 0xFC == 0xD8, index + 1 < count, bytes[index + 1] & 0xC0 == 0x80 { index += 2; continue }
      let length: Int
      var lowest: UInt8 = 0x80
      var highest: UInt8 = 0xBF
      switch first {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, lowest) = (3, 0xA0)
      case 0xED: (length, highest) = (3, 0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, lowest) = (4, 0x90)
      case 0xF4: (length, highest) = (4, 0x8F)
      case 0xF1...0xF3: length = 4
      default: return index
      }
      guard index + length <= count, (lowest...highest).contains(bytes[index + 1]) else { return index }
      for offset in 2..<max(2, length) where bytes[index + offset] & 0xC0 != 0x80 { return index }
      index += length
    }
    return nil
  }

  /// Control characters that no text holds: all but tab, line feed, form feed, carriage return and escape.
  @inline(__always)
  static func isBinary(_ byte: UInt8) -> Bool {
    byte < 0x20 && 1 << UInt32(byte) & 0x0800_3600 == 0
  }

  /// Persian in Windows-1256 is letters above 0x80 in runs; broken UTF-8 has lead bytes of its Arabic blocks (0xD8–0xDB)
  /// before nearly every other byte.
  private static func looksLikeWindows1256(_ bytes: [UInt8]) -> Bool {
    var (high, arabic, pairs) = (0, 0, 0)
    for (index, byte) in bytes.enumerated() where byte >= 0x80 {
      high += 1
      if Windows1256.isArabicLetter(byte) { arabic += 1 }
      if (0xD8...0xDB).contains(byte), index + 1 < bytes.count, bytes[index + 1] & 0xC0 == 0x80 { pairs += 1 }
    }
    return high >= 4 && arabic * 10 >= high * 8 && pairs * 5 < high
  }

  private static func decodeUTF16(_ bytes: [UInt8], littleEndian: Bool) throws(Problem) -> Result {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: 2, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(littleEndian ? second << 8 | first : first << 8 | second)
    }
    guard bytes.count % 2 == 0, let text = String(validating: units, as: UTF16.self) else {
      throw Problem(.notUTF8, "a byte order mark of UTF-16, but no UTF-16 after it")
    }
    return Result(
      text: SourceText(text), encoding: littleEndian ? .utf16LittleEndian : .utf16BigEndian)
  }

  private static func place(of offset: Int, in bytes: [UInt8]) -> InputPlace {
    var (line, lineStart) = (1, 0)
    for index in 0..<offset where bytes[index] == UInt8(ascii: "\n") { (line, lineStart) = (line + 1, index + 1) }
    return InputPlace(line: line, column: offset - lineStart + 1)
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
