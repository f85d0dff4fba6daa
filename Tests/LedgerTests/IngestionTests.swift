import Coding
import DataFiles
import Diagnostics
import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite struct IngestionTests {
  @Test func `a record comes back from the ledger as it was coded, byte for byte`() throws {
    try LedgerFile.with { (file) throws in
      try file.ingest(Reports.all)
      let ledger = try file.open()
      for (index, article) in Reports.all.enumerated() {
        let coded = try Shared.coder().code(article).record
        let stored = try ledger.read { try RecordReader(db: $0).currentRecord(ofDocument: Int64(index + 1)) }
        #expect(stored == coded)
        #expect(stored?.jsonLine == coded.jsonLine)
        #expect(!coded.events.isEmpty)
      }
    }
  }

  @Test func `a document comes back as it came`() throws {
    try LedgerFile.with { (file) throws in
      try file.ingest(Reports.all)
      #expect(try file.open().read { try Ledger.article(2, $0) } == Reports.attack)
    }
  }

  @Test func `what is there is passed over, by its content and not by its id`() throws {
    try LedgerFile.with { (file) throws in
      #expect(try file.ingest(Reports.all) == .init(stored: 3, known: 0))
      var renamed = Reports.aid
      renamed.id = "17"
      #expect(try file.ingest([Reports.attack, renamed, renamed]) == .init(stored: 0, known: 3))
      #expect(try file.open().check().documents == 3)
    }
  }

  @Test func `the same words of another outlet are another document`() throws {
    try LedgerFile.with { (file) throws in
      var copy = Reports.aid
      copy.source = "روزنامه دیگر"
      #expect(try file.ingest([Reports.aid, copy]) == .init(stored: 2, known: 0))
    }
  }

  @Test func `a ledger that was filled in two runs is found whole by its check`() throws {
    try LedgerFile.with { (file) throws in
      try file.ingest([Reports.meeting])
      try file.ingest([Reports.attack, Reports.aid])
      let report = try file.open().check()
      #expect(report.problems == [] && report.documents == 3 && report.records == 3)
    }
  }

  @Test func `two programs may write to one ledger in turn`() throws {
    try LedgerFile.with { (file) throws in
      let (first, second) = (try file.open(), try file.open())
      let coder = try Shared.coder()
      let stem = try Shared.stem()
      let one = try Ingestion(ledger: first, coder: coder, stem: stem, jobs: 1)
      let two = try Ingestion(ledger: second, coder: coder, stem: stem, jobs: 1)
      for round in 0..<4 {
        var (a, b) = (Reports.attack, Reports.meeting)
        (a.url, b.url) = ("https://example.org/a\(round)", "https://example.org/b\(round)")
        try one.add(a, from: "one")
        try two.add(b, from: "two")
        _ = try one.finish()
        _ = try two.finish()
      }
      let report = try first.check()
      #expect(report.problems == [] && report.documents == 8)
    }
  }

  @Test func `what another version of the data coded is coded again, and the old record stays`() throws {
    try LedgerFile.with { (file) throws in
      try file.ingest(Reports.all)
      let ledger = try file.open()
      let other = try Shared.coderOfOtherData()
      #expect(try ledger.recode(with: other, stem: try Shared.stem(), jobs: 2) == 3)
      #expect(try ledger.recode(with: other, stem: try Shared.stem(), jobs: 2) == 0)
      let record = try ledger.read { try RecordReader(db: $0).currentRecord(ofDocument: 1) }
      #expect(record?.coder == other.makerVersion)
      let report = try ledger.check()
      #expect(report.problems == [] && report.documents == 3 && report.records == 6)
      // The first version in use again: nothing is written twice.
      #expect(try ledger.recode(with: try Shared.coder(), stem: try Shared.stem(), jobs: 2) == 3)
      #expect(try ledger.check().records == 6)
    }
  }

  @Test func `re-coding that is stopped is taken up where it was`() throws {
    try LedgerFile.with { (file) throws in
      try file.ingest(
        (0..<130).map { number in
          var copy = Reports.aid
          copy.url = "https://example.org/\(number)"
          return copy
        })
      let ledger = try file.open()
      let (other, stem) = (try Shared.coderOfOtherData(), try Shared.stem())
      #expect(try ledger.recode(with: other, stem: stem, jobs: 1) { _, _ in false } == 64)
      #expect(try ledger.recode(with: other, stem: stem, jobs: 1) == 66)
      #expect(try ledger.check().problems == [])
    }
  }
}

extension Shared {
  /// A coder whose data differ by a comment.
  static func coderOfOtherData() throws -> Coder {
    let folder = FileManager.default.temporaryDirectory.appending(path: "data-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder.appending(path: "coding"), withIntermediateDirectories: true)
    let records = "id: killed\nmeasure: killed\nword: کشته\n"
    try Data(records.utf8).write(to: folder.appending(path: "coding/figures.rec"))
    return try Coder(data: try .embedded.overlaid(by: folder.path))
  }
}
