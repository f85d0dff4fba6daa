import DataFiles
import Diagnostics
import Testing
import World

@Suite struct WorldCheckTests {
  private static let titles = """
    id: president
    name: رئیس‌جمهور
    latin: president
    holders: one
    example: رئیس‌جمهور آمد.

    id: deputy
    name: معاون
    latin: deputy
    example: معاون آمد.
    """
  private static let states = """
    id: IRN
    name: ایران
    latin: Iran
    capital: tehran
    example: ایران.

    id: IRQ
    name: عراق
    latin: Iraq
    example: عراق.
    """
  private static let places = """
    id: tehran
    name: تهران
    latin: Tehran
    kind: city
    country: IRN
    example: تهران.

    """

  /// What is found where these records are put in place of those of a world that is in order.
  private func problems(_ changes: [String: String]) throws -> [Problem] {
    let files = ["states": Self.states, "places": Self.places, "titles": Self.titles].merging(changes) { $1 }
    return try WorldCheck.run(on: WorldFolder(files).data()).problems
  }

  private func place(_ file: String, _ line: Int) -> InputPlace { InputPlace(file: "world/\(file).rec", line: line) }

  @Test func `the built-in files are in order`() throws {
    let problems = try WorldCheck.run(on: .embedded).problems
    #expect(problems.isEmpty, "\(problems.map { ProblemText.render($0) }.joined(separator: "\n"))")
  }

  @Test func `a small world in order has no problems`() throws {
    #expect(try problems([:]) == [])
  }

  @Test func `all problems are found, not only the first`() throws {
    let found = try problems(["groups": "id: a\nname: الف\nlatin: A\nsector: KING\n\nid: b\nlatin: B\nexample: ب.\n"])
    #expect(found.map(\.code) == [.dataMissing, .dataValue, .dataMissing])
    #expect(found.map(\.place.line) == [1, 4, 6])
  }

  @Test func `a planted duplicate of an id is caught`() throws {
    let second = "\nid: tehran\nname: تهران نو\nlatin: New Tehran\nkind: town\ncountry: IRN\nexample: تهران نو.\n"
    #expect(
      try problems(["places": Self.places + second])
        == [Problem(.dataDuplicate, at: place("places", 8), "tehran", "world/places.rec")])
  }

  @Test func `a name that a record has twice is caught`() throws {
    let record = "id: x\nname: گروه\nname: دسته\nname: گروه\nlatin: X\nexample: گروه.\n"
    #expect(
      try problems(["groups": record])
        == [Problem(.dataDuplicate, at: place("groups", 4), "گروه", "line 2 of this record")])
  }

  @Test func `two records of one name, kind, country and region clash, whatever the spelling`() throws {
    let record = "id: x\nname: رئیس‌آباد\nlatin: X\nkind: town\ncountry: IRN\nexample: رئیس‌آباد.\n"
    let other = record.replacing("id: x", with: "id: y").replacing("رئیس‌آباد", with: "رییس‌آباد")
    #expect(
      try problems(["places": Self.places + "\n" + record + "\n" + other])
        == [Problem(.dataClash, at: place("places", 16), "رییس‌آباد", "x")])
  }

  @Test(arguments: [
    "kind: town\ncountry: IRQ", "kind: river\ncountry: IRN", "kind: town\ncountry: IRN\nambiguous: yes",
  ])
  func `records of one name that something tells apart do not clash`(fields: String) throws {
    let record = "id: x\nname: باغستان\nlatin: X\nkind: town\ncountry: IRN\nexample: باغستان.\n\n"
    let other = "id: y\nname: باغستان\nlatin: Y\n\(fields)\nexample: باغستان.\n"
    #expect(try problems(["places": Self.places + "\n" + record + other]) == [])
  }

  @Test func `a missing term date is caught`() throws {
    let found = try problems(["persons": "id: x\nname: زید\nlatin: X\noffice: president IRN 2001\nexample: زید.\n"])
    #expect(found.map(\.code) == [.dataValue] && found.first?.place == place("persons", 4))
  }

  private func person(_ id: String, _ terms: String...) -> String {
    "id: \(id)\nname: \(id)\nlatin: \(id)\ncountry: IRN\n" + terms.map { "office: \($0)\n" }.joined()
      + "example: \(id).\n\n"
  }

  @Test(arguments: [
    ("2001-08-02 2005-08-03", "2005-08-02 -"), ("2001 -", "2005 2006"), ("2001 2006", "2002-05 2002-06"),
  ])
  func `two holders of one office at a time are caught`(first: String, second: String) throws {
    let persons = person("zayd", "president IRN \(first)") + person("amr", "president IRN \(second)")
    #expect(try problems(["persons": persons]) == [Problem(.dataTerm, at: place("persons", 12), "amr", "zayd")])
  }

  @Test(arguments: [
    ("president IRN 2001 2005-08-02", "president IRN 2005-08-02 -"),
    ("president IRN 2001 2005", "president IRN 2005-03 -"),
    ("president IRN 2001 -", "president IRQ 2001 -"), ("deputy IRN 2001 -", "deputy IRN 2001 -"),
  ])
  func `one holder after the other, of other states, and offices of several are in order`(
    first: String, second: String
  ) throws {
    #expect(try problems(["persons": person("zayd", first) + person("amr", second)]) == [])
  }

  @Test(arguments: [("XYZ", true), ("IRX", true), ("IGO", false), ("XKX", false), ("AFG", false)])
  func `a country must be one of ISO 3166-1 or of the codebook`(code: String, isWrong: Bool) throws {
    let found = try problems(["groups": "id: x\nname: دسته\nlatin: X\ncountry: \(code)\nexample: دسته.\n"])
    #expect(found.map(\.place) == (isWrong ? [place("groups", 4)] : []))
  }

  @Test func `a state of no code is caught`() throws {
    let found = try problems(["states": Self.states + "\n\nid: QQQ\nname: هیچستان\nlatin: Nowhere\nexample: هیچستان.\n"]
    )
    #expect(found.map(\.facts.first) == ["QQQ"] && found.map(\.place.line) == [12])
  }

  @Test func `a capital must lie in its state`() throws {
    let found = try problems(["states": Self.states.replacing("latin: Iraq", with: "latin: Iraq\ncapital: tehran")])
    #expect(found == [Problem(.dataValue, at: place("states", 10), "tehran", "it should be a city of the state")])
  }

  @Test(arguments: [
    ("kind: province\ncountry: IRQ", "a region of the same country"),
    ("kind: river\ncountry: IRN", "a province, region or district"),
    ("kind: province\ncountry: IRN\nlat: -33\nlon: 52", "less than 1500 km from the middle of fars"),
  ])
  func `a place must lie in its region`(region: String, should: String) throws {
    let places =
      "id: shiraz\nname: شیراز\nlatin: Shiraz\nkind: city\ncountry: IRN\nin: fars\nlat: 29.6\nlon: 52.5\n"
      + "example: شیراز.\n\nid: fars\nname: فارس\nlatin: Fars\n\(region)\nexample: فارس.\n"
    #expect(
      try problems(["places": Self.places + "\n" + places]).map(\.facts.last) == ["it should be \(should)"])
  }

  @Test func `a record without an example is caught`() throws {
    #expect(
      try problems(["groups": "id: x\nname: دسته\nlatin: X\n"])
        == [Problem(.dataMissing, at: place("groups", 1), "x", "example")])
  }
}
