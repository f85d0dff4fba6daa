// Puts the parts of a record together again from where they were kept, for the ledger, which keeps them as rows.

extension Record {
  /// The record of these parts.
  package static func assembled(
    id: String, coder: CoderVersion, sentences: [Span], entities: [Entity], statements: [Statement], events: [Event],
    figures: [Figure], relations: [Relation]
  ) -> Record {
    Record(
      id: id, coder: coder, sentences: sentences, entities: entities, statements: statements, events: events,
      figures: figures, relations: relations)
  }
}

extension Record.CoderVersion {
  /// The maker with these versions.
  package static func assembled(version: String, data: String) -> Self { Self(version: version, data: data) }
}

extension Entity {
  /// The entity of these parts.
  package static func assembled(
    id: String, name: String, latin: String?, kind: Kind, entry: String?, country: String?, sector: String?,
    mentions: [Mention]
  ) -> Entity {
    Entity(
      id: id, name: name, latin: latin, kind: kind, entry: entry, country: country, sector: sector, mentions: mentions)
  }
}

extension Entity.Mention {
  /// The mention of these parts.
  package static func assembled(span: Span, form: Form) -> Self { Self(span: span, form: form) }
}

extension Statement {
  /// The statement of these parts.
  package static func assembled(
    id: String, speaker: String?, kind: Kind, act: String, cue: Span, span: Span, within: String?
  ) -> Statement {
    Statement(id: id, speaker: speaker, kind: kind, act: act, cue: cue, span: span, within: within)
  }
}

extension Event {
  /// The event of these parts.
  package static func assembled(
    id: String, type: String, mode: String?, actor: [String], recipient: [String], status: Status, saidBy: [String],
    trigger: Span, evidence: Span, place: Place?, time: Time?, position: Position, sameAs: String?, rule: String,
    confidence: Double
  ) -> Event {
    Event(
      id: id, type: type, mode: mode, actor: actor, recipient: recipient, status: status, saidBy: saidBy,
      trigger: trigger, evidence: evidence, place: place, time: time, position: position, sameAs: sameAs, rule: rule,
      confidence: confidence)
  }
}

extension Event.Place {
  /// The place of these parts.
  package static func assembled(
    name: String, latin: String?, entry: String?, country: String?, latitude: Double?, longitude: Double?,
    precision: String
  ) -> Self {
    Self(
      name: name, latin: latin, entry: entry, country: country, latitude: latitude, longitude: longitude,
      precision: precision)
  }
}

extension Event.Time {
  /// The time of these parts.
  package static func assembled(start: String, end: String, precision: String, from: Span) -> Self {
    Self(start: start, end: end, precision: precision, from: from)
  }
}

extension Figure {
  /// The figure of these parts.
  package static func assembled(event: String?, measure: String, count: Int?, of: String?, span: Span) -> Figure {
    Figure(event: event, measure: measure, count: count, of: of, span: span)
  }
}

extension Relation {
  /// The relation of these parts.
  package static func assembled(type: Kind, subject: String, object: String, span: Span) -> Relation {
    Relation(type: type, subject: subject, object: object, span: span)
  }
}
