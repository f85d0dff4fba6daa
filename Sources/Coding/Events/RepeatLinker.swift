internal import PersianSyntax

/// Finds the acts that a report tells more than once: in the headline, the lead and in detail.
///
/// A report is not an event (docs/architecture.md): two attacks on one day are two, so whatever says that two tellings
/// differ — another time, another place, other numbers, «دیگر» — keeps them apart.
struct RepeatLinker {
  let text: TaggedReading
  let sentences: [SentenceReading]
  let figures: [FigureDraft]
  /// The entities, with the countries they act for.
  let drafts: [EntityBook.Draft]

  /// What two tellings of an act have in common.
  enum Sign: Hashable {
    /// The same entities on the same sides, first in the headline or the lead.
    case sides
    /// The same construction or word, with sides that do not contradict each other.
    case construction
  }

  /// Notes for each event the first one before it that it tells again.
  func link(_ events: inout [EventDraft]) {
    // Events that repeat nothing, by what must be the same.
    var told: [Key: [Int]] = [:]
    for index in events.indices where !events[index].sides.isEmpty {
      let key = Key(type: events[index].type, status: events[index].status)
      if let (other, sign) = earlierTelling(of: events[index], among: told[key] ?? [], events) {
        events[index].repeats = other
        events[index].repeatSign = sign
      } else {
        told[key, default: []].append(index)
        if told[key, default: []].count > Self.mostCompared { told[key]?.removeFirst() }
      }
    }
  }

  private func earlierTelling(of event: EventDraft, among told: [Int], _ events: [EventDraft]) -> (Int, Sign)? {
    if isAnother(event) { return nil }
    for other in told {
      if let sign = sign(events[other], event) { return (other, sign) }
    }
    return nil
  }

  private struct Key: Hashable {
    var type: PloverType
    var status: Event.Status
  }

  /// More different acts of one type than a report has: of a long list of like acts not all are compared with all.
  private static let mostCompared = 64

  private func sign(_ first: EventDraft, _ second: EventDraft) -> Sign? {
    guard first.sentence != second.sentence, isSameTime(first, second), isSamePlace(first.place, second.place),
      !haveOtherFigures(first, second)
    else { return nil }
    if first.construction.id == second.construction.id || haveOneWord(first, second) {
      return areCompatible(first, second) ? .construction : nil
    }
    return first.sides == second.sides && isTitleOfOther(first, second) ? .sides : nil
  }

  /// «حمله کرد» and «حمله هوایی» tell one act by one word.
  private func haveOneWord(_ first: EventDraft, _ second: EventDraft) -> Bool {
    text.forms.key(at: first.trigger.lowerBound) == text.forms.key(at: second.trigger.lowerBound)
  }

  /// Other words for the same sides tell the same act where the headline or the lead sums up what follows, and the mode
  /// does not part the two.
  private func isTitleOfOther(_ first: EventDraft, _ second: EventDraft) -> Bool {
    (first.position == .headline || first.position == .lead)
      && (first.mode == nil || second.mode == nil || first.mode == second.mode)
  }

  // MARK: Sides

  /// Sides contradict each other where both are told and none of one is, or acts for, one of the other.
  private func areCompatible(_ first: EventDraft, _ second: EventDraft) -> Bool {
    if first.type.isMutual { return isWithin(Array(first.sides), Array(second.sides)) }
    let sides = [(first.actor, second.actor), (first.recipient, second.recipient)]
    let told = sides.filter { !$0.0.isEmpty && !$0.1.isEmpty }
    return !told.isEmpty && told.allSatisfy(isWithin)
  }

  /// Whether all of the shorter list are, or act for, somebody of the longer one.
  private func isWithin(_ first: [Int], _ second: [Int]) -> Bool {
    let (few, many) = first.count <= second.count ? (first, second) : (second, first)
    return !few.isEmpty && few.allSatisfy { one in many.contains { isSame(one, $0) } }
  }

  /// «ارتش پاکستان» and «پاکستان» act for one country; two offices or persons of a country are two.
  private func isSame(_ first: Int, _ second: Int) -> Bool {
    if first == second { return true }
    guard let country = drafts[first].country, country == drafts[second].country else { return false }
    return !(isParticular(first) && isParticular(second))
  }

  private func isParticular(_ entity: Int) -> Bool {
    drafts[entity].kind == .person || drafts[entity].kind == .role || drafts[entity].kind == .place
      || drafts[entity].kind == .facility
  }

  // MARK: What keeps tellings apart

  private func isSameTime(_ first: EventDraft, _ second: EventDraft) -> Bool {
    guard let time = first.time, let other = second.time else {
      // What is told as background is not the news, unless its date is the same.
      return (first.position == .background) == (second.position == .background)
    }
    return time.start <= other.end && other.start <= time.end
  }

  /// Places agree where one may lie in the other.
  private func isSamePlace(_ first: Event.Place?, _ second: Event.Place?) -> Bool {
    guard let first, let second, first.entry != second.entry else { return true }
    return first.country == second.country && (first.precision == "country" || second.precision == "country")
  }

  /// «سه کشته» and «پنج کشته»: numbers of one measure, none of which is told by both.
  private func haveOtherFigures(_ first: EventDraft, _ second: EventDraft) -> Bool {
    let (one, other) = (counts(first), counts(second))
    return one.contains { measure, numbers in other[measure].map { numbers.isDisjoint(with: $0) } ?? false }
  }

  private func counts(_ event: EventDraft) -> [String: Set<Int>] {
    var counts: [String: Set<Int>] = [:]
    for figure in figures where figure.sentence == event.sentence {
      if let count = figure.count { counts[figure.measure, default: []].insert(count) }
    }
    return counts
  }

  /// «حمله‌ای دیگر», «دوباره حمله کرد»: an act of its own.
  private func isAnother(_ event: EventDraft) -> Bool {
    let clause = sentences[event.sentence].clauses[event.clause]
    let near = event.trigger.lowerBound - 3...event.trigger.upperBound + 1
    return clause.words.contains { word in
      near.contains(word) && Self.anew.contains { text.isWord(word, $0) } && !isOfDiscourse(word)
    }
  }

  /// «از سوی دیگر» goes on with the report.
  private func isOfDiscourse(_ word: Int) -> Bool {
    word > 0 && (text.isWord(word - 1, "سوی") || text.isWord(word - 1, "طرف"))
  }

  private static let anew: [StaticString] = ["دیگر", "دیگری", "دوباره", "مجددا", "جداگانه", "جداگانهای", "مشابهی"]
}
