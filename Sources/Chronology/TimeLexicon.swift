internal import DataFiles
internal import Diagnostics
internal import PersianText

/// The words of `language/times.rec`, looked up by their keys.
struct TimeLexicon: Sendable {
  static let path = "language/times.rec"

  private var vocabulary = Vocabulary()
  /// By word number; `nil` for what only begins phrases.
  private var terms: [TimeTerm?] = []
  /// By word number: whether a longer phrase begins so.
  private var begins: [Bool] = []

  init(records: [DataRecord]) throws(Problem) {
    for record in records { try add(record) }
  }

  /// What the form with `key` means.
  func entry(_ key: [UInt8]) -> (term: TimeTerm?, beginsLonger: Bool)? {
    vocabulary.lookup(key).map { (terms[Int($0)], begins[Int($0)]) }
  }

  // MARK: Loading

  private static let fields: Set<String> = [
    "id", "kind", "word", "calendar", "number", "iranian", "afghan", "ambiguous", "unit", "plural", "offset", "turn",
    "part", "ordinal", "month", "day", "role", "example", "gives", "not", "note",
  ]

  private mutating func add(_ record: DataRecord) throws(Problem) {
    try record.requireFields(among: Self.fields, kind: "time")
    let kind = try record.required("kind")
    switch kind {
    case "month":
      let calendar: CalendarSystem = try Self.value("calendar", in: record)
      let number = try Self.number("number", in: record, 1...12)
      try addNames(record.all("iranian") + record.all("afghan"), of: record) {
        .month(calendar, number, needsEvidence: $0)
      }
      for name in record.all("iranian") + record.all("afghan") {
        // «دی‌ماه» is a month whatever «دی» is; so is «برج جدی», the Afghan way, while «برج» alone is a tower.
        try add(name + "\u{200C}ماه", .month(calendar, number, needsEvidence: false), record)
        if calendar == .solarHijri { try add("برج " + name, .month(calendar, number, needsEvidence: false), record) }
      }
    case "weekday":
      let number = try Self.number("number", in: record, 0...6)
      let day = Weekday(rawValue: number) ?? .saturday
      try addNames(record.all("word"), of: record) { .weekday(day, needsEvidence: $0) }
    case "unit":
      let unit: TimeUnit = try Self.value("unit", in: record)
      try add(record.all("word"), .unit(unit, isPlural: false), record)
      try add(record.all("plural"), .unit(unit, isPlural: true), record)
    case "number":
      let number = try Self.number("number", in: record, 1...1000)
      try add(record.all("word"), .cardinal(number), record)
      try add(record.all("ordinal"), .ordinal(number), record)
    case "feast":
      let calendar: CalendarSystem = try Self.value("calendar", in: record)
      let month = try Self.number("month", in: record, 1...12)
      let day = try Self.number("day", in: record, 1...31)
      try add(record.all("word"), .feast(calendar, month: month, day: day), record)
    default:
      try add(record.all("word"), try Self.term(of: record, kind: kind), record)
    }
  }

  private static func term(of record: DataRecord, kind: String) throws(Problem) -> TimeTerm {
    switch kind {
    case "day": return .day(try number("offset", in: record, -7...7))
    case "year": return .year(try number("offset", in: record, -7...7))
    case "turn": return .turn(try value("turn", in: record))
    case "stretch": return .stretch(try value("part", in: record))
    case "season": return .season(try number("number", in: record, 1...4))
    case "era": return .era(try value("calendar", in: record))
    case "day-part": return .dayPart(try value("part", in: record))
    case "vague": return .vague(try value("part", in: record))
    case "particle": return .particle(try value("role", in: record))
    case "few": return .few
    case "measure": return .measure
    case "none": return .noTime
    default: throw Problem(.dataValue, at: record.place, kind, "there is no such kind of time word")
    }
  }

  private static func value<Value: RawRepresentable<String>>(
    _ field: String, in record: DataRecord
  ) throws(Problem) -> Value {
    let text = try record.required(field)
    guard let value = Value(rawValue: text) else {
      throw Problem(.dataValue, at: record.place, text, "the field \(field) cannot be that")
    }
    return value
  }

  private static func number(
    _ field: String, in record: DataRecord, _ range: ClosedRange<Int>
  ) throws(Problem) -> Int {
    let text = try record.required(field)
    guard let number = Int(text), range.contains(number) else {
      throw Problem(
        .dataValue, at: record.place, text, "\(field) is a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// Adds names, of which those the record calls ambiguous need evidence.
  private mutating func addNames(
    _ names: [String], of record: DataRecord, _ term: (_ needsEvidence: Bool) -> TimeTerm
  ) throws(Problem) {
    let ambiguous = record.all("ambiguous")
    for name in ambiguous where !names.contains(name) {
      throw Problem(.dataReference, at: record.place, name, "name of this record")
    }
    for name in names { try add(name, term(ambiguous.contains(name)), record) }
  }

  private mutating func add(_ words: [String], _ term: TimeTerm, _ record: DataRecord) throws(Problem) {
    for word in words { try add(word, term, record) }
  }

  private mutating func add(_ word: String, _ term: TimeTerm, _ record: DataRecord) throws(Problem) {
    var key: [UInt8] = []
    // Phrases are found word by word, so each beginning of one is known too.
    for part in word.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\u{200C}" }) {
      if !key.isEmpty { begins[Int(intern(key))] = true }
      key += WordKey.key(of: String(part))
    }
    let id = Int(intern(key))
    if let known = terms[id], known != term {
      throw Problem(.dataDuplicate, at: record.place, word, Self.path)
    }
    terms[id] = term
    // «هفته‌ی گذشته»: the ezafe of words in ه is written with ی by some.
    if key.suffix(2) == Array("ه".utf8)[...] {
      let withEzafe = Int(intern(key + Array("ی".utf8)))
      if terms[withEzafe] == nil { terms[withEzafe] = term }
    }
  }

  private mutating func intern(_ key: [UInt8]) -> Vocabulary.WordID {
    let id = vocabulary.intern(key)
    if Int(id) == terms.count {
      terms.append(nil)
      begins.append(false)
    }
    return id
  }
}
