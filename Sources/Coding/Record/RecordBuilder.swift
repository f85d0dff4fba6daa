internal import PersianText
internal import World

/// Turns the drafts of an article into its record: ids in the order of the text, spans in code points of the original.
struct RecordBuilder {
  let article: Article
  let coder: Record.CoderVersion
  let reading: Reading
  let world: World
  let confidence: ConfidenceModel
  let drafts: [EntityBook.Draft]
  let statements: [StatementDraft]
  let events: [EventDraft]
  let figures: [FigureDraft]
  let relations: [RelationDraft]

  func record() -> Record {
    var record = Record(id: article.id, coder: coder)
    record.sentences = reading.sentences.map(span)
    let entityIDs = entityIDs
    record.entities = order.compactMap { draft in entityIDs[draft].map { entity(drafts[draft], $0) } }
    let ordered = orderedStatements()
    record.statements = ordered.enumerated().map { statement($1, number: $0, among: ordered, entityIDs) }
    record.events = events.enumerated().map { event($1, number: $0, ordered, entityIDs) }
    record.figures = figures.map { figure($0, entityIDs) }
    var seen: Set<RelationDraft> = []
    for relation in relations where seen.insert(relation).inserted {
      // Two that were found to be one belong together in no other way.
      guard relation.subject != relation.object, let subject = entityIDs[relation.subject],
        let object = entityIDs[relation.object]
      else { continue }
      record.relations.append(
        Relation(type: relation.type, subject: subject, object: object, span: span(relation.words)))
    }
    return record
  }

  /// The drafts that are mentioned, in the order of the text.
  private var order: [Int] {
    drafts.indices.filter { !drafts[$0].mentions.isEmpty }.sorted { firstMention($0) < firstMention($1) }
  }

  /// For each draft, the id of its entity; `nil` where it is mentioned nowhere.
  var entityIDs: [String?] {
    var ids = [String?](repeating: nil, count: drafts.count)
    for (number, draft) in order.enumerated() { ids[draft] = "e\(number + 1)" }
    return ids
  }

  private func span(_ words: Range<Int>) -> Span { Span(reading.codePoints(ofWords: words)) }

  private func firstMention(_ draft: Int) -> (Int, Int) {
    (drafts[draft].mentions.map(\.words.lowerBound).min() ?? 0, draft)
  }

  private func entity(_ draft: EntityBook.Draft, _ id: String) -> Entity {
    var mentions = draft.mentions.map { Entity.Mention(span: span($0.words), form: $0.form) }
    mentions.sort { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    return Entity(
      id: id, name: draft.name, latin: draft.latin, kind: draft.kind, entry: draft.entry.map { world.entries[$0].id },
      country: draft.country, sector: draft.sector, mentions: mentions)
  }

  // MARK: Statements

  /// The statements in the order of the record.
  func orderedStatements() -> [StatementDraft] {
    statements.enumerated().sorted {
      // The wider first, so that what it holds comes after it.
      ($0.element.words.lowerBound, -$0.element.words.upperBound, $0.offset)
        < ($1.element.words.lowerBound, -$1.element.words.upperBound, $1.offset)
    }.map(\.element)
  }

  private func statement(
    _ draft: StatementDraft, number: Int, among all: [StatementDraft], _ entityIDs: [String?]
  ) -> Statement {
    let outer = all[..<number].lastIndex { other in
      other.words.lowerBound <= draft.words.lowerBound && other.words.upperBound >= draft.words.upperBound
        && other.words != draft.words
    }
    return Statement(
      id: "s\(number + 1)", speaker: draft.speaker.flatMap { entityIDs[$0] }, kind: draft.kind, act: draft.act,
      cue: span(draft.cue), span: span(draft.words), within: outer.map { "s\($0 + 1)" })
  }

  // MARK: Events

  private func event(
    _ draft: EventDraft, number: Int, _ statements: [StatementDraft], _ entityIDs: [String?]
  ) -> Event {
    let chain = statements.indices.filter { statements[$0].words.contains(draft.trigger.lowerBound) }
      .sorted { statements[$0].words.count > statements[$1].words.count }
    let clause = evidence(draft)
    return Event(
      id: "v\(number + 1)", type: draft.type.rawValue, mode: draft.mode,
      actor: draft.actor.compactMap { entityIDs[$0] },
      recipient: draft.recipient.compactMap { entityIDs[$0] }, status: draft.status,
      saidBy: chain.map { "s\($0 + 1)" }, trigger: span(draft.trigger), evidence: span(clause), place: draft.place,
      time: draft.time, position: draft.position, sameAs: draft.repeats.map { "v\($0 + 1)" },
      rule: draft.construction.id, confidence: confidence.probability(draft.features))
  }

  /// The sentence, where its act is read from; clauses with gaps have no span of their own.
  private func evidence(_ draft: EventDraft) -> Range<Int> { reading.sentences[draft.sentence] }

  // MARK: Figures

  /// The types of acts that are counted by each measure.
  private static let acts: [String: Set<PloverType>] = [
    "killed": [.assault], "wounded": [.assault], "arrested": [.coerce], "seized": [.coerce, .assault],
    "displaced": [.assault, .coerce],
  ]

  private func distance(_ first: Range<Int>, _ second: Range<Int>) -> Int {
    max(first.lowerBound - second.upperBound, second.lowerBound - first.upperBound, 0)
  }

  private func figure(_ draft: FigureDraft, _ entityIDs: [String?]) -> Figure {
    // The act of a fitting type whose word stands nearest.
    let types = Self.acts[draft.measure] ?? []
    let event = events.indices.filter { events[$0].sentence == draft.sentence && types.contains(events[$0].type) }
      .min { distance(events[$0].trigger, draft.words) < distance(events[$1].trigger, draft.words) }
    return Figure(
      event: event.map { "v\($0 + 1)" }, measure: draft.measure, count: draft.count,
      of: draft.of.flatMap { entityIDs[$0] }, span: span(draft.words))
  }
}
