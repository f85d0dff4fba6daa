/// Puts together what is one act told twice in a sentence: «حمله کردند و سه نفر را کشتند» is one ASSAULT.
enum EventMerger {
  static func merged(_ events: [EventDraft], trace: Trace? = nil) -> [EventDraft] {
    var result: [EventDraft] = []
    // Verbs first: they say more of an act than its nouns.
    for event in events.filter({ !$0.isNominal }) + events.filter(\.isNominal) {
      if let index = result.firstIndex(where: { isSame($0, event) }) {
        trace?.merge(result[index], with: event)
        result[index] = union(result[index], event)
      } else {
        result.append(event)
      }
    }
    return result.sorted { $0.trigger.lowerBound < $1.trigger.lowerBound }
  }

  /// One type, one standing, and sides that do not contradict each other.
  private static func isSame(_ first: EventDraft, _ second: EventDraft) -> Bool {
    guard first.type == second.type, first.status == second.status else { return false }
    if first.type.isMutual {
      return first.sides.isSubset(of: second.sides) || second.sides.isSubset(of: first.sides)
    }
    return agree(first.actor, second.actor) && agree(first.recipient, second.recipient)
  }

  private static func agree(_ first: [Int], _ second: [Int]) -> Bool {
    first.isEmpty || second.isEmpty || Set(first) == Set(second)
  }

  private static func union(_ first: EventDraft, _ second: EventDraft) -> EventDraft {
    var event = first
    if event.type.isMutual {
      event.actor += second.actor.filter { !event.sides.contains($0) }
      return event
    }
    if event.actor.isEmpty { event.actor = second.actor.filter { !event.recipient.contains($0) } }
    if event.recipient.isEmpty { event.recipient = second.recipient.filter { !event.actor.contains($0) } }
    event.mode = event.mode ?? second.mode
    return event
  }
}
