/// Classes of code points, as far as cutting Persian text into words needs them.
enum CodePoint {
  /// U+200C, zero-width non-joiner: the half-space.
  static let halfSpace: UInt32 = 0x200C

  /// A letter of the Arabic script or a mark on one.
  @inline(__always)
  static func isPersianLetter(_ value: UInt32) -> Bool {
    switch value {
    case 0x620...0x63F, 0x641...0x65F, 0x66E...0x6D3, 0x6D5, 0x6DC...0x6DD, 0x6E1...0x6EF, 0x6FA...0x6FF, 0x750...0x77F,
      0xFB50...0xFDFB, 0xFE70...0xFEFC, 0x670:
      true
    default: false
    }
  }

  /// A harakat or another mark that sits on a letter.
  @inline(__always)
  static func isMark(_ value: UInt32) -> Bool {
    (0x64B...0x65F).contains(value) || value == 0x670 || (0x6D6...0x6ED).contains(value)
  }

  /// A letter of any script.
  @inline(__always)
  static func isLetter(_ value: UInt32) -> Bool {
    if isPersianLetter(value) { return true }
    if value < 0x80 { return (0x41...0x5A).contains(value) || (0x61...0x7A).contains(value) }
    return Unicode.Scalar(value)?.properties.isAlphabetic ?? false
  }

  /// A decimal digit of the Latin, Arabic-Indic or Persian row.
  @inline(__always)
  static func isDigit(_ value: UInt32) -> Bool {
    (0x30...0x39).contains(value) || (0x6F0...0x6F9).contains(value) || (0x660...0x669).contains(value)
  }

  /// The value of a digit, 0 to 9.
  @inline(__always)
  static func digitValue(_ value: UInt32) -> UInt32 {
    value >= 0x6F0 ? value - 0x6F0 : value >= 0x660 ? value - 0x660 : value - 0x30
  }
}
