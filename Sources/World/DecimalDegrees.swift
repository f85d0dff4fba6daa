/// Degrees as data files write them: `34.53`, `-0.1`.
enum DecimalDegrees {
  private static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10]

  /// The number that bytes write with at most thirteen digits, ten of them behind the point; `nil` where they write none.
  ///
  /// So few digits are exact in a `Double`, and so is the power they are divided by: the result is rounded once.
  static func value(of bytes: some Collection<UInt8>) -> Double? {
    var digits = 0
    var decimals: Int?
    var value: Int64 = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    for byte in bytes.dropFirst(isNegative ? 1 : 0) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        value = value * 10 + Int64(byte - UInt8(ascii: "0"))
        digits += 1
        decimals = decimals.map { $0 + 1 }
        if digits > 13 { return nil }
      case UInt8(ascii: "."):
        if decimals != nil { return nil }
        decimals = 0
      default: return nil
      }
    }
    guard digits > 0, decimals != 0, (decimals ?? 0) < powers.count else { return nil }
    let number = Double(value) / powers[decimals ?? 0]
    return isNegative ? -number : number
  }
}
