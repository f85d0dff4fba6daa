import Coding
import Diagnostics
import Foundation
import GRDB
import Testing

@testable import Ledger

@Suite struct LedgerCheckTests {
  /// What a check says after something was spoiled.
  private func complaints(after sql: String) throws -> [String] {
    try LedgerFile.with { (file) throws in
      try file.ingest(Reports.all)
      let ledger = try file.open()
      try ledger.pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        try db.execute(sql: sql)
        try db.execute(sql: "PRAGMA foreign_keys = ON")
      }
      return try ledger.check().problems.map { $0.facts.joined(separator: ": ") }
    }
  }

  @Test func `a text that was changed is found`() throws {
    let found = try complaints(after: "UPDATE document SET text = text || 'x' WHERE id = 2")
    #expect(found == ["document 2: its text is not what was stored"])
  }

  @Test func `an offset outside of its text is found`() throws {
    let found = try complaints(after: "UPDATE event SET trigger_start = 100000 WHERE record = 1 AND number = 1")
    #expect(found.count == 1 && found[0].hasPrefix("record 1: the span 100000–"))
  }

  @Test func `a span that runs backwards is found and crashes nothing`() throws {
    #expect(try complaints(after: "UPDATE event SET trigger_length = -5") != [])
    #expect(try complaints(after: "UPDATE mention SET start = 9223372036854775807") != [])
  }

  @Test func `a missing row that others refer to is found`() throws {
    let found = try complaints(after: "DELETE FROM actor WHERE id = 1")
    #expect(found.contains("the table entity: a row refers to one that does not exist"))
  }

  @Test func `a document without a current record is found`() throws {
    let found = try complaints(after: "UPDATE record SET is_current = 0 WHERE document = 3")
    #expect(found.contains("document 3: it has not one current record but 0"))
  }

  @Test func `a search index that is out of step is found, and mended by making it anew`() throws {
    try LedgerFile.with { (file) throws in
      try file.ingest(Reports.all)
      let ledger = try file.open()
      try ledger.write { try Indexer.clear($0) }
      let problems = try ledger.check().problems
      #expect(problems.count == 2 && problems.allSatisfy { $0.facts[1].contains("sanad ledger reindex") })
      try ledger.reindex(stem: try Shared.stem(), jobs: 2)
      #expect(try ledger.check().problems == [])
    }
  }

  @Test func `sentences that are damaged are found`() throws {
    let found = try complaints(after: "UPDATE record SET sentences = x'FFFFFFFFFFFFFFFFFFFFFF' WHERE id = 1")
    #expect(found == ["record 1: the sentences of record 1 is not what was written"])
  }
}

@Suite struct LedgerOpeningTests {
  @Test func `a ledger that is not there is only made where that is asked for`() throws {
    try LedgerFile.with { (file) throws in
      #expect(throws: Problem(.ledgerMissing, at: InputPlace(file: file.path))) { try Ledger(file: file.path) }
      _ = try file.open()
      _ = try Ledger(file: file.path)
    }
  }

  @Test func `a file that is no database is left alone`() throws {
    try LedgerFile.with { (file) throws in
      let text = Data(String(repeating: "این یک پایگاه داده نیست\n", count: 100).utf8)
      try text.write(to: URL(filePath: file.path))
      #expect(throws: Problem(.ledgerForeign, at: InputPlace(file: file.path))) { try file.open() }
      #expect(try Data(contentsOf: URL(filePath: file.path)) == text)
    }
  }

  @Test func `a database of another program is left alone`() throws {
    try LedgerFile.with { (file) throws in
      try DatabaseQueue(path: file.path).write { try $0.execute(sql: "CREATE TABLE document (id INTEGER)") }
      #expect(throws: Problem(.ledgerForeign, at: InputPlace(file: file.path))) { try file.open() }
    }
  }

  @Test func `a ledger of a later version is left alone`() throws {
    try LedgerFile.with { (file) throws in
      try file.open().write { try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 of the future')") }
      #expect(throws: Problem(.ledgerNewer, at: InputPlace(file: file.path))) { try file.open() }
    }
  }

  @Test func `a folder that does not exist is said to be the trouble`() throws {
    #expect { try Ledger(file: "/nowhere/at/all.db", creating: true) } throws: { error in
      (error as? Problem)?.code == .ledgerFailed
    }
  }
}
