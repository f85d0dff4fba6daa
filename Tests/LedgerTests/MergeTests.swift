import Coding
import Testing

@testable import Ledger

@Suite struct MergeTests {
  private static let agency = Article(
    id: "agency",
    text: """
      در حمله افراد مسلح به پاسگاهی در شهر هرات سه سرباز کشته شدند. فرمانده پولیس هرات به خبرنگاران گفت که راه‌های شهر بسته \
      است. مردم بازار شهر مغازه‌های خود را بستند و به خانه رفتند. هیچ گروهی تاکنون مسئولیت آن را نپذیرفته است.
      """,
    published: "2024-05-08", source: "آژانس نمونه")

  private static func telling(_ id: String, _ text: String, published: String = "2024-05-08") -> Article {
    Article(id: id, text: text, published: published, source: id)
  }

  private func merging<Outcome>(_ articles: [Article], _ body: (Ledger, MergeSummary) throws -> Outcome) throws
    -> Outcome
  {
    try LedgerFile.with { (file) throws in
      try file.ingest(articles)
      let ledger = try file.open()
      return try body(ledger, try ledger.merge(jobs: 2))
    }
  }

  @Test func `a copy is found without half-spaces, in Arabic letters and with a line more`() throws {
    let text = Self.agency.text
    let copies = [
      Self.telling("b", text.replacing("\u{200C}", with: "")),
      Self.telling("c", text.replacing("ی", with: "ي").replacing("ک", with: "ك")),
      Self.telling("d", "به گزارش خبرنگار ما از غرب کشور:\n" + text),
    ]
    try merging([Self.agency] + copies) { (ledger, summary) throws in
      #expect(summary.copies == 3)
      #expect(try ledger.copies().map(\.original) == [1, 1, 1])
    }
  }

  @Test func `a report with other numbers is no copy`() throws {
    let update = Self.telling("update", Self.agency.text.replacing("سه سرباز", with: "پنج سرباز"))
    try merging([Self.agency, update]) { (_, summary) throws in #expect(summary.copies == 0) }
  }

  private static let otherWords = Self.telling(
    "other", "افراد مسلح در شهر هرات به یک پاسگاه حمله کردند و پنج سرباز را کشتند.")

  @Test func `an event that two outlets tell in their words is one, with reasons`() throws {
    try merging([Self.agency, Self.otherWords]) { (ledger, _) throws in
      let merges = try ledger.merges(limit: 10)
      let reasons = merges.flatMap { $0.tellings.compactMap(\.why) }
      #expect(merges.allSatisfy { Set($0.tellings.map(\.event.witness.name)) == ["agency", "other"] })
      #expect(reasons.contains { $0.contains("place Herat") && $0.hasPrefix("type ASSAULT; ") })
      #expect(merges.flatMap { $0.tellings.dropFirst() }.allSatisfy { $0.points >= EventComparison.enough })
    }
  }

  @Test func `three dead or five are said to be told differently`() throws {
    try merging([Self.agency]) { (ledger, _) throws in
      let events = try EventList(ledger: ledger).page(EventFilter()).events
      var first = try #require(events.first { $0.event.type == "ASSAULT" })
      var second = first
      let span = Span(0..<1)
      first.figures = [Figure.assembled(event: nil, measure: "killed", count: 3, of: nil, span: span)]
      second.figures = [Figure.assembled(event: nil, measure: "killed", count: 5, of: nil, span: span)]
      second.id += 1
      let merged = MergedEvent(tellings: [first, second].map { .init(event: $0, why: nil, points: 0) })
      #expect(merged.differences == [.init(what: "killed", told: ["3": [first.id], "5": [second.id]])])
    }
  }

  @Test(arguments: [
    ("در حمله افراد مسلح به پاسگاهی در شهر قندهار سه سرباز کشته شدند.", "2024-05-08"),
    ("در حمله افراد مسلح به پاسگاهی در شهر هرات سه سرباز کشته شدند.", "2024-05-15"),
  ])
  func `another place or another week is another event`(text: String, published: String) throws {
    try merging([Self.agency, Self.telling("another", text, published: published)]) { (ledger, _) throws in
      #expect(try ledger.merges(limit: 10).isEmpty)
    }
  }

  @Test func `what was parted by hand stays parted`() throws {
    try merging([Self.agency, Self.otherWords]) { (ledger, _) throws in
      let parted = try ledger.merges(limit: 10).flatMap { $0.tellings.dropFirst().map(\.event.id) }
      #expect(!parted.isEmpty)
      for event in parted { #expect(try ledger.part(event)) }
      #expect(try ledger.merges(limit: 10).isEmpty)
      _ = try ledger.merge(jobs: 1)
      #expect(try ledger.merges(limit: 10).isEmpty)
      #expect(try ledger.part(parted[0]) == false)
      #expect(try ledger.check().problems == [])
    }
  }

  @Test func `a sketch tells the same, a part and something else`() throws {
    func sketch(_ range: ClosedRange<Int>) -> ShingleSketch {
      ShingleSketch(stems: Array(range.map { "w\($0)" }.joined(separator: " ").utf8))
    }
    let whole = sketch(1...1000)
    #expect(whole.resemblance(to: whole) == 1 && whole.smallest.count == ShingleSketch.most)
    #expect(abs(whole.resemblance(to: sketch(501...1000)) - 0.5) < 0.12)
    #expect(whole.containment(with: sketch(501...1000)) > 0.85)
    #expect(whole.resemblance(to: sketch(2001...3000)) == 0)
    #expect(
      sketch(1...10).containment(with: sketch(1...20)) > 0.999
        && sketch(1...10).resemblance(to: sketch(1...20)) == 8.0 / 18)
    #expect(sketch(1...2).resemblance(to: sketch(1...2)) == 0)
  }
}
