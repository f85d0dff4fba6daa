public import Coding
public import Diagnostics
internal import GRDB

extension Ledger {
  /// Codes all documents again whose current record another version of the coder or its data made. The old records stay
  /// in the ledger, by their version. What was done is kept where it is stopped, and not done again.
  ///
  /// - Parameter progress: is told how many of how many are done; where it returns false, the work stops there.
  /// - Returns: How many documents were coded.
  /// - Throws: ``Problem`` where the ledger cannot be used.
  public func recode(
    with coder: Coder, stem: SearchStem, jobs: Int, progress: (_ done: Int, _ of: Int) -> Bool = { _, _ in true }
  ) throws(Problem) -> Int {
    let waiting = try read { try Self.documents(notMadeBy: coder.makerVersion, $0) }
    var writer = DocumentWriter(stem: stem)
    var done = 0
    while done < waiting.count {
      let ids = Array(waiting[done..<min(done + 64 * max(1, jobs), waiting.count)])
      let articles = try read { db in try ids.map { try Self.article($0, db) } }
      let documents = parallelMap(ids.count, jobs: jobs) { index in
        (id: ids[index], coded: CodedDocument(articles[index], from: "", coder: coder, stem: stem))
      }
      try write { db in
        // The index still finds the old records until it is made anew.
        try Indexer.setFingerprint("stale", db)
        try writer.replace(documents, in: db)
      }
      done += ids.count
      if !progress(done, waiting.count) { return done }
    }
    try reindexIfNeeded(stem: stem, jobs: jobs)
    return done
  }

  private static func documents(notMadeBy maker: Coding.Record.CoderVersion, _ db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT r.document FROM record r JOIN maker m ON m.id = r.maker
        WHERE r.is_current AND (m.version != ? OR m.data != ?) ORDER BY r.document
        """, arguments: [maker.version, maker.data])
  }

  /// A document as the article that it was.
  static func article(_ id: Int64, _ db: Database) throws -> Article {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT d.name, d.title, d.text, d.published, d.url, s.text FROM document d
          LEFT JOIN term s ON s.id = d.source WHERE d.id = ?
          """), arguments: [id])
    guard let row else { throw Problem(.ledgerDamaged, "document \(id)", "it is gone") }
    return Article(id: row[0], title: row[1], text: row[2], published: row[3], url: row[4], source: row[5])
  }
}
