/// What a site's `robots.txt` allows (RFC 9309).
public struct RobotsRules: Sendable, Hashable {
  private struct Rule: Hashable {
    var pattern: [UInt8]
    var isAllowed: Bool
  }

  private var rules: [Rule] = []
  /// More of the file is not read; the standard asks for at least this.
  static let longest = 500 << 10
  private static let mostRules = 20_000

  /// Everything is allowed: there is no such file.
  public static let allowingAll = RobotsRules()
  /// Nothing is allowed: the site cannot say what is.
  public static let forbiddingAll = RobotsRules(text: "User-agent: *\nDisallow: /", agent: "")

  private init() {}

  /// Reads the rules of a file for `agent`, a product name such as `Sanad`: those of the groups that name it, or else
  /// those for all.
  public init(text: String, agent: String) {
    let agent = agent.lowercased()
    var (own, general): ([Rule], [Rule]) = ([], [])
    var (isNamed, isForAll, hasOwnGroup) = (false, false, false)
    var isInAgents = false
    for line in text.utf8.prefix(Self.longest).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      guard let (key, value) = Self.field(line) else { continue }
      switch key {
      case "user-agent":
        if !isInAgents { (isNamed, isForAll) = (false, false) }
        isInAgents = true
        let name = String(value.prefix { $0.isLetter || $0 == "-" || $0 == "_" || $0 == "*" }).lowercased()
        if name == "*" { isForAll = true }
        if !agent.isEmpty, name == agent { (isNamed, hasOwnGroup) = (true, true) }
      case "allow", "disallow":
        isInAgents = false
        guard !value.isEmpty, own.count + general.count < Self.mostRules else { continue }
        let rule = Rule(pattern: Self.normal(value), isAllowed: key == "allow")
        if isNamed { own.append(rule) }
        if isForAll { general.append(rule) }
      default: isInAgents = false
      }
    }
    rules = hasOwnGroup ? own : general
  }

  /// Whether a path (with its query) may be fetched: the longest rule that fits decides, and of two as long the one that
  /// allows.
  public func allow(_ path: String) -> Bool {
    if path == "/robots.txt" { return true }
    let path = Self.normal(path)
    var best: (length: Int, isAllowed: Bool) = (0, true)
    for rule in rules where Self.fits(rule.pattern, path) {
      let length = rule.pattern.count
      if length > best.length || length == best.length && rule.isAllowed { best = (length, rule.isAllowed) }
    }
    return best.isAllowed
  }

  private static func field(_ line: Substring.UTF8View.SubSequence) -> (key: String, value: String)? {
    let text = String(decoding: line.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let trim = { (part: Substring) in
      String(part.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.reversed().drop { $0.isWhitespace }.reversed())
    }
    return (trim(text[..<colon]).lowercased(), trim(text[text.index(after: colon)...]))
  }

  /// A path as patterns are compared: what is not ASCII in percents, percents in capitals.
  private static func normal(_ path: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in path.utf8.prefix(8192) {
      if byte >= 0x80 || byte <= 0x20 {
        let digits = String(byte, radix: 16, uppercase: true)
        bytes += Array(("%" + (digits.count == 1 ? "0" : "") + digits).utf8)
      } else {
        let isSmall = (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
        bytes.append(isSmall && Self.isInEscape(bytes) ? byte - 0x20 : byte)
      }
    }
    return bytes
  }

  private static func isInEscape(_ bytes: [UInt8]) -> Bool {
    bytes.last == UInt8(ascii: "%") || bytes.count >= 2 && bytes[bytes.count - 2] == UInt8(ascii: "%")
  }

  /// Whether a pattern with `*` and a final `$` fits the beginning of a path. Never more than their lengths multiplied.
  private static func fits(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
    let isWhole = pattern.last == UInt8(ascii: "$")
    let pattern = isWhole ? Array(pattern.dropLast()) : pattern + [UInt8(ascii: "*")]
    var (at, from) = (0, 0)
    var star: (pattern: Int, path: Int)?
    while from < path.count {
      if at < pattern.count, pattern[at] == UInt8(ascii: "*") {
        star = (at, from)
        at += 1
      } else if at < pattern.count, pattern[at] == path[from] {
        at += 1
        from += 1
      } else if let last = star {
        star = (last.pattern, last.path + 1)
        (at, from) = (last.pattern + 1, last.path + 1)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == UInt8(ascii: "*") }
  }
}
