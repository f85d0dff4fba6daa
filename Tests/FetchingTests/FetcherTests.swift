import Diagnostics
import Intake
import Testing

@testable import Fetching

@Suite struct FetcherTests {
  private static let page =
    "<html><head><title>خبر</title></head><body><h1>دیدار در هرات</h1><p>والی هرات با بازرگانان دیدار کرد.</p></body></html>"

  private static func answer(
    _ status: Int = 200, _ fields: [String] = [], type: String = "text/html; charset=utf-8", body: String = ""
  ) -> TestServer.Reply {
    let head = [
      "HTTP/1.1 \(status) X", "Content-Type: \(type)", "Content-Length: \(body.utf8.count)", "Connection: close",
    ]
    return TestServer.Reply(bytes: Array(((head + fields).joined(separator: "\r\n") + "\r\n\r\n" + body).utf8))
  }

  /// Runs a server that has no `robots.txt` unless the reply says otherwise.
  private func with(
    seconds: Int = 120,
    _ reply: @escaping @Sendable (_ path: String, _ request: String) -> TestServer.Reply,
    _ body: (TestServer, Fetcher) async throws -> Void
  ) async throws {
    let server = try TestServer(reply)
    defer { server.stop() }
    var limits = FetchLimits()
    limits.bytes = 1 << 20
    limits.seconds = seconds
    limits.redirects = 3
    try await body(server, Fetcher(contact: "https://desk.example", limits: limits, privateHosts: ["127.0.0.1"]))
  }

  private func problem(_ fetcher: Fetcher, _ address: String) async -> Problem? {
    do throws(Problem) {
      _ = try await fetcher.fetch(address)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a page is fetched, and the server is told by whom`() async throws {
    try await with { path, _ in
      path == "/robots.txt" ? Self.answer(404) : Self.answer(body: Self.page)
    } _: { server, fetcher in
      let address = "http://127.0.0.1:\(server.port)/a?b=1"
      guard case .document(let document, _) = try await fetcher.fetch(address) else { throw Problem(.noReport) }
      #expect(document.form == .html && document.url == address && document.charset == "utf-8")
      #expect(IntakeReader().items(of: document).count == 1)
      #expect(server.received.count == 2)
      #expect(
        server.received.allSatisfy {
          $0.contains("\r\nUser-Agent: Sanad/0.1 (reads Persian news for research; +https://desk.example)\r\n")
            || $0.contains("user-agent: Sanad/0.1")
        })
    }
  }

  @Test func `what has not changed is not taken again`() async throws {
    try await with { path, request in
      path == "/robots.txt"
        ? Self.answer(404)
        : request.contains("\"v1\"")
          ? Self.answer(304)
          : Self.answer(200, ["ETag: \"v1\"", "Last-Modified: Thu, 04 Jul 2024 12:30:00 GMT"], body: Self.page)
    } _: { server, fetcher in
      let address = "http://127.0.0.1:\(server.port)/"
      guard case .document(_, let validators) = try await fetcher.fetch(address) else { throw Problem(.noReport) }
      #expect(validators == Validators(entityTag: "\"v1\"", lastModified: "Thu, 04 Jul 2024 12:30:00 GMT"))
      #expect(try await fetcher.fetch(address, unless: validators) == .unchanged)
    }
  }

  @Test func `what robots.txt forbids is not asked for`() async throws {
    try await with { path, _ in
      path == "/robots.txt"
        ? Self.answer(200, type: "text/plain", body: "User-agent: *\nDisallow: /private\n")
        : Self.answer(body: Self.page)
    } _: { server, fetcher in
      #expect(await problem(fetcher, "http://127.0.0.1:\(server.port)/private/1")?.code == .forbiddenByRobots)
      #expect(await problem(fetcher, "http://127.0.0.1:\(server.port)/public") == nil)
      #expect(server.received.count == 2, "the rules are asked for once, and the forbidden page never")
    }
  }

  @Test func `a site that cannot say what it allows is not visited`() async throws {
    try await with { _, _ in
      Self.answer(503)
    } _: { server, fetcher in
      #expect(await problem(fetcher, "http://127.0.0.1:\(server.port)/")?.code == .forbiddenByRobots)
    }
  }

  @Test(arguments: [
    "http://localhost:PORT/", "http://[::1]:PORT/", "http://10.0.0.1/", "http://2130706433/", "http://0x7f.1/",
  ])
  func `a redirect to this machine or a private network is not followed`(target: String) async throws {
    try await with { path, request in
      if path == "/robots.txt" { return Self.answer(404) }
      let host = request.split(separator: "\r\n").first { $0.lowercased().hasPrefix("host:") } ?? ""
      let port = host.split(separator: ":").last.map(String.init) ?? "80"
      return Self.answer(302, ["Location: " + target.replacing("PORT", with: port)])
    } _: { server, fetcher in
      let found = await problem(fetcher, "http://127.0.0.1:\(server.port)/")
      #expect(found?.code == .forbiddenAddress, "\(String(describing: found))")
      #expect(server.received.count == 2)
    }
  }

  @Test(arguments: ["http://127.0.0.2/", "http://localhost/", "http://169.254.169.254/latest/meta-data"])
  func `a private address is not visited unless it is allowed`(address: String) async {
    #expect(await problem(Fetcher(), address)?.code == .forbiddenAddress)
  }

  @Test(arguments: [
    "ftp://a.example/", "file:///etc/passwd", "a.example", "", "http://", "http://é.example/", "javascript:alert(1)",
  ])
  func `what is no address of the web is refused`(address: String) async {
    #expect(await problem(Fetcher(), address)?.code == .badAddress)
  }

  @Test func `redirects in a circle end`() async throws {
    try await with { path, _ in
      path == "/robots.txt" ? Self.answer(404) : Self.answer(301, ["Location: /next"])
    } _: { server, fetcher in
      #expect(await problem(fetcher, "http://127.0.0.1:\(server.port)/")?.code == .fetchFailed)
      #expect(server.received.count == 5)
    }
  }

  @Test func `an answer without end is cut off at the limit`() async throws {
    try await with { path, _ in
      if path == "/robots.txt" { return Self.answer(404) }
      var reply = TestServer.Reply(
        bytes: Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".utf8)
          + [UInt8](repeating: 0x61, count: 1 << 20))
      reply.isEndless = true
      return reply
    } _: { server, fetcher in
      #expect(await problem(fetcher, "http://127.0.0.1:\(server.port)/")?.code == .tooLarge)
    }
  }

  /// The answer never ends: that the fetcher comes back at all shows that it gave up. How soon depends on what other tests
  /// run beside this one.
  @Test(.timeLimit(.minutes(5))) func `an answer that drips is given up in time`() async throws {
    try await with(seconds: 3) { path, _ in
      if path == "/robots.txt" { return Self.answer(404) }
      return TestServer.Reply(
        bytes: Array("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<".utf8), isEndless: true, pause: 50_000)
    } _: { server, fetcher in
      #expect(await problem(fetcher, "http://127.0.0.1:\(server.port)/")?.code == .fetchFailed)
    }
  }

  @Test func `a status that is none of success is told`() async throws {
    try await with { path, _ in
      Self.answer(404)
    } _: { server, fetcher in
      #expect(
        await problem(fetcher, "http://127.0.0.1:\(server.port)/gone")
          == Problem(.httpStatus, at: InputPlace(file: "http://127.0.0.1:\(server.port)/gone"), "404"))
    }
  }

  @Test(arguments: [
    ("127.0.0.1", false), ("10.1.2.3", false), ("172.16.0.1", false), ("172.32.0.1", true), ("192.168.1.1", false),
    ("169.254.169.254", false), ("100.64.0.1", false), ("0.0.0.0", false), ("224.0.0.1", false),
    ("255.255.255.255", false),
    ("8.8.8.8", true), ("::1", false), ("::", false), ("fe80::1", false), ("fd00::1", false),
    ("::ffff:10.0.0.1", false),
    ("::ffff:8.8.8.8", true), ("64:ff9b::7f00:1", false), ("2002:7f00:1::", false), ("2606:4700::1111", true),
    ("::7f00:1", false), ("ff02::1", false), ("2001:db8::1", false),
  ])
  func `addresses are told public or not`(text: String, isPublic: Bool) throws {
    let address = try #require(InternetAddress.addresses(of: text).first)
    #expect(address.isPublic == isPublic)
  }
}
