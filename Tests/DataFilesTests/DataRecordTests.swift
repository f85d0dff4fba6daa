import DataFiles
import Diagnostics
import Testing

@Suite struct DataRecordTests {
  private func parse(_ text: String) throws -> [DataRecord] {
    try parse(bytes: Array(text.utf8))
  }

  private func parse(bytes: [UInt8]) throws -> [DataRecord] {
    try bytes.withUnsafeBytes { try DataRecord.parse($0, file: "world/test.rec") }
  }

  private func problem(_ text: String) throws -> Problem? {
    #expect(throws: Problem.self) { try parse(text) }
  }

  @Test func `an empty line ends a record`() throws {
    let records = try parse("id: a\nname: الف\n\n\n \t\nid: b\n")
    #expect(records.map { $0["id"] } == ["a", "b"])
  }

  @Test func `a field may stand several times and keeps its order`() throws {
    let record = try #require(parse("id: IRN\nname: ایران\nname: جمهوری اسلامی ایران").first)
    #expect(record.all("name") == ["ایران", "جمهوری اسلامی ایران"])
    #expect(record["name"] == "ایران")
  }

  @Test func `a value goes on in a line that begins with a plus sign`() throws {
    let record = try #require(parse("id: a\nnote: هنوز\n+ادامه\n  +   دارد  \n").first)
    #expect(record["note"] == "هنوز ادامه دارد")
  }

  @Test func `comments are left out, inside records too`() throws {
    let record = try #require(parse("# همه\nid: a\n# میان\n% descriptor\nname: ب # نه\n").first)
    #expect(record.fields.map(\.value) == ["a", "ب # نه"])
  }

  @Test func `a colon in a value is part of it`() throws {
    #expect(try parse("id: a\nexample: گفت: «نه»").first?["example"] == "گفت: «نه»")
  }

  @Test func `lines may end as Windows ends them, and the file may begin with a byte order mark`() throws {
    let records = try parse("\u{FEFF}id: a\r\nname: الف\r\n\r\nid: b\r\nname: ب\r\n")
    #expect(records.map(\.fields.count) == [2, 2])
    #expect(records.map { $0["name"] } == ["الف", "ب"])
  }

  @Test func `every field knows its line`() throws {
    let records = try parse("# یک\n\nid: a\nname: ب\n+ پ\nlatin: c")
    #expect(records.first?.fields.map(\.line) == [3, 4, 6])
    #expect(records.first?.place == InputPlace(file: "world/test.rec", line: 3))
  }

  @Test func `the last line needs no end`() throws {
    #expect(try parse("id: a").count == 1)
    #expect(try parse("").isEmpty)
  }

  @Test(arguments: ["بدون دونقطه", "Name: x", ": x", "first name: x", "نام: x"])
  func `a line that is no field is named with its file and line`(line: String) throws {
    let problem = try problem("id: a\n\(line)\n")
    #expect(problem == Problem(.dataSyntax, at: InputPlace(file: "world/test.rec", line: 2), line))
  }

  @Test func `a continuation of nothing is an error`() throws {
    #expect(try problem("id: a\n\n+ ادامه")?.place.line == 3)
  }

  @Test func `two records that lack the empty line between them are not taken for one`() throws {
    let problem = try problem("id: a\nname: الف\nid: b\nname: ب")
    #expect(
      problem == Problem(.dataDuplicate, at: InputPlace(file: "world/test.rec", line: 3), "id", "line 1 of this record")
    )
  }

  @Test func `a file in another encoding is not read as if it were UTF-8`() throws {
    let bytes = Array("id: a\nname: ".utf8) + [0xC7, 0xED, 0xD1, 0xC7, 0xE4]
    let problem = #expect(throws: Problem.self) { try parse(bytes: bytes) }
    #expect(problem?.code == .notUTF8 && problem?.place.line == 2)
  }

  @Test func `a field that must be there is missed by name`() throws {
    let record = try #require(parse("id: a\nname:").first)
    let problem = #expect(throws: Problem.self) { try record.required("name") }
    #expect(problem == Problem(.dataMissing, at: InputPlace(file: "world/test.rec", line: 1), "a", "name"))
  }

  @Test func `a field that is not known is named with its own line`() throws {
    let record = try #require(parse("id: a\nnaem: ب").first)
    let problem = #expect(throws: Problem.self) { try record.requireFields(among: ["id", "name"], kind: "state") }
    #expect(problem == Problem(.dataField, at: InputPlace(file: "world/test.rec", line: 2), "state", "naem"))
  }
}
