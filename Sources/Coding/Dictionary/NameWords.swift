internal import DataFiles
internal import Diagnostics
internal import PersianSyntax
internal import PersianText
internal import World

/// The words that names of people are made of, of `language/names.rec`: how a name that is in no list is known.
struct NameWords: Sendable {
  static let path = "language/names.rec"

  /// What a word can be in a name.
  struct Use: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    /// «سجاد»: begins a name.
    static let given = Use(rawValue: 1 << 0)
    /// «احمدی»: ends one.
    static let family = Use(rawValue: 1 << 1)
    /// «نژاد»: ends one too, written together or apart.
    static let ending = Use(rawValue: 1 << 2)

    static let ids: [String: Use] = ["given": .given, "family": .family, "family-ending": .ending]
  }

  private var uses: [Vocabulary.WordID: Use] = [:]
  private var endings: [[UInt8]] = []
  private var given: Set<ArraySlice<UInt8>> = []

  /// A shorter stem before an ending is no name: «دیپلمات‌اف».
  private static let leastStem = 4

  /// What begins given names that are written as one word: «سیدرضا», «محمدجواد».
  private static let firstParts = ["سید", "سیده", "میر", "محمد", "علی", "غلام", "امیر", "حسن", "حسین"]
    .map { WordKey.key(of: $0) }

  /// Makes the lists, with the names of the persons of `world`.
  init(data: DataBundle, world: World, vocabulary: inout Vocabulary) throws(Problem) {
    for record in try data.records(of: Self.path) {
      // Lists for other parts of names belong to the name recogniser.
      guard let use = Use.ids[try record.required("kind")] else { continue }
      for list in record.all("word") {
        for word in list.unicodeScalars.split(separator: " ") {
          let key = WordKey.key(of: String(word))
          uses[vocabulary.intern(key), default: []].insert(use)
          if use == .ending { endings.append(key) }
          if use == .given { given.insert(key[...]) }
        }
      }
    }
    for person in world.entries where person.kind == .person {
      let parts = person.name.unicodeScalars.split(separator: " ")
      guard parts.count > 1, let last = parts.last else { continue }
      uses[vocabulary.intern(String(last)), default: []].insert(.family)
    }
  }

  /// What the word at `index` can be in a name.
  func uses(at index: Int, in forms: WordForms) -> Use {
    if let id = forms.exact[index], let known = uses[id] { return known }
    let key = forms.key(at: index)
    let isCompound = Self.firstParts.contains { key.starts(with: $0) && given.contains(key.dropFirst($0.count)) }
    if isCompound { return .given }
    let hasEnding = endings.contains { ending in
      key.count >= ending.count + Self.leastStem && key.suffix(ending.count).elementsEqual(ending)
    }
    return hasEnding && forms.exact[index] == nil ? .family : []
  }
}
