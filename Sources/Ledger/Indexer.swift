internal import GRDB

/// Fills the search indexes. Entries are only ever added; what replaces others is written by a rebuild of all.
struct Indexer {
  let db: Database
  private var events: [(id: Int64, words: Set<String>)] = []

  init(db: Database) { self.db = db }

  /// Adds a document and the events of its record.
  mutating func add(
    _ document: Int64, _ title: IndexWords, _ body: IndexWords, _ facets: RecordFacets, events ids: [Int64]
  ) throws {
    let insert = try db.cachedStatement(
      sql: "INSERT INTO document_index (rowid, title, body, facets) VALUES (?, ?, ?, ?)")
    try insert.execute(arguments: [
      document, String(decoding: title.text, as: UTF8.self), String(decoding: body.text, as: UTF8.self),
      facets.document.sorted().joined(separator: " "),
    ])
    events += zip(ids, facets.events).map { ($0, $1) }
  }

  /// Writes the events that were added, in the order of their ids: the index goes to the disk whenever a number is lower
  /// than the one before.
  mutating func finish() throws {
    let insert = try db.cachedStatement(sql: "INSERT INTO event_index (rowid, facets) VALUES (?, ?)")
    for event in events.sorted(by: { $0.id < $1.id }) {
      try insert.execute(arguments: [event.id, event.words.sorted().joined(separator: " ")])
    }
    events.removeAll(keepingCapacity: true)
  }

  /// Empties the indexes.
  static func clear(_ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO document_index (document_index) VALUES ('delete-all');
        INSERT INTO event_index (event_index) VALUES ('delete-all');
        """)
  }

  // MARK: Which stems

  /// The fingerprint of the stems that the index was made with, or `nil` for an empty ledger.
  static func fingerprint(_ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'stems'")
  }

  /// Notes what the index is made with.
  static func setFingerprint(_ fingerprint: String, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO setting (name, value) VALUES ('stems', ?)", arguments: [fingerprint])
  }
}
