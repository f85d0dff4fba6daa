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
    try self.init(data: data, vocabulary: &vocabulary, problems: FoundProblems(stopsAtFirst: true))
  }

  init(data: DataBundle, vocabulary: inout Vocabulary, problems: FoundProblems) throws(Problem) {
    reserve(forBytes: Entry.Kind.allCases.reduce(0) { $0 + data.size(of: EntrySchema.path(of: $1)) })
    var references: [EntrySchema.Reference] = []
    var fieldNames: [EntryField?] = []
    for kind in Entry.Kind.allCases {
      try data.forEachRecord(of: EntrySchema.path(of: kind)) { (fields, file) throws(Problem) in
        let schema = EntrySchema(kind: kind, file: file, problems: problems)
        fieldNames.removeAll(keepingCapacity: true)
        for field in fields { fieldNames.append(EntryField(field.name)) }
        guard let entry = try schema.entry(of: fields, named: fieldNames, references: &references) else { return }
        if let first = indexOfID.updateValue(entries.count, forKey: entry.id) {
          indexOfID[entry.id] = first
          let place = InputPlace(file: file, line: fields.first?.line)
          try problems.report(Problem(.dataDuplicate, at: place, entry.id, EntrySchema.path(of: entries[first].kind)))
          return
        }
        for (field, name) in zip(fields, fieldNames) {
          guard let sense = name?.sense else { continue }
          let target = NameTarget(entry: Int32(entries.count), sense: sense)
          names.add(field.value.assumingMemoryBound(to: UInt8.self), target, to: &vocabulary)
        }
        entries.append(entry)
      }
    }
    try check(references, problems)
    collectHolders()
  }

  /// Makes room at once for what files of this size hold as a rule: an entry has 230 bytes, and a word of a name 40.
  private mutating func reserve(forBytes bytes: Int) {
    entries.reserveCapacity(bytes / 230)
    indexOfID.reserveCapacity(bytes / 230)
    names.reserve(words: bytes / 40)
  }

  private func check(_ references: [EntrySchema.Reference], _ problems: FoundProblems) throws(Problem) {
    for reference in references {
      let found = indexOfID[reference.id].map { entries[$0].kind }
      if found == nil || (reference.kind != nil && reference.kind != found) {
        try problems.report(Problem(.dataReference, at: reference.place, reference.id, reference.kindText))
      }
    }
  }

  private mutating func collectHolders() {
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
