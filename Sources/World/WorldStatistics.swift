public import DataFiles
public import Diagnostics

/// How many entries the world files have, by kind, country and sector.
public struct WorldStatistics: Sendable {
  /// A row of a table.
  public struct Row: Sendable, Hashable {
    /// A kind of entry, a country code or a sector.
    public var key: String
    /// How many entries have it.
    public var entries: Int
    /// How many names they have, in all their uses and spellings that are listed.
    public var names: Int
  }

  /// By kind, in the order of the files.
  public private(set) var kinds: [Row] = []
  /// By country, the most entries first; entries without one are left out.
  public private(set) var countries: [Row] = []
  /// By sector, the most entries first; entries without one are left out.
  public private(set) var sectors: [Row] = []

  /// Counts the entries of `data`.
  ///
  /// - Throws: ``Problem`` where a file is missing or not well formed.
  public init(data: DataBundle) throws(Problem) {
    var (byCountry, bySector): ([String: Row], [String: Row]) = ([:], [:])
    for kind in Entry.Kind.allCases {
      var row = Row(key: kind.rawValue, entries: 0, names: 0)
      for record in try data.records(of: World.path(of: kind), examples: false) {
        let names = record.fields.count { EntryField(rawValue: $0.name)?.sense != nil }
        func count(_ row: inout Row) {
          row.entries += 1
          row.names += names
        }
        count(&row)
        if let code = kind == .state ? record["id"] : record["country"] {
          count(&byCountry[code, default: Row(key: code, entries: 0, names: 0)])
        }
        if let code = record["sector"] { count(&bySector[code, default: Row(key: code, entries: 0, names: 0)]) }
      }
      kinds.append(row)
    }
    countries = Self.sorted(byCountry)
    sectors = Self.sorted(bySector)
  }

  private static func sorted(_ rows: [String: Row]) -> [Row] {
    rows.values.sorted { ($1.entries, $0.key) < ($0.entries, $1.key) }
  }
}
