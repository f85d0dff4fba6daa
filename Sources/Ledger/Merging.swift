internal import Chronology
internal import Coding
public import DataFiles
public import Diagnostics
internal import GRDB
internal import PersianText

/// What a run of merging found.
public struct MergeSummary: Sendable, Hashable {
  /// Documents that were compared.
  public internal(set) var documents = 0
  /// Those that are copies of earlier ones.
  public internal(set) var copies = 0
  /// Events that were compared.
  public internal(set) var events = 0
  /// Those that are told by an earlier report too.
  public internal(set) var merged = 0
}

extension Ledger {
  /// Finds copies among the documents and the same events among the current records, anew. Documents and records stay as
  /// they are; what was parted by hand stays parted.
  ///
  /// - Throws: ``Problem`` where the ledger cannot be used, or a data file is malformed.
  public func merge(data: DataBundle = .embedded, jobs: Int) throws(Problem) -> MergeSummary {
    let stem = try SearchStem(data: data)
    let reader = try PersianReader(data: data)
    return try write { db in
      try db.execute(sql: "DELETE FROM merge; DELETE FROM copy")
      var summary = MergeSummary()
      try Self.findCopies(db, reader, stem, jobs, &summary)
      try Self.mergeEvents(db, reader, stem, &summary)
      return summary
    }
  }

  /// Takes an event out of its group, now and in later runs.
  ///
  /// - Returns: Whether it was in one.
  /// - Throws: ``Problem`` where the ledger cannot be used.
  public func part(_ event: Int64) throws(Problem) -> Bool {
    try write { db in
      try db.execute(sql: "DELETE FROM merge WHERE event = ?", arguments: [event])
      guard db.changesCount > 0 else { return false }
      try db.execute(sql: "INSERT OR IGNORE INTO parted (event) VALUES (?)", arguments: [event])
      return true
    }
  }

  // MARK: Documents

  private static func findCopies(
    _ db: Database, _ reader: PersianReader, _ stem: SearchStem, _ jobs: Int, _ summary: inout MergeSummary
  ) throws {
    var finder = CopyFinder()
    let ids = try Int64.fetchAll(db, sql: "SELECT id FROM document ORDER BY day, id")
    let insert = try db.cachedStatement(sql: "INSERT INTO copy (document, original, containment) VALUES (?, ?, ?)")
    for start in stride(from: 0, to: ids.count, by: 256) {
      let part = Array(ids[start..<min(start + 256, ids.count)])
      let articles = try part.map { try article($0, db) }
      let texts = parallelMap(part.count, jobs: jobs) { index in
        let reading = reader.read(SourceText(articles[index].text))
        return CopyFinder.Text(
          id: part[index], day: EventID.day(ofDate: articles[index].published),
          sketch: ShingleSketch(of: IndexWords(reading.words.indices, of: reading, stem: stem)),
          numbers: numbers(in: reading))
      }
      for var text in texts {
        text.numbers.formUnion(try figures(ofDocument: text.id, db))
        summary.documents += 1
        guard let copy = finder.copy(text) else { continue }
        summary.copies += 1
        try insert.execute(arguments: [copy.document, copy.original, copy.containment])
      }
    }
  }

  private static func numbers(in reading: Reading) -> Set<String> {
    Set(
      reading.words.filter { $0.kind == .number }.map {
        String(decoding: WordKey.key(of: String(decoding: reading.bytes[$0.range], as: UTF8.self)), as: UTF8.self)
      })
  }

  private static func figures(ofDocument document: Int64, _ db: Database) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT m.text || ' ' || f.count FROM figure f JOIN record r ON r.id = f.record JOIN term m ON m.id = f.measure
          WHERE r.document = ? AND r.is_current AND f.count IS NOT NULL
          """), arguments: [document])
  }

  // MARK: Events

  private static func mergeEvents(
    _ db: Database, _ reader: PersianReader, _ stem: SearchStem, _ summary: inout MergeSummary
  ) throws {
    var merger = EventMerger()
    let insert = try db.cachedStatement(sql: "INSERT INTO merge (event, head, points, why) VALUES (?, ?, ?, ?)")
    let ids = try Row.fetchCursor(
      db,
      sql: """
        SELECT e.id, coalesce(c.original, r.document) FROM event e JOIN record r ON r.id = e.record
        LEFT JOIN copy c ON c.document = r.document
        WHERE r.is_current AND e.same_as IS NULL AND e.id NOT IN (SELECT event FROM parted) ORDER BY e.id
        """)
    let events = EventReader(db: db)
    while let row = try ids.next() {
      guard let stored = try events.event(row[0]) else { continue }
      summary.events += 1
      guard let compared = compared(stored, original: row[1], reader, stem), let merge = merger.merge(compared) else {
        continue
      }
      summary.merged += 1
      try insert.execute(arguments: [
        merge.event, merge.head, merge.points, (["type \(stored.event.type)"] + merge.reasons).joined(separator: "; "),
      ])
    }
  }

  /// An event as it is compared; `nil` for one without any day, which could be any.
  private static func compared(
    _ stored: StoredEvent, original: Int64, _ reader: PersianReader, _ stem: SearchStem
  ) -> ComparedEvent? {
    guard let day = EventID.day(of: stored.id) else { return nil }
    let last = EventID.day(ofDate: stored.event.time?.end) ?? day
    let reading = reader.read(SourceText(stored.evidence))
    let words = IndexWords(reading.words.indices, of: reading, stem: stem).text
    // Short words are mostly of grammar.
    let stems = Set(words.split(separator: 0x20).filter { $0.count > 4 }.map { Array($0) })
    return ComparedEvent(
      id: stored.id, document: stored.witness.document, original: original, type: stored.event.type,
      mode: stored.event.mode, status: stored.event.status.rawValue, days: day...max(day, last),
      hasTime: stored.event.time != nil, place: stored.event.place, actors: sides(stored.actors, stem),
      recipients: sides(stored.recipients, stem),
      figures: Set(stored.figures.compactMap { figure in figure.count.map { "\(figure.measure) \($0)" } }), stems: stems
    )
  }

  private static func sides(_ sides: [StoredEvent.Side], _ stem: SearchStem) -> Set<ComparedEvent.Side> {
    Set(
      sides.map { side in
        ComparedEvent.Side(
          name: side.entry ?? NameKey.key(of: side.name, stem: stem), isPerson: side.kind == "person",
          country: side.country)
      })
  }
}
