/// One thing the world files know: a state, place, person, body, or kind of actor.
public struct Entry: Sendable {
  /// Which file an entry stands in, and so what it is.
  public enum Kind: String, Sendable, CaseIterable {
    case state
    case place
    case person
    case organisation
    case group
    case institution
    /// A common noun for an actor without a country of its own: «پولیس», «شبه‌نظامی».
    case agent
    /// An office: «رئیس‌جمهور».
    case title
    /// A news agency or outlet.
    case medium
  }

  /// The id, unique in all world files.
  public var id: String
  /// What it is.
  public var kind: Kind
  /// The name to show.
  public var name: String
  /// The name in English.
  public var latin: String
  /// Whom it acts for (gold/CODEBOOK.md), where that is a property of its own.
  public var country: String?
  /// The sector, where it has one of its own.
  public var sector: String?
  /// The sector since a date (ISO 8601), where it changed.
  public var laterSector: (since: String, sector: String)?
  /// What kind of place it is: `city`, `province`, `river` …; of agents `person` or `group`.
  public var subkind: String?
  /// Degrees north and east.
  public var coordinates: (latitude: Double, longitude: Double)?
  /// The province a place lies in; the id of its entry.
  public var region: String?
  /// The capital of a state; the id of its entry.
  public var capital: String?
  /// What a group is a branch of; the id of its entry.
  public var branchOf: String?
  /// Whether the name is also a common word, so that it counts only after a word like «شهر» or «استان».
  public var isAmbiguous = false
  /// Whether the other meaning of an ambiguous name is a time: «دوشنبه».
  public var isTimeElsewhere = false
  /// Whether at most one person at a time has the office that a title names.
  public var hasOneHolder = false
  /// The offices of a person.
  public var offices: [Office] = []
}

/// An office that a person held.
public struct Office: Sendable, Hashable {
  /// The id of the title.
  public var title: String
  /// The id of the state, organisation or group.
  public var of: String
  /// First day, month or year (ISO 8601, cut short where not known better).
  public var start: String
  /// The last, or `nil` while in office.
  public var end: String?

  /// Whether the office was held on a day (ISO 8601).
  public func isHeld(on day: String) -> Bool {
    // ISO dates compare as text; a shorter bound covers its whole month or year.
    !Self.isBefore(day, start) && (end.map { !Self.isBefore($0, day) } ?? true)
  }

  /// Whether a day, month or year (ISO 8601) is before another; the longer one is cut to the length of the other.
  static func isBefore(_ first: String, _ second: String) -> Bool {
    let length = min(first.utf8.count, second.utf8.count)
    return first.utf8.prefix(length).lexicographicallyPrecedes(second.utf8.prefix(length))
  }
}
