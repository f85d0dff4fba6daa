import Coding
import Diagnostics
import Intake
import Testing

@Suite struct PlainTextTests {
  @Test func `a text is an article as it stands`() throws {
    let text = "کابل – وزیر خارجه آمد.\r\n\r\n«خوب است.»\n"
    let result = try PlainText.article(of: Array(text.utf8), id: "f.txt", published: "2025-03-10")
    #expect(Array(result.article.text.utf8) == Array(text.utf8))
    #expect(result.article.id == "f.txt" && result.article.published == "2025-03-10" && result.warnings.isEmpty)
  }

  @Test(arguments: ["", "\n", " \t\r\n\u{A0}"])
  func `a text without words is empty`(text: String) {
    let problem = #expect(throws: Problem.self) { try PlainText.article(of: Array(text.utf8), id: "f") }
    #expect(problem == Problem(.empty))
  }

  @Test func `a date that is none is a warning`() throws {
    let result = try PlainText.article(of: Array("متن".utf8), id: "f", published: "2025-02-30")
    #expect(result.warnings == [Problem(.badDate, "2025-02-30")])
  }

  @Test func `a text in UTF-16 with its mark is decoded`() throws {
    let units = "سلام بر کابل".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try PlainText.article(of: [0xFF, 0xFE] + units, id: "f").article.text == "سلام بر کابل")
  }

  @Test func `half of a UTF-16 character is no text`() {
    let problem = #expect(throws: Problem.self) { try PlainText.article(of: [0xFF, 0xFE, 0x33], id: "f") }
    #expect(problem?.code == .notUTF8)
  }
}
