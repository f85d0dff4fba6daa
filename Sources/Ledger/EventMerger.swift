/// Puts events that are the same into groups, one after the other in the order of their days. A group is led by its first.
struct EventMerger {
  /// An event that joins a group.
  struct Merge {
    var event: Int64
    var head: Int64
    var points: Double
    var reasons: [String]
  }

  private struct Group {
    var members: [ComparedEvent]
    var lastDay: Int
  }

  /// Groups that a later event may still join, by type.
  private var open: [String: [Group]] = [:]
  private static let mostDays = 3
  /// A group is compared by its first members; those after them were found like these.
  private static let mostCompared = 8

  /// Takes the next event.
  ///
  /// - Returns: How it joins a group, or `nil` where it begins one.
  mutating func merge(_ event: ComparedEvent) -> Merge? {
    var groups = open[event.type] ?? []
    groups.removeAll { $0.lastDay < event.days.lowerBound - Self.mostDays }
    var best: (index: Int, comparison: EventComparison)?
    for (index, group) in groups.enumerated() {
      guard let comparison = Self.compare(event, with: group) else { continue }
      if comparison.points > best?.comparison.points ?? (EventComparison.enough - 0.001) { best = (index, comparison) }
    }
    defer { open[event.type] = groups }
    guard let best, let head = groups[best.index].members.first?.id else {
      groups.append(Group(members: [event], lastDay: event.days.upperBound))
      return nil
    }
    if groups[best.index].members.count < Self.mostCompared { groups[best.index].members.append(event) }
    groups[best.index].lastDay = max(groups[best.index].lastDay, event.days.upperBound)
    return Merge(event: event.id, head: head, points: best.comparison.points, reasons: best.comparison.reasons)
  }

  /// The best comparison with a member, where none excludes it: two attacks that one report tells apart are two.
  private static func compare(_ event: ComparedEvent, with group: Group) -> EventComparison? {
    var best: EventComparison?
    for member in group.members {
      guard let comparison = EventComparison(event, member) else { return nil }
      if comparison.points > best?.points ?? 0 { best = comparison }
    }
    return best
  }
}
