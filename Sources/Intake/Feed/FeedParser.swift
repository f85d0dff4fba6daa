/// Takes the entries of a feed from its tags.
struct FeedParser {
  private var tokens: MarkupTokenizer
  private var feed = Feed()
  /// The open elements, from the outside in; no deeper than ``deepest``.
  private var open: [Element] = []
  /// How many elements are open that were too deep to be kept.
  private var depthBeyond = 0
  private var entry: FeedEntry?
  private let base: String?
  private var lines: LineCount

  private static let deepest = 64
  private static let mostEntries = 100_000

  private struct Element {
    /// The name without its prefix, in small letters.
    var name: String
    var kind: Vocabulary
    var namespaces: [String: Vocabulary]
    var text: [UInt8] = []
    /// Where markup begins that is taken as it stands: of Atom's `type="xhtml"`.
    var markupStart: Int?
    var base: String?
    var isHTML = true
    var href: String?
  }

  /// The vocabularies that feeds are written in.
  private enum Vocabulary {
    case feed, dublinCore, content, other
  }

  init(_ bytes: [UInt8], base: String?) {
    tokens = MarkupTokenizer(bytes, .xml)
    lines = LineCount(bytes)
    self.base = base
  }

  /// Reads the feed to its end.
  mutating func parse() -> Feed {
    var start = tokens.index
    while feed.entries.count < Self.mostEntries, let token = tokens.next() {
      switch token {
      case .text(let range): appendText(range, isVerbatim: false)
      case .verbatim(let range): appendText(range, isVerbatim: true)
      case .open(let name, let isSelfClosing):
        begin(name, at: start)
        if isSelfClosing { end(before: tokens.index) }
      case .close(let name): close(name, before: start)
      }
      start = tokens.index
    }
    endEntry()
    return feed
  }

  private mutating func appendText(_ range: Range<Int>, isVerbatim: Bool) {
    guard !open.isEmpty, depthBeyond == 0, open[open.count - 1].markupStart == nil else { return }
    let bytes = tokens.bytes[range]
    if isVerbatim {
      open[open.count - 1].text += bytes
    } else {
      CharacterReferences.append(bytes, to: &open[open.count - 1].text)
    }
  }

  private mutating func begin(_ name: Range<Int>, at start: Int) {
    guard open.count < Self.deepest else {
      depthBeyond += 1
      return
    }
    var element = Element(
      name: "", kind: .other, namespaces: open.last?.namespaces ?? [:], base: open.last?.base ?? base)
    for attribute in tokens.attributes { read(attribute, into: &element) }
    let (prefix, local) = Self.parts(tokens.bytes[name])
    element.name = local
    element.kind = element.namespaces[prefix] ?? Self.usual[prefix] ?? (prefix.isEmpty ? .feed : .other)
    if element.kind == .feed, local == "item" || local == "entry" {
      endEntry()
      entry = FeedEntry(base: element.base, line: lines.line(at: start))
      if let about = attribute("rdf:about") { entry?.id = about }
    }
    if let type = attribute("type"), element.kind == .feed {
      if type == "xhtml" { element.markupStart = tokens.index }
      element.isHTML = type != "text"
    }
    if element.kind == .feed, local == "link", let href = attribute("href") {
      let relation = attribute("rel") ?? "alternate"
      if relation == "alternate" { element.href = href }
    }
    open.append(element)
  }

  private func attribute(_ name: StaticString) -> String? {
    name.withUTF8Buffer { name in
      tokens.attributes.first { tokens.bytes[$0.name].elementsEqual(name) }
        .map { CharacterReferences.string(tokens.bytes[$0.value]) }
    }
  }

  private func read(_ attribute: MarkupTokenizer.Attribute, into element: inout Element) {
    let name = tokens.bytes[attribute.name]
    let value = tokens.bytes[attribute.value]
    if name.elementsEqual("xml:base".utf8) {
      let address = CharacterReferences.string(value)
      element.base = WebAddress.resolve(address, against: element.base) ?? element.base
    } else if name.elementsEqual("xmlns".utf8) || name.starts(with: "xmlns:".utf8) {
      guard element.namespaces.count < 64 else { return }
      let prefix = String(decoding: name.dropFirst(6), as: UTF8.self).lowercased()
      element.namespaces[prefix] = Self.vocabulary(String(decoding: value.prefix(200), as: UTF8.self))
    }
  }

  private static func parts(_ name: ArraySlice<UInt8>) -> (prefix: String, local: String) {
    let text = String(decoding: name.prefix(100), as: UTF8.self).lowercased()
    guard let colon = text.firstIndex(of: ":") else { return ("", text) }
    return (String(text[..<colon]), String(text[text.index(after: colon)...]))
  }

  private static func vocabulary(_ address: String) -> Vocabulary {
    switch address {
    case "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", "http://purl.org/rss/1.0/",
      "http://my.netscape.com/rdf/simple/0.9/", "http://backend.userland.com/rss2",
      "http://blogs.law.harvard.edu/tech/rss":
      .feed
    case "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/": .dublinCore
    case "http://purl.org/rss/1.0/modules/content/": .content
    default: .other
    }
  }

  /// What prefixes mean that a feed uses without having declared them.
  private static let usual: [String: Vocabulary] = [
    "dc": .dublinCore, "dcterms": .dublinCore, "content": .content, "atom": .feed, "rss": .feed,
  ]

  private mutating func close(_ name: Range<Int>, before start: Int) {
    if depthBeyond > 0 {
      depthBeyond -= 1
      return
    }
    let local = Self.parts(tokens.bytes[name]).local
    guard let place = open.lastIndex(where: { $0.name == local }) else { return }
    while open.count > place { end(before: start) }
  }

  /// Ends the innermost element; its markup ends before `position`.
  private mutating func end(before position: Int) {
    if depthBeyond > 0 {
      depthBeyond -= 1
      return
    }
    guard let element = open.popLast() else { return }
    var text = element.text
    if let start = element.markupStart, start <= position { text = Array(tokens.bytes[start..<position]) }
    // Words of a plain text are no tags.
    let trimmed = ASCII.trimmed(text[...])
    var value = String(decoding: trimmed, as: UTF8.self)
    if !element.isHTML { value = value.replacing("&", with: "&amp;").replacing("<", with: "&lt;") }
    take(element, value)
  }

  private mutating func take(_ element: Element, _ value: String) {
    let parent = open.last?.name ?? ""
    if element.kind == .feed, element.name == "item" || element.name == "entry" { return endEntry() }
    guard entry != nil else {
      if element.kind == .feed, element.name == "title", parent == "channel" || parent == "feed", !value.isEmpty {
        feed.title = feed.title ?? value
      }
      return
    }
    let isField = parent == "item" || parent == "entry"
    switch (element.kind, element.name) {
    case (.feed, "title") where isField: set(\.title, value)
    case (.feed, "title") where parent == "source": set(\.source, value)
    case (.feed, "source") where isField: set(\.source, value)
    case (.feed, "link") where isField: set(\.link, element.href ?? value)
    case (.feed, "guid") where isField, (.feed, "id") where isField: set(\.id, value)
    case (.feed, "description") where isField, (.feed, "summary") where isField: set(\.summary, value)
    case (.content, "encoded") where isField, (.feed, "content") where isField: set(\.content, value)
    case (.feed, "pubdate") where isField, (.feed, "published") where isField, (.dublinCore, "date") where isField,
      (.dublinCore, "issued") where isField:
      set(\.published, value)
    case (.feed, "updated") where isField, (.dublinCore, "modified") where isField: set(\.updated, value)
    case (.dublinCore, "creator") where isField, (.feed, "name") where parent == "author",
      (.feed, "author") where isField:
      if !value.isEmpty, (entry?.authors.count ?? 0) < 20 { entry?.authors.append(value) }
    default: break
    }
  }

  /// The first value of a field counts.
  private mutating func set(_ field: WritableKeyPath<FeedEntry, String?>, _ value: String) {
    if !value.isEmpty, entry?[keyPath: field] == nil { entry?[keyPath: field] = value }
  }

  private mutating func endEntry() {
    if let entry { feed.entries.append(entry) }
    entry = nil
  }
}

/// Counts lines, each place once.
struct LineCount {
  private let bytes: [UInt8]
  private var counted = 0
  private var lineNumber = 1

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The number of the line, from 1, at an index that is not before the last one asked for.
  mutating func line(at index: Int) -> Int {
    while counted < min(index, bytes.count) {
      if bytes[counted] == 0x0A { lineNumber += 1 }
      counted += 1
    }
    return lineNumber
  }
}
