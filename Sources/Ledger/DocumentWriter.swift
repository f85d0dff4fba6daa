internal import Coding
internal import GRDB

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Stores coded documents, many to a transaction. There is one for each process that writes.
struct DocumentWriter {
  /// What became of a batch.
  struct Outcome {
    /// Documents that are new.
    var stored = 0
    /// Documents that the ledger had.
    var known = 0
  }

  private var names: Interner
  private var ids = EventSequence()
  private var dataVersion = -1

  init(stem: SearchStem) { names = Interner(stem: stem) }

  /// Forgets what it remembers of the tables, which may have changed.
  mutating func forget() {
    names.forget()
    ids = EventSequence()
  }

  /// Stores documents, in a transaction of the caller's. Those that are there already are passed over.
  mutating func store(_ documents: [CodedDocument], in db: Database) throws -> Outcome {
    try noticeOthers(db)
    var outcome = Outcome()
    var indexer = Indexer(db: db)
    for document in documents {
      guard let id = try insert(document, in: db) else {
        outcome.known += 1
        continue
      }
      let events = try writeRecord(document.record, of: id, document.article, in: db)
      let facets = try RecordFacets(of: document.record, source: document.article.source, names: &names, in: db)
      try indexer.add(id, document.title, document.body, facets, events: events)
      outcome.stored += 1
    }
    try indexer.finish()
    return outcome
  }

  /// Stores new records of documents that the ledger has, in a transaction of the caller's. The old ones stay, by their
  /// version; the search indexes are left as they were.
  mutating func replace(_ documents: [(id: Int64, coded: CodedDocument)], in db: Database) throws {
    try noticeOthers(db)
    for (id, document) in documents {
      try db.cachedStatement(sql: "UPDATE record SET is_current = 0 WHERE document = ? AND is_current")
        .execute(arguments: [id])
      let maker = try names.maker(document.record.coder, in: db)
      try db.cachedStatement(sql: "UPDATE record SET is_current = 1 WHERE document = ? AND maker = ?")
        .execute(arguments: [id, maker])
      // A version that was in use before is made the current one again.
      if db.changesCount == 0 { _ = try writeRecord(document.record, of: id, document.article, in: db) }
    }
  }

  /// Another process may have written since the last transaction.
  private mutating func noticeOthers(_ db: Database) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA data_version") ?? 0
    if version != dataVersion { forget() }
    dataVersion = version
  }

  /// - Returns: The number of the new document, or `nil` where it was there.
  private mutating func insert(_ document: CodedDocument, in db: Database) throws -> Int64? {
    let article = document.article
    let source: Int64? = try names.term(article.source, in: db)
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO document (hash, name, origin, source, day, published, url, title, text)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
        """)
    try statement.execute(arguments: [
      document.hash.blob, article.id, try names.term(document.origin, in: db) as Int64, source,
      EventID.day(ofDate: article.published), article.published, article.url, article.title, article.text,
    ])
    return db.changesCount == 0 ? nil : db.lastInsertedRowID
  }

  /// Writes the record of a document as the current one.
  ///
  /// - Returns: The ids of its events.
  private mutating func writeRecord(
    _ record: Record, of document: Int64, _ article: Article, in db: Database
  ) throws -> [Int64] {
    let maker = try names.maker(record.coder, in: db)
    let statement = try db.cachedStatement(
      sql: "INSERT INTO record (document, maker, is_current, sentences) VALUES (?, ?, 1, ?)")
    try statement.execute(arguments: [document, maker, Data(PackedSpans.pack(record.sentences))])
    let writer = RecordWriter(
      db: db, record: record, id: db.lastInsertedRowID, day: EventID.day(ofDate: article.published))
    return try writer.write(&names, &ids)
  }
}
