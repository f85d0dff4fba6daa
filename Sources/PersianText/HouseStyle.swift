/// The two ways of spelling that the model has learned, each from texts of one hand: it sets off what can be set off
/// («سال‌ها», but «آنها»), or it joins what can be joined («سالها», but «آن‌ها»).
package enum HouseStyle {
  /// The number of styles.
  package static let count = 2

  /// The share of the first style, from 0 to 1, for a sum of weights.
  @inline(__always)
  package static func share(_ sum: Float) -> Float {
    // A rational curve instead of the logistic one: no table, no library call, the same on every machine.
    let half = sum * 2
    return 0.5 + 0.5 * half / (1 + abs(half))
  }
}

/// Marks that tell something of a style beside the words.
package struct StyleMark: OptionSet, Sendable {
  package var rawValue: Int
  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let latinDigit = StyleMark(rawValue: 1)
  package static let persianDigit = StyleMark(rawValue: 2)
  package static let straightQuote = StyleMark(rawValue: 4)
  package static let angleQuote = StyleMark(rawValue: 8)
  /// A hamza over a letter, as in «خانهٔ».
  package static let hamzaAbove = StyleMark(rawValue: 16)

  /// How many marks there are.
  package static let count = 5

  /// The mark that a code point is.
  @inline(__always)
  static func mark(of value: UInt32) -> StyleMark {
    switch value {
    case 0x30...0x39: .latinDigit
    case 0x6F0...0x6F9: .persianDigit
    case 0x22: .straightQuote
    case 0xAB: .angleQuote
    default: []
    }
  }
}
