import DataFiles
import Diagnostics
import Testing

@Suite struct DictionaryExampleTests {
  private func examples(_ text: String, expects: Bool) throws -> [DictionaryExample] {
    let records = try Array(text.utf8).withUnsafeBytes { try DataRecord.parse($0, file: "t.rec") }
    return try DictionaryExample.examples(of: try #require(records.first), expects: expects)
  }

  @Test func `an example says what is to be read from it`() throws {
    let example = try #require(
      try examples("id: visit\nexample: رئیس‌جمهور عراق به تهران سفر کرد. => CONSULT IRQ > -", expects: true).first)
    #expect(example.sentence == "رئیس‌جمهور عراق به تهران سفر کرد.")
    #expect(example.expected == "CONSULT IRQ > -")
    #expect(example.place == InputPlace(file: "t.rec", line: 2))
  }

  @Test func `an example of a name expects the record itself`() throws {
    #expect(try examples("id: kabul\nexample: در کابل باران بارید.", expects: false).first?.expected == "kabul")
  }

  @Test func `a counter-example expects nothing`() throws {
    let example = try #require(try examples("id: amman\nnot: امان از این سرما.", expects: false).first)
    #expect(example.expected == nil)
  }

  @Test(arguments: ["example: جمله", "example: جمله =>", "example:", "not:", "example: => CONSULT"])
  func `an example that says nothing to check is an error with its line`(field: String) throws {
    let problem = #expect(throws: Problem.self) { try examples("id: a\n\(field)", expects: true) }
    #expect(problem?.code == .dataValue && problem?.place == InputPlace(file: "t.rec", line: 2))
  }

  @Test func `an empty example of a name is an error with its line`() throws {
    let problem = #expect(throws: Problem.self) { try examples("id: a\nexample:", expects: false) }
    #expect(problem?.code == .dataValue && problem?.place.line == 2)
  }
}
