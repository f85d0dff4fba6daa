public import DataFiles
public import Diagnostics
internal import Chronology
internal import GRDB

/// Lists the events of a ledger, the latest first. One list serves all threads.
public struct EventList: Sendable {
  /// Some events, and where the next begin.
  public struct Page: Sendable {
    /// The events, the latest first.
    public var events: [StoredEvent] = []
    /// Where the next page begins; `nil` at the end.
    public var next: EventCursor?
    /// Values of the filter that nothing in the ledger is called by.
    public var warnings: [Problem] = []
  }

  private let ledger: Ledger
  private let stem: SearchStem

  /// Makes a list.
  ///
  /// - Throws: ``Problem`` where a data file is missing or malformed.
  public init(ledger: Ledger, data: DataBundle = .embedded) throws(Problem) {
    self.ledger = ledger
    stem = try SearchStem(data: data)
  }

  /// A page of the events that fit a filter.
  ///
  /// - Parameter cursor: where it begins; `nil` for the first.
  /// - Throws: ``Problem`` where the ledger cannot be read.
  public func page(_ filter: EventFilter, after cursor: EventCursor? = nil, limit: Int = 50) throws(Problem) -> Page {
    try ledger.read { db in
      let facets = try self.facets(filter, db)
      var ids = try self.ids(filter, facets.text, below: cursor?.id, limit: max(1, limit) + 1, db)
      var page = Page(warnings: facets.unknown)
      if ids.count > max(1, limit) {
        ids.removeLast()
        page.next = ids.last.map { EventCursor($0) }
      }
      let reader = EventReader(db: db)
      page.events = try ids.compactMap { try reader.event($0) }
      return page
    }
  }

  /// How many events fit a filter.
  ///
  /// - Throws: ``Problem`` where the ledger cannot be read.
  public func count(_ filter: EventFilter) throws(Problem) -> Int {
    try ledger.read { db in
      let (sql, arguments) = self.selection("count(*)", filter, try self.facets(filter, db).text, below: nil)
      return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: arguments) ?? 0
    }
  }

  /// Calls `body` with each event that fits a filter, the latest first, a page at a time: memory stays bounded.
  ///
  /// - Returns: Values of the filter that nothing in the ledger is called by.
  /// - Throws: ``Problem`` where the ledger cannot be read.
  public func forEach(_ filter: EventFilter, _ body: (StoredEvent) -> Void) throws(Problem) -> [Problem] {
    var cursor: EventCursor?
    while true {
      let page = try page(filter, after: cursor, limit: 500)
      page.events.forEach(body)
      cursor = page.next
      if cursor == nil { return page.warnings }
    }
  }

  private func facets(_ filter: EventFilter, _ db: Database) throws -> FacetExpression {
    let resolver = NameResolver(db: db, stem: stem)
    var facets = FacetExpression()
    try facets.add(filter.actors, "actor") { try resolver.actor($0, role: .actor) }
    try facets.add(filter.recipients, "recipient") { try resolver.actor($0, role: .recipient) }
    try facets.add(filter.participants, "actor") {
      try resolver.actor($0, role: .actor) + resolver.actor($0, role: .recipient)
    }
    try facets.add(filter.types.map { $0.uppercased() }, "type") { try resolver.known($0, Facet.type) }
    try facets.add(filter.places, "place", resolver.place)
    try facets.add(filter.sources, "source", resolver.source)
    try facets.add(filter.statuses.map { $0.lowercased() }, "status") { try resolver.known($0, Facet.status) }
    return facets
  }

  private func ids(
    _ filter: EventFilter, _ facets: String?, below: Int64?, limit: Int, _ db: Database
  ) throws -> [Int64] {
    let column = facets == nil ? "e.id" : "rowid"
    var (sql, arguments) = selection(column, filter, facets, below: below)
    sql += " ORDER BY \(column) DESC LIMIT ?"
    arguments += [limit]
    return try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: arguments)
  }

  /// Ids carry the day, so that a range of days is a range of ids.
  private func selection(
    _ what: String, _ filter: EventFilter, _ facets: String?, below: Int64?
  ) -> (sql: String, arguments: StatementArguments) {
    let id = facets == nil ? "e.id" : "rowid"
    var sql: String
    var arguments: StatementArguments = []
    if let facets {
      sql = "SELECT \(what) FROM event_index WHERE event_index MATCH ?"
      arguments += [facets]
    } else {
      sql = "SELECT \(what) FROM event e JOIN record r ON r.id = e.record WHERE r.is_current"
    }
    if let from = filter.from {
      sql += " AND \(id) >= ?"
      arguments += [EventID.ids(inSlot: EventID.slot(ofDay: from.dayNumber)).lowerBound]
    }
    var last = below.map { $0 - 1 }
    if let to = filter.to {
      last = min(last ?? .max, EventID.ids(inSlot: EventID.slot(ofDay: to.dayNumber)).upperBound)
    }
    if let last {
      sql += " AND \(id) <= ?"
      arguments += [last]
    }
    return (sql, arguments)
  }
}
