import DataFiles
import Diagnostics
import PersianSyntax
import PersianText

/// Gathers the phrases of ``NameList`` from the data files.
struct NamePhraseReader {
  /// The lists of each phrase, by the keys of its words with a blank between.
  private var lists: [[UInt8]: UInt32] = [:]
  /// For each word, how many words the longest phrase has that begins with it.
  private var lengths: [[UInt8]: UInt32] = [:]

  init(_ data: DataBundle) throws(Problem) {
    for file in ["names", "name-places", "name-organisations"] {
      for record in try data.records(of: "language/\(file).rec") {
        guard let kind = record["kind"], let list = Self.kinds[kind] else { continue }
        for words in record.all("word") {
          for word in words.split(separator: " ") { add(word, list) }
        }
        for names in record.all("name") {
          for name in names.split(separator: "،") { add(name, list) }
        }
      }
    }
    for (file, fields, list) in Self.world {
      for record in try data.records(of: "world/\(file).rec") {
        for field in fields { for name in record.all(field) { add(name[...], list) } }
      }
    }
  }

  private mutating func add(_ phrase: Substring, _ list: NameList) {
    let words = phrase.split(separator: " ").map { WordKey.key(of: String($0)) }
    guard let first = words.first, words.count <= NamePhrases.longest else { return }
    lists[Array(words.joined(separator: [0x20])), default: 0] |= list.bit
    lengths[first] = max(lengths[first] ?? 0, UInt32(words.count))
  }

  var listTable: WordTable { Self.table(lists) }
  var lengthTable: WordTable { Self.table(lengths) }

  static func table(_ rows: [[UInt8]: UInt32]) -> WordTable {
    WordTable(rows: rows.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key, $0.value) })
  }

  private static let kinds: [String: NameList] = [
    "given": .given, "family": .family, "historic": .historic, "particle": .particle, "honorific": .honorific,
    "name-title": .nameTitle, "state": .state, "place": .place, "place-head": .placeHead,
    "organisation": .organisation, "organisation-head": .organisationHead, "ministry": .ministry,
  ]

  private static let names = ["name", "afghan"]
  private static let world: [(file: String, fields: [String], list: NameList)] = [
    ("places", names, .place), ("states", names, .state), ("states", ["adjective", "people"], .demonym),
    ("groups", names + ["short"], .organisation), ("organisations", names + ["short"], .organisation),
    ("institutions", names + ["short"], .organisation), ("media", names + ["short"], .organisation),
    ("persons", names + ["short"], .person), ("titles", names, .office),
  ]
}
