public import DataFiles
public import Diagnostics
public import PersianSyntax
public import PersianText

/// The front door of World: everything the data files know of actors and places, and where a text names them.
public struct World: Sendable {
  /// All entries; a ``Mention`` refers to them by index.
  public private(set) var entries: [Entry] = []
  private struct OfficeKey: Hashable {
    var title: Int
    var of: Int
  }

  /// The persons who have or had each office.
  private var holders: [OfficeKey: [Int]] = [:]
  private var indexOfID: [String: Int] = [:]
  private var names = PhraseIndex<NameTarget>()

  /// Reads the world files of `data`. The words of all names are added to `vocabulary`.
  ///
  /// - Throws: ``Problem`` with file and line where a file is missing, a record breaks the schema, an id stands twice, or
  ///   a reference leads nowhere.
  public init(data: DataBundle, vocabulary: inout Vocabulary) throws(Problem) {
    var records: [DataRecord] = []
    for kind in Entry.Kind.allCases {
      for record in try data.records(of: EntrySchema.path(of: kind), examples: false) {
        let entry = try EntrySchema.entry(of: record, kind: kind)
        if let first = indexOfID[entry.id] {
          throw Problem(.dataDuplicate, at: record.place, entry.id, EntrySchema.path(of: entries[first].kind))
        }
        indexOfID[entry.id] = entries.count
        addNames(of: record, entry: Int32(entries.count), to: &vocabulary)
        entries.append(entry)
        records.append(record)
      }
    }
    for (entry, record) in zip(entries, records) { try checkReferences(entry, record) }
    for (index, entry) in entries.enumerated() {
      for office in entry.offices {
        guard let title = indexOfID[office.title], let of = indexOfID[office.of] else { continue }
        // A second term is the same person.
        let key = OfficeKey(title: title, of: of)
        if holders[key]?.last != index { holders[key, default: []].append(index) }
      }
    }
  }

  /// The path of the file that has the entries of a kind.
  public static func path(of kind: Entry.Kind) -> String { EntrySchema.path(of: kind) }

  /// The entry with this id.
  public func entry(_ id: String) -> Entry? {
    indexOfID[id].map { entries[$0] }
  }

  /// Who held an office on a day (ISO 8601): indices of entries.
  ///
  /// - Parameters:
  ///   - title: the index of the office's title.
  ///   - owner: the index of the state or body it belongs to.
  public func holders(ofTitle title: Int, of owner: Int, on day: String) -> [Int] {
    let (titleID, ownerID) = (entries[title].id, entries[owner].id)
    return (holders[OfficeKey(title: title, of: owner)] ?? []).filter { index in
      entries[index].offices.contains { $0.title == titleID && $0.of == ownerID && $0.isHeld(on: day) }
    }
  }

  /// The index of the entry with this id.
  public func index(of id: String) -> Int? {
    indexOfID[id]
  }

  private mutating func addNames(of record: DataRecord, entry: Int32, to vocabulary: inout Vocabulary) {
    for field in record.fields {
      let sense: NameSense? =
        switch field.name {
        case "name", "afghan", "plural": .name
        case "adjective": .adjective
        case "people": .people
        case "government": .government
        case "short": .short
        default: nil
        }
      if let sense { names.add(field.value, NameTarget(entry: entry, sense: sense), to: &vocabulary) }
    }
  }

  private func checkReferences(_ entry: Entry, _ record: DataRecord) throws(Problem) {
    var references: [(id: String?, kind: String)] = [
      (entry.capital, "place"), (entry.region, "place"), (entry.branchOf, "group"), (record["of"], "state or body"),
      (record["part-of"], "state or body"),
    ]
    for office in entry.offices { references += [(office.title, "title"), (office.of, "state or body")] }
    for (id, kind) in references {
      if let id, indexOfID[id] == nil { throw Problem(.dataReference, at: record.place, id, kind) }
    }
  }

  /// The names in the sentence that is the words of `range`, longest first, without overlap, in order.
  public func mentions(in range: Range<Int>, of forms: WordForms) -> [Mention] {
    var mentions: [Mention] = []
    var word = range.lowerBound
    while word < range.upperBound {
      guard let match = names.longestMatch(from: word, before: range.upperBound, in: forms)
      else {
        word += 1
        continue
      }
      mentions.append(
        Mention(
          words: word..<word + match.length,
          senses: match.targets.map { Mention.Sense(entry: Int($0.entry), use: Mention.Use($0.sense)) },
          ending: match.ending))
      word += match.length
    }
    return mentions
  }
}
