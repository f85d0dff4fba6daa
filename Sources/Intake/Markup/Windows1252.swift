/// What Western pages use: browsers read Latin-1 and ASCII as this code page too (WHATWG Encoding standard).
enum Windows1252 {
  /// The code points of the bytes 0x80 to 0x9F; the five that have none stay control characters.
  static let controls: [UInt32] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]

  /// The code point of a byte.
  static func character(_ byte: UInt8) -> UInt32 {
    (0x80...0x9F).contains(byte) ? controls[Int(byte) - 0x80] : UInt32(byte)
  }
}

extension [UInt8] {
  /// Appends a code point as UTF-8; U+FFFD where it is none.
  mutating func append(scalar value: UInt32) {
    append(contentsOf: UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}") ?? UTF8.encodedReplacementCharacter)
  }
}
