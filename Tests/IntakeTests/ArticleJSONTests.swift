import Coding
import Diagnostics
import Intake
import Testing

@Suite struct ArticleJSONTests {
  private func read(_ line: String) throws -> ArticleJSON.Result {
    try ArticleJSON.article(of: Array(line.utf8), number: 7)
  }

  private func problem(_ line: String) -> Problem? {
    #expect(throws: Problem.self) { try read(line) }
  }

  @Test func `all fields of an article are read`() throws {
    let article = try read(
      #"{"id":"a1","title":"تیتر","text":"متن","published":"2025-03-10","url":"https://e.org/1","source":"ایرنا"}"#
    ).article
    #expect(article.id == "a1" && article.title == "تیتر" && article.text == "متن")
    #expect(article.published == "2025-03-10" && article.url == "https://e.org/1" && article.source == "ایرنا")
  }

  @Test func `the fields of NGEC's pipeline are read`() throws {
    let article = try read(#"{"id":"n1","event_text":"متن","date":"2024-05-01","other":[1,{"a":null}]}"#).article
    #expect(article.text == "متن" && article.published == "2024-05-01")
  }

  @Test func `an article's own fields go before those of NGEC`() throws {
    let article = try read(#"{"text":"یک","event_text":"دو","published":"2024-01-01","date":"2023-01-01"}"#).article
    #expect(article.text == "یک" && article.published == "2024-01-01")
  }

  @Test func `an empty text gives way to NGEC's`() throws {
    #expect(try read(#"{"text":"","event_text":"متن"}"#).article.text == "متن")
  }

  @Test func `an article without an id is known by its line`() throws {
    #expect(try read(#"{"text":"متن"}"#).article.id == "7")
    #expect(try read(#"{"text":"متن","id":null}"#).article.id == "7")
  }

  @Test func `an id may be a whole number`() throws {
    #expect(try read(#"{"text":"متن","id":20240501}"#).article.id == "20240501")
  }

  @Test(arguments: [#"{"id":"a"}"#, #"{"text":""}"#, #"{"text":" \n\t"}"#, #"{"text":null}"#, "{}"])
  func `an article without words is refused`(line: String) {
    #expect(problem(line) == Problem(.noText))
  }

  @Test(arguments: [
    (#"{"text":5}"#, "text", "a string"), (#"{"text":["متن"]}"#, "text", "a string"),
    (#"{"text":"متن","title":{}}"#, "title", "a string"), (#"{"event_text":true}"#, "event_text", "a string"),
    (#"{"text":"متن","id":[1]}"#, "id", "a string or a whole number"),
    (#"{"text":"متن","id":1.5}"#, "id", "a string or a whole number"),
    (#"{"text":"متن","id":true}"#, "id", "a string or a whole number"),
    (#"{"text":"متن","published":20250310}"#, "published", "a string"),
  ])
  func `a field of another type is named`(line: String, field: String, should: String) {
    #expect(problem(line) == Problem(.jsonField, field, should))
  }

  @Test(arguments: ["", "متن", "{", #"{"text":"متن""#, #"{"text":"متن"} {}"#, #"{"text":"\ud800"}"#, "{'text':'متن'}"])
  func `a line that is no JSON is said to be none`(line: String) {
    #expect(problem(line)?.code == .notJSON)
  }

  @Test(arguments: ["[]", #""متن""#, "5", "null", "true"])
  func `JSON that is no object is said to be none`(line: String) {
    #expect(problem(line) == Problem(.notJSON, "it is no object"))
  }

  @Test func `nesting deeper than any document has is refused, not followed`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(problem(#"{"text":"متن","x":\#(deep)"#)?.code == .notJSON)
  }

  @Test func `of a key that stands twice, always the same one counts`() throws {
    let texts = try (0..<20).map { _ in try read(#"{"text":"یک","text":"دو"}"#).article.text }
    #expect(Set(texts).count == 1)
  }

  @Test func `a line in Windows-1256 is decoded, and said to have been`() throws {
    // {"text":"تهران ایران سلام"} as Windows-1256 has it.
    let words: [UInt8] = [
      0xCA, 0xE5, 0xD1, 0xC7, 0xE4, 0x20, 0xC7, 0xED, 0xD1, 0xC7, 0xE4, 0x20, 0xD3, 0xE1, 0xC7, 0xE3,
    ]
    let result = try ArticleJSON.article(of: Array(#"{"text":""#.utf8) + words + Array(#""}"#.utf8), number: 1)
    #expect(result.article.text.unicodeScalars.first == "ت" && result.article.text.unicodeScalars.count == 16)
    #expect(result.warnings == [Problem(.decodedFromWindows1256)])
  }

  @Test func `bytes that are no text are refused with the line and column of the first bad one`() {
    let line = Array(#"{"text":"a"#.utf8) + [0xFF, 0x28] + Array(#""}"#.utf8)
    let problem = #expect(throws: Problem.self) { try ArticleJSON.article(of: line, number: 7) }
    #expect(problem == Problem(.notUTF8, at: InputPlace(line: 7, column: 11), "byte 0xFF"))
  }

  @Test func `a byte that no text has is refused`() {
    let problem = #expect(throws: Problem.self) { try ArticleJSON.article(of: [0x7B, 0x00, 0x7D], number: 1) }
    #expect(problem?.code == .binary)
  }

  @Test func `a date that is none is a warning, and the article is read`() throws {
    let result = try read(#"{"text":"متن","published":"دیروز"}"#)
    #expect(result.warnings == [Problem(.badDate, "دیروز")])
    #expect(result.article.text == "متن")
  }

  @Test func `an escaped text is read as what it stands for`() throws {
    #expect(try read(#"{"text":"\u0645\u06cc\u200c\u0631\u0648\u062f \"\/\\"}"#).article.text == "می‌رود \"/\\")
  }
}
