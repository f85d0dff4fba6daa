import Diagnostics
import Testing

@Suite struct ProblemTextTests {
  @Test func `a problem is told with its file, line and column`() {
    let problem = Problem(.binary, at: InputPlace(file: "گزارش.txt", line: 3, column: 7), "byte 0x00")
    #expect(
      ProblemText.render(problem) == """
        گزارش.txt:3:7: error SND103: this is not text: it holds bytes that no text has (byte 0x00)
          give plain text or JSONL; a PDF or a Word file must be turned into text first
        """)
  }

  @Test func `standard input is called by its name`() {
    let problem = Problem(.notJSON, at: InputPlace(file: "-", line: 12), "unexpected end of file")
    #expect(
      ProblemText.render(problem) == """
        standard input:12: error SND201: this line is not a JSON object: unexpected end of file
          write one JSON object to a line, or use `sanad read` for plain text
        """)
  }

  @Test func `a problem without a file names its line`() {
    #expect(
      ProblemText.render(Problem(.noText, at: InputPlace(line: 4))) == """
        line 4: error SND203: this document has no text: neither "text" nor "event_text" is there
          give the report's words in "text"
        """)
  }

  @Test func `a problem without a place begins with its severity`() {
    #expect(
      ProblemText.render(Problem(.linesFailed, "2", "9")) == """
        error SND403: 2 of 9 lines could not be used; all others were
          each is named above with its line
        """)
  }

  @Test func `a warning is called a warning`() {
    let problem = Problem(.badDate, at: InputPlace(file: "a.jsonl", line: 1), "دیروز")
    #expect(
      ProblemText.render(problem) == """
        a.jsonl:1: warning SND204: "دیروز" is not a date; the article is read as undated
          write it as 2025-03-10 or 2025-03-10T18:00:00+03:00
        """)
  }

  @Test func `a fact that looks like the place of another is left as it is`() {
    let text = ProblemText.render(Problem(.dataField, "{1}", "{0}"))
    #expect(text.hasPrefix("error SND302: a {1} record has no field called \"{0}\"\n"))
  }

  @Test func `control characters in an input cannot steer the terminal`() {
    let problem = Problem(.unreadable, at: InputPlace(file: "\u{1B}]0;title\u{7}"), "\u{9B}31m\r\n")
    let text = ProblemText.render(problem)
    #expect(text.hasPrefix(#"\u{1B}]0;title\u{7}: error SND101: this file cannot be read: \u{9B}31m\u{D}\u{A}"#))
  }

  @Test(arguments: ["\u{202E}", "\u{2067}", "\u{200F}", "\u{061C}", "\u{2028}", "\u{2029}"])
  func `what turns the reading direction or breaks a line is made visible`(control: String) {
    #expect(!ProblemText.harmless("الف\(control)ب").unicodeScalars.contains(control.unicodeScalars.first ?? "?"))
  }

  @Test func `Persian with its half-spaces is left as it is`() {
    #expect(ProblemText.harmless("می‌گوید: «نه»") == "می‌گوید: «نه»")
  }

  @Test func `a long text is cut`() {
    let text = ProblemText.harmless(String(repeating: "ا", count: 5_000))
    #expect(text.unicodeScalars.count <= 201)
  }

  @Test func `a problem takes its file and line from where it was met, unless it knows better`() {
    let problem = Problem(.noText).atLine(4).inFile("a").atLine(9).inFile("b")
    #expect(problem.place == InputPlace(file: "a", line: 4))
  }
}
