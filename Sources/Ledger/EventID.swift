internal import Chronology

/// The number of an event in a ledger. Its high bits are the day, so that the order of ids is the order of time, and a
/// range of days is a range of ids: the index of events is read in the order that pages are shown in.
enum EventID {
  private static let bitsOfSequence = 24
  private static let epoch = 1_000_000
  private static let slots = 0...2_000_000

  /// The place of a day; that of what has no date is before all others.
  static func slot(ofDay day: Int?) -> Int {
    guard let day else { return 0 }
    return min(max(day &+ epoch, 1), slots.upperBound)
  }

  /// All ids of a slot.
  static func ids(inSlot slot: Int) -> ClosedRange<Int64> {
    let first = Int64(slot) << bitsOfSequence
    return first...(first + ((1 << bitsOfSequence) - 1))
  }

  /// The day of an id, as days since 1970-01-01.
  static func day(of id: Int64) -> Int? {
    let slot = Int(id >> bitsOfSequence)
    return slot == 0 ? nil : slot - epoch
  }

  /// The day of the first day of an ISO 8601 date, which records carry as text.
  static func day(ofDate text: String?) -> Int? {
    text.flatMap { CivilDate(iso8601: $0)?.dayNumber }
  }
}
