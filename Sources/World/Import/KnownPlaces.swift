internal import DataFiles
internal import Diagnostics
internal import PersianText

/// What the data files know already, so that an import adds no place twice and no name that is a common word.
struct KnownPlaces {
  private struct Name: Hashable {
    var country: String
    var key: [UInt8]
  }

  private struct Place {
    var id: String
    var isRegion: Bool
    var coordinates: (latitude: Double, longitude: Double)?
  }

  private var places: [Name: [Place]] = [:]
  private var words: Set<[UInt8]> = []

  /// Places of one name are one where they are no farther apart; middles of regions are told differently.
  private static let sameTown = 40.0
  private static let sameRegion = 300.0

  /// - Throws: ``Problem`` where a data file is missing or not well formed.
  init(data: DataBundle) throws(Problem) {
    for record in try data.records(of: World.path(of: .place), examples: false) {
      guard let id = record["id"], let country = record["country"] else { continue }
      let degrees = [record["lat"], record["lon"]].compactMap { $0.flatMap { DecimalDegrees.value(of: $0.utf8) } }
      let place = Place(
        id: id, isRegion: Self.isRegion(record["kind"]),
        coordinates: degrees.count == 2 ? (degrees[0], degrees[1]) : nil)
      for name in record.all("name") + record.all("afghan") {
        places[Name(country: country, key: WordKey.key(of: name)), default: []].append(place)
      }
    }
    for kind in Entry.Kind.allCases where kind != .place {
      for record in try data.records(of: World.path(of: kind), examples: false) { add(record) }
    }
    for path in ["language/words.rec", "language/times.rec", "language/names.rec", "language/plurals.rec"] {
      for record in try data.records(of: path, examples: false) { add(record) }
    }
  }

  /// Every value of a dictionary's record that is a word, whatever its field is called.
  private mutating func add(_ record: DataRecord) {
    for field in record.fields where field.value.utf8.first.map({ $0 >= 0x80 }) ?? false {
      for word in field.value.utf8.split(separator: UInt8(ascii: " ")) {
        words.insert(WordKey.key(of: String(Substring(word))))
      }
    }
  }

  private static func isRegion(_ kind: String?) -> Bool { kind == "province" || kind == "region" || kind == "district" }

  /// The id of the place that a new one would repeat.
  func id(of names: [String], kind: String, country: String, at place: (latitude: Double, longitude: Double)) -> String?
  {
    let isRegion = Self.isRegion(kind)
    for name in names {
      for known in places[Name(country: country, key: WordKey.key(of: name))] ?? [] where known.isRegion == isRegion {
        let limit = isRegion ? Self.sameRegion : Self.sameTown
        guard let other = known.coordinates, Distance.kilometres(from: other, to: place) > limit else {
          return known.id
        }
      }
    }
    return nil
  }

  /// Whether a name is one word that dictionaries have for something else.
  func isCommonWord(_ name: String) -> Bool {
    !name.unicodeScalars.contains(" ") && words.contains(WordKey.key(of: name))
  }
}
