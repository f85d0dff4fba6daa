public import Coding
public import Diagnostics
internal import GRDB

extension Ledger {
  /// Calls `body` with the current record of each document, in the order they were stored.
  ///
  /// - Throws: ``Problem`` where the ledger cannot be read.
  public func forEachRecord(_ body: (Coding.Record) -> Void) throws(Problem) {
    var last: Int64 = 0
    while true {
      let records = try read { db in
        let ids = try Row.fetchAll(
          db.cachedStatement(
            sql: "SELECT document, id FROM record WHERE is_current AND document > ? ORDER BY document LIMIT 200"),
          arguments: [last])
        last = ids.last?[0] ?? last
        return try ids.compactMap { try RecordReader(db: db).record($0[1]) }
      }
      if records.isEmpty { return }
      records.forEach(body)
    }
  }
}

/// Puts a record together from its rows.
struct RecordReader {
  let db: Database

  /// The current record of a document, or `nil` where there is no such document.
  func currentRecord(ofDocument document: Int64) throws -> Record? {
    let sql = "SELECT id FROM record WHERE document = ? AND is_current"
    guard let id = try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [document]) else { return nil }
    return try record(id)
  }

  /// The record of a row.
  func record(_ id: Int64) throws -> Record? {
    let head = try row(
      """
      SELECT d.name, m.version, m.data, r.sentences FROM record r
      JOIN document d ON d.id = r.document JOIN maker m ON m.id = r.maker WHERE r.id = ?
      """, id)
    guard let head else { return nil }
    guard let sentences = PackedSpans.unpack(try head.withUnsafeData(atIndex: 3) { $0.map { [UInt8]($0) } ?? [] })
    else { throw damage("the sentences of record \(id)") }
    return Record.assembled(
      id: head[0], coder: Record.CoderVersion.assembled(version: head[1], data: head[2]), sentences: sentences,
      entities: try entities(id), statements: try statements(id), events: try events(id), figures: try figures(id),
      relations: try relations(id))
  }

  private func damage(_ what: String) -> Problem { Problem(.ledgerDamaged, what, "is not what was written") }

  private func row(_ sql: String, _ id: Int64) throws -> Row? {
    try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id])
  }

  private func rows(_ sql: String, _ id: Int64) throws -> RowCursor {
    try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: [id])
  }

  /// An enumeration's case of a stored word.
  private func value<Value: RawRepresentable>(
    _ row: Row, _ column: Int, as type: Value.Type
  ) throws -> Value where Value.RawValue == String {
    let word: String = row[column]
    guard let value = Value(rawValue: word) else { throw damage("the word \(word)") }
    return value
  }

  private func span(_ row: Row, _ column: Int) throws -> Span {
    let (start, length): (Int, Int) = (row[column], row[column + 1])
    let (end, isOver) = start.addingReportingOverflow(length)
    guard start >= 0, length >= 0, !isOver else { throw damage("a span") }
    return Span(start..<end)
  }

  private func entities(_ id: Int64) throws -> [Entity] {
    var mentions: [Int: [Entity.Mention]] = [:]
    let mentionRows = try rows(
      """
      SELECT entity, start, length, f.text FROM mention JOIN term f ON f.id = form WHERE record = ?
      ORDER BY entity, ordinal
      """, id)
    while let row = try mentionRows.next() {
      let mention = Entity.Mention.assembled(
        span: try span(row, 1), form: try value(row, 3, as: Entity.Mention.Form.self))
      mentions[row[0], default: []].append(mention)
    }
    let entityRows = try rows(
      """
      SELECT e.number, a.name, a.latin, k.text, t.text, c.text, s.text FROM entity e
      JOIN actor a ON a.id = e.actor JOIN term k ON k.id = a.kind LEFT JOIN term t ON t.id = a.entry
      LEFT JOIN term c ON c.id = a.country LEFT JOIN term s ON s.id = a.sector
      WHERE e.record = ? ORDER BY e.number
      """, id)
    var entities: [Entity] = []
    while let row = try entityRows.next() {
      let number: Int = row[0]
      entities.append(
        Entity.assembled(
          id: RecordNumber.entity(number), name: row[1], latin: row[2], kind: try value(row, 3, as: Entity.Kind.self),
          entry: row[4], country: row[5], sector: row[6], mentions: mentions[number] ?? []))
    }
    return entities
  }

  private func statements(_ id: Int64) throws -> [Statement] {
    let rows = try rows(
      """
      SELECT number, speaker, k.text, a.text, cue_start, cue_length, start, length, within FROM statement
      JOIN term k ON k.id = kind JOIN term a ON a.id = act WHERE record = ? ORDER BY number
      """, id)
    var statements: [Statement] = []
    while let row = try rows.next() {
      statements.append(
        Statement.assembled(
          id: RecordNumber.statement(row[0]), speaker: (row[1] as Int?).map(RecordNumber.entity),
          kind: try value(row, 2, as: Statement.Kind.self), act: row[3], cue: try span(row, 4), span: try span(row, 6),
          within: (row[8] as Int?).map(RecordNumber.statement)))
    }
    return statements
  }

  /// Events, with their sides and the statements they are told in.
  private func events(_ id: Int64) throws -> [Event] {
    try events("e.record = ?", "record = ?", [id])
  }

  /// One event of a record.
  func event(_ number: Int, ofRecord id: Int64) throws -> Event? {
    try events("e.record = ? AND e.number = ?", "record = ? AND event = ?", [id, number]).first
  }

  private func events(_ ofEvents: String, _ ofParts: String, _ arguments: StatementArguments) throws -> [Event] {
    var sides: [Int: [[String]]] = [:]
    let sideRows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT event, role, entity FROM side WHERE \(ofParts) ORDER BY event, role, ordinal"),
      arguments: arguments)
    while let row = try sideRows.next() {
      let (event, role): (Int, Int) = (row[0], row[1])
      guard (0...1).contains(role) else { throw damage("a side of an event") }
      sides[event, default: [[], []]][role].append(RecordNumber.entity(row[2]))
    }
    var chains: [Int: [String]] = [:]
    let chainRows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT event, statement FROM told_in WHERE \(ofParts) ORDER BY event, ordinal"),
      arguments: arguments)
    while let row = try chainRows.next() { chains[row[0], default: []].append(RecordNumber.statement(row[1])) }
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: Self.eventColumns + " WHERE \(ofEvents) ORDER BY e.number"), arguments: arguments)
    var events: [Event] = []
    while let row = try rows.next() {
      let number: Int = row[0]
      let pair = sides[number] ?? [[], []]
      events.append(
        Event.assembled(
          id: RecordNumber.event(number), type: row[1], mode: row[2], actor: pair[0], recipient: pair[1],
          status: try value(row, 3, as: Event.Status.self), saidBy: chains[number] ?? [], trigger: try span(row, 4),
          evidence: try span(row, 6), place: place(row, 17), time: try time(row),
          position: try value(row, 8, as: Event.Position.self), sameAs: (row[9] as Int?).map(RecordNumber.event),
          rule: row[10], confidence: row[11]))
    }
    return events
  }

  private static let eventColumns = """
    SELECT e.number, t.text, m.text, s.text, e.trigger_start, e.trigger_length, e.evidence_start, e.evidence_length,
      p.text, e.same_as, r.text, e.confidence, e.time_start, e.time_end, tp.text, e.time_from_start,
      e.time_from_length, w.name, w.latin, we.text, wc.text, w.latitude, w.longitude, wp.text
    FROM event e JOIN term t ON t.id = e.type LEFT JOIN term m ON m.id = e.mode JOIN term s ON s.id = e.status
    JOIN term p ON p.id = e.position JOIN term r ON r.id = e.rule LEFT JOIN term tp ON tp.id = e.time_precision
    LEFT JOIN place w ON w.id = e.place LEFT JOIN term we ON we.id = w.entry LEFT JOIN term wc ON wc.id = w.country
    LEFT JOIN term wp ON wp.id = w.precision
    """

  private func time(_ row: Row) throws -> Event.Time? {
    guard let start: String = row[12], let end: String = row[13], let precision: String = row[14] else { return nil }
    return Event.Time.assembled(start: start, end: end, precision: precision, from: try span(row, 15))
  }

  private func place(_ row: Row, _ column: Int) -> Event.Place? {
    guard let name: String = row[column], let precision: String = row[column + 6] else { return nil }
    return Event.Place.assembled(
      name: name, latin: row[column + 1], entry: row[column + 2], country: row[column + 3], latitude: row[column + 4],
      longitude: row[column + 5], precision: precision)
  }

  private func figures(_ id: Int64) throws -> [Figure] { try figures("record = ?", [id]) }

  /// The figures of one event.
  func figures(ofEvent number: Int, record id: Int64) throws -> [Figure] {
    try figures("record = ? AND event = ?", [id, number])
  }

  private func figures(_ which: String, _ arguments: StatementArguments) throws -> [Figure] {
    let sql = """
      SELECT event, m.text, count, of, start, length FROM figure JOIN term m ON m.id = measure
      WHERE \(which) ORDER BY ordinal
      """
    let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
    var figures: [Figure] = []
    while let row = try rows.next() {
      figures.append(
        Figure.assembled(
          event: (row[0] as Int?).map(RecordNumber.event), measure: row[1], count: row[2],
          of: (row[3] as Int?).map(RecordNumber.entity), span: try span(row, 4)))
    }
    return figures
  }

  private func relations(_ id: Int64) throws -> [Relation] {
    let rows = try rows(
      """
      SELECT t.text, subject, object, start, length FROM relation JOIN term t ON t.id = type
      WHERE record = ? ORDER BY ordinal
      """, id)
    var relations: [Relation] = []
    while let row = try rows.next() {
      relations.append(
        Relation.assembled(
          type: try value(row, 0, as: Relation.Kind.self), subject: RecordNumber.entity(row[1]),
          object: RecordNumber.entity(row[2]), span: try span(row, 3)))
    }
    return relations
  }
}
