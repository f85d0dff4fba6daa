internal import DataFiles
internal import Diagnostics

/// Which fields a record of each world file may and must have, and how it becomes an entry.
enum EntrySchema {
  /// The file of a kind.
  static func path(of kind: Entry.Kind) -> String {
    switch kind {
    case .state: "world/states.rec"
    case .place: "world/places.rec"
    case .person: "world/persons.rec"
    case .organisation: "world/organisations.rec"
    case .group: "world/groups.rec"
    case .institution: "world/institutions.rec"
    case .agent: "world/agents.rec"
    case .title: "world/titles.rec"
    case .medium: "world/media.rec"
    }
  }

  private static let common: Set<String> = [
    "id", "latin", "name", "afghan", "country", "sector", "example", "not", "note", "ambiguous",
  ]

  private static func fields(of kind: Entry.Kind) -> Set<String> {
    switch kind {
    case .state: common.union(["adjective", "people", "capital", "government", "lat", "lon"])
    case .place: common.union(["kind", "in", "lat", "lon"])
    case .person: common.union(["short", "office"])
    case .organisation, .institution: common.union(["kind", "short", "in", "lat", "lon", "part-of"])
    case .group: common.union(["short", "branch-of", "sector-from", "kind"])
    case .agent: common.union(["plural", "kind"])
    case .title: common.union(["plural", "of"])
    case .medium: common.union(["short", "kind"])
    }
  }

  /// The entry of a record.
  ///
  /// - Throws: ``Problem`` with file and line where a field is unknown, missing or not valid.
  static func entry(of record: DataRecord, kind: Entry.Kind) throws(Problem) -> Entry {
    try record.requireFields(among: fields(of: kind), kind: kind.rawValue)
    var entry = Entry(
      id: try record.required("id"), kind: kind, name: try record.required("name"), latin: try record.required("latin"))
    entry.country = record["country"]
    if kind == .state { entry.country = entry.id }
    entry.sector = record["sector"]
    entry.subkind = record["kind"]
    entry.region = record["in"]
    entry.capital = record["capital"]
    entry.branchOf = record["branch-of"]
    entry.isAmbiguous = record["ambiguous"] == "yes"
    entry.coordinates = try coordinates(record)
    if let change = record["sector-from"] {
      let parts = change.split(separator: " ").map(String.init)
      guard parts.count == 2 else { throw value(change, "a date and a sector", record) }
      entry.laterSector = (parts[0], parts[1])
    }
    for text in record.all("office") { entry.offices.append(try office(text, record)) }
    try checkCodes(entry, record)
    return entry
  }

  private static func coordinates(_ record: DataRecord) throws(Problem) -> (latitude: Double, longitude: Double)? {
    guard let latitude = record["lat"], let longitude = record["lon"] else { return nil }
    guard let north = Double(latitude), (-90...90).contains(north), let east = Double(longitude),
      (-180...180).contains(east)
    else { throw value("\(latitude) \(longitude)", "degrees north and east, in decimals", record) }
    return (north, east)
  }

  private static func office(_ text: String, _ record: DataRecord) throws(Problem) -> Office {
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 4, isDate(parts[2]), parts[3] == "-" || isDate(parts[3]) else {
      throw value(text, "TITLE OF START END, with dates as 2012-05-07, and - while in office", record)
    }
    return Office(title: parts[0], of: parts[1], start: parts[2], end: parts[3] == "-" ? nil : parts[3])
  }

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return (1...3).contains(parts.count) && parts[0].count == 4
      && parts.dropFirst().allSatisfy { $0.count == 2 } && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }

  private static let sectors: Set<String> = [
    "GOV", "MIL", "COP", "SPY", "JUD", "LEG", "OPP", "REB", "CRM", "CVL", "MED", "BUS", "EDU", "REL", "NGO", "IGO",
    "PTY", "LAB", "MIN", "REF", "HLT",
  ]

  private static func checkCodes(_ entry: Entry, _ record: DataRecord) throws(Problem) {
    if let sector = entry.sector, !sectors.contains(sector) { throw value(sector, "a sector of the codebook", record) }
    if let country = entry.country, country.count != 3 || !country.allSatisfy({ $0.isASCII && $0.isUppercase }) {
      throw value(country, "a country code of three capitals", record)
    }
  }

  private static func value(_ text: String, _ should: String, _ record: DataRecord) -> Problem {
    Problem(.dataValue, at: record.place, text, "it should be " + should)
  }
}
