public import DataFiles
public import Diagnostics

/// Turns GeoNames' dump (https://www.geonames.org/export, CC BY 4.0) into records of `world/places.rec`.
///
/// Reads lines in three passes, so that memory holds only Persian names and first-level regions: the table of alternate
/// names where there is one, the dump for its regions, and the dump again for everything.
public struct GeoNamesImport {
  /// What is taken from the dump.
  public struct Selection: Sendable {
    /// ISO 3166-1 alpha-3; all countries where it is empty.
    public var countries: Set<String>
    /// Towns with fewer people are left out, unless a country or a first-level region is governed from them.
    public var leastPopulation: Int

    /// Makes a selection.
    public init(countries: Set<String> = [], leastPopulation: Int = 0) {
      (self.countries, self.leastPopulation) = (countries, leastPopulation)
    }
  }

  /// What became of the lines of the dump.
  public struct Summary: Sendable, Hashable {
    /// Lines of the selected countries and kinds.
    public var selected = 0
    /// Records made.
    public var written = 0
    /// Places without a name in Persian letters.
    public var unnamed = 0
    /// Places that the data files have.
    public var known = 0
    /// Places that have the name, kind and region of one before.
    public var repeated = 0
  }

  /// What the result begins with: where it is from, and under which licence.
  public static let header = """
    # Places of GeoNames (https://www.geonames.org, CC BY 4.0), put into records by `sanad world import-geonames`.
    # A file of this name, world/places+NAME.rec in a folder given with --data, adds to world/places.rec.


    """

  /// What became of the lines so far.
  public private(set) var summary = Summary()

  private let selection: Selection
  private let known: KnownPlaces
  private var names = GeoNamesNames()
  private var hasTable = false
  /// The ids of first-level regions by GeoNames' codes.
  private var regions: [String: String] = [:]
  private var made: Set<String> = []

  /// A one-word name of a smaller place counts only after a word like «شهر»: it is too often a word of the language.
  private static let leastPlain = 50_000

  /// Makes an import that leaves out what `data` knows.
  ///
  /// - Throws: ``Problem`` where a data file is missing or not well formed.
  public init(selection: Selection, data: DataBundle) throws(Problem) {
    self.selection = selection
    known = try KnownPlaces(data: data)
  }

  /// First pass: a line of `alternateNames.txt` or `alternateNamesV2.txt`. Where it is read, the dump's own column of
  /// names, which does not tell their languages, is not.
  ///
  /// - Throws: ``Problem`` `notGeoNames` where it is no line of that table.
  public mutating func readAlternateName(_ line: ArraySlice<UInt8>) throws(Problem) {
    hasTable = true
    if !names.read(line) {
      throw Problem(.notGeoNames, "an alternate name has an id, a place's id, a language, a name")
    }
  }

  /// Second pass: a line of the dump, of which the first-level regions are noted. Other lines are passed over.
  public mutating func readRegion(_ line: ArraySlice<UInt8>) {
    guard let place = try? GeoNamesLine(line), place.kind == "province", let country = selectedCountry(of: place)
    else { return }
    let names = names(of: place)
    guard !names.isEmpty else { return }
    regions[place.region] =
      known.id(of: names, kind: "province", country: country, at: place.coordinates) ?? Self.id(of: place)
  }

  /// Third pass: the record of a line of the dump, or `nil` where it is not taken.
  ///
  /// - Throws: ``Problem`` `notGeoNames` where it is no line of the dump.
  public mutating func record(of line: ArraySlice<UInt8>) throws(Problem) -> String? {
    let place = try GeoNamesLine(line)
    guard let kind = place.kind, let country = selectedCountry(of: place), isLargeEnough(place) else { return nil }
    summary.selected += 1
    let names = names(of: place)
    guard let first = names.first, let latin = Self.latin(place.name) else {
      summary.unnamed += 1
      return nil
    }
    guard known.id(of: names, kind: kind, country: country, at: place.coordinates) == nil else {
      summary.known += 1
      return nil
    }
    guard made.insert("\(country) \(kind) \(place.region) \(first)").inserted else {
      summary.repeated += 1
      return nil
    }
    summary.written += 1
    var fields = [("id", Self.id(of: place)), ("latin", latin)] + names.map { ("name", $0) }
    fields += [("kind", kind), ("country", country)]
    if kind != "province", let region = regions[place.region] { fields.append(("in", region)) }
    fields += [("lat", place.latitude), ("lon", place.longitude)]
    if names.contains(where: { isAmbiguous($0, place) }) { fields.append(("ambiguous", "yes")) }
    return fields.map { $0.0 + ": " + $0.1 + "\n" }.joined() + "\n"
  }

  private func selectedCountry(of place: GeoNamesLine) -> String? {
    place.country.flatMap { selection.countries.isEmpty || selection.countries.contains($0) ? $0 : nil }
  }

  private func isLargeEnough(_ place: GeoNamesLine) -> Bool {
    !place.feature.hasPrefix("P.") || place.isSeat || place.population >= selection.leastPopulation
  }

  private func names(of place: GeoNamesLine) -> [String] {
    hasTable ? names.names(of: place.id) : GeoNamesNames.persian(among: place.otherNames)
  }

  private func isAmbiguous(_ name: String, _ place: GeoNamesLine) -> Bool {
    if known.isCommonWord(name) { return true }
    return !name.unicodeScalars.contains(" ") && !place.isSeat && place.kind != "province"
      && place.population < Self.leastPlain
  }

  private static func id(of place: GeoNamesLine) -> String { "geonames-\(place.id)" }

  /// The name without what is no letter or sign of a name; `nil` where nothing is left.
  private static func latin(_ name: String) -> String? {
    let kept = String.UnicodeScalarView(
      name.unicodeScalars.filter {
        $0.value >= 0x20 && $0.properties.generalCategory != .format && !(0x7F...0x9F).contains($0.value)
      })
    let text = String(kept)
    return text.utf8.contains { $0 != 0x20 } ? text : nil
  }
}
