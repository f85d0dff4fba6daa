import Coding
import DataFiles
import Diagnostics
import Foundation

@testable import Ledger

/// What all suites share: a coder and stems of the built-in data, made once.
enum Shared {
  private static let coderResult = Result { try Coder() }
  private static let stemResult = Result { try SearchStem() }

  static func coder() throws -> Coder { try coderResult.get() }
  static func stem() throws -> SearchStem { try stemResult.get() }
}

/// A ledger in a folder that is gone after the test.
struct LedgerFile {
  let folder: URL
  var path: String { folder.appending(path: "sanad.db").path }

  static func with<Outcome>(_ body: (LedgerFile) throws -> Outcome) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ledger-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(LedgerFile(folder: folder))
  }

  func open() throws -> Ledger { try Ledger(file: path, creating: true) }

  /// Stores articles and says what became of them.
  @discardableResult
  func ingest(_ articles: [Article], coder: Coder? = nil) throws -> Ingestion.Progress {
    let ingestion = try Ingestion(
      ledger: try open(), coder: try coder ?? Shared.coder(), stem: try Shared.stem(), jobs: 2)
    for article in articles { try ingestion.add(article, from: "test.jsonl") }
    return try ingestion.finish()
  }
}

/// Reports of our own.
enum Reports {
  static let meeting = Article(
    id: "meeting", title: "دیدار وزیران خارجه ایران و چین",
    text: """
      تهران – وزیر خارجه ایران روز دوشنبه در پکن با همتای چینی خود دیدار کرد. او گفت که تهران به همکاری با چین ادامه می‌دهد.
      سخنگوی وزارت خارجه چین گفت: «پکن از این توافق پشتیبانی می‌کند.»
      """,
    published: "2024-05-06", url: "https://example.org/1", source: "خبرگزاری آزمون")
  static let attack = Article(
    id: "attack",
    text:
      "افراد مسلح هفته گذشته به پاسگاهی در ولایت هلمند افغانستان حملات پی‌درپی کردند و سه سرباز افغان کشته شدند. طالبان این حمله را محکوم کرد.",
    published: "2024-05-08T10:00:00+04:30", source: "آژانس نمونه")
  static let aid = Article(
    id: "aid", title: "کمک ترکیه به زلزله‌زدگان",
    text: "ترکیه به زلزلهزدگان هرات در افغانستان کمک کرد. رئیسجمهور ترکیه گفت این کمک‌ها ادامه دارد.",
    published: "2023-10-12")
  static let all = [meeting, attack, aid]
}
