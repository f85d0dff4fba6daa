internal import Coding
internal import GRDB
internal import PersianText

/// Gives the words, actors and places that many rows refer to their numbers, and remembers those it gave.
struct Interner {
  private struct ActorKey: Hashable {
    var name: String
    var latin: String?
    var kind: String
    var entry: String?
    var country: String?
    var sector: String?
  }

  private let stem: SearchStem
  private var terms: [String: Int64] = [:]
  private var actors: [ActorKey: Int64] = [:]
  private var places: [Event.Place: Int64] = [:]
  private var makers: [Record.CoderVersion: Int64] = [:]
  /// What is remembered is forgotten when there is too much of it: names in hostile input are without number.
  private static let mostRemembered = 200_000

  init(stem: SearchStem) { self.stem = stem }

  /// Forgets everything: another process wrote, or a transaction was taken back.
  mutating func forget() { self = Interner(stem: stem) }

  /// The number of a word.
  mutating func term(_ text: String, in db: Database) throws -> Int64 {
    if let id = terms[text] { return id }
    let id: Int64
    if let known = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM term WHERE text = ?"), arguments: [text])
    {
      id = known
    } else {
      try db.cachedStatement(sql: "INSERT INTO term (text) VALUES (?)").execute(arguments: [text])
      id = db.lastInsertedRowID
    }
    if terms.count >= Self.mostRemembered { terms.removeAll() }
    terms[text] = id
    return id
  }

  /// The number of a word that may be missing.
  mutating func term(_ text: String?, in db: Database) throws -> Int64? {
    guard let text else { return nil }
    return try term(text, in: db) as Int64
  }

  /// The number of what an entity is, apart from the record it stands in.
  mutating func actor(_ entity: Entity, in db: Database) throws -> Int64 {
    let key = ActorKey(
      name: entity.name, latin: entity.latin, kind: entity.kind.rawValue, entry: entity.entry, country: entity.country,
      sector: entity.sector)
    if let id = actors[key] { return id }
    let values: StatementArguments = [
      NameKey.key(of: key.name, stem: stem), key.name, key.latin, try term(key.kind, in: db) as Int64,
      try term(key.entry, in: db), try term(key.country, in: db), try term(key.sector, in: db),
    ]
    let id: Int64
    let found = try db.cachedStatement(
      sql: """
        SELECT id FROM actor WHERE key = ? AND name IS ? AND latin IS ? AND kind IS ? AND entry IS ? AND country IS ?
        AND sector IS ?
        """)
    if let known = try Int64.fetchOne(found, arguments: values) {
      id = known
    } else {
      let insert = try db.cachedStatement(
        sql: "INSERT INTO actor (key, name, latin, kind, entry, country, sector) VALUES (?, ?, ?, ?, ?, ?, ?)")
      try insert.execute(arguments: values)
      id = db.lastInsertedRowID
      try db.cachedStatement(sql: "INSERT INTO actor_index (rowid, key) SELECT id, key FROM actor WHERE id = ?")
        .execute(arguments: [id])
    }
    if actors.count >= Self.mostRemembered { actors.removeAll() }
    actors[key] = id
    return id
  }

  /// The number of a place.
  mutating func place(_ place: Event.Place, in db: Database) throws -> Int64 {
    if let id = places[place] { return id }
    let values: StatementArguments = [
      NameKey.key(of: place.name, stem: stem), place.name, place.latin, try term(place.entry, in: db),
      try term(place.country, in: db), place.latitude, place.longitude, try term(place.precision, in: db) as Int64,
    ]
    let id: Int64
    let found = try db.cachedStatement(
      sql: """
        SELECT id FROM place WHERE key = ? AND name IS ? AND latin IS ? AND entry IS ? AND country IS ?
        AND latitude IS ? AND longitude IS ? AND precision IS ?
        """)
    if let known = try Int64.fetchOne(found, arguments: values) {
      id = known
    } else {
      let insert = try db.cachedStatement(
        sql: """
          INSERT INTO place (key, name, latin, entry, country, latitude, longitude, precision)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """)
      try insert.execute(arguments: values)
      id = db.lastInsertedRowID
      try db.cachedStatement(sql: "INSERT INTO place_index (rowid, key) SELECT id, key FROM place WHERE id = ?")
        .execute(arguments: [id])
    }
    if places.count >= Self.mostRemembered { places.removeAll() }
    places[place] = id
    return id
  }

  /// The number of a version of the coder and its data.
  mutating func maker(_ maker: Record.CoderVersion, in db: Database) throws -> Int64 {
    if let id = makers[maker] { return id }
    try db.execute(
      sql: "INSERT INTO maker (version, data) VALUES (?, ?) ON CONFLICT DO NOTHING",
      arguments: [maker.version, maker.data])
    let id = try Int64.fetchOne(
      db, sql: "SELECT id FROM maker WHERE version = ? AND data = ?", arguments: [maker.version, maker.data])
    guard let id else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the table of makers is damaged") }
    makers[maker] = id
    return id
  }
}

/// The form under which the names of actors and places are looked up: the stems of their words.
enum NameKey {
  /// The key of a name.
  static func key(of name: String, stem: SearchStem) -> String {
    let words = name.unicodeScalars.split { $0.properties.isWhitespace }
    let stems = words.map { word in
      String(decoding: stem.stem(of: WordKey.key(of: String(String.UnicodeScalarView(word)))), as: UTF8.self)
    }
    return stems.joined(separator: " ")
  }
}
