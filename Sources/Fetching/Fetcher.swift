internal import AsyncHTTPClient
public import Diagnostics
internal import Dispatch
internal import Intake
internal import NIOCore
internal import NIOHTTP1

/// The front door of Fetching: gets pages and feeds over HTTP and HTTPS, as a polite and careful guest.
///
/// It says who it is, keeps to `robots.txt`, asks whether something has changed before it takes it again, and stops at
/// limits of time, size and redirects. Hosts of private networks and of this machine are not visited unless that is
/// allowed: the addresses of a host are looked up once, checked, and the connection is made to the very address that was
/// checked, so that a name that changes its meaning in between leads nowhere. This holds for every redirect anew.
public actor Fetcher {
  /// The name under which it keeps to `robots.txt`.
  public static let agentName = "Sanad"

  private let limits: FetchLimits
  private let agent: String
  private let privateHosts: Set<String>
  /// The rules of the sites that were visited, by scheme, host and port.
  private var robots: [String: RobotsRules] = [:]

  /// Makes a fetcher.
  ///
  /// - Parameters:
  ///   - contact: an address of the web or of mail at which whoever runs it can be reached; part of the user agent.
  ///   - privateHosts: hosts that may be visited although they are on a private network or this machine, as they stand in
  ///     addresses.
  public init(contact: String? = nil, limits: FetchLimits = FetchLimits(), privateHosts: Set<String> = []) {
    self.limits = limits
    self.privateHosts = Set(privateHosts.map { $0.lowercased() })
    // What could end the header or the comment in it is left out.
    let clean = contact.map { contact in
      String(contact.unicodeScalars.filter { $0.value > 0x20 && $0.value < 0x7F && $0 != "(" && $0 != ")" })
    }
    agent = "\(Self.agentName)/0.1 (reads Persian news for research" + (clean.map { "; +\($0)" } ?? "") + ")"
  }

  /// Fetches what is at an address.
  ///
  /// - Parameter validators: what the server gave the last time.
  /// - Throws: ``Problem`` of the kinds `badAddress`, `forbiddenAddress`, `forbiddenByRobots`, `fetchFailed`, `httpStatus`,
  ///   `tooLarge`, `noReport` (neither page nor feed nor text), and those of unpacking; with the address as its file.
  public func fetch(_ address: String, unless validators: Validators = Validators()) async throws(Problem)
    -> FetchOutcome
  {
    let deadline = NIODeadline.now() + .seconds(Int64(limits.seconds))
    do throws(Problem) {
      var place = try WebPlace(address)
      for _ in 0...limits.redirects {
        guard try await rules(of: place, deadline).allow(place.path) else { throw Problem(.forbiddenByRobots) }
        let answer = try await answer(at: place, validators, deadline)
        if let next = answer.redirect {
          place = try place.following(next)
          continue
        }
        return try outcome(answer, at: place)
      }
      throw Problem(.fetchFailed, "it was sent on more than \(limits.redirects) times")
    } catch {
      throw error.inFile(address)
    }
  }

  private func outcome(_ answer: Answer, at place: WebPlace) throws(Problem) -> FetchOutcome {
    if answer.status == 304 { return .unchanged }
    guard answer.status == 200 else { throw Problem(.httpStatus, String(answer.status)) }
    let bytes = try BodyCoding.decoded(
      answer.body[...], transfer: nil, content: answer.headers.first(name: "content-encoding"), limit: limits.bytes)
    let media = MediaType(answer.headers.first(name: "content-type"))
    guard media.canHoldReport,
      let document = Document(media: media, bytes: bytes, place: InputPlace(file: place.text), url: place.text)
    else { throw Problem(.noReport) }
    let validators = Validators(
      entityTag: answer.headers.first(name: "etag"), lastModified: answer.headers.first(name: "last-modified"))
    return .document(document, validators)
  }

  // MARK: robots.txt

  /// The rules of a site. Where it has none, all is allowed; where it cannot say, nothing is.
  private func rules(of place: WebPlace, _ deadline: NIODeadline) async throws(Problem) -> RobotsRules {
    if let known = robots[place.origin] { return known }
    var file = try place.following("/robots.txt")
    var rules = RobotsRules.forbiddingAll
    for _ in 0...limits.redirects {
      let answer = try await answer(at: file, Validators(), deadline, keeping: RobotsRules.longest)
      if let next = answer.redirect {
        file = try file.following(next)
        continue
      }
      switch answer.status {
      case 200:
        let text = try? BodyCoding.decoded(
          answer.body[...], transfer: nil, content: answer.headers.first(name: "content-encoding"), limit: 4 << 20)
        rules = RobotsRules(text: String(decoding: text ?? answer.body, as: UTF8.self), agent: Self.agentName)
      case 400..<500: rules = .allowingAll
      default: break
      }
      break
    }
    if robots.count > 10_000 { robots.removeAll() }
    robots[place.origin] = rules
    return rules
  }

  // MARK: One request

  private struct Answer: Sendable {
    var status: Int
    var headers: HTTPHeaders
    var body: [UInt8]

    var redirect: String? {
      [301, 302, 303, 307, 308].contains(status) ? headers.first(name: "location") : nil
    }
  }

  /// - Parameter keeping: of a longer body only so many bytes are kept, and the rest is not read; else it is a problem.
  private func answer(
    at place: WebPlace, _ validators: Validators, _ deadline: NIODeadline, keeping: Int? = nil
  ) async throws(Problem) -> Answer {
    let address = try await checkedAddress(of: place.host)
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    configuration.dnsOverride = [place.host: address.text]
    configuration.timeout = .init(connect: .seconds(10), read: .seconds(15))
    configuration.httpVersion = .http1Only
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    let (limit, agent) = (limits.bytes, agent)
    let result: Result<Answer, Problem>
    do {
      result = try await Self.answer(client, place, validators, agent, deadline, keeping: keeping, limit: limit)
    } catch {
      result = .failure(Problem(.fetchFailed, Self.reason(error)))
    }
    try? await client.shutdown()
    return try result.get()
  }

  private static func answer(
    _ client: HTTPClient, _ place: WebPlace, _ validators: Validators, _ agent: String, _ deadline: NIODeadline,
    keeping: Int?, limit: Int
  ) async throws -> Result<Answer, Problem> {
    var request = HTTPClientRequest(url: place.text)
    request.headers.add(name: "User-Agent", value: agent)
    request.headers.add(
      name: "Accept",
      value: "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/xml, */*;q=0.1")
    request.headers.add(name: "Accept-Language", value: "fa, prs, en;q=0.5")
    request.headers.add(name: "Accept-Encoding", value: "gzip")
    if let tag = validators.entityTag { request.headers.add(name: "If-None-Match", value: tag) }
    if let day = validators.lastModified { request.headers.add(name: "If-Modified-Since", value: day) }
    let response = try await client.execute(request, deadline: deadline)
    var body: [UInt8] = []
    for try await part in response.body {
      body.append(contentsOf: part.readableBytesView)
      if let keeping, body.count > keeping {
        body.removeLast(body.count - keeping)
        break
      }
      if body.count > limit { return .failure(Problem(.tooLarge, String(limit))) }
      // The deadline holds for a body that drips, too.
      if NIODeadline.now() > deadline { throw HTTPClientError.deadlineExceeded }
    }
    return .success(Answer(status: Int(response.status.code), headers: response.headers, body: body))
  }

  private static func reason(_ error: any Error) -> String {
    let text = String(describing: error)
    return text.hasPrefix("HTTPClientError.") ? String(text.dropFirst(16)) : text
  }

  /// An address of a host that may be visited.
  private func checkedAddress(of host: String) async throws(Problem) -> InternetAddress {
    let found = await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: InternetAddress.addresses(of: host)) }
    }
    guard let first = found.first else { throw Problem(.fetchFailed, "no host \"\(host)\" is known") }
    if privateHosts.contains(host) { return first }
    // One private address among public ones is how names are made to lead inside.
    guard found.allSatisfy(\.isPublic) else { throw Problem(.forbiddenAddress, host, first.text) }
    return first
  }
}
