import Chronology
import Coding
import Diagnostics
import Testing

@testable import Ledger

@Suite struct EventListTests {
  private func types(_ change: (inout EventFilter) -> Void) throws -> [String] {
    try LedgerFile.with { (file) throws in
      try file.ingest(Reports.all)
      var filter = EventFilter()
      change(&filter)
      let list = try EventList(ledger: try file.open())
      let page = try list.page(filter)
      #expect(try list.count(filter) == page.events.count)
      return page.events.map(\.event.type)
    }
  }

  @Test func `without a filter all events of current records are listed, the latest first`() throws {
    try LedgerFile.with { (file) throws in
      try file.ingest(Reports.all)
      let all = try Reports.all.map { try Shared.coder().code($0).record.events.count }.reduce(0, +)
      let events = try EventList(ledger: try file.open()).page(EventFilter()).events
      #expect(events.count == all)
      #expect(events.compactMap(\.day) == events.compactMap(\.day).sorted(by: >))
    }
  }

  @Test func `a side is found by its country, its name and its entry`() throws {
    #expect(try types { $0.actors = ["TUR"] }.contains("AID"))
    #expect(try types { $0.actors = ["ترکیه"] }.contains("AID"))
    #expect(try types { $0.actors = ["CHN"] } != [])
    #expect(try types { $0.recipients = ["DEU"] } == [])
    #expect(try types { $0.participants = ["TUR"] }.contains("AID"))
  }

  @Test func `type, place, status, outlet and time narrow it down together`() throws {
    #expect(Set(try types { $0.types = ["assault"] }) == ["ASSAULT"])
    #expect(
      try types {
        $0.types = ["assault"]
        $0.sources = ["خبرگزاری آزمون"]
      } == [])
    #expect(try types { $0.sources = ["خبرگزاری آزمون"] } != [])
    #expect(try types { $0.statuses = ["negated"] } == [])
    #expect(try types { $0.from = CivilDate(iso8601: "2024-05-09") } == [])
    let lastYear = try types { $0.to = CivilDate(iso8601: "2023-12-31") }
    #expect(lastYear.contains("AID") && !lastYear.contains("ASSAULT"))
  }

  @Test func `pages follow each other without gap or overlap, also when events are stored between them`() throws {
    try LedgerFile.with { (file) throws in
      try file.ingest(
        (0..<40).map { number in
          var copy = Reports.attack
          copy.url = "https://example.org/\(number)"
          return copy
        })
      let list = try EventList(ledger: try file.open())
      var filter = EventFilter()
      filter.types = ["ASSAULT"]
      let all = try list.page(filter, limit: 1000).events.map(\.id)
      var (paged, cursor): ([Int64], EventCursor?) = ([], nil)
      repeat {
        let page = try list.page(filter, after: cursor, limit: 7)
        paged += page.events.map(\.id)
        cursor = page.next.flatMap { EventCursor($0.description) }
        if paged.count == 14, cursor != nil {
          var later = Reports.attack
          (later.published, later.url) = ("2025-01-01", "https://example.org/later")
          try file.ingest([later])
        }
      } while cursor != nil
      #expect(paged == all && all.count >= 40)
    }
  }

  @Test func `an event carries its sentence and its witness`() throws {
    try LedgerFile.with { (file) throws in
      try file.ingest([Reports.aid])
      let event = try #require(try EventList(ledger: try file.open()).page(EventFilter()).events.last)
      #expect(event.event.type == "AID" && event.witness.title == Reports.aid.title)
      let maker = try Shared.coder().makerVersion
      #expect(event.actors.map(\.country) == ["TUR"] && event.coder == maker)
      #expect(Reports.aid.fullText.contains(event.evidence) && !event.evidence.isEmpty)
    }
  }

  @Test func `a filter of hostile text finds nothing and harms nothing`() throws {
    for value in ["'; DROP TABLE event; --", "\"", "a_1\" OR \"a_2", "*", "", " ", "\u{0}", "😀", "none_"] {
      try LedgerFile.with { (file) throws in
        try file.ingest([Reports.aid])
        let ledger = try file.open()
        var filter = EventFilter()
        (filter.actors, filter.places, filter.types, filter.sources) = ([value], [value], [value], [value])
        let page = try EventList(ledger: ledger).page(filter)
        #expect(page.events.isEmpty && page.warnings.count == 4)
        #expect(try ledger.check().problems == [])
      }
    }
  }

  @Test func `a cursor that is none is refused`() {
    for text in ["", "-1", "0", "1.5", "zzzzzzzzzzzzzzzzzzzz", "😀"] { #expect(EventCursor(text) == nil, "\(text)") }
  }

  @Test func `the events of one day fill it to its end and go on in the next`() {
    let day = EventID.slot(ofDay: 20_000)
    #expect(EventID.ids(inSlot: day).upperBound + 1 == EventID.ids(inSlot: day + 1).lowerBound)
    #expect(EventID.day(of: EventID.ids(inSlot: day).upperBound) == 20_000)
    #expect(EventID.slot(ofDay: nil) == 0 && EventID.slot(ofDay: .max) < .max && EventID.slot(ofDay: .min) > 0)
  }
}
