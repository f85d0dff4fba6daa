import Coding
import Diagnostics
import Testing

@testable import Ledger

@Suite struct SearchTests {
  /// The ids of the documents that a query finds, the best first, in a ledger of the reports and of `more`.
  private func found(_ query: String, among more: [Article] = []) throws -> [String] {
    try LedgerFile.with { (file) throws in
      try file.ingest(Reports.all + more)
      return try Searcher(ledger: try file.open()).search(try SearchQuery(query)).hits.map(\.article.id)
    }
  }

  @Test func `a word is found in its other forms`() throws {
    #expect(try found("حمله") == ["attack"])
    #expect(try found("حملات") == ["attack"])
    #expect(try found("طالبانی") == ["attack"])
    #expect(try found("كمكهای") == ["aid"])
    #expect(try found("سربازان") == ["attack"])
    #expect(try found("می کنند دیدار") == ["meeting"])
  }

  @Test func `a compound is found with a half-space, with a space and written together`() throws {
    for query in ["رئیس‌جمهور", "رئیس جمهور", "رئیسجمهور", "رييس‌جمهور"] {
      #expect(try found(query) == ["aid"], "\(query)")
    }
  }

  @Test func `all words must be there, in any order`() throws {
    #expect(try found("چین ایران") == ["meeting"])
    #expect(try found("چین هرات") == [])
  }

  @Test func `words in quotation marks must follow each other`() throws {
    #expect(try found("\"وزیر خارجه ایران\"") == ["meeting"])
    #expect(try found("«سربازهای افغان»") == ["attack"])
    #expect(try found("\"خارجه وزیر\"") == [])
  }

  @Test func `a word after a minus is left out`() throws {
    #expect(Set(try found("افغانستان")) == ["attack", "aid"])
    #expect(try found("افغانستان -زلزله‌زدگان") == ["attack"])
  }

  @Test func `an asterisk stands for the rest of a word`() throws {
    #expect(try found("هلم*") == ["attack"])
    #expect(try found("هلم") == [])
  }

  @Test func `a word in the headline counts for more`() throws {
    let inText = Article(id: "text", title: "گزارشی از پکن", text: "در این گزارش یک بار نام توکیو آمده است و نه بیشتر.")
    let inTitle = Article(
      id: "title", title: "گزارشی از توکیو", text: "در این گزارش یک بار نام پکن آمده است و نه بیشتر.")
    #expect(try found("توکیو", among: [inTitle, inText]) == ["title", "text"])
    #expect(try found("توکیو", among: [inText, inTitle]) == ["title", "text"])
  }

  @Test func `fields narrow a search down`() throws {
    #expect(try found("actor:TUR") == ["aid"])
    #expect(try found("actor:ترکیه") == ["aid"])
    #expect(Set(try found("افغانستان actor:طالبان")) == ["attack"])
    #expect(try found("type:assault") == ["attack"])
    #expect(try found("place:AFG type:AID") == ["aid"])
    #expect(try found("source:\"آژانس نمونه\"") == ["attack"])
    #expect(try found("from:2024-05-07") == ["attack"])
    #expect(try found("to:2023-12-31 کمک") == ["aid"])
    #expect(try found("from:2024-05-06 to:2024-05-07") == ["meeting"])
  }

  @Test func `a name that the ledger does not know is said to be unknown`() throws {
    try LedgerFile.with { (file) throws in
      try file.ingest(Reports.all)
      let results = try Searcher(ledger: try file.open()).search(try SearchQuery("حمله actor:کارتاژ"))
      #expect(results.hits.isEmpty && results.warnings == [Problem(.filterValue, "actor", "کارتاژ")])
    }
  }

  @Test func `a snippet marks the original words, also where half-spaces were lost`() throws {
    try LedgerFile.with { (file) throws in
      try file.ingest(Reports.all)
      let hit = try #require(
        try Searcher(ledger: try file.open()).search(try SearchQuery("زلزله‌زدگان رئیس‌جمهوری")).hits.first)
      let scalars = Array(hit.article.fullText.unicodeScalars)
      let marked = hit.snippet.marks.map { String(String.UnicodeScalarView(scalars[$0.start..<$0.end])) }
      #expect(marked == ["زلزله‌زدگان", "زلزلهزدگان", "رئیسجمهور"])
      let shown = String(String.UnicodeScalarView(scalars[hit.snippet.span.start..<hit.snippet.span.end]))
      #expect(hit.snippet.text == shown)
    }
  }

  @Test func `a snippet of a long document shows where the words are`() throws {
    let filler = String(repeating: "در این بخش از گزارش چیزی نیست که کسی بخواهد. ", count: 60)
    let long = Article(id: "long", text: filler + "سرانجام کشتی در بندر چابهار پهلو گرفت. " + filler)
    try LedgerFile.with { (file) throws in
      try file.ingest([long])
      let hits = try Searcher(ledger: try file.open()).search(try SearchQuery("بندر چابهار")).hits
      let snippet = try #require(hits.first?.snippet)
      #expect(snippet.text.contains("چابهار") && snippet.marks.count == 2)
    }
  }

  // Whatever is typed is a question, never a command and never an error of SQLite's.
  @Test func `no query is a syntax error or a command`() throws {
    try LedgerFile.with { (file) throws in
      try file.ingest([Reports.attack])
      let ledger = try file.open()
      let searcher = try Searcher(ledger: ledger)
      for text in Self.hostile {
        do throws(Problem) {
          _ = try searcher.search(try SearchQuery(text))
        } catch {
          #expect(error.code == .searchEmpty || error.code == .searchField, "\(text): \(error)")
        }
      }
      #expect(try ledger.check().documents == 1)
    }
  }

  private static let hostile = [
    "\"", "\"\"\"", "حمله\"", "\"حمله", "حمله' OR 1=1 --", "'; DROP TABLE document; --", "حمله AND", "OR OR",
    "NOT حمله",
    "(حمله", "حمله)", "NEAR(حمله هلمند, 2)", "title:حمله", "{title} : حمله", "^حمله", "حمله*", "*", "**حمله", "-", "--",
    "حمله + هلمند", "actor:", "actor:\"", "actor:'; DROP TABLE actor; --", "place:*", "type:a\"b", "source:\u{0}",
    "\u{0}حمله\u{0}", "facets:t_assault", "t_assault", "\u{202E}حمله", "حمله\u{200C}", "\u{200C}", "«»", "«حمله",
    "from:x حمله", "a:b:c", ":", "\\", "%", "_", "😀 حمله", "-حمله", "rank:1", "rowid:1", "\"حمله\" * \"", "حمله^2",
    "n_1 OR n_2", "\n\t حمله \n",
  ]

  @Test func `a query of random signs is answered or refused, never failed`() throws {
    try LedgerFile.with { (file) throws in
      try file.ingest([Reports.attack])
      let searcher = try Searcher(ledger: try file.open())
      let pieces = [
        "حمله", "\"", "«", "»", "-", "*", "(", ")", ":", "actor", "type:", "from:", " ", "'", ";", "AND", "NOT",
        "\u{200C}", "+", "^",
        "NEAR", "{", "}", "ASSAULT", "۱۲", "a.b", "@x", "\u{FFFD}", "😀",
      ]
      var random = SystemRandomNumberGenerator()
      for _ in 0..<2000 {
        let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
          .joined()
        do throws(Problem) {
          _ = try searcher.search(try SearchQuery(text))
        } catch {
          #expect(error.code == .searchEmpty || error.code == .searchField, "\(text): \(error)")
        }
      }
    }
  }

  @Test func `a query that is too long is refused`() {
    #expect(throws: Problem(.tooLarge, "2048")) { try SearchQuery(String(repeating: "حمله ", count: 1000)) }
  }
}
