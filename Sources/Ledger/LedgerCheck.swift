internal import Coding
public import Diagnostics
internal import GRDB

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

extension Ledger {
  /// What a check found.
  public struct CheckReport: Sendable {
    /// Documents looked at.
    public internal(set) var documents = 0
    /// Records looked at, those of earlier versions included.
    public internal(set) var records = 0
    /// Events of all these records.
    public internal(set) var events = 0
    /// What is wrong, at most ``mostProblems`` of it.
    public internal(set) var problems: [Problem] = []

    /// A ledger that is damaged through and through is not told row by row.
    public static let mostProblems = 100

    mutating func note(_ what: String, _ why: String) {
      if problems.count < Self.mostProblems { problems.append(Problem(.ledgerDamaged, what, why)) }
    }
  }

  /// Looks at everything in the ledger: the file itself, references, hashes, whether each offset lies inside its text,
  /// and whether the search indexes are in step with the documents.
  ///
  /// - Throws: ``Problem`` where the ledger cannot be read at all.
  public func check() throws(Problem) -> CheckReport {
    var report = CheckReport()
    // A contentless index is checked by a command, which SQLite takes for writing.
    try write { db in
      for index in ["document_index", "event_index"] {
        do {
          try db.execute(sql: "INSERT INTO \(index) (\(index)) VALUES ('integrity-check')")
        } catch let error as DatabaseError {
          report.note("the index \(index)", error.message ?? "it is damaged")
        }
      }
    }
    try read { db in
      for line in try String.fetchAll(db, sql: "PRAGMA integrity_check(10)") where line != "ok" {
        report.note("the file", line)
      }
      for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
        let table: String? = row[0]
        report.note("the table \(table ?? "?")", "a row refers to one that does not exist")
      }
      try Self.checkDocuments(db, &report)
      try Self.checkIndexes(db, &report)
    }
    return report
  }

  private static func checkDocuments(_ db: Database, _ report: inout CheckReport) throws {
    let reader = RecordReader(db: db)
    let hashes = try Row.fetchCursor(db, sql: "SELECT id, hash FROM document ORDER BY id")
    while let row = try hashes.next() {
      let (id, hash): (Int64, Data) = (row[0], row[1])
      report.documents += 1
      let article = try article(id, db)
      if ContentHash(article).blob != hash { report.note("document \(id)", "its text is not what was stored") }
      let length = article.fullText.unicodeScalars.count
      let records = try Row.fetchAll(
        db.cachedStatement(sql: "SELECT id, is_current FROM record WHERE document = ?"), arguments: [id])
      if records.count(where: { $0[1] }) != 1 {
        report.note("document \(id)", "it has not one current record but \(records.count(where: { $0[1] }))")
      }
      for row in records {
        let recordID: Int64 = row[0]
        do {
          guard let record = try reader.record(recordID) else { continue }
          report.records += 1
          report.events += record.events.count
          for span in record.allSpans where span.start < 0 || span.end < span.start || span.end > length {
            report.note(
              "record \(recordID)", "the span \(span.start)–\(span.end) lies outside of \(length) code points")
          }
        } catch let problem as Problem {
          report.note("record \(recordID)", problem.facts.joined(separator: " "))
        }
      }
    }
  }

  private static func checkIndexes(_ db: Database, _ report: inout CheckReport) throws {
    try compare(
      "the index of documents",
      try Int64.fetchCursor(db, sql: "SELECT id FROM document_index_docsize ORDER BY id"),
      try Int64.fetchCursor(db, sql: "SELECT id FROM document ORDER BY id"), &report)
    if try Indexer.fingerprint(db) == "stale" {
      return report.note(
        "the index of events", "records were coded again since it was made; run `sanad ledger reindex`")
    }
    let statuses = try String.fetchAll(
      db, sql: "SELECT DISTINCT t.text FROM term t WHERE t.id IN (SELECT status FROM event)")
    let all = statuses.map { "\"\(Facet.status($0))\"" }.joined(separator: " OR ")
    let indexed =
      all.isEmpty
      ? try Int64.fetchCursor(db, sql: "SELECT 0 WHERE 0")
      : try Int64.fetchCursor(
        db, sql: "SELECT rowid FROM event_index WHERE event_index MATCH ? ORDER BY rowid", arguments: [all])
    try compare(
      "the index of events", indexed,
      try Int64.fetchCursor(
        db, sql: "SELECT e.id FROM event e JOIN record r ON r.id = e.record WHERE r.is_current ORDER BY e.id"), &report)
  }

  /// Whether two lists of ids, in order, are the same.
  private static func compare(
    _ what: String, _ indexed: some Cursor<Int64>, _ stored: some Cursor<Int64>, _ report: inout CheckReport
  ) throws {
    while true {
      let (first, second) = (try indexed.next(), try stored.next())
      if first == second {
        if first == nil { return }
        continue
      }
      let id = [first, second].compactMap { $0 }.min() ?? 0
      return report.note(what, "it is not in step with the ledger from number \(id) on; run `sanad ledger reindex`")
    }
  }
}

extension Coding.Record {
  /// Every span of a record.
  var allSpans: [Span] {
    sentences + entities.flatMap { $0.mentions.map(\.span) } + statements.flatMap { [$0.cue, $0.span] }
      + events.flatMap { [$0.trigger, $0.evidence] + ($0.time.map { [$0.from] } ?? []) } + figures.map(\.span)
      + relations.map(\.span)
  }
}
