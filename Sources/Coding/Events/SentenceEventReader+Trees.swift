/// Sides that the surface of a sentence leaves empty.
extension SentenceEventReader {
  /// Fills sides that the surface leaves empty from the tree of the sentence.
  mutating func fill(
    _ actor: inout [Int], _ recipient: inout [Int], of construction: Construction, isNoun: Bool, at trigger: Int?,
    _ find: (Slot, TreeRoles) -> [TreeRoles.Side]
  ) {
    let actorSlots = isNoun ? construction.nounActor : construction.actor
    let recipientSlots = isNoun ? construction.nounRecipient : construction.recipient
    let wantsActor = actor.isEmpty && !actorSlots.isEmpty
    let wantsRecipient = recipient.isEmpty && !recipientSlots.isEmpty && !construction.isMutual
    guard wantsActor || wantsRecipient else { return }
    guard let tree = sentence.tree else { needsTree = true; return }
    let roles = TreeRoles(text: text, sentence: sentence, tree: tree)
    if wantsActor {
      actor = first(of: actorSlots, without: recipient, by: .tree) { slot, reader in
        find(slot, roles).compactMap { reader.entity($0, in: roles, mayBeThing: false) }
      }
    }
    if wantsActor, actor.isEmpty, actorSlots.contains(.subject), let speaker = narratedSpeaker(trigger),
      !recipient.contains(speaker)
    {
      trace?.found(by: .narrator)
      trace?.fill(.subject, [speaker])
      actor = [speaker]
    }
    if wantsRecipient {
      let mayBeThing = construction.type == .assault || construction.type == .coerce
      recipient = first(of: recipientSlots, without: actor, by: .tree) { slot, reader in
        let isPatient = slot == .object || slot == .subject || slot == .ezafe
        return find(slot, roles).compactMap { reader.entity($0, in: roles, mayBeThing: mayBeThing && isPatient) }
      }
    }
    if wantsRecipient, recipient.isEmpty, construction.type.aimsAtContent {
      // «حمله اسرائیل به غزه را محکوم کرد»: whoever did what the act is about.
      let others = actor
      recipient = first(of: recipientSlots + construction.content, without: [], by: .insideContent) { slot, _ in
        find(slot, roles).compactMap { roles.entity(inside: $0, without: others) }
      }
    }
  }

  /// «… ضمن تشکر از … گفت: «…»»: who does it beside speaking is the speaker.
  private func narratedSpeaker(_ trigger: Int?) -> Int? {
    guard let trigger, let clause = sentence.clause(ofWord: trigger), roles.speakerAt(trigger) == nil else {
      return nil
    }
    return cueSpeaker(sentence.clauses[clause])
  }

  private mutating func first(
    of slots: [Slot], without others: [Int], by sign: Trace.Sign, _ sides: (Slot, inout Self) -> [Int]
  ) -> [Int] {
    for slot in slots {
      let found = sides(slot, &self).filter { !others.contains($0) }
      guard !found.isEmpty else { continue }
      trace?.found(by: sign)
      trace?.fill(slot, found)
      return found
    }
    return []
  }

  /// Who a noun phrase is: an entity of the report, or a new one where its words can mean somebody.
  private mutating func entity(_ side: TreeRoles.Side, in roles: TreeRoles, mayBeThing: Bool) -> Int? {
    if let known = side.entity { return known }
    guard roles.isSomebody(side) || (mayBeThing && roles.isThing(side)) else { return nil }
    if let index = unknown.firstIndex(of: side.words) { return -1 - index }
    unknown.append(side.words)
    return -unknown.count
  }
}
