internal import Coding
internal import GRDB

/// Writes one record as rows.
struct RecordWriter {
  let db: Database
  let record: Record
  /// The number of the record's row.
  let id: Int64
  /// The day of publication, for events without a time of their own.
  let day: Int?

  /// Writes all rows.
  ///
  /// - Returns: The ids of the events, in their order.
  func write(_ names: inout Interner, _ ids: inout EventSequence) throws -> [Int64] {
    try writeEntities(&names)
    try writeStatements(&names)
    let events = try writeEvents(&names, &ids)
    try writeFigures(&names)
    try writeRelations(&names)
    return events
  }

  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    let statement = try db.cachedStatement(sql: sql)
    statement.setUncheckedArguments(arguments)
    try statement.execute()
  }

  private func writeEntities(_ names: inout Interner) throws {
    for (index, entity) in record.entities.enumerated() {
      let actor = try names.actor(entity, in: db)
      try run("INSERT INTO entity (record, number, actor) VALUES (?, ?, ?)", [id, index + 1, actor])
      for (ordinal, mention) in entity.mentions.enumerated() {
        try run(
          "INSERT INTO mention (record, entity, ordinal, start, length, form) VALUES (?, ?, ?, ?, ?, ?)",
          [
            id, index + 1, ordinal, mention.span.start, mention.span.length,
            try names.term(mention.form.rawValue, in: db) as Int64,
          ])
      }
    }
  }

  private func writeStatements(_ names: inout Interner) throws {
    for (index, statement) in record.statements.enumerated() {
      try run(
        """
        INSERT INTO statement (record, number, speaker, kind, act, cue_start, cue_length, start, length, within)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          id, index + 1, RecordNumber.of(statement.speaker), try names.term(statement.kind.rawValue, in: db) as Int64,
          try names.term(statement.act, in: db) as Int64, statement.cue.start, statement.cue.length,
          statement.span.start, statement.span.length, RecordNumber.of(statement.within),
        ])
    }
  }

  private func writeEvents(_ names: inout Interner, _ ids: inout EventSequence) throws -> [Int64] {
    var eventIDs: [Int64] = []
    for (index, event) in record.events.enumerated() {
      let eventID = try ids.next(day: EventID.day(ofDate: event.time?.start) ?? day, in: db)
      try writeEvent(event, number: index + 1, eventID, &names)
      for (role, side) in [event.actor, event.recipient].enumerated() {
        for (ordinal, entity) in side.enumerated() {
          try run(
            "INSERT INTO side (record, event, role, ordinal, entity) VALUES (?, ?, ?, ?, ?)",
            [id, index + 1, role, ordinal, RecordNumber.of(entity)])
        }
      }
      for (ordinal, statement) in event.saidBy.enumerated() {
        try run(
          "INSERT INTO told_in (record, event, ordinal, statement) VALUES (?, ?, ?, ?)",
          [id, index + 1, ordinal, RecordNumber.of(statement)])
      }
      eventIDs.append(eventID)
    }
    return eventIDs
  }

  private func writeEvent(_ event: Event, number: Int, _ eventID: Int64, _ names: inout Interner) throws {
    let place = try event.place.map { try names.place($0, in: db) }
    try run(
      """
      INSERT INTO event (id, record, number, type, mode, status, position, trigger_start, trigger_length,
        evidence_start, evidence_length, place, time_start, time_end, time_precision, time_from_start,
        time_from_length, same_as, rule, confidence)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        eventID, id, number, try names.term(event.type, in: db) as Int64, try names.term(event.mode, in: db),
        try names.term(event.status.rawValue, in: db) as Int64,
        try names.term(event.position.rawValue, in: db) as Int64, event.trigger.start, event.trigger.length,
        event.evidence.start, event.evidence.length, place, event.time?.start, event.time?.end,
        try names.term(event.time?.precision, in: db), event.time?.from.start, event.time?.from.length,
        RecordNumber.of(event.sameAs), try names.term(event.rule, in: db) as Int64, event.confidence,
      ])
  }

  private func writeFigures(_ names: inout Interner) throws {
    for (ordinal, figure) in record.figures.enumerated() {
      try run(
        "INSERT INTO figure (record, ordinal, event, measure, count, of, start, length) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
          id, ordinal, RecordNumber.of(figure.event), try names.term(figure.measure, in: db) as Int64, figure.count,
          RecordNumber.of(figure.of), figure.span.start, figure.span.length,
        ])
    }
  }

  private func writeRelations(_ names: inout Interner) throws {
    for (ordinal, relation) in record.relations.enumerated() {
      try run(
        "INSERT INTO relation (record, ordinal, type, subject, object, start, length) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
          id, ordinal, try names.term(relation.type.rawValue, in: db) as Int64, RecordNumber.of(relation.subject),
          RecordNumber.of(relation.object), relation.span.start, relation.span.length,
        ])
    }
  }
}

extension Span {
  /// The number of code points.
  var length: Int { end - start }
}

/// Gives events their ids, day by day.
struct EventSequence {
  private var last: [Int: Int64] = [:]

  /// The next id on a day.
  mutating func next(day: Int?, in db: Database) throws -> Int64 {
    var slot = EventID.slot(ofDay: day)
    while true {
      let ids = EventID.ids(inSlot: slot)
      let used =
        try last[slot]
        ?? Int64.fetchOne(
          db.cachedStatement(sql: "SELECT max(id) FROM event WHERE id BETWEEN ? AND ?"),
          arguments: [ids.lowerBound, ids.upperBound]) ?? ids.lowerBound
      if used < ids.upperBound {
        last[slot] = used + 1
        return used + 1
      }
      // Millions of events on one day go on into the next, rather than nowhere.
      slot += 1
    }
  }
}
