internal import GRDB

/// The tables of a ledger, as steps that are named and only ever added to: a step that was released is never changed.
///
/// What there are few of and many refer to (outlets, entries, words of enumerations) is a `term`, so that a row holds a
/// small number; names of actors and places are kept once. A record's rows hold all of it: its JSON is made from them.
enum LedgerSchema {
  /// What SQLite keeps in the header of a ledger: "SNAD".
  static let applicationID = 0x534E_4144

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 documents, records, search", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: documents)
      try db.execute(sql: records)
      try db.execute(sql: search)
    }
    migrator.registerMigration("2 copies and merged events", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: merges)
    }
    return migrator
  }

  /// `day` counts days since 1970-01-01. `hash` is the first half of the SHA-256 of the content.
  private static let documents = """
    CREATE TABLE term (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE);
    CREATE TABLE document (
      id INTEGER PRIMARY KEY,
      hash BLOB NOT NULL UNIQUE,
      name TEXT NOT NULL,
      origin INTEGER NOT NULL REFERENCES term,
      source INTEGER REFERENCES term,
      day INTEGER,
      published TEXT, url TEXT, title TEXT, text TEXT NOT NULL);
    CREATE TABLE maker (
      id INTEGER PRIMARY KEY, version TEXT NOT NULL, data TEXT NOT NULL, UNIQUE (version, data));
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """

  /// Offsets are code points of a document's full text, as in the record; a span is kept as its start and its length.
  private static let records = """
    CREATE TABLE record (
      id INTEGER PRIMARY KEY,
      document INTEGER NOT NULL REFERENCES document,
      maker INTEGER NOT NULL REFERENCES maker,
      is_current INTEGER NOT NULL,
      sentences BLOB NOT NULL,
      UNIQUE (document, maker));
    CREATE UNIQUE INDEX record_current ON record (document) WHERE is_current;
    CREATE TABLE actor (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, latin TEXT, kind INTEGER NOT NULL REFERENCES term,
      entry INTEGER REFERENCES term, country INTEGER REFERENCES term, sector INTEGER REFERENCES term,
      key TEXT NOT NULL);
    CREATE INDEX actor_key ON actor (key);
    CREATE INDEX actor_entry ON actor (entry);
    CREATE TABLE place (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL, latin TEXT, entry INTEGER REFERENCES term,
      country INTEGER REFERENCES term, latitude REAL, longitude REAL, precision INTEGER NOT NULL REFERENCES term,
      key TEXT NOT NULL);
    CREATE INDEX place_key ON place (key);
    CREATE INDEX place_entry ON place (entry);
    CREATE TABLE entity (
      record INTEGER NOT NULL REFERENCES record, number INTEGER NOT NULL, actor INTEGER NOT NULL REFERENCES actor,
      PRIMARY KEY (record, number)) WITHOUT ROWID;
    CREATE TABLE mention (
      record INTEGER NOT NULL, entity INTEGER NOT NULL, ordinal INTEGER NOT NULL,
      start INTEGER NOT NULL, length INTEGER NOT NULL, form INTEGER NOT NULL REFERENCES term,
      PRIMARY KEY (record, entity, ordinal),
      FOREIGN KEY (record, entity) REFERENCES entity) WITHOUT ROWID;
    CREATE TABLE statement (
      record INTEGER NOT NULL REFERENCES record, number INTEGER NOT NULL, speaker INTEGER,
      kind INTEGER NOT NULL REFERENCES term, act INTEGER NOT NULL REFERENCES term,
      cue_start INTEGER NOT NULL, cue_length INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL,
      within INTEGER,
      PRIMARY KEY (record, number),
      FOREIGN KEY (record, speaker) REFERENCES entity) WITHOUT ROWID;
    CREATE TABLE event (
      id INTEGER PRIMARY KEY,
      record INTEGER NOT NULL REFERENCES record, number INTEGER NOT NULL,
      type INTEGER NOT NULL REFERENCES term, mode INTEGER REFERENCES term,
      status INTEGER NOT NULL REFERENCES term, position INTEGER NOT NULL REFERENCES term,
      trigger_start INTEGER NOT NULL, trigger_length INTEGER NOT NULL,
      evidence_start INTEGER NOT NULL, evidence_length INTEGER NOT NULL,
      place INTEGER REFERENCES place,
      time_start TEXT, time_end TEXT, time_precision INTEGER REFERENCES term,
      time_from_start INTEGER, time_from_length INTEGER,
      same_as INTEGER, rule INTEGER NOT NULL REFERENCES term, confidence REAL NOT NULL);
    CREATE UNIQUE INDEX event_record ON event (record, number);
    CREATE TABLE side (
      record INTEGER NOT NULL, event INTEGER NOT NULL, role INTEGER NOT NULL, ordinal INTEGER NOT NULL,
      entity INTEGER NOT NULL,
      PRIMARY KEY (record, event, role, ordinal),
      FOREIGN KEY (record, event) REFERENCES event (record, number),
      FOREIGN KEY (record, entity) REFERENCES entity) WITHOUT ROWID;
    CREATE TABLE told_in (
      record INTEGER NOT NULL, event INTEGER NOT NULL, ordinal INTEGER NOT NULL, statement INTEGER NOT NULL,
      PRIMARY KEY (record, event, ordinal),
      FOREIGN KEY (record, event) REFERENCES event (record, number),
      FOREIGN KEY (record, statement) REFERENCES statement) WITHOUT ROWID;
    CREATE TABLE figure (
      record INTEGER NOT NULL REFERENCES record, ordinal INTEGER NOT NULL, event INTEGER,
      measure INTEGER NOT NULL REFERENCES term, count INTEGER, of INTEGER,
      start INTEGER NOT NULL, length INTEGER NOT NULL,
      PRIMARY KEY (record, ordinal)) WITHOUT ROWID;
    CREATE TABLE relation (
      record INTEGER NOT NULL REFERENCES record, ordinal INTEGER NOT NULL, type INTEGER NOT NULL REFERENCES term,
      subject INTEGER NOT NULL, object INTEGER NOT NULL, start INTEGER NOT NULL, length INTEGER NOT NULL,
      PRIMARY KEY (record, ordinal)) WITHOUT ROWID;
    """

  /// The indexes hold only what Sanad itself wrote as words: stems, and facets such as `t_assault` (see `Facet`). Only
  /// the current record of a document is in the first two. No text is kept in them twice.
  private static let search = """
    CREATE VIRTUAL TABLE document_index USING fts5 (
      title, body, facets, content='', tokenize="ascii tokenchars '_'");
    CREATE VIRTUAL TABLE event_index USING fts5 (
      facets, content='', columnsize=0, detail=none, tokenize="ascii tokenchars '_'");
    CREATE VIRTUAL TABLE actor_index USING fts5 (key, content='', columnsize=0, tokenize="ascii tokenchars '_'");
    CREATE VIRTUAL TABLE place_index USING fts5 (key, content='', columnsize=0, tokenize="ascii tokenchars '_'");
    CREATE INDEX document_day ON document (day);
    """

  /// What was found to be the same. Nothing that it speaks of is changed, so that all of it can be taken back; `parted`
  /// keeps what a person took back.
  private static let merges = """
    CREATE TABLE copy (
      document INTEGER PRIMARY KEY REFERENCES document, original INTEGER NOT NULL REFERENCES document,
      containment REAL NOT NULL);
    CREATE TABLE merge (
      event INTEGER PRIMARY KEY REFERENCES event, head INTEGER NOT NULL REFERENCES event,
      points REAL NOT NULL, why TEXT NOT NULL);
    CREATE INDEX merge_head ON merge (head);
    CREATE TABLE parted (event INTEGER PRIMARY KEY REFERENCES event);
    """
}
