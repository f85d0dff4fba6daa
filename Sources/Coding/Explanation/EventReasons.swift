/// Why there is each event, and why other words that may tell acts made none.
struct EventReasons {
  let words: ReasonWords
  let run: Trace.Run
  let attempts: [Trace.Attempt]
  let model: ConfidenceModel
  let merged: [(kept: Range<Int>, taken: Range<Int>, sentence: Int)]

  // MARK: Events

  func events() -> [Explanation.Item] {
    zip(words.record.events, run.events).map { event, draft in
      let attempt = attempt(of: draft.trigger, in: draft.sentence)
      var reasons = [Explanation.Reason(of: "words", text: place(of: event.trigger))]
      reasons += entry(draft, attempt)
      reasons += sides("actor", draft.actor, draft, attempt) + sides("recipient", draft.recipient, draft, attempt)
      reasons.append(status(draft, attempt))
      reasons += speakers(event)
      reasons += setting(draft)
      reasons.append(position(draft))
      reasons += repeats(draft)
      reasons.append(confidence(event, draft))
      return Explanation.Item(
        id: event.id, heading: "\(event.type)\(event.mode.map { "/" + $0 } ?? ""), \(event.status.rawValue)",
        sentence: draft.sentence, span: event.trigger, reasons: reasons)
    }
  }

  private func attempt(of trigger: Range<Int>, in sentence: Int) -> Trace.Attempt? {
    attempts.first { $0.sentence == sentence && $0.words == trigger && $0.outcome == .event }
  }

  private func place(of span: Span) -> String { "\(words.quote(span)) \(span.start)–\(span.end)" }

  private func entry(_ draft: EventDraft, _ attempt: Trace.Attempt?) -> [Explanation.Reason] {
    let form = draft.isNominal ? "as a noun" : attempt?.isPassive == true ? "as a passive verb" : "as a verb"
    var reasons = [
      Explanation.Reason(of: "entry", text: "\(words.construction(draft.construction.id)), \(form)"),
      Explanation.Reason(
        of: "roles", text: words.roles(of: draft.construction.id, isNominal: draft.isNominal)),
    ]
    if draft.type != draft.construction.type {
      let why =
        switch draft.type {
        case .agree: "a promise, as it is still to come"
        case .threaten: "a threat, as it is still to come"
        default: "a refusal, as it will not be done"
        }
      reasons.append(
        Explanation.Reason(
          of: "type", text: "\(draft.type.rawValue) for \(draft.construction.type.rawValue): \(why)"))
    }
    for (other, why) in attempt?.misfits ?? [] {
      reasons.append(
        Explanation.Reason(of: "not", text: "\(words.construction(other)): \(words.text(why, of: other))"))
    }
    return reasons
  }

  private func sides(
    _ name: String, _ entities: [Int], _ draft: EventDraft, _ attempt: Trace.Attempt?
  ) -> [Explanation.Reason] {
    if entities.isEmpty {
      let isMutual = draft.construction.isMutual && name == "recipient"
      return [
        Explanation.Reason(
          of: name, text: isMutual ? "nobody: all who take part are actors" : "nobody in any of its slots")
      ]
    }
    return entities.map { entity in
      Explanation.Reason(
        of: name,
        text:
          "\(words.entity(entity, inSentence: draft.sentence)): \(sign(of: entity, draft, attempt, isActor: name == "actor"))"
      )
    }
  }

  /// By which sign somebody was found; the last for a recipient, since the slots of actors are read first.
  private func sign(of entity: Int, _ draft: EventDraft, _ attempt: Trace.Attempt?, isActor: Bool) -> String {
    let own = attempt?.fillings.filter { $0.entities.contains(entity) } ?? []
    if let filling = isActor ? own.first : own.last {
      return words.text(filling, noun: draft.trigger, isPassive: attempt?.isPassive ?? false)
    }
    for (kept, taken, sentence) in merged where sentence == draft.sentence && kept == draft.trigger {
      let filling = self.attempt(of: taken, in: sentence)?.fillings.first { $0.entities.contains(entity) }
      guard let filling else { continue }
      return "\(words.text(filling, noun: taken, isPassive: false)); \(words.quote(taken)) tells the same act"
    }
    return "taken over from another telling in the sentence"
  }

  private func status(_ draft: EventDraft, _ attempt: Trace.Attempt?) -> Explanation.Reason {
    let verb = run.sentences[draft.sentence].clauses[draft.clause].verb?.words
    let why = words.text(attempt?.status ?? .plain, verb: verb)
    return Explanation.Reason(of: "status", text: "\(draft.status.rawValue): \(why)")
  }

  private func speakers(_ event: Event) -> [Explanation.Reason] {
    let said = event.saidBy.compactMap { id in words.record.statements.first { $0.id == id } }
    if said.isEmpty { return [Explanation.Reason(of: "said by", text: "the report itself")] }
    return said.map { statement in
      let speaker = statement.speaker.map { words.entity($0) } ?? "somebody"
      return Explanation.Reason(
        of: "said by", text: "\(speaker), in \(statement.id): \(words.quote(statement.cue)) introduces it")
    }
  }

  private func setting(_ draft: EventDraft) -> [Explanation.Reason] {
    var place = "none is named with the act"
    if let found = draft.place {
      place = ReasonWords.isolated(found.name) + " (\(found.precision))"
      if let name = draft.placeWords { place += preposition(of: name, draft) }
    }
    var time = "none is told with the act"
    if let found = draft.time {
      let days = found.start == found.end ? found.start : "\(found.start) to \(found.end)"
      time = "\(days) (\(found.precision)), from \(words.quote(found.from))"
    }
    return [Explanation.Reason(of: "place", text: place), Explanation.Reason(of: "time", text: time)]
  }

  private func preposition(of name: Range<Int>, _ draft: EventDraft) -> String {
    let argument = run.sentences[draft.sentence].arguments.joined().first { $0.words == name }
    let before = argument?.preposition.map { " after \(ReasonWords.isolated($0))" } ?? ""
    return ", from \(words.quote(name))\(before)"
  }

  private func position(_ draft: EventDraft) -> Explanation.Reason {
    let why =
      switch draft.positionSign {
      case .order: "sentence \(draft.sentence + 1)"
      case .pastPerfect: "its verb is in the past perfect"
      case .date: "it was over long before the day of the report"
      case .words(let range): "because of \(words.quote(range))"
      }
    return Explanation.Reason(of: "position", text: "\(draft.position.rawValue): \(why)")
  }

  /// The features that count, the weightiest first, by what they add to the log-odds.
  private func confidence(_ event: Event, _ draft: EventDraft) -> Explanation.Reason {
    let reasons = model.reasons(draft.features).filter { abs($0.weight) >= 0.005 }
      .sorted { (abs($1.weight), $0.note) < (abs($0.weight), $1.note) }
    let parts = reasons.map { "\($0.note) \(Self.signed($0.weight))" }
    return Explanation.Reason(of: "confidence", text: "\(event.confidence): " + parts.joined(separator: "; "))
  }

  /// A number with its sign and two digits after the point.
  private static func signed(_ value: Double) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    let rest = hundredths % 100
    return (value < 0 ? "−" : "+") + "\(hundredths / 100)." + (rest < 10 ? "0\(rest)" : "\(rest)")
  }

  private func repeats(_ draft: EventDraft) -> [Explanation.Reason] {
    guard let first = draft.repeats else { return [] }
    let why =
      switch draft.repeatSign {
      case .construction: "told by the same word, and sides that agree"
      case .sides, nil: "the same type, and the same sides"
      }
    return [
      Explanation.Reason(of: "same as", text: "v\(first + 1): \(why); time, place and numbers do not differ")
    ]
  }

  // MARK: What made no event

  func dropped() -> [Explanation.Item] {
    attempts.compactMap { attempt in
      guard case .dropped(let reason) = attempt.outcome, let first = attempt.candidates.first else { return nil }
      var reasons = [Explanation.Reason(of: "why not", text: reason.rawValue)]
      if let status = attempt.status, reason == .hypothetical {
        reasons.append(Explanation.Reason(of: "sign", text: words.text(status, verb: nil)))
      }
      for (construction, why) in attempt.misfits {
        reasons.append(
          Explanation.Reason(
            of: "entry", text: "\(words.construction(construction)): \(words.text(why, of: construction))"))
      }
      if attempt.misfits.isEmpty {
        reasons.append(Explanation.Reason(of: "entry", text: words.construction(first)))
      }
      if reason == .noSides {
        reasons.append(
          Explanation.Reason(of: "roles", text: words.roles(of: first, isNominal: attempt.isNominal)))
      }
      let span = words.span(attempt.words)
      let heading = place(of: span) + (attempt.isNominal ? ", as a noun" : ", as a verb")
      return Explanation.Item(
        id: nil, heading: heading, sentence: attempt.sentence, span: span, reasons: reasons)
    }.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
  }
}
