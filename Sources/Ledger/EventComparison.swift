internal import Coding

/// Decides whether two reports tell the same event, and says why.
///
/// What excludes each other decides alone: another type, status, day, place, or side. What agrees adds points; different
/// numbers (three dead or five) take none away, since reports of one event differ there more than anywhere.
struct EventComparison {
  /// From so many points on, two events are one.
  static let enough = 4.0

  /// The points, and what they are for.
  private(set) var points = 0.0
  private(set) var reasons: [String] = []

  /// Compares two events; `nil` where something excludes that they are one.
  init?(_ first: ComparedEvent, _ second: ComparedEvent) {
    guard first.type == second.type, first.status == second.status, first.document != second.document else {
      return nil
    }
    guard compareTime(first, second), comparePlace(first.place, second.place) else { return nil }
    if first.isMutual {
      let (one, other) = (first.actors.union(first.recipients), second.actors.union(second.recipients))
      guard compareSides(one, other, "sides", weight: 2) else { return nil }
    } else {
      guard compareSides(first.actors, second.actors, "actor", weight: 1),
        compareSides(first.recipients, second.recipients, "recipient", weight: 1)
      else { return nil }
    }
    if let mode = first.mode, mode == second.mode { add(0.5, "mode \(mode)") }
    if !first.figures.isDisjoint(with: second.figures) { add(1.5, "the same number") }
    let likeness = Self.likeness(first.stems, second.stems)
    if likeness > 0 { add(4 * likeness, "sentences alike \(Int((likeness * 100).rounded())) %") }
    if first.original == second.original { add(3, "one text is a copy of the other") }
  }

  private mutating func add(_ more: Double, _ reason: String) {
    points += more
    reasons.append(reason)
  }

  private mutating func compareTime(_ first: ComparedEvent, _ second: ComparedEvent) -> Bool {
    let gap = max(first.days.lowerBound - second.days.upperBound, second.days.lowerBound - first.days.upperBound, 0)
    if first.hasTime, second.hasTime {
      guard gap <= 1 else { return false }
      let isExact = first.days.count == 1 && first.days == second.days
      add(isExact ? 1 : 0.5, isExact ? "same day" : "times that meet")
      return true
    }
    guard gap <= 2 else { return false }
    if gap <= 1 { add(0.5, "published within a day") }
    return true
  }

  private mutating func comparePlace(_ first: Event.Place?, _ second: Event.Place?) -> Bool {
    guard let first, let second else { return true }
    if let one = first.country, let other = second.country, one != other { return false }
    let isSame = first.entry != nil ? first.entry == second.entry : first.name == second.name
    if isSame {
      add(first.precision == "country" ? 0.5 : 2, "place \(first.latin ?? first.name)")
      return true
    }
    // Of two names one may be the province of the other; two cities are two places.
    return first.precision != second.precision
  }

  private mutating func compareSides(
    _ first: Set<ComparedEvent.Side>, _ second: Set<ComparedEvent.Side>, _ what: String, weight: Double
  ) -> Bool {
    guard !first.isEmpty, !second.isEmpty else {
      // Where one report leaves a side out, what it tells fits too many others.
      if first.isEmpty != second.isEmpty {
        points -= 1
        reasons.append("\(what) told by one only")
      }
      return true
    }
    let shared = Set(first.map(\.name)).intersection(second.map(\.name))
    let (one, other) = (Set(first.compactMap(\.country)), Set(second.compactMap(\.country)))
    if !one.isEmpty, !other.isEmpty {
      // One report may name fewer of them, none may name others.
      guard one.isSubset(of: other) || other.isSubset(of: one) else { return false }
    }
    let (persons, others) = (Set(first.filter(\.isPerson)), Set(second.filter(\.isPerson)))
    if !persons.isEmpty, !others.isEmpty, persons.isDisjoint(with: others) { return false }
    if let name = shared.min() {
      add(1.5 * weight, "\(what) \(name)")
    } else if let country = one.intersection(other).min() {
      add(weight, "\(what) of \(country)")
    }
    return true
  }

  private static func likeness(_ first: Set<[UInt8]>, _ second: Set<[UInt8]>) -> Double {
    let shorter = min(first.count, second.count)
    // A sentence of two words is like too many others.
    return shorter < 3 ? 0 : Double(first.intersection(second).count) / Double(shorter)
  }
}
