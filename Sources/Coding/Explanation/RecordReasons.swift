internal import DataFiles
internal import World

/// Why there is each entity, statement, figure and relation.
struct RecordReasons {
  let words: ReasonWords
  let run: Trace.Run
  let world: World

  private func item(
    _ id: String, _ heading: String, _ span: Span, _ reasons: [(String, String)]
  ) -> Explanation.Item {
    Explanation.Item(
      id: id, heading: heading, sentence: sentence(at: span.start), span: span,
      reasons: reasons.map { Explanation.Reason(of: $0.0, text: $0.1) })
  }

  private func sentence(at offset: Int) -> Int {
    words.record.sentences.lastIndex { $0.start <= offset } ?? 0
  }

  private func quoted(_ span: Span) -> String { "\(words.quote(span)) \(span.start)–\(span.end)" }

  // MARK: Entities

  func entities() -> [Explanation.Item] {
    words.record.entities.compactMap { entity in
      guard let first = entity.mentions.first?.span, let draft = run.entityIDs.firstIndex(of: entity.id) else {
        return nil
      }
      var reasons = entity.mentions.map { ("words", mention($0, of: draft)) }
      reasons.append(("entry", entry(of: run.drafts[draft])))
      reasons.append(("country", country(of: draft)))
      return item(entity.id, "\(entity.kind.rawValue) \(ReasonWords.isolated(entity.name))", first, reasons)
    }
  }

  private func mention(_ mention: Entity.Mention, of draft: Int) -> String {
    let here = run.sentences[sentence(at: mention.span.start)]
    let phrase = zip(here.phrases, here.entities).first { words.span($0.0.words) == mention.span }?.0
    return "\(quoted(mention.span)): \(phrase.map { text($0, of: draft) } ?? "named inside a longer phrase")"
  }

  /// How a phrase came to mean an entity.
  private func text(_ phrase: ActorPhrase, of draft: Int) -> String {
    switch phrase.head {
    case .name: return "a name of the dictionary"
    case .title where phrase.person != nil: return "an office with the name of who has it"
    case .title where phrase.apposition != nil: return "an office in apposition to a name"
    case .title:
      return run.drafts[draft].isPerson
        ? "an office, which this person has by the report or the dictionary" : "an office"
    case .agent: return "a kind of actor"
    case .people: return "nationals of a state"
    case .unknownName: return "a name in no dictionary, known by the office beside it"
    case .personPronoun, .peoplePronoun, .firstPerson: return "a pronoun: whom the text before speaks of"
    case .thisState, .thisGroup, .thisPlace: return "the state, group or place that was named last"
    }
  }

  private func entry(of draft: EntityBook.Draft) -> String {
    let known = [draft.entry, draft.title, draft.owner].compactMap { $0 }.map { world.entries[$0] }
    let places = known.compactMap { entry in words.entries.entry(entry).map { "\(words.place($0)) \(entry.id)" } }
    return places.isEmpty ? "none: it is in no dictionary" : places.joined(separator: ", ")
  }

  private func country(of draft: Int) -> String {
    guard let country = run.drafts[draft].country else { return "unknown: neither it nor its sentences say" }
    if run.known[draft].country == nil {
      return "\(country), inferred from the places of its sentences or of the whole report"
    }
    return run.drafts[draft].entry == nil && run.drafts[draft].owner != nil
      ? "\(country), by whom it belongs to" : country
  }

  // MARK: Statements

  func statements() -> [Explanation.Item] {
    zip(words.record.statements, run.statements).map { statement, draft in
      item(
        statement.id, "\(statement.kind.rawValue) speech, \(statement.act)", statement.span,
        [
          ("words", quoted(statement.span)), ("cue", quoted(statement.cue)), ("entry", entry(of: draft)),
          ("speaker", (statement.speaker.map { words.entity($0) } ?? "the report does not say") + sign(of: draft)),
          ("within", statement.within ?? "no other statement"),
        ])
    }
  }

  private func entry(of draft: StatementDraft) -> String {
    guard let index = draft.record, let record = words.entries.speech(index) else {
      return "none: marks, a colon or a noun of speech tell it"
    }
    return "\(words.place(record)) \(record["id"] ?? "?")"
  }

  /// What the words are that name the speaker.
  private func sign(of draft: StatementDraft) -> String {
    guard let found = draft.speakerWords else {
      return draft.speaker == nil ? "" : ": named by no word of its own, so who speaks around it or spoke before"
    }
    let what =
      switch found.form {
      case .pronoun: "a pronoun"
      case .thisOutlet: "the medium that was cited before"
      case .name: "a name"
      case .role: "what the person is"
      case .outlet: "a medium"
      case .body: "a name of the dictionary"
      case .unknown: "words in no list"
      }
    return ": \(words.quote(found.words)), \(what)"
  }

  // MARK: Figures and relations

  func figures() -> [Explanation.Item] {
    words.record.figures.enumerated().map { number, figure in
      item(
        "f\(number + 1)", "\(figure.count.map(String.init) ?? "some") \(figure.measure)", figure.span,
        [
          ("words", quoted(figure.span)), ("of", figure.of.map { words.entity($0) } ?? "nobody named"),
          ("event", figure.event ?? "none of its sentence"),
        ])
    }
  }

  func relations() -> [Explanation.Item] {
    words.record.relations.enumerated().map { number, relation in
      item(
        "r\(number + 1)", relation.type.rawValue, relation.span,
        [
          ("words", quoted(relation.span)), ("subject", words.entity(relation.subject)),
          ("object", words.entity(relation.object)),
        ])
    }
  }
}
