public import Coding
public import DataFiles
public import Diagnostics
internal import Chronology
internal import GRDB
internal import PersianText

/// Finds documents in a ledger. One searcher serves all threads.
public struct Searcher: Sendable {
  /// A document that was found.
  public struct Hit: Sendable, Hashable {
    /// Its number in the ledger.
    public var document: Int64
    /// The article, whole.
    public var article: Article
    /// How well it fits: the greater the better (BM25; a word in the headline counts four times). 0 where no word was
    /// looked for.
    public var score: Double
    /// What shows why it was found.
    public var snippet: Snippet
  }

  /// What a search found.
  public struct Results: Sendable {
    /// The best first.
    public var hits: [Hit] = []
    /// How many documents fit; where ``isMore`` is true there are others, stored before them, that were not looked at.
    public var count = 0
    /// Whether more documents fit than are ranked.
    public var isMore = false
    /// Values of fields that nothing in the ledger is called by.
    public var warnings: [Problem] = []
  }

  /// How many of the newest documents that fit are ranked: a word that half of the ledger has says little, and news is
  /// looked for by what is new.
  static let mostRanked = 2000

  private let ledger: Ledger
  private let stem: SearchStem
  private let reader: PersianReader

  /// Makes a searcher.
  ///
  /// - Throws: ``Problem`` where a data file is missing or malformed.
  public init(ledger: Ledger, data: DataBundle = .embedded) throws(Problem) {
    self.ledger = ledger
    stem = try SearchStem(data: data)
    reader = try PersianReader(data: data)
  }

  /// The documents that fit a query.
  ///
  /// - Throws: ``Problem`` where the ledger cannot be read, or nothing that can be looked for is in the query.
  public func search(_ query: SearchQuery, limit: Int = 10, offset: Int = 0) throws(Problem) -> Results {
    let expression = SearchExpression(query.terms, reader: reader, stem: stem)
    return try ledger.read { db in
      let resolver = NameResolver(db: db, stem: stem)
      var facets = FacetExpression()
      try facets.add(query.actors, "actor") { try resolver.actor($0, role: .named) }
      try facets.add(query.places, "place", resolver.place)
      try facets.add(query.types, "type") { try resolver.known($0, Facet.type) }
      try facets.add(query.sources, "source", resolver.source)
      var parts: [String] = []
      if let facets = facets.text { parts.append("facets : (\(facets))") }
      if let words = expression.text { parts.append("{title body} : (\(words))") }
      if parts.isEmpty, query.from == nil, query.to == nil { throw Problem(.searchEmpty) }
      var found = try candidates(
        db, parts.isEmpty ? nil : parts.joined(separator: " AND "), query, isRanked: expression.text != nil)
      var results = Results(count: found.count, isMore: found.count == Self.mostRanked, warnings: facets.unknown)
      if expression.text != nil { found.sort { ($0.score, $0.id) > ($1.score, $1.id) } }
      for candidate in found.dropFirst(max(0, offset)).prefix(max(0, limit)) {
        let article = try Ledger.article(candidate.id, db)
        results.hits.append(
          Hit(
            document: candidate.id, article: article, score: candidate.score,
            snippet: Snippet(of: article, for: expression, reader: reader, stem: stem)))
      }
      return results
    }
  }

  private func candidates(
    _ db: Database, _ match: String?, _ query: SearchQuery, isRanked: Bool
  ) throws -> [(id: Int64, score: Double)] {
    var sql = "SELECT d.id, 0.0 FROM document d WHERE 1"
    var arguments: StatementArguments = []
    if let match {
      let score = isRanked ? "-bm25(document_index, 4.0, 1.0, 0.0)" : "0.0"
      let join = query.from == nil && query.to == nil ? "" : " CROSS JOIN document d ON d.id = document_index.rowid"
      sql = "SELECT document_index.rowid, \(score) FROM document_index\(join) WHERE document_index MATCH ?"
      arguments += [match]
    }
    if let from = query.from {
      sql += " AND d.day >= ?"
      arguments += [from.dayNumber]
    }
    if let to = query.to {
      sql += " AND d.day <= ?"
      arguments += [to.dayNumber]
    }
    sql += " ORDER BY \(match == nil ? "d.id" : "document_index.rowid") DESC LIMIT \(Self.mostRanked)"
    let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
    var found: [(id: Int64, score: Double)] = []
    while let row = try rows.next() { found.append((row[0], row[1])) }
    return found
  }
}
