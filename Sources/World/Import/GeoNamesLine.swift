internal import Diagnostics

/// A line of GeoNames' dump of places: 19 columns with tabs between them, as its readme describes them.
struct GeoNamesLine {
  var id: Int
  var name: String
  /// Other names, with commas between them and without their languages.
  var otherNames: String
  /// Degrees, as the line writes them.
  var latitude: String
  var longitude: String
  var coordinates: (latitude: Double, longitude: Double)
  /// The class and the code of what it is, with a point between them: `P.PPLC`.
  var feature: String
  /// ISO 3166-1 alpha-3; `nil` where GeoNames names none.
  var country: String?
  /// The first-level region, with the country's alpha-2 code: `AF.13`.
  var region: String
  var population: Int

  private static let columns = 19

  /// Reads a line.
  ///
  /// - Throws: ``Problem`` `notGeoNames` where a column is missing or is not what it should be.
  init(_ line: ArraySlice<UInt8>) throws(Problem) {
    let parts = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard parts.count == Self.columns else {
      throw Problem(.notGeoNames, "it has \(parts.count) columns, not \(Self.columns)")
    }
    func text(_ column: Int) throws(Problem) -> String {
      guard let text = String(validating: parts[column], as: UTF8.self) else {
        throw Problem(.notGeoNames, "column \(column + 1) is not UTF-8")
      }
      return text
    }
    guard let id = Int(try text(0)), id > 0 else { throw Problem(.notGeoNames, "column 1 is no number") }
    self.id = id
    let (spelled, plain) = (try text(1), try text(2))
    name = spelled.isEmpty ? plain : spelled
    otherNames = try text(3)
    (latitude, longitude) = (try text(4), try text(5))
    guard let north = DecimalDegrees.value(of: parts[4]), (-90...90).contains(north),
      let east = DecimalDegrees.value(of: parts[5]), (-180...180).contains(east)
    else { throw Problem(.notGeoNames, "columns 5 and 6 are no degrees north and east") }
    coordinates = (north, east)
    feature = try text(6) + "." + text(7)
    let two = try text(8)
    country = CountryCodes.alpha3(ofAlpha2: two)
    region = two + "." + (try text(10))
    population = max(0, Int(try text(14)) ?? 0)
  }

  /// What the world files call such a thing; `nil` where they have none.
  var kind: String? {
    switch feature {
    case "A.ADM1": "province"
    case "A.ADM2": "district"
    // What is no longer there, and parts of towns.
    case "P.PPLQ", "P.PPLH", "P.PPLW", "P.PPLX", "P.PPLCH": nil
    case "P.PPLC", "P.PPLA", "P.PPLA2": "city"
    case "H.STM", "H.STMI": "river"
    case "H.LK", "H.LKI", "H.LKN", "H.RSV": "lake"
    case "H.STRT": "strait"
    case "H.SEA", "H.GULF", "H.OCN": "sea"
    case "T.MT", "T.MTS", "T.PK": "mountain"
    case "T.PASS": "pass"
    case "L.MILB", "S.AIRB", "S.INSM": "base"
    case "S.AIRP", "S.DAM", "S.PRN", "T.ISL", "T.ISLS": "site"
    default: feature.hasPrefix("P.") ? (population >= Self.leastCity ? "city" : "town") : nil
    }
  }

  private static let leastCity = 10_000

  /// Whether it is a town that a region is governed from, so that news names it however small it is.
  var isSeat: Bool { feature == "P.PPLC" || feature == "P.PPLA" }
}
