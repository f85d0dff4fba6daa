/// An event of gold or of a record, with what is compared of it.
struct ScoredEvent {
  var id = ""
  var type: String
  /// The countries of those who act, and of those acted upon.
  var actor: Set<String>
  var recipient: Set<String>
  var trigger = ""
  var span: Span?
  var rule = ""
  var confidence = 0.0

  init(_ gold: GoldDocument.Event) {
    type = gold.type
    actor = Set(gold.actor.map(\.country)).subtracting([""])
    recipient = Set(gold.recipient.map(\.country)).subtracting([""])
    trigger = gold.trigger
  }

  /// An event of a record whose entities have these countries.
  init(_ event: Event, _ countries: [String: String]) {
    id = event.id
    type = event.type
    actor = Set(event.actor.compactMap { countries[$0] }).subtracting([""])
    recipient = Set(event.recipient.compactMap { countries[$0] }).subtracting([""])
    span = event.trigger
    rule = event.rule
    confidence = event.confidence
  }

  /// `TYPE ACTORS > RECIPIENTS`, as the examples of the dictionary have it.
  var text: String { "\(type) \(Self.text(actor)) > \(Self.text(recipient))" }

  private static func text(_ countries: Set<String>) -> String {
    countries.isEmpty ? "-" : countries.sorted().joined(separator: "+")
  }

  /// Which sides of two events are the same.
  struct Agreement {
    var actor: Bool
    var recipient: Bool
    var isFull: Bool { actor && recipient }
  }

  func agreement(with other: ScoredEvent) -> Agreement {
    if PloverType(rawValue: type)?.isMutual == true {
      let isSame = actor.union(recipient) == other.actor.union(other.recipient)
      return Agreement(actor: isSame, recipient: true)
    }
    return Agreement(actor: actor == other.actor, recipient: recipient == other.recipient)
  }

  /// Events of one type, those that agree most first; none stands in two pairs.
  static func pairs(_ golds: [ScoredEvent], _ reads: [ScoredEvent]) -> [(gold: Int, read: Int)] {
    var candidates: [(agreement: Int, gold: Int, read: Int)] = []
    for (index, gold) in golds.enumerated() {
      for (other, read) in reads.enumerated() where gold.type == read.type {
        let agreement = gold.agreement(with: read)
        candidates.append(((agreement.actor ? 1 : 0) + (agreement.recipient ? 1 : 0), index, other))
      }
    }
    candidates.sort { ($1.agreement, $0.gold, $0.read) < ($0.agreement, $1.gold, $1.read) }
    var pairs: [(gold: Int, read: Int)] = []
    for candidate in candidates where !pairs.contains(where: { $0.gold == candidate.gold || $0.read == candidate.read })
    {
      pairs.append((candidate.gold, candidate.read))
    }
    return pairs
  }
}
