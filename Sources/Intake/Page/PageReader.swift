internal import Coding
internal import Diagnostics

/// Reads a report from a page.
struct PageReader: Sendable {
  let dates: PublicationDates

  /// The report of a page, and warnings on how it was decoded.
  ///
  /// - Throws: ``Problem`` `noReport` where no text is found that could be a report.
  func read(_ document: Document) throws(Problem) -> (found: FoundArticle, warnings: [Problem]) {
    let (bytes, warnings) = PageDecoding.decode(document.bytes, charset: document.charset)
    let tree = HTMLTreeBuilder.tree(of: bytes)
    let parts = PageParts(of: tree)
    let blocks = PageBlockReader.blocks(of: tree, leavingOut: parts.isLeftOut)
    let structured = StructuredData(of: tree)
    let metadata = PageMetadata(of: tree, parts, blocks, structured, dates: dates)
    let text = text(tree, blocks, structured, metadata)
    guard !text.isEmpty else { throw Problem(.noReport) }
    let address = WebAddress.resolve(metadata.url, against: document.url) ?? document.url
    let article = Article(
      id: document.url ?? document.place.file ?? address ?? "-", title: metadata.title, text: text,
      published: metadata.published ?? document.published, url: address,
      source: metadata.outlet ?? WebAddress.host(of: address))
    return (FoundArticle(article, at: document.place, authors: metadata.authors), warnings)
  }

  /// The text that is shown; where the page shows little of it, that of its structured data.
  private func text(
    _ tree: HTMLTree, _ blocks: [PageBlock], _ structured: StructuredData, _ metadata: PageMetadata
  ) -> String {
    let shown = MainText(tree, blocks).found(title: metadata.title, headline: metadata.headline)
    if let body = structured.body {
      let told = Self.paragraphs(ofStructured: body)
      let letters = told.reduce(0) { $0 + $1.reduce(0) { $0 + ($1 > 0x20 && $1 & 0xC0 != 0x80 ? 1 : 0) } }
      if letters > 2 * shown.letters { return Self.joined(told) }
    }
    return Self.joined(shown.paragraphs)
  }

  private static func paragraphs(ofStructured body: String) -> [[UInt8]] {
    let text = body.contains("<") || body.contains("&") ? PageMetadata.withoutMarkup(body) : body
    return text.split(whereSeparator: \.isNewline).map { Array(PageText.line(String($0)).utf8) }.filter { !$0.isEmpty }
  }

  static func joined(_ paragraphs: [[UInt8]]) -> String {
    String(decoding: Array(paragraphs.joined(separator: [0x0A])), as: UTF8.self)
  }

  /// The text of a piece of markup all of which is the report, as feeds have it.
  static func text(ofFragment markup: String) -> String {
    let tree = HTMLTreeBuilder.tree(of: Array(markup.utf8))
    var filter = ParagraphFilter(title: "")
    for block in PageBlockReader.blocks(of: tree, leavingOut: PageParts(of: tree).isLeftOut) {
      let tag = tree.nodes[block.node].tag
      filter.add(block, isHeading: tag.isHeading, isItem: tag == .li)
    }
    return joined(filter.paragraphs())
  }
}
