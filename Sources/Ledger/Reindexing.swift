internal import Coding
public import Diagnostics
internal import GRDB
internal import PersianText

extension Ledger {
  /// Makes the search indexes anew where they were made with other stems, or records were coded again since.
  ///
  /// - Throws: ``Problem`` where the ledger cannot be used.
  func reindexIfNeeded(stem: SearchStem, jobs: Int) throws(Problem) {
    let fingerprint = try read { try Indexer.fingerprint($0) }
    if fingerprint == stem.fingerprint { return }
    let isEmpty = try read { try Int.fetchOne($0, sql: "SELECT 1 FROM document LIMIT 1") == nil }
    if isEmpty { return try write { try Indexer.setFingerprint(stem.fingerprint, $0) } }
    try reindex(stem: stem, jobs: jobs)
  }

  /// Makes the search indexes anew, in one transaction: readers see the old ones until it is done.
  ///
  /// - Throws: ``Problem`` where the ledger cannot be used.
  public func reindex(stem: SearchStem, jobs: Int) throws(Problem) {
    let reader = try PersianReader(data: stem.data)
    try write { db in
      try Indexer.clear(db)
      try Self.renewNames(db, stem)
      var names = Interner(stem: stem)
      let ids = try Int64.fetchAll(db, sql: "SELECT id FROM document ORDER BY id")
      for start in stride(from: 0, to: ids.count, by: 256) {
        let part = Array(ids[start..<min(start + 256, ids.count)])
        let articles = try part.map { try Self.article($0, db) }
        let words = parallelMap(part.count, jobs: jobs) {
          CodedDocument.indexWords(of: reader.read(SourceText(articles[$0].fullText)), articles[$0], stem: stem)
        }
        var indexer = Indexer(db: db)
        for (index, id) in part.enumerated() {
          guard let record = try RecordReader(db: db).currentRecord(ofDocument: id) else { continue }
          let facets = try RecordFacets(of: record, source: articles[index].source, names: &names, in: db)
          let events = try Int64.fetchAll(
            db.cachedStatement(
              sql: """
                SELECT e.id FROM event e JOIN record r ON r.id = e.record WHERE r.document = ? AND r.is_current
                ORDER BY e.number
                """), arguments: [id])
          try indexer.add(id, words[index].title, words[index].body, facets, events: events)
        }
        try indexer.finish()
      }
      try Indexer.setFingerprint(stem.fingerprint, db)
    }
  }

  /// The keys of names, which are stems too.
  private static func renewNames(_ db: Database, _ stem: SearchStem) throws {
    for table in ["actor", "place"] {
      try db.execute(sql: "INSERT INTO \(table)_index (\(table)_index) VALUES ('delete-all')")
      let update = try db.cachedStatement(sql: "UPDATE \(table) SET key = ? WHERE id = ?")
      let insert = try db.cachedStatement(sql: "INSERT INTO \(table)_index (rowid, key) VALUES (?, ?)")
      for row in try Row.fetchAll(db, sql: "SELECT id, name FROM \(table) ORDER BY id") {
        let (id, key): (Int64, String) = (row[0], NameKey.key(of: row[1], stem: stem))
        try update.execute(arguments: [key, id])
        try insert.execute(arguments: [id, key])
      }
    }
  }
}
