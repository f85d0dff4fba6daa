internal import Coding
internal import Diagnostics

/// Reads the reports of a feed: RSS 0.91 to 2.0, RSS 1.0 (RDF), Atom 1.0 (RFC 4287), with Dublin Core and
/// `content:encoded`.
///
/// Elements are told apart by their namespaces where they are declared, as loosely as feeds use them. Markup that is not
/// well formed is read as far as it makes sense. Entities are never defined by the feed.
struct FeedReader: Sendable {
  let dates: PublicationDates

  /// The reports, and what is wrong with some.
  ///
  /// - Throws: ``Problem`` `noReport` where the feed has no entry.
  func read(_ document: Document) throws(Problem) -> [IntakeItem] {
    let (bytes, warnings) = PageDecoding.decode(document.bytes, charset: document.charset)
    var parser = FeedParser(bytes, base: document.url)
    let feed = parser.parse()
    guard !feed.entries.isEmpty else { throw Problem(.noReport) }
    var items: [IntakeItem] = warnings.map { .problem($0) }
    for (index, entry) in feed.entries.enumerated() {
      items.append(item(entry, number: index + 1, of: feed, in: document))
    }
    return items
  }

  private func item(_ entry: FeedEntry, number: Int, of feed: Feed, in document: Document) -> IntakeItem {
    let content = entry.content.map { PageReader.text(ofFragment: $0) } ?? ""
    let summary = entry.summary.map { PageReader.text(ofFragment: $0) } ?? ""
    let url = WebAddress.resolve(entry.link, against: entry.base) ?? WebAddress.resolve(entry.id, against: nil)
    let text = content.isEmpty ? summary : content
    let place = InputPlace(file: document.place.file ?? document.url, line: entry.line)
    guard !text.isEmpty else { return .problem(Problem(.emptyEntry, at: place, entry.title ?? url ?? String(number))) }
    let title = entry.title.map { PageText.line(PageMetadata.withoutMarkup($0)) }
    let published = [entry.published, entry.updated].lazy.compactMap { $0 }.compactMap { dates.date(in: $0) }.first
    let source = (entry.source ?? feed.title).map { PageText.line(PageMetadata.withoutMarkup($0)) }
    let article = Article(
      id: entry.id ?? url ?? "\(place.file ?? "-")#\(number)", title: title, text: text,
      published: published ?? document.published, url: url, source: source ?? WebAddress.host(of: url))
    return .article(
      FoundArticle(article, at: place, authors: entry.authors.map { PageText.line($0) }, isSummary: content.isEmpty))
  }
}

/// A feed as it is written.
struct Feed {
  var title: String?
  var entries: [FeedEntry] = []
}

/// An entry as it is written; texts are markup.
struct FeedEntry {
  var id: String?
  var title: String?
  var link: String?
  /// What relative links count from.
  var base: String?
  var content: String?
  var summary: String?
  var published: String?
  var updated: String?
  var authors: [String] = []
  /// The outlet, where the feed gathers several.
  var source: String?
  /// The line of the feed at which it begins.
  var line = 1
}
