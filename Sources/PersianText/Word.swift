/// A word, number or sign of a view.
public struct Word: Sendable, Hashable {
  /// What a word is made of.
  public enum Kind: UInt8, Sendable {
    /// Letters, with the half-spaces between them.
    case word
    /// Digits, with the signs inside a number, a date or a time.
    case number
    /// One punctuation mark, or a run of one (`...`).
    case punctuation
    /// An address on the web or of a mailbox.
    case address
    /// `@name` or `#tag`.
    case handle
    /// Anything else: emoji, currency and other signs.
    case symbol
  }

  private var start: Int32
  private var end: Int32
  /// What it is made of.
  public var kind: Kind

  /// Makes a word of the view bytes `range`.
  public init(_ range: Range<Int>, _ kind: Kind) {
    start = Int32(clamping: range.lowerBound)
    end = Int32(clamping: range.upperBound)
    self.kind = kind
  }

  /// The bytes of the view.
  public var range: Range<Int> { Int(start)..<Int(end) }
}
