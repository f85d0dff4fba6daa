import DataFiles
import Diagnostics
import PersianSyntax
import PersianText

/// Gathers the lists of ``KnownList`` from the data files.
enum KnownLists {
  static func table(_ data: DataBundle) throws(Problem) -> WordTable {
    var bits: [[UInt8]: UInt32] = [:]
    func add(_ text: String, _ list: KnownList, part: KnownList? = nil) {
      let words = text.split(separator: " ")
      for word in words where word.unicodeScalars.count > 1 || list == .familyEnding || list == .honorific {
        let key = WordKey.key(of: String(word))
        if !common.contains(String(word)) { bits[key, default: 0] |= (words.count > 1 ? part ?? list : list).bit }
      }
    }
    for file in ["names", "name-places", "name-organisations"] {
      for record in try data.records(of: "language/\(file).rec") {
        guard let kind = record["kind"], let (list, part) = kinds[kind] else { continue }
        for words in record.all("word") {
          for word in words.split(separator: " ") { add(String(word), list) }
        }
        for names in record.all("name") {
          for name in names.split(separator: "،") { add(String(name), list, part: part) }
        }
      }
    }
    for record in try data.records(of: "world/places.rec") {
      for name in record.all("name") { add(name, .place, part: .placePart) }
    }
    for record in try data.records(of: "world/states.rec") {
      for name in record.all("name") { add(name, .state, part: .placePart) }
      for field in ["adjective", "people"] { for name in record.all(field) { add(name, .demonym) } }
    }
    for (file, list) in [
      ("persons", KnownList.person), ("groups", .organisationName), ("organisations", .organisationName),
      ("institutions", .organisationName), ("media", .organisationName), ("titles", .title),
    ] {
      for record in try data.records(of: "world/\(file).rec") {
        for name in record.all("name") { add(name, list, part: list == .organisationName ? .organisation : list) }
      }
    }
    for record in try data.records(of: "language/plurals.rec") {
      for pair in record.all("word") {
        if let plural = pair.split(separator: " ").first { add(String(plural), .brokenPlural) }
      }
    }
    return WordTable(rows: bits.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ($0.key, $0.value) })
  }

  /// The kinds of records of names, with the list of names in one word and that of the words of longer ones.
  private static let kinds: [String: (KnownList, part: KnownList)] = [
    "given": (.given, .given), "family": (.family, .family), "family-ending": (.familyEnding, .familyEnding),
    "historic": (.historic, .historic), "particle": (.nameParticle, .nameParticle),
    "honorific": (.honorific, .honorific), "name-title": (.nameTitle, .nameTitle), "state": (.state, .placePart),
    "place": (.place, .placePart), "place-head": (.placeHead, .placeHead),
    "organisation": (.organisationName, .organisation), "organisation-head": (.organisationHead, .organisationHead),
    "ministry": (.ministry, .ministry),
  ]

  /// Words of names that are words of every sentence.
  private static let common: Set<String> = ["و", "در", "از", "به", "با", "بر", "را", "که", "این", "آن", "یک"]
}
