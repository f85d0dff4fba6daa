import DataFiles
import Diagnostics
import Testing
import World

@Suite struct GeoNamesImportTests {
  /// A line of the dump.
  private func line(
    id: String = "7", name: String = "Bagh-e Naw", others: String = "باغ نو", lat: String = "34.25",
    lon: String = "62.5",
    feature: String = "P\tPPL", country: String = "AF", region: String = "11", population: String = "70000"
  ) -> String {
    "\(id)\t\(name)\t\(name)\t\(others)\t\(lat)\t\(lon)\t\(feature)\t\(country)\t\t\(region)\t\t\t\t\(population)\t\t900"
      + "\tAsia/Kabul\t2024-01-01"
  }

  private func bytes(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }

  /// The records of the lines of a dump, after the table of names where there is one.
  private func records(
    _ lines: [String], names: [String] = [], selection: GeoNamesImport.Selection = .init()
  ) throws -> (records: [String], summary: GeoNamesImport.Summary) {
    var places = try GeoNamesImport(selection: selection, data: .embedded)
    for name in names { try places.readAlternateName(bytes(name)) }
    for line in lines { places.readRegion(bytes(line)) }
    var records: [String] = []
    for line in lines { if let record = try places.record(of: bytes(line)) { records.append(record) } }
    return (records, places.summary)
  }

  @Test func `a town becomes a record with country, coordinates and the region that the data files have`() throws {
    // GeoNames' code 11 of Afghanistan is Herat, which the data files know.
    let province = line(
      id: "8", name: "Herat", others: "Herat,هرات", lat: "34.3", lon: "62.2", feature: "A\tADM1", population: "0")
    let result = try records([line(), province])
    #expect(
      result.records == [
        """
        id: geonames-7
        latin: Bagh-e Naw
        name: باغ نو
        kind: city
        country: AFG
        in: herat-province
        lat: 34.25
        lon: 62.5


        """
      ])
    #expect(result.summary.written == 1 && result.summary.known == 1)
  }

  @Test func `what was written is read as places again, and its names are found`() throws {
    let text =
      try GeoNamesImport.header
      + records([line(), line(id: "9", name: "Sang", others: "سنگ‌آباد میانه")]).records.joined()
    let folder = WorldFolder(["places+geonames": text, "states": "id: AFG\nname: افغانستان\nlatin: Afghanistan\n"])
    #expect(
      try folder.mentions(in: "از باغ نو تا سنگ‌آباد میانه") == [
        "باغ نو: geonames-7 name", "سنگ‌آباد میانه: geonames-9 name",
      ])
    #expect(
      try WorldCheck.run(on: folder.data()).problems.filter { $0.place.file == "world/places+geonames.rec" } == [])
  }

  @Test func `names are told by their language where there is a table`() throws {
    let names = [
      "1\t7\tfa\tباغ نو\t\t\t\t", "2\t7\tar\tباغ الجديد\t\t\t\t", "3\t7\tprs\tباغ نوین\t1\t\t\t",
      "4\t7\tfa\tباغ کهنه\t\t\t\t1",
      "5\t7\tfa\tBagh\t\t\t\t",
    ]
    let record = try #require(records([line(others: "شهر دیگر")], names: names).records.first)
    #expect(record.contains("name: باغ نوین\nname: باغ نو\nkind"))
  }

  @Test func `without a table only names of Persian letters are taken, in Persian letters`() throws {
    let record = try #require(records([line(others: "Bagh,بلدة القدس,باغ ټول,كوي باغ,Баг")]).records.first)
    #expect(record.contains("name: کوی باغ\nkind"))
  }

  @Test func `a place without a Persian name is left out and counted`() throws {
    let result = try records([line(others: "Bagh,Баг")])
    #expect(result.records.isEmpty && result.summary.unnamed == 1)
  }

  @Test(arguments: [
    ("P\tPPL", "5000", false), ("P\tPPL", "20000", true), ("P\tPPLA", "5000", true), ("A\tADM2", "0", true),
    ("H\tSTM", "0", true), ("S\tHTL", "0", false), ("P\tPPLQ", "90000", false),
  ])
  func `small towns, hotels and ruins are left out`(feature: String, population: String, isTaken: Bool) throws {
    let selection = GeoNamesImport.Selection(leastPopulation: 10_000)
    let result = try records([line(feature: feature, population: population)], selection: selection)
    #expect(result.records.isEmpty != isTaken)
  }

  @Test func `only the selected countries are taken`() throws {
    let selection = GeoNamesImport.Selection(countries: ["IRN"])
    let result = try records([line(), line(id: "9", country: "IR")], selection: selection)
    #expect(result.records.count == 1 && result.summary.selected == 1)
  }

  @Test(arguments: [
    ("درخت‌زار", "4000", true), ("درخت‌زار", "400000", false), ("پل درخت‌زار", "4000", false), ("وزیر", "400000", true),
  ])
  func `a single word that is a small place, or a word of the dictionaries, needs a place word`(
    name: String, population: String, isAmbiguous: Bool
  ) throws {
    let record = try #require(records([line(others: name, population: population)]).records.first)
    #expect(record.contains("\nambiguous: yes\n") == isAmbiguous)
  }

  @Test func `of two places of one name in one region the first is taken`() throws {
    let result = try records([line(), line(id: "9")])
    #expect(result.records.count == 1 && result.summary.repeated == 1)
  }

  @Test(arguments: [
    "", "a\tb", "x\tA\tA\tب\t1\t2\tP\tPPL\tAF\t\t\t\t\t\t0\t\t\t\t",
    "7\tA\tA\tب\t91\t2\tP\tPPL\tAF\t\t\t\t\t\t0\t\t\t\t",
    "7\tA\tA\tب\t1\t1e3\tP\tPPL\tAF\t\t\t\t\t\t0\t\t\t\t", "-1\tA\tA\tب\t1\t2\tP\tPPL\tAF\t\t\t\t\t\t0\t\t\t\t",
    "99999999999999999999\tA\tA\tب\t1\t2\tP\tPPL\tAF\t\t\t\t\t\t0\t\t\t\t",
  ])
  func `a line that is none is refused`(text: String) throws {
    let problem = #expect(throws: Problem.self) { try records([text]) }
    #expect(problem?.code == .notGeoNames)
  }

  @Test func `a line of broken bytes is refused`() throws {
    var places = try GeoNamesImport(selection: .init(), data: .embedded)
    var broken = Array(line().utf8)
    broken[4] = 0xFF
    let problem = #expect(throws: Problem.self) { try places.record(of: broken[...]) }
    #expect(problem?.code == .notGeoNames)
  }

  @Test func `no name can begin a field of its own`() throws {
    let record = try #require(records([line(name: "A\u{0}\r\u{202E}B")]).records.first)
    #expect(record.contains("latin: AB\n"))
  }
}
