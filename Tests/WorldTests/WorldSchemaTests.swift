import Diagnostics
import Testing
import World

@Suite struct WorldSchemaTests {
  private func place(_ file: String, _ line: Int) -> InputPlace { InputPlace(file: "world/\(file).rec", line: line) }

  @Test func `a field that the kind does not have is named with its line`() {
    let problem = WorldFolder(["states": "id: IRN\nname: ایران\nlatin: Iran\npopulation: 9\n"]).problem()
    #expect(problem == Problem(.dataField, at: place("states", 4), "state", "population"))
  }

  @Test func `an entry without its English name is named with its line`() {
    let problem = WorldFolder(["places": "# شهرها\n\nid: kabul\nname: کابل\n"]).problem()
    #expect(problem == Problem(.dataMissing, at: place("places", 3), "kabul", "latin"))
  }

  @Test(arguments: [
    ("places", "country: Iran", "a country code of three capitals"),
    ("places", "country: irn", "a country code of three capitals"),
    ("places", "country: ＩＲＮ", "a country code of three capitals"),
    ("places", "sector: ARMY", "a sector of the codebook"), ("places", "ambiguous: maybe", "yes, no or time"),
    ("groups", "sector-from: 2021-08-15", "a date and a sector of the codebook"),
    ("groups", "sector-from: 2021-08-15 KING", "a date and a sector of the codebook"),
    ("places", "lat: 95.2\nlon: 3", "degrees north or east, in decimals"),
    ("places", "lat: شمال\nlon: 3", "degrees north or east, in decimals"),
    ("persons", "office: president IRN ۲۰۲۱ -", "TITLE OF START END, with dates as 2012-05-07, and - while in office"),
    (
      "persons", "office: president IRN 2021-02-30 -",
      "TITLE OF START END, with dates as 2012-05-07, and - while in office"
    ),
    ("persons", "office: president IRN - 2021", "TITLE OF START END, with dates as 2012-05-07, and - while in office"),
    ("persons", "office: president IRN 2021-08 2020", "TITLE OF START END, and the end not before the start"),
    ("titles", "holders: many", "one or several"),
    ("persons", "office: president IRN 2021", "TITLE OF START END, with dates as 2012-05-07, and - while in office"),
  ])
  func `a value that is not valid is named with its line`(file: String, field: String, should: String) {
    let problem = WorldFolder([file: "id: x\nname: ایکس\nlatin: X\n\(field)\n"]).problem()
    let line = field.split(separator: "\n")[0]
    let value = line.split(separator: ": ", maxSplits: 1)[1]
    #expect(problem == Problem(.dataValue, at: place(file, 4), String(value), "it should be " + should))
  }

  @Test func `a latitude without a longitude is missed`() {
    let problem = WorldFolder(["places": "id: kabul\nname: کابل\nlatin: Kabul\nlat: 34.5\n"]).problem()
    #expect(problem == Problem(.dataMissing, at: place("places", 1), "kabul", "lon"))
  }

  @Test func `a state's id must be a code`() {
    let problem = WorldFolder(["states": "id: iran\nname: ایران\nlatin: Iran\n"]).problem()
    #expect(problem?.code == .dataValue && problem?.place == place("states", 1))
  }

  @Test func `an id may not stand twice, whatever the file`() {
    let problem = WorldFolder(["groups": "id: tehran\nname: گروه تهران\nlatin: Tehran group\n"]).problem()
    #expect(problem == Problem(.dataDuplicate, at: place("groups", 1), "tehran", "world/places.rec"))
  }

  @Test(arguments: [
    ("states", "id: IRN\nname: ایران\nlatin: Iran\ncapital: tehron\n", "tehron", "place"),
    ("places", "id: rey\nname: ری\nlatin: Rey\nin: tehron\n", "tehron", "place"),
    ("groups", "id: x\nname: شاخه\nlatin: X\nbranch-of: y\n", "y", "group"),
    ("groups", "id: x\nname: شاخه\nlatin: X\nbranch-of: tehran\n", "tehran", "group"),
    ("persons", "id: x\nname: زید\nlatin: X\noffice: king IRN 2001 -\n", "king", "title"),
    ("titles", "id: t\nname: والی\nlatin: governor\nsector: GOV\nof: IRX\n", "IRX", "state or body"),
  ])
  func `a reference to nothing is named`(file: String, record: String, id: String, kind: String) {
    let problem = WorldFolder([file: record]).problem()
    #expect(
      problem?.code == .dataReference && problem?.facts == [id, kind] && problem?.place.file == "world/\(file).rec")
  }
}
