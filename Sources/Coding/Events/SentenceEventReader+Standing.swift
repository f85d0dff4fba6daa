internal import PersianSyntax

/// Whether what a sentence tells happened, is promised, threatened, refused or demanded.
extension SentenceEventReader {
  /// «آمریکا باید تحریم‌ها را لغو کند», said by another side: a demand.
  mutating func readDuty(ofClause index: Int, verb: VerbGroup) {
    let clause = sentence.clauses[index]
    guard let construction = dictionary.duty, verb.analysis.mood == .subjunctive, verb.analysis.person == 3,
      let word = clause.words.first(where: isDuty), let speaker = roles.speakerAt(verb.words.lowerBound),
      let country = countryOf(speaker), sentence.stated[index]?.entity != nil
    else { return }
    let recipient = roles.entities(
      in: construction.recipient, of: RoleReader.VerbUse(clause: index, nonverbal: 0..<0, isPassive: false))
    guard !recipient.isEmpty, recipient.allSatisfy({ countryOf($0).map { $0 != country } ?? false }) else { return }
    events.append(
      EventDraft(
        construction: construction, type: construction.type, mode: construction.mode, actor: [speaker],
        recipient: recipient, status: .asserted, trigger: word..<word + 1, sentence: sentence.index, clause: index,
        isNominal: false))
  }

  private func isDuty(_ word: Int) -> Bool {
    text.isWord(word, "باید") || text.isWord(word, "بایستی") || text.isWord(word, "میبایست")
      || text.isWord(word, "نباید")
  }

  mutating func setStatus(of event: inout EventDraft, to kind: FactualityReader.Factuality) {
    switch kind {
    case .fact: event.status = .asserted
    case .negated: event.status = .negated
    case .hypothetical: event.status = .hypothetical
    case .current:
      if event.type.isPromisedInPresent { announce(&event) }
    case .announced: announce(&event)
    case .refused:
      event.status = .negated
      guard isOwn(event) else { break }
      // What one will not do for others one refuses them.
      if event.type.isCooperative || event.type == .agree {
        if event.construction.isMutual {
          // «با آمریکا مذاکره نمی‌کند»: who is named first refuses the others.
          event.recipient = Array(event.actor.dropFirst())
          event.actor = Array(event.actor.prefix(1))
        }
        event.mode = nil
        event.type = .reject
        event.status = .asserted
      }
    }
    switch event.status {
    case .asserted: break
    case .planned: rejected.append(.planned)
    case .hypothetical: rejected.append(.hypothetical)
    case .negated: rejected.append(.negated)
    }
  }

  /// A future cooperative act is a promise, a hostile one a threat (codebook).
  private func announce(_ event: inout EventDraft) {
    if event.type.isCooperative {
      event.mode = event.type == .consult ? "meet" : nil
      event.type = .agree
    } else if event.type.isHostile {
      // Whoever announces a hostile act of its own threatens; what others foretell of it is only a plan.
      if isOwn(event) {
        event.mode = nil
        event.type = .threaten
      } else {
        event.status = .planned
      }
    }
  }

  /// Whether nobody but its actor tells of an act.
  private func isOwn(_ event: EventDraft) -> Bool {
    let speaker = roles.speakerAt(event.trigger.lowerBound)
    return !event.actor.isEmpty && (speaker.map { isSameSide($0, event.actor) } ?? true)
  }

  private func isSameSide(_ speaker: Int, _ actors: [Int]) -> Bool {
    actors.contains(speaker)
      || countryOf(speaker).map { country in actors.contains { countryOf($0) == country } } ?? false
  }
}
