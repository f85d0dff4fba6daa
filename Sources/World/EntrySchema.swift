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

  /// The fields of each kind, besides which it has none.
  private static let fieldsOfKind: [Entry.Kind: Set<String>] = [
    .state: common.union(["adjective", "people", "capital", "government", "lat", "lon"]),
    .place: common.union(["kind", "in", "lat", "lon"]),
    .person: common.union(["short", "office"]),
    .organisation: common.union(["kind", "short", "in", "lat", "lon", "part-of"]),
    .institution: common.union(["kind", "short", "in", "lat", "lon", "part-of"]),
    .group: common.union(["short", "branch-of", "sector-from", "kind"]),
    .agent: common.union(["plural", "kind"]),
    .title: common.union(["plural", "of"]),
    .medium: common.union(["short", "kind"]),
  ]

  /// The entry of a record.
  ///
  /// - Throws: ``Problem`` with file and line where a field is unknown, missing or not valid.
  static func entry(of record: DataRecord, kind: Entry.Kind) throws(Problem) -> Entry {
    try record.requireFields(among: fieldsOfKind[kind] ?? [], kind: kind.rawValue)
    var entry = Entry(
      id: try record.required("id"), kind: kind, name: try record.required("name"), latin: try record.required("latin"))
    entry.country = record["country"]
    if kind == .state { entry.country = entry.id }
    entry.sector = record["sector"]
    entry.subkind = record["kind"]
    entry.region = record["in"]
    entry.capital = record["capital"]
    entry.branchOf = record["branch-of"]
    (entry.isAmbiguous, entry.isTimeElsewhere) = try ambiguity(record)
    entry.coordinates = try coordinates(record)
    if let change = record["sector-from"] {
      let parts = change.split(separator: " ").map(String.init)
      guard parts.count == 2, isDate(parts[0]), sectors.contains(parts[1]) else {
        throw invalid("sector-from", "a date and a sector of the codebook", record)
      }
      entry.laterSector = (parts[0], parts[1])
    }
    for field in record.fields where field.name == "office" { entry.offices.append(try office(field, record)) }
    try checkCodes(entry, record)
    return entry
  }

  private static func ambiguity(_ record: DataRecord) throws(Problem) -> (is: Bool, isTime: Bool) {
    switch record["ambiguous"] {
    case nil, "no": return (false, false)
    case "yes": return (true, false)
    case "time": return (true, true)
    default: throw invalid("ambiguous", "yes, no or time", record)
    }
  }

  private static func coordinates(_ record: DataRecord) throws(Problem) -> (latitude: Double, longitude: Double)? {
    if record["lat"] == nil, record["lon"] == nil { return nil }
    let north = try degrees("lat", upTo: 90, record)
    let east = try degrees("lon", upTo: 180, record)
    return (north, east)
  }

  private static func degrees(_ name: String, upTo limit: Double, _ record: DataRecord) throws(Problem) -> Double {
    guard let degrees = Double(try record.required(name)), (-limit...limit).contains(degrees) else {
      throw invalid(name, "degrees north or east, in decimals", record)
    }
    return degrees
  }

  private static func office(_ field: DataRecord.Field, _ record: DataRecord) throws(Problem) -> Office {
    let parts = field.value.split(separator: " ").map(String.init)
    guard parts.count == 4, isDate(parts[2]), parts[3] == "-" || isDate(parts[3]) else {
      throw Problem(
        .dataValue, at: record.place(of: field), field.value,
        "it should be TITLE OF START END, with dates as 2012-05-07, and - while in office")
    }
    return Office(title: parts[0], of: parts[1], start: parts[2], end: parts[3] == "-" ? nil : parts[3])
  }

  /// Dates are compared as text, so only Latin digits will do.
  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return (1...3).contains(parts.count) && parts[0].utf8.count == 4
      && parts.dropFirst().allSatisfy { $0.utf8.count == 2 }
      && parts.allSatisfy { $0.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) }
  }

  private static let sectors: Set<String> = [
    "GOV", "MIL", "COP", "SPY", "JUD", "LEG", "OPP", "REB", "CRM", "CVL", "MED", "BUS", "EDU", "REL", "NGO", "IGO",
    "PTY", "LAB", "MIN", "REF", "HLT",
  ]

  private static func checkCodes(_ entry: Entry, _ record: DataRecord) throws(Problem) {
    if let sector = entry.sector, !sectors.contains(sector) {
      throw invalid("sector", "a sector of the codebook", record)
    }
    if let country = entry.country, country.utf8.count != 3 || !country.utf8.allSatisfy(isCapital) {
      throw invalid(entry.kind == .state ? "id" : "country", "a country code of three capitals", record)
    }
  }

  private static func isCapital(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }

  /// The problem of the first field called `name`, where it stands.
  private static func invalid(_ name: String, _ should: String, _ record: DataRecord) -> Problem {
    let field = record.fields.first { $0.name == name }
    return Problem(
      .dataValue, at: field.map { record.place(of: $0) } ?? record.place, field?.value ?? "", "it should be " + should)
  }
}
