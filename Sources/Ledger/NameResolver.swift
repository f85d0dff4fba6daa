internal import Diagnostics
internal import GRDB
internal import PersianText

/// Finds what somebody means by a name: the facets under which it is indexed.
struct NameResolver {
  let db: Database
  let stem: SearchStem

  /// More than this many actors of one name are not looked for one by one.
  private static let most = 256

  /// The facets of an actor: a country code (`IRN`), an entry of the world files (`taliban`), or a name; where no name is
  /// just this one, all names that hold its words.
  func actor(_ value: String, role: Facet.Role) throws -> [String] {
    if try isCountry(value, of: "actor") { return [Facet.country(value, role: role)] }
    return try ids(value, of: "actor").map { Facet.actor($0, role: role) }
  }

  /// The facets of a place: a country code, an entry, or a name.
  func place(_ value: String) throws -> [String] {
    if try isCountry(value, of: "place") { return [Facet.placeCountry(value)] }
    return try ids(value, of: "place").map { Facet.place($0) }
  }

  /// The facet of an outlet, by its name as the documents have it.
  func source(_ value: String) throws -> [String] {
    try term(value).map { [Facet.source($0)] } ?? []
  }

  /// The facet of a word of an enumeration that the ledger has met.
  func known(_ value: String, _ facet: (String) -> String) throws -> [String] {
    try term(value) == nil ? [] : [facet(value)]
  }

  private func term(_ text: String) throws -> Int64? {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM term WHERE text = ?"), arguments: [text])
  }

  private func isCountry(_ value: String, of table: StaticString) throws -> Bool {
    guard value.utf8.count == 3, value.utf8.allSatisfy({ (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }),
      let code = try term(value.uppercased())
    else { return false }
    return try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM \(table) WHERE country = ?)"), arguments: [code]) ?? false
  }

  private func ids(_ value: String, of table: StaticString) throws -> [Int64] {
    let key = NameKey.key(of: value, stem: stem)
    var found = try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM \(table) WHERE key = ? LIMIT \(Self.most)"), arguments: [key])
    if let entry = try term(value.lowercased()) {
      found += try Int64.fetchAll(
        db.cachedStatement(sql: "SELECT id FROM \(table) WHERE entry = ? LIMIT \(Self.most)"), arguments: [entry])
    }
    if found.isEmpty {
      let words = key.split(separator: " ").map { SearchExpression.phrase([Array($0.utf8)]) }
      guard !words.isEmpty else { return [] }
      found = try Int64.fetchAll(
        db.cachedStatement(
          sql: "SELECT rowid FROM \(table)_index WHERE \(table)_index MATCH ? LIMIT \(Self.most)"),
        arguments: [words.joined(separator: " AND ")])
    }
    return Array(Set(found)).sorted()
  }
}

/// Puts the facets of filters together: any of the values of one filter, and all of the filters.
struct FacetExpression {
  private var parts: [String] = []
  /// Values that nothing in the ledger is called by.
  private(set) var unknown: [Problem] = []

  /// One filter; a filter without values says nothing.
  mutating func add(_ values: [String], _ what: String, _ resolve: (String) throws -> [String]) rethrows {
    guard !values.isEmpty else { return }
    var facets: [String] = []
    for value in values {
      let found = try resolve(value)
      if found.isEmpty { unknown.append(Problem(.filterValue, what, value)) }
      facets += found
    }
    parts.append(facets.isEmpty ? "\"none_\"" : "(" + facets.map { "\"\($0)\"" }.joined(separator: " OR ") + ")")
  }

  /// The FTS5 expression, or `nil` where there is no filter.
  var text: String? { parts.isEmpty ? nil : parts.joined(separator: " AND ") }
}
