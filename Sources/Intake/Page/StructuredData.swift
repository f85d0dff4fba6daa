#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What a page says of its report in JSON-LD with the words of schema.org (`NewsArticle` and its kin).
struct StructuredData {
  var headline: String?
  var published: String?
  var modified: String?
  var authors: [String] = []
  var publisher: String?
  var url: String?
  /// The report's text; of a live blog, its entries.
  var body: String?

  /// Reads the JSON-LD of a page; the first value of each kind counts. What is no JSON is passed over.
  init(of tree: HTMLTree) {
    for index in tree.nodes.indices where tree.nodes[index].tag == .script {
      guard let type = tree.rawAttribute("type", of: index),
        String(decoding: type.prefix(64), as: UTF8.self).lowercased().contains("ld+json")
      else { continue }
      // Line feeds within strings are common there, and no JSON.
      let text = tree.text(of: index).utf8.map { $0 < 0x20 ? 0x20 : $0 }
      guard let value = try? JSONDecoder().decode(JSONValue.self, from: Data(text)) else { continue }
      read(value)
    }
  }

  private mutating func read(_ root: JSONValue) {
    var waiting = [root]
    var count = 0
    while let value = waiting.popLast(), count < 20_000 {
      count += 1
      switch value {
      case .list(let values): waiting += values.reversed()
      case .object(let fields):
        if Self.isArticle(fields["@type"]) { take(fields) }
        // Below an article only its graph and its main entity can be one.
        waiting += ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement"].compactMap { fields[$0] }
      default: break
      }
    }
  }

  private static func isArticle(_ type: JSONValue?) -> Bool {
    (type?.texts ?? []).contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") || $0 == "Report" }
  }

  private mutating func take(_ fields: [String: JSONValue]) {
    headline = headline ?? fields["headline"]?.texts.first
    published = published ?? fields["datePublished"]?.texts.first
    modified = modified ?? fields["dateModified"]?.texts.first
    if authors.isEmpty { authors = names(fields["author"]) }
    publisher = publisher ?? names(fields["publisher"]).first
    url = url ?? fields["url"]?.texts.first
    if body == nil {
      let updates = fields["liveBlogUpdate"]?.objects.flatMap { $0["articleBody"]?.texts ?? [] } ?? []
      let texts = (fields["articleBody"]?.texts ?? []) + updates
      if !texts.isEmpty { body = texts.joined(separator: "\n") }
    }
  }

  private func names(_ value: JSONValue?) -> [String] {
    guard let value else { return [] }
    let named = value.objects.flatMap { $0["name"]?.texts ?? [] }
    return named.isEmpty ? value.texts : named
  }
}
