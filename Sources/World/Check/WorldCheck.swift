public import DataFiles
public import Diagnostics
internal import PersianText

/// Finds what is wrong in the world files beyond what keeps them from being read: clashing names, codes of no country,
/// terms of office that overlap, places outside their region.
public struct WorldCheck {
  /// What was looked at, and what is wrong.
  public struct Report: Sendable {
    /// How many records there are.
    public var records = 0
    /// What is wrong, with file and line, in the order of the files.
    public var problems: [Problem] = []
  }

  /// A record with what was read from it.
  struct Checked {
    var record: DataRecord
    var entry: Entry

    /// Where the first field of this name stands; the record's beginning where there is none.
    func place(of name: String) -> InputPlace {
      record.fields.first { $0.name == name }.map { record.place(of: $0) } ?? record.place
    }

    /// The problem that the first field of this name has a wrong value.
    func invalid(_ name: String, _ should: String) -> Problem {
      Problem(.dataValue, at: place(of: name), record[name] ?? "", "it should be " + should)
    }
  }

  /// Checks the world files of `data`. Whether examples are read as they should be is for `Coding` to say.
  ///
  /// - Throws: ``Problem`` where a file is missing or is not well formed, so that nothing after can be told.
  public static func run(on data: DataBundle) throws(Problem) -> Report {
    var report = Report()
    let found = FoundProblems(stopsAtFirst: false)
    var vocabulary = Vocabulary()
    let world = try World(data: data, vocabulary: &vocabulary, problems: found)
    report.problems = found.all
    var checked: [Checked] = []
    for kind in Entry.Kind.allCases {
      for record in try data.records(of: World.path(of: kind)) {
        report.records += 1
        guard let id = record["id"], let entry = world.entry(id), entry.kind == kind else { continue }
        checked.append(Checked(record: record, entry: entry))
      }
    }
    report.problems += checked.flatMap(ownProblems)
    report.problems += NameClashes.problems(of: checked)
    report.problems += PlaceCheck(world: world).problems(of: checked)
    report.problems += OfficeCheck(world: world).problems(of: checked)
    report.problems.sort { inOrder($0.place, $1.place) }
    return report
  }

  private static func inOrder(_ first: InputPlace, _ second: InputPlace) -> Bool {
    (first.file ?? "", first.line ?? 0) < (second.file ?? "", second.line ?? 0)
  }

  /// What a record shows to be wrong by itself.
  private static func ownProblems(of checked: Checked) -> [Problem] {
    var problems: [Problem] = []
    let (record, entry) = (checked.record, checked.entry)
    if let code = entry.country, !CountryCodes.isKnown(code) {
      problems.append(
        checked.invalid(
          entry.kind == .state ? "id" : "country", "a code of ISO 3166-1 (alpha-3), or IGO, NGO, MNC or ISM"))
    }
    if entry.kind == .state, let code = record["country"], code != entry.id {
      problems.append(checked.invalid("country", "the id of the state itself"))
    }
    // A file that adds to another may be a gazetteer of thousands.
    if record["example"] == nil, DataBundle.base(of: record.file) == nil {
      problems.append(Problem(.dataMissing, at: record.place, entry.id, "example"))
    }
    var lines: [String: Int] = [:]
    for field in record.fields where EntryField(rawValue: field.name)?.sense != nil {
      let name = field.name + " " + field.value
      if let first = lines.updateValue(field.line, forKey: name) {
        problems.append(
          Problem(.dataDuplicate, at: record.place(of: field), field.value, "line \(first) of this record"))
      }
    }
    return problems
  }
}
