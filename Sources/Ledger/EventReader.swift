internal import Chronology
internal import Coding
internal import Diagnostics
internal import GRDB

/// Puts an event together from its rows and its document.
struct EventReader {
  let db: Database

  /// The event of this number, or `nil` where there is none.
  func event(_ id: Int64) throws -> StoredEvent? {
    let sql = """
      SELECT e.record, e.number, d.id, d.name, s.text, d.published, d.url, d.title, d.text, m.version, m.data
      FROM event e JOIN record r ON r.id = e.record JOIN document d ON d.id = r.document JOIN maker m ON m.id = r.maker
      LEFT JOIN term s ON s.id = d.source WHERE e.id = ?
      """
    guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id]) else { return nil }
    let (record, number): (Int64, Int) = (row[0], row[1])
    guard let event = try RecordReader(db: db).event(number, ofRecord: record) else { return nil }
    let article = Article(id: row[3], title: row[7], text: row[8])
    return StoredEvent(
      id: id, event: event, day: EventID.day(of: id).flatMap { CivilDate(dayNumber: $0)?.description },
      actors: try sides(event.actor, record), recipients: try sides(event.recipient, record),
      saidBy: try speakers(record, number),
      figures: try RecordReader(db: db).figures(ofEvent: number, record: record),
      evidence: Self.words(event.evidence, of: article.fullText),
      witness: StoredEvent.Witness(
        document: row[2], name: row[3], source: row[4], published: row[5], url: row[6], title: row[7]),
      coder: Record.CoderVersion.assembled(version: row[9], data: row[10]))
  }

  /// The code points of a span; what lies outside of the text is left out.
  static func words(_ span: Span, of text: String) -> String {
    guard span.start >= 0, span.end >= span.start else { return "" }
    let scalars = text.unicodeScalars.dropFirst(span.start).prefix(span.end - span.start)
    return String(scalars)
  }

  private func sides(_ ids: [String], _ record: Int64) throws -> [StoredEvent.Side] {
    let statement = try db.cachedStatement(
      sql: """
        SELECT a.name, a.latin, k.text, t.text, c.text, s.text FROM entity e
        JOIN actor a ON a.id = e.actor JOIN term k ON k.id = a.kind LEFT JOIN term t ON t.id = a.entry
        LEFT JOIN term c ON c.id = a.country LEFT JOIN term s ON s.id = a.sector
        WHERE e.record = ? AND e.number = ?
        """)
    return try ids.compactMap { id in
      guard let row = try Row.fetchOne(statement, arguments: [record, RecordNumber.of(id)]) else { return nil }
      return StoredEvent.Side(
        name: row[0], latin: row[1], kind: row[2], entry: row[3], country: row[4], sector: row[5])
    }
  }

  private func speakers(_ record: Int64, _ number: Int) throws -> [String?] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT a.name FROM told_in t JOIN statement s ON s.record = t.record AND s.number = t.statement
          LEFT JOIN entity e ON e.record = s.record AND e.number = s.speaker LEFT JOIN actor a ON a.id = e.actor
          WHERE t.record = ? AND t.event = ? ORDER BY t.ordinal
          """), arguments: [record, number]
    ).map { $0[0] }
  }
}
