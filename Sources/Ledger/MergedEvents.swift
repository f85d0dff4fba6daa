public import Diagnostics
internal import Coding
internal import GRDB

/// One event with all reports that tell it.
public struct MergedEvent: Sendable {
  /// A report, and why it was taken to tell the same; the first needs no reason.
  public struct Telling: Sendable {
    /// The event as this report tells it.
    public var event: StoredEvent
    /// What agrees, `; ` between.
    public var why: String?
    /// How much, in points.
    public var points: Double
  }

  /// Something that the reports tell differently.
  public struct Difference: Sendable, Hashable {
    /// What: a measure, `time`, `place` …
    public var what: String
    /// What is told, each with the numbers of the events that tell it so.
    public var told: [String: [Int64]]
  }

  /// The reports, the first of them first.
  public var tellings: [Telling]

  /// Where the reports differ. What a report does not tell at all is no difference.
  public var differences: [Difference] {
    var all: [String: [String: [Int64]]] = [:]
    for telling in tellings {
      let event = telling.event
      func note(_ what: String, _ value: String?) {
        if let value, !value.isEmpty { all[what, default: [:]][value, default: []].append(event.id) }
      }
      for measure in Set(event.figures.map(\.measure)) {
        note(measure, event.figures.filter { $0.measure == measure }.compactMap(\.count).max().map { String($0) })
      }
      note("time", event.event.time.map { $0.start == $0.end ? $0.start : "\($0.start)/\($0.end)" })
      note("place", event.event.place?.name)
      note("mode", event.event.mode)
      note("actor", event.actors.map(\.name).sorted().joined(separator: "; "))
      note("recipient", event.recipients.map(\.name).sorted().joined(separator: "; "))
    }
    return all.filter { $0.value.count > 1 }.map { Difference(what: $0.key, told: $0.value) }.sorted {
      $0.what < $1.what
    }
  }
}

extension Ledger {
  /// The events that more than one report tells, the latest first.
  ///
  /// - Throws: ``Problem`` where the ledger cannot be read.
  public func merges(limit: Int) throws(Problem) -> [MergedEvent] {
    try read { db in
      let heads = try Int64.fetchAll(
        db, sql: "SELECT DISTINCT head FROM merge ORDER BY head DESC LIMIT ?", arguments: [limit])
      return try heads.compactMap { try Self.merged($0, db) }
    }
  }

  /// The group that an event is in, or `nil` where it is told by one report.
  ///
  /// - Throws: ``Problem`` where the ledger cannot be read.
  public func merged(with event: Int64) throws(Problem) -> MergedEvent? {
    try read { db in
      let head = try Int64.fetchOne(
        db, sql: "SELECT head FROM merge WHERE event = ? OR head = ? LIMIT 1", arguments: [event, event])
      return try head.flatMap { try Self.merged($0, db) }
    }
  }

  private static func merged(_ head: Int64, _ db: Database) throws -> MergedEvent? {
    let reader = EventReader(db: db)
    guard let first = try reader.event(head) else { return nil }
    var tellings = [MergedEvent.Telling(event: first, why: nil, points: 0)]
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT event, why, points FROM merge WHERE head = ? ORDER BY event"), arguments: [head])
    for row in rows {
      guard let event = try reader.event(row[0]) else { continue }
      tellings.append(MergedEvent.Telling(event: event, why: row[1], points: row[2]))
    }
    return MergedEvent(tellings: tellings)
  }

  /// The documents that are copies: each with the earlier one that it copies.
  ///
  /// - Throws: ``Problem`` where the ledger cannot be read.
  public func copies() throws(Problem) -> [(document: Int64, original: Int64)] {
    try read { db in
      try Row.fetchAll(db, sql: "SELECT document, original FROM copy ORDER BY document").map { ($0[0], $0[1]) }
    }
  }
}
