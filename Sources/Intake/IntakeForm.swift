/// What a file can be.
public enum IntakeForm: String, Sendable, CaseIterable {
  /// Plain text, one report.
  case text
  /// Articles as JSON, one a line.
  case jsonLines = "jsonl"
  /// A page, one report.
  case html
  /// RSS or Atom.
  case feed
  /// A web archive (WARC).
  case warc

  /// How many bytes of a file are looked at to tell what it is.
  static let headLength = 4096

  /// Tells by a file's first bytes what it is; its name counts only where they leave it open.
  init(ofHead head: ArraySlice<UInt8>, name: String) {
    // Of UTF-16 every other byte is zero; what tells the forms apart is ASCII.
    let isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || head.prefix(4).contains(0)
    let start =
      isWide
      ? head.filter { $0 != 0 && $0 < 0x80 }[...] : head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head
    let text = start.drop(while: ASCII.isBlank)
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") || Self.beginsJSON(text) {
      self = .jsonLines
    } else if head.starts(with: "WARC/".utf8) {
      self = .warc
    } else if text.first == UInt8(ascii: "<"), let form = Self.markup(text) {
      self = form
    } else {
      self = .text
    }
  }

  /// Feed or page, by the first tag that only one of the two has; `nil` where there is none.
  private static func markup(_ text: ArraySlice<UInt8>) -> IntakeForm? {
    var tokens = MarkupTokenizer(Array(text), .xml)
    var isFirst = true
    while let token = tokens.next() {
      guard case .open(let name, _) = token else { continue }
      let tag = String(decoding: tokens.bytes[name].prefix(20), as: UTF8.self).lowercased()
      switch tag {
      case "rss", "feed", "rdf:rdf", "channel", "atom:feed": return .feed
      case "html", "head", "body", "title", "meta", "link": return .html
      default:
        if HTMLTag(tokens.bytes[name]) != .other { return .html }
        if isFirst, text.starts(with: "<?xml".utf8) { return nil }
      }
      isFirst = false
    }
    return text.prefix(64).map(ASCII.lowercased).starts(with: "<!doctype html".utf8) ? .html : nil
  }

  /// An object with a first key, or an empty one.
  private static func beginsJSON(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "{") else { return false }
    let inside = text.dropFirst().first { !ASCII.isBlank($0) }
    return inside == UInt8(ascii: "\"") || inside == UInt8(ascii: "}")
  }
}
