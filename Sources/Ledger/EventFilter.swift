public import Chronology

/// Which events are wanted. A list without values says nothing; of one with values, any must fit.
///
/// Actors and places are names, entries of the world files, or country codes.
public struct EventFilter: Sendable, Hashable {
  /// Who acts.
  public var actors: [String] = []
  /// Who is acted upon.
  public var recipients: [String] = []
  /// Who stands on either side.
  public var participants: [String] = []
  /// PLOVER types.
  public var types: [String] = []
  /// Where it happened.
  public var places: [String] = []
  /// The outlets that tell it.
  public var sources: [String] = []
  /// `asserted`, `planned`, `hypothetical`, `negated`.
  public var statuses: [String] = []
  /// The first day: of the event, or of the publication where the report gives it no time.
  public var from: CivilDate?
  /// The last day.
  public var to: CivilDate?

  /// All events.
  public init() {}
}

/// A place in a list of events: what comes after it does not change when others are stored, unless they belong there.
public struct EventCursor: Sendable, Hashable, CustomStringConvertible {
  let id: Int64

  init(_ id: Int64) { self.id = id }

  /// Reads what ``description`` wrote, or `nil` where it is something else.
  public init?(_ text: String) {
    guard let id = Int64(text, radix: 36), id > 0 else { return nil }
    self.id = id
  }

  /// The cursor as text, for a command line or an address.
  public var description: String { String(id, radix: 36) }
}
