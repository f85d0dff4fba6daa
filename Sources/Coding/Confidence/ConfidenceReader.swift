/// Sees what makes an event more or less likely to be right, when everything of the report is known.
struct ConfidenceReader {
  let sentences: [SentenceReading]
  let statements: [StatementDraft]
  /// The entities as the text and the dictionaries tell of them, and the same with the countries that were inferred.
  let known: [EntityBook.Draft]
  let drafts: [EntityBook.Draft]

  /// More words than half of the sentences of news have.
  private static let longSentence = 30
  private static let several = 3

  /// The features of an event.
  ///
  /// - Parameter siblings: how many events its sentence has.
  func features(of event: EventDraft, siblings: Int) -> ConfidenceFeatures {
    let sentence = sentences[event.sentence]
    let clause = sentence.clauses[event.clause]
    var features: ConfidenceFeatures = [.any, .type(event.type)]
    if event.isNominal {
      features.insert(.noun)
    } else if clause.verb?.words == event.trigger {
      features.insert(.simpleVerb)
    }
    if !event.construction.needs.isEmpty { features.insert(.asksForWords) }
    if event.type != event.construction.type { features.insert(.future) }
    if clause.verb == nil { features.insert(.noVerb) }
    switch clause.kind {
    case .main: break
    case .relative: features.insert(.relativeClause)
    case .complement, .adverbial, .conditional: features.insert(.dependentClause)
    }
    if !event.isNominal, sentence.stated[event.clause] == nil { features.insert(.subjectLeftOut) }
    if event.position == .headline { features.insert(.headline) }
    if event.position == .background { features.insert(.background) }
    if statements.contains(where: { $0.words.contains(event.trigger.lowerBound) }) { features.insert(.said) }
    if sentence.words.count > Self.longSentence { features.insert(.longSentence) }
    if siblings >= Self.several { features.insert(.severalEvents) }
    if sentence.tree != nil { features.insert(.needsTree) }
    if event.repeats != nil { features.insert(.toldBefore) }
    return features.union(sides(of: event, sentence))
  }

  private func sides(of event: EventDraft, _ sentence: SentenceReading) -> ConfidenceFeatures {
    var features: ConfidenceFeatures = []
    if event.sides.contains(where: { drafts[$0].isUnknownSide }) { features.insert(.sideInNoList) }
    if event.actor.isEmpty { features.insert(.actorNone) }
    if event.actor.contains(where: isUnknown) { features.insert(.actorUnknown) }
    if event.actor.contains(where: isInferred) { features.insert(.actorInferred) }
    if event.actor.contains(where: { !isNamed($0, in: sentence) }) { features.insert(.actorElsewhere) }
    if event.type.isMutual {
      if Set(event.sides.compactMap { drafts[$0].country }).count == 1 { features.insert(.oneSideOfMutual) }
      return features
    }
    if event.actor.count > 1 { features.insert(.actorSeveral) }
    if event.recipient.isEmpty { features.insert(.recipientNone) }
    if event.recipient.contains(where: isUnknown) { features.insert(.recipientUnknown) }
    if event.recipient.contains(where: isInferred) { features.insert(.recipientInferred) }
    if event.recipient.contains(where: { !isNamed($0, in: sentence) }) { features.insert(.recipientElsewhere) }
    if event.recipient.count > 1 { features.insert(.recipientSeveral) }
    return features
  }

  private func isUnknown(_ entity: Int) -> Bool { drafts[entity].country == nil }

  private func isInferred(_ entity: Int) -> Bool { drafts[entity].country != nil && known[entity].country == nil }

  /// Whether the sentence names an entity by more than a pronoun.
  private func isNamed(_ entity: Int, in sentence: SentenceReading) -> Bool {
    drafts[entity].mentions.contains { $0.form != .pronoun && sentence.words.contains($0.words.lowerBound) }
  }
}
