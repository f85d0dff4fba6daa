import ArgumentParser
import DataFiles
import Diagnostics
import Intake
import World

/// `sanad world import-geonames`: places of GeoNames as records.
struct WorldImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import-geonames",
    abstract: "Turns GeoNames' dump of places into records that --data adds.",
    discussion: """
      FILE is allCountries.txt or the file of a country (AF.txt), unpacked; its Persian names are told from others by \
      their letters, or with certainty from GeoNames' alternateNamesV2.txt. Places that Sanad's data have, and those \
      without a name in Persian letters, are left out. Write it to FOLDER/world/places+geonames.rec and give FOLDER \
      with --data. A name of one word counts only after a word like «شهر», unless many people live there.
      """)

  @Argument(help: "GeoNames' dump: tab-separated, 19 columns.")
  var file: String

  @Option(help: "GeoNames' table of names by language: alternateNamesV2.txt or alternateNames.txt.")
  var alternateNames: String?

  @Option(help: "Only these countries, as ISO 3166-1 codes with commas between: AF,IR or AFG,IRN.")
  var countries: String?

  @Option(help: "Leave out towns with fewer people; capitals of countries and of provinces stay.")
  var minPopulation = 0

  @Option(name: .shortAndLong, help: "The file to write, or - for standard output.")
  var output = "-"

  @OptionGroup var data: DataOption

  func validate() throws {
    if file == "-" { throw ValidationError("FILE is read twice, so it cannot be standard input") }
    if minPopulation < 0 { throw ValidationError("--min-population takes a number from 0") }
    _ = try selectedCountries()
  }

  private func selectedCountries() throws -> Set<String> {
    var codes: Set<String> = []
    for code in (countries ?? "").split(separator: ",").map({ $0.uppercased() }) {
      guard let three = CountryCodes.isState(code) ? code : CountryCodes.alpha3(ofAlpha2: code) else {
        throw ValidationError("\"\(ProblemText.harmless(code))\" is no country code of ISO 3166-1")
      }
      codes.insert(three)
    }
    return codes
  }

  func run() throws {
    try reportingProblems {
      let selection = GeoNamesImport.Selection(countries: try selectedCountries(), leastPopulation: minPopulation)
      var places = try GeoNamesImport(selection: selection, data: try data.bundle())
      var bad = BadLines()
      if let alternateNames {
        try forEachLine(of: alternateNames, &bad) { line throws(Problem) in try places.readAlternateName(line) }
      }
      var ignored = BadLines(isSilent: true)
      try forEachLine(of: file, &ignored) { line throws(Problem) in places.readRegion(line) }
      var result = try OutputFile(output)
      try result.write(GeoNamesImport.header)
      var writing: Problem?
      try forEachLine(of: file, &bad) { line throws(Problem) in
        guard writing == nil, let record = try places.record(of: line) else { return }
        do throws(Problem) { try result.write(record) } catch { writing = error }
      }
      if let writing { throw writing }
      try result.finish()
      let summary = places.summary
      writeToStandardError(
        "\(summary.written) places written of \(summary.selected); left out: \(summary.unnamed) without a Persian name, "
          + "\(summary.known) that Sanad's data have, \(summary.repeated) of the same name and region")
      return bad.failures
    }
  }

  /// Lines of GeoNames are shorter; names are at most 10,000 letters.
  private static let longestLine = 1 << 20

  private func forEachLine(
    of file: String, _ bad: inout BadLines, _ body: (ArraySlice<UInt8>) throws(Problem) -> Void
  ) throws(Problem) {
    var lines = bad
    try LineInput(file: file, longestLine: Self.longestLine).forEachLine(tooLong: { lines.note($0) }) { line, number in
      do throws(Problem) {
        if !line.isEmpty { try body(line) }
        lines.good()
      } catch {
        lines.note(error.inFile(file).ofLine(number))
      }
    }
    bad = lines
  }

  /// The lines that could not be used: the first are named, all are counted.
  private struct BadLines {
    var isSilent = false
    private(set) var failures = FailureCount()
    private var named = 0
    private static let mostNamed = 20

    init(isSilent: Bool = false) { self.isSilent = isSilent }

    mutating func good() { failures.good() }

    mutating func note(_ problem: Problem) {
      if isSilent { return }
      named += 1
      failures.bad(named <= Self.mostNamed ? problem : nil)
    }
  }
}
