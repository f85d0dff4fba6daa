public import PersianSyntax

/// A name or noun of the world files, found in a text.
public struct Mention: Sendable {
  /// How a name is used.
  public enum Use: Sendable {
    case name
    /// «روسی»: of the state.
    case adjective
    /// «افغان»: a national of the state.
    case people
    /// «کرملین»: the seat of a government, for it.
    case government
    /// «پوتین»: part of a person's name.
    case short

    init(_ sense: NameSense) {
      switch sense {
      case .name: self = .name
      case .adjective: self = .adjective
      case .people: self = .people
      case .government: self = .government
      case .short: self = .short
      }
    }
  }

  /// One thing that the name may stand for.
  public struct Sense: Sendable {
    /// Index into ``World/entries``.
    public var entry: Int
    /// How the name is used.
    public var use: Use
  }

  /// The words, as indices of the reading.
  public var words: Range<Int>
  /// What the name may stand for; never empty.
  public var senses: [Sense]
  /// The ending it was found under, where it is inflected.
  public var ending: NounForms.Ending?
}
