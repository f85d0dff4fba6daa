internal import DataFiles
internal import Diagnostics

/// Which fields a record of each world file may and must have, and how it becomes an entry.
struct EntrySchema {
  /// What the record stands for.
  let kind: Entry.Kind
  /// The path of its file, for messages.
  let file: String
  let problems: FoundProblems

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

  /// The id of another record that a record names.
  struct Reference {
    var id: String
    /// What it should be; `nil` for a state or any body.
    var kind: Entry.Kind?
    var place: InputPlace

    /// What it should be, in words.
    var kindText: String { kind?.rawValue ?? "state or body" }
  }

  /// The entry of a record, or `nil` where what it cannot be without is missing.
  ///
  /// - Parameters:
  ///   - names: the names of the fields.
  ///   - references: gets the records that this one names, which may stand further on.
  /// - Throws: ``Problem`` with file and line, where `problems` stops at the first and a field is unknown, missing or not valid.
  func entry(
    of fields: [RecordScanner.Field], named names: [EntryField?], references: inout [Reference]
  ) throws(Problem) -> Entry? {
    var entry = Entry(id: "", kind: kind, name: "", latin: "")
    var (north, east): (Field?, Field?)
    for (raw, name) in zip(fields, names) {
      let field = Field(raw, file)
      guard let name, name.isKnown(to: kind) else {
        try problems.report(Problem(.dataField, at: field.place, kind.rawValue, field.nameText))
        continue
      }
      switch name {
      case .id: if entry.id.isEmpty { entry.id = field.text }
      case .latin: if entry.latin.isEmpty { entry.latin = field.text }
      case .name: if entry.name.isEmpty { entry.name = field.text }
      case .country: entry.country = try country(field)
      case .sector: entry.sector = try sector(field)
      case .kind: entry.subkind = field.text
      case .ambiguous: (entry.isAmbiguous, entry.isTimeElsewhere) = try ambiguity(field)
      case .lat: north = field
      case .lon: east = field
      case .region:
        entry.region = field.text
        references.append(Reference(id: field.text, kind: .place, place: field.place))
      case .capital:
        if entry.capital == nil { entry.capital = field.text }
        references.append(Reference(id: field.text, kind: .place, place: field.place))
      case .branchOf:
        entry.branchOf = field.text
        references.append(Reference(id: field.text, kind: .group, place: field.place))
      case .partOf, .of: references.append(Reference(id: field.text, kind: nil, place: field.place))
      case .sectorFrom: entry.laterSector = try sectorChange(field)
      case .office: try readOffice(field, &entry, &references)
      case .holders:
        entry.hasOneHolder = field.text == "one"
        if field.text != "one", field.text != "several" { try problems.report(field.invalid("one or several")) }
      case .afghan, .plural, .short, .adjective, .people, .government, .example, .not, .note: continue
      }
    }
    let place = InputPlace(file: file, line: fields.first?.line)
    let shownID = entry.id.isEmpty ? "?" : entry.id
    for (value, name) in [(entry.id, "id"), (entry.name, "name"), (entry.latin, "latin")] where value.isEmpty {
      try problems.report(Problem(.dataMissing, at: place, shownID, name))
    }
    if kind == .state {
      if !Self.isCode(entry.id), let id = names.firstIndex(of: .id) {
        try problems.report(Field(fields[id], file).invalid(Self.codeText))
      }
      entry.country = entry.id
    }
    entry.coordinates = try coordinates(
      north, east, Problem(.dataMissing, at: place, shownID, north == nil ? "lat" : "lon"))
    return entry.id.isEmpty || entry.name.isEmpty ? nil : entry
  }

  /// A field with where it stands.
  private struct Field {
    private let raw: RecordScanner.Field
    private let file: String

    init(_ raw: RecordScanner.Field, _ file: String) { (self.raw, self.file) = (raw, file) }

    var bytes: UnsafeRawBufferPointer { raw.value }
    var text: String { String(decoding: raw.value, as: UTF8.self) }
    var nameText: String { String(decoding: raw.name, as: UTF8.self) }
    var place: InputPlace { InputPlace(file: file, line: raw.line) }

    func invalid(_ should: String) -> Problem { Problem(.dataValue, at: place, text, "it should be " + should) }

    /// The parts between blanks.
    func parts() -> [Slice<UnsafeRawBufferPointer>] { raw.value.split(separator: UInt8(ascii: " ")) }
  }

  // MARK: Values

  private static let codeText = "a country code of three capitals"

  private func country(_ field: Field) throws(Problem) -> String? {
    let code = field.text
    if Self.isCode(code) { return code }
    try problems.report(field.invalid(Self.codeText))
    return nil
  }

  private static func isCode(_ text: String) -> Bool {
    text.utf8.count == 3 && text.utf8.allSatisfy((UInt8(ascii: "A")...UInt8(ascii: "Z")).contains)
  }

  private static let sectors: Set<String> = [
    "GOV", "MIL", "COP", "SPY", "JUD", "LEG", "OPP", "REB", "CRM", "CVL", "MED", "BUS", "EDU", "REL", "NGO", "IGO",
    "PTY", "LAB", "MIN", "REF", "HLT",
  ]

  private func sector(_ field: Field) throws(Problem) -> String? {
    let code = field.text
    if Self.sectors.contains(code) { return code }
    try problems.report(field.invalid("a sector of the codebook"))
    return nil
  }

  private func sectorChange(_ field: Field) throws(Problem) -> (since: String, sector: String)? {
    let parts = field.parts()
    if parts.count == 2, Self.isDate(parts[0]), case let code = Self.text(parts[1]), Self.sectors.contains(code) {
      return (Self.text(parts[0]), code)
    }
    try problems.report(field.invalid("a date and a sector of the codebook"))
    return nil
  }

  private func ambiguity(_ field: Field) throws(Problem) -> (is: Bool, isTime: Bool) {
    switch field.text {
    case "no": return (false, false)
    case "yes": return (true, false)
    case "time": return (true, true)
    default:
      try problems.report(field.invalid("yes, no or time"))
      return (false, false)
    }
  }

  private func coordinates(
    _ north: Field?, _ east: Field?, _ missing: Problem
  ) throws(Problem) -> (latitude: Double, longitude: Double)? {
    if north == nil, east == nil { return nil }
    guard let north, let east else {
      try problems.report(missing)
      return nil
    }
    guard let latitude = try degrees(north, upTo: 90), let longitude = try degrees(east, upTo: 180) else { return nil }
    return (latitude, longitude)
  }

  private func degrees(_ field: Field, upTo limit: Double) throws(Problem) -> Double? {
    if let degrees = DecimalDegrees.value(of: field.bytes), (-limit...limit).contains(degrees) { return degrees }
    try problems.report(field.invalid("degrees north or east, in decimals"))
    return nil
  }

  private func readOffice(_ field: Field, _ entry: inout Entry, _ references: inout [Reference]) throws(Problem) {
    let parts = field.parts()
    guard parts.count == 4, Self.isDate(parts[2]), Self.isDate(parts[3]) || Self.text(parts[3]) == "-" else {
      try problems.report(field.invalid("TITLE OF START END, with dates as 2012-05-07, and - while in office"))
      return
    }
    let end = Self.text(parts[3])
    let office = Office(
      title: Self.text(parts[0]), of: Self.text(parts[1]), start: Self.text(parts[2]), end: end == "-" ? nil : end)
    if let end = office.end, Office.isBefore(end, office.start) {
      try problems.report(field.invalid("TITLE OF START END, and the end not before the start"))
    }
    references.append(Reference(id: office.title, kind: .title, place: field.place))
    references.append(Reference(id: office.of, kind: nil, place: field.place))
    entry.offices.append(office)
  }

  private static func text(_ bytes: Slice<UnsafeRawBufferPointer>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, a day that there is. Dates are compared as text, so only Latin digits will do.
  static func isDate(_ bytes: some Collection<UInt8>) -> Bool {
    var (year, month, day) = (0, 1, 1)
    var count = 0
    for byte in bytes {
      if count == 4 || count == 7 {
        guard byte == UInt8(ascii: "-") else { return false }
      } else {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return false }
        let digit = Int(byte - UInt8(ascii: "0"))
        switch count {
        case 0..<4: year = year * 10 + digit
        case 5: month = digit
        case 6: month = month * 10 + digit
        case 8: day = digit
        default: day = day * 10 + digit
        }
      }
      count += 1
      if count > 10 { return false }
    }
    guard count == 4 || count == 7 || count == 10, (1...12).contains(month) else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let length = month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    return (1...length).contains(day)
  }
}
