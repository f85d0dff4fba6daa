import Foundation
import Testing

@Suite struct LedgerCommandTests {
  /// Two reports as JSONL, and a ledger in a folder that is gone afterwards.
  private func withLedger(_ body: (_ reports: String, _ ledger: String) throws -> Void) throws {
    let lines = [
      #"{"id": "1", "text": "ترکیه به افغانستان کمک کرد.", "published": "2023-10-12", "source": "نمونه"}"#,
      #"{"id": "2", "text": "روسیه اوکراین را تهدید کرد.", "published": "2024-01-02"}"#,
    ]
    try TemporaryFolder.with(file: "reports.jsonl", Array((lines.joined(separator: "\n") + "\n").utf8)) { file in
      try body(file, URL(filePath: file).deletingLastPathComponent().appending(path: "sanad.db").path)
    }
  }

  @Test func `what was ingested is found, listed, exported and checked`() throws {
    try withLedger { (reports, ledger) throws in
      let ingested = try SanadProcess.run("ingest", reports, "--ledger", ledger)
      #expect(ingested.status == 0 && ingested.errors.hasSuffix("2 documents stored, 0 were there before\n"))
      let again = try SanadProcess.run("ingest", reports, "--ledger", ledger)
      #expect(again.errors.hasSuffix("0 documents stored, 2 were there before\n"))
      let found = try SanadProcess.run("search", "کمکهای", "--ledger", ledger)
      #expect(found.status == 0 && found.output.contains("[کمک]") && found.output.hasSuffix("1 documents\n"))
      let listed = try SanadProcess.run("events", "--type", "threaten", "--ledger", ledger)
      #expect(listed.output.hasPrefix("2024-01-02 THREATEN") && listed.output.contains("Russia (RUS) → Ukraine (UKR)"))
      let exported = try SanadProcess.run("export", "--format", "cameo", "--ledger", ledger)
      #expect(exported.output.contains("\tTUR") && exported.output.contains("\t070\t07\t2\tAID"))
      let records = try SanadProcess.run("export", "--format", "records", "--ledger", ledger)
      let coded = try SanadProcess.run("code", reports)
      #expect(records.output == coded.output && coded.status == 0)
      let checked = try SanadProcess.run("ledger", "check", "--ledger", ledger)
      #expect(
        checked.status == 0 && checked.output.hasPrefix("2 documents, 2 records, ")
          && checked.output.hasSuffix("all is well\n"))
    }
  }

  @Test func `a line that cannot be read is named, and the others are stored`() throws {
    try withLedger { (reports, ledger) throws in
      let run = try SanadProcess.run(
        "ingest", "-", "--ledger", ledger,
        input: Array("{\"text\": \"ترکیه به افغانستان کمک کرد.\"}\nnonsense\n{}\n".utf8))
      #expect(run.status == 1 && run.errors.contains("SND203") && run.errors.contains("1 documents stored"))
    }
  }

  @Test func `a ledger that is not there is said not to be there`() throws {
    for arguments in [["search", "x"], ["events"], ["export"], ["ledger", "check"]] {
      let run = try SanadProcess.shell("\"$0\" \(arguments.joined(separator: " ")) --ledger /nowhere/sanad.db")
      #expect(run.status == 1 && run.output.contains("SND501"), "\(arguments)")
    }
  }

  @Test func `a date that is none is refused`() throws {
    try withLedger { (reports, ledger) throws in
      _ = try SanadProcess.run("ingest", reports, "--ledger", ledger)
      let run = try SanadProcess.run("events", "--from", "yesterday", "--ledger", ledger)
      #expect(run.status == 1 && run.errors.contains("SND507"))
      #expect(try SanadProcess.run("events", "--after", "!", "--ledger", ledger).status == 64)
    }
  }

  /// SIGKILL at a few moments; scripts/kill-ingest.py does it two hundred times.
  @Test func `an ingestion that is killed loses nothing it reported, and is taken up where it was`() throws {
    try TemporaryFolder.with { folder in
      let text = String(repeating: "ترکیه به افغانستان کمک کرد. ", count: 10)
      let lines = (0..<600).map { "{\"id\": \"\($0)\", \"text\": \"\(text) \($0)\", \"published\": \"2024-01-02\"}\n" }
      let (reports, ledger) = (folder.appending(path: "r.jsonl").path, folder.appending(path: "l.db").path)
      try Data(lines.joined().utf8).write(to: URL(filePath: reports))
      var stored = 0
      for wait in [0.05, 0.2, 0.4, 0.8] {
        let run = try SanadProcess.shell(
          "\"$0\" ingest '\(reports)' --ledger '\(ledger)' & sleep \(wait); kill -9 $! 2>/dev/null; wait $! 2>/dev/null; true"
        )
        let reported = run.output.split(separator: "\n").compactMap { line in
          line.contains(" stored, ") ? line.split(separator: " ").first.flatMap { Int($0) } : nil
        }
        guard FileManager.default.fileExists(atPath: ledger) else { continue }
        let check = try SanadProcess.run("ledger", "check", "--ledger", ledger)
        let count = check.output.split(separator: " ").first.flatMap { Int($0) } ?? -1
        #expect(check.status == 0 && count >= stored + (reported.last ?? 0) && count <= 600, "\(check.output)")
        stored = count
      }
      let last = try SanadProcess.run("ingest", reports, "--ledger", ledger)
      #expect(last.errors.hasSuffix("\(600 - stored) documents stored, \(stored) were there before\n"))
      #expect(try SanadProcess.run("ledger", "check", "--ledger", ledger).output.hasPrefix("600 documents, "))
    }
  }
}
