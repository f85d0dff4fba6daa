import Coding
import Diagnostics
import Foundation
import Intake
import Testing

@Suite struct ArchiveTests {
  private static func page(_ title: String) -> String {
    "<html><head><meta charset=\"utf-8\"><title>\(title)</title></head><body><h1>\(title)</h1>"
      + "<p>وزیر خارجه در این دیدار گفت که گفت‌وگوها درباره مرز تا پایان ماه ادامه دارد و دو طرف سند تازه‌ای را امضا می‌کنند.</p>"
      + "</body></html>"
  }

  private static func record(_ type: String, _ url: String, _ body: Data, length: Int? = nil) -> Data {
    let head =
      "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(url)\r\nContent-Length: \(length ?? body.count)\r\n\r\n"
    return Data(head.utf8) + body + Data("\r\n\r\n".utf8)
  }

  private static func answer(_ body: Data, _ fields: String = "", type: String = "text/html", status: Int = 200) -> Data
  {
    Data("HTTP/1.1 \(status) OK\r\nContent-Type: \(type)\r\n\(fields)\r\n".utf8) + body
  }

  /// `data` as one member of gzip, packed by the program of that name.
  private static func gzip(_ data: Data) throws -> Data {
    try SystemGzip.pack(data)
  }

  private func read(_ archive: Data) throws -> [IntakeItem] {
    var items: [IntakeItem] = []
    try TestFolder.with(["a.warc.gz": archive]) { folder in items = Array(IntakeReader().items(in: [folder])) }
    return items
  }

  private static func plain(_ number: Int) -> Data {
    record("response", "https://e.example/\(number)", answer(Data(page("خبر شماره \(number) از نشست مرزی").utf8)))
  }

  @Test func `pages of an archive are read, and all else is passed over`() throws {
    let archive =
      Self.record("warcinfo", "", Data("software: x".utf8)) + Self.plain(1)
      + Self.record("request", "https://e.example/1", Data("GET / HTTP/1.1\r\n\r\n".utf8))
      + Self.record("response", "https://e.example/a.png", Self.answer(Data([1, 2, 3]), type: "image/png"))
      + Self.record("response", "https://e.example/gone", Self.answer(Data("<p>نیست</p>".utf8), status: 404))
      + Self.plain(2)
    let items = try read(archive)
    #expect(items.articles.map(\.article.url) == ["https://e.example/1", "https://e.example/2"])
    #expect(items.articles.map(\.article.title) == ["خبر شماره 1 از نشست مرزی", "خبر شماره 2 از نشست مرزی"])
    #expect(items.problems.isEmpty)
  }

  @Test func `an archive packed record by record is read`() throws {
    let items = try read(try Self.gzip(Self.plain(1)) + Self.gzip(Self.plain(2)))
    #expect(items.articles.count == 2 && items.problems.isEmpty)
  }

  @Test func `a packed record that is damaged is told, and the next is read`() throws {
    var damaged = try Self.gzip(Self.plain(2))
    for index in 60..<90 { damaged[index] ^= 0xFF }
    let items = try read(try Self.gzip(Self.plain(1)) + damaged + Self.gzip(Self.plain(3)))
    #expect(items.articles.map(\.article.url) == ["https://e.example/1", "https://e.example/3"])
    #expect(items.problems.map(\.code) == [.damagedArchive])
  }

  @Test func `chunks and packing of an answer are undone`() throws {
    let packed = try Self.gzip(Data(Self.page("گزارش دیدار در چند تکه").utf8))
    let half = packed.count / 2
    var chunks = Data()
    for part in [packed[..<half], packed[half...]] {
      chunks += Data((String(part.count, radix: 16) + ";x=1\r\n").utf8) + part + Data("\r\n".utf8)
    }
    chunks += Data("0\r\n\r\n".utf8)
    let body = Self.answer(chunks, "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n")
    let items = try read(Self.record("response", "https://e.example/", body))
    #expect(items.articles.map(\.article.title) == ["گزارش دیدار در چند تکه"])
  }

  @Test func `the encoding that the answer names is used`() throws {
    let words = Data([0xE6, 0xD2, 0xED, 0xD1, 0x20, 0xCE, 0xC7, 0xD1, 0xCC, 0xE5, 0x20])
    let text = (0..<20).reduce(Data()) { sum, _ in sum + words }
    let body = Self.answer(Data("<p>".utf8) + text, type: "text/html; charset=windows-1256")
    #expect(
      try read(Self.record("response", "https://e.example/", body)).articles[0].article.text.hasPrefix(
        "وز\u{64A}ر خارجه"))
  }

  @Test func `an answer that unpacks to gigabytes is refused, and the next record is read`() throws {
    let bomb = try Self.gzip(Data(count: 64 << 20))
    let body = Self.answer(bomb, "Content-Encoding: gzip\r\n")
    let items = try read(Self.record("response", "https://e.example/bomb", body) + Self.plain(2))
    #expect(items.articles.count == 1)
    #expect(items.problems.map(\.code) == [.tooLarge] || items.problems.map(\.code) == [.unpacksTooLarge])
  }

  @Test func `a packed record that unpacks to gigabytes is left, and the next one is read`() throws {
    let head = Data("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 67108864\r\n\r\n".utf8)
    let items = try read(try Self.gzip(head + Data(count: 64 << 20)) + Self.gzip(Self.plain(2)))
    #expect(items.articles.map(\.article.url) == ["https://e.example/2"])
    #expect(items.problems.map(\.code) == [.unpacksTooLarge])
  }

  @Test(arguments: ["9223372036854775807", "-1", "viele", "99999999999999999999"])
  func `a record that lies about its length ends nothing but itself`(length: String) throws {
    let lie = Data("WARC/1.0\r\nWARC-Type: response\r\nContent-Length: \(length)\r\n\r\nHTTP/1.1 200 OK\r\n\r\n".utf8)
    let items = try read(Self.plain(1) + lie)
    #expect(items.articles.count == 1 && items.problems.map(\.code) == [.damagedArchive])
  }

  @Test func `an archive that breaks off says so`() throws {
    let items = try read(Self.plain(1) + Self.plain(2).dropLast(80))
    #expect(items.articles.count == 1 && items.problems.map(\.code) == [.damagedArchive])
    #expect(items.problems[0].place.file?.hasSuffix("a.warc.gz, record 2") == true)
  }

  @Test func `a packed page or JSONL file is read as what is in it`() throws {
    let json = Data("{\"id\":\"x\",\"text\":\"متن\"}\n{\"id\":\"y\",\"text\":\"متن\"}\n".utf8)
    try TestFolder.with(["a.jsonl.gz": Self.gzip(json), "b.html.gz": Self.gzip(Data(Self.page("تیتر یک گزارش").utf8))])
    {
      let items = Array(IntakeReader().items(in: [$0]))
      #expect(items.articles.map(\.article.id).prefix(2) == ["x", "y"])
      #expect(items.articles.last?.article.title == "تیتر یک گزارش")
    }
  }
}

/// The system's own gzip, so that not our reading is tested with our writing.
enum SystemGzip {
  static func pack(_ data: Data) throws -> Data {
    var packed = Data()
    try TestFolder.with(["in": data]) { folder in
      let process = Process()
      process.executableURL = URL(filePath: "/bin/sh")
      process.arguments = ["-c", "gzip -nc '\(folder)/in' > '\(folder)/out'"]
      try process.run()
      process.waitUntilExit()
      packed = try Data(contentsOf: URL(filePath: folder + "/out"))
    }
    return packed
  }
}
