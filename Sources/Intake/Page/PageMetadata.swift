/// What a page tells about its report: headline, authors, day, outlet, address.
struct PageMetadata {
  var title: String?
  /// The node of the headline on the page.
  var headline: Int?
  var authors: [String] = []
  /// ISO 8601, as far as the page tells it.
  var published: String?
  var outlet: String?
  /// The address that the page gives for itself.
  var url: String?

  /// Reads a page.
  ///
  /// - Parameters:
  ///   - parts: what was left out of the page, where neither headline nor day is looked for.
  ///   - blocks: its blocks.
  init(
    of tree: HTMLTree, _ parts: PageParts, _ blocks: [PageBlock], _ structured: StructuredData, dates: PublicationDates
  ) {
    let metas = MetaElements(of: tree)
    outlet = clean(metas["og:site_name"] ?? structured.publisher ?? metas["application-name"] ?? metas["dc.publisher"])
    url = metas.canonical ?? metas["og:url"] ?? structured.url
    let named = [structured.headline, metas["og:title"], metas["twitter:title"], metas["dc.title"]]
    setTitle(tree, blocks, named: named.compactMap { clean($0) }, pageTitle: clean(metas.title))
    let stated = [
      structured.published, metas["article:published_time"], metas["datepublished"], metas["og:published_time"],
      metas["dc.date.issued"], metas["dcterms.created"], metas["dcterms.issued"], metas["dc.date"], metas["pubdate"],
      metas["publishdate"], metas["publish_date"], metas["publish-date"], metas["publication_date"],
      metas["parsely-pub-date"], metas["sailthru.date"], metas["article.published"], metas["date"],
      metas["article:published"], metas["cxenseparse:recs:publishtime"], metas["citation_publication_date"],
      metas["citation_date"],
    ]
    published =
      stated.lazy.compactMap { $0 }.compactMap { dates.date(in: $0) }.first
      ?? dateShown(tree, parts, blocks, dates)
      ?? [structured.modified, metas["article:modified_time"], metas["last-modified"]].lazy.compactMap { $0 }
      .compactMap { dates.date(in: $0) }.first
    authors = structured.authors.compactMap { clean($0) }
    if authors.isEmpty { authors = metas.authors.compactMap { clean($0) } }
    if authors.isEmpty { authors = authorsShown(tree) }
    authors = authors.filter { !$0.contains("://") && $0 != outlet }
  }

  private func clean(_ text: String?) -> String? {
    guard let text else { return nil }
    // Titles are escaped twice now and then, and some hold markup.
    let plain = text.contains("&") || text.contains("<") ? Self.withoutMarkup(text) : text
    let line = PageText.line(plain)
    return line.isEmpty ? nil : line
  }

  /// A text that may hold tags, without them.
  static func withoutMarkup(_ text: String) -> String {
    let tree = HTMLTreeBuilder.tree(of: Array(text.utf8))
    let blocks = PageBlockReader.blocks(of: tree, leavingOut: PageParts(of: tree).isLeftOut)
    return blocks.map { String(decoding: $0.text, as: UTF8.self) }.joined(separator: "\n")
  }

  // MARK: The headline

  /// The heading on the page that is, or holds most of, what the page names as its headline elsewhere; else the only
  /// `h1`; else what the page names.
  private mutating func setTitle(_ tree: HTMLTree, _ blocks: [PageBlock], named: [String], pageTitle: String?) {
    let keys = (named + [pageTitle].compactMap { $0 }).map { BoilerplatePhrases.key(of: Array($0.utf8)) }
    let outletKey = outlet.map { BoilerplatePhrases.key(of: Array($0.utf8)) }
    var best: (block: PageBlock, share: Double)?
    var headings: [PageBlock] = []
    for block in blocks {
      guard let level = headingLevel(tree, block.node), block.letters >= 4, block.letters < 400 else { continue }
      let key = BoilerplatePhrases.key(of: block.text)
      // The only `h1` of many pages is the name of the outlet.
      guard !key.isEmpty, key != outletKey else { continue }
      if level == 1 { headings.append(block) }
      let share = keys.enumerated().map { Self.share(of: key, in: $1) - 0.01 * Double($0) }.max() ?? 0
      if share > 0.3, share > best?.share ?? 0 { best = (block, share) }
    }
    if let chosen = best?.block ?? (headings.count == 1 || named.isEmpty ? headings.first : nil),
      best != nil || chosen.letters >= 4 && (named.isEmpty || chosen.linkShare < 0.5)
    {
      (title, headline) = (String(decoding: chosen.text, as: UTF8.self), chosen.node)
    }
    if title == nil { title = named.first.map(withoutOutlet) ?? pageTitle.map(withoutOutlet) }
    title = title.map { PageText.line($0) }
    if headline == nil, let title {
      // Old pages have their headline in a table or in bold letters.
      let key = BoilerplatePhrases.key(of: Array(title.utf8))
      headline = blocks.first { $0.letters < 300 && BoilerplatePhrases.key(of: $0.text) == key }?.first
    }
  }

  /// How much of `name` a heading makes up that stands at one of its ends.
  private static func share(of heading: String, in name: String) -> Double {
    guard name.hasPrefix(heading) || name.hasSuffix(heading) else { return 0 }
    return Double(heading.utf8.count) / Double(max(1, name.utf8.count))
  }

  private func headingLevel(_ tree: HTMLTree, _ node: Int) -> Int? {
    for index in [node] + tree.ancestors(of: node).prefix(2) {
      switch tree.nodes[index].tag {
      case .h1: return 1
      case .h2: return 2
      case .h3: return 3
      default: continue
      }
    }
    return tree.rawAttribute("itemprop", of: node).map { $0.elementsEqual("headline".utf8) } == true ? 1 : nil
  }

  private static func isShort(_ part: String) -> Bool { part.split(separator: " ").count <= 3 }

  /// «تیتر | نام رسانه» without the outlet.
  private func withoutOutlet(_ title: String) -> String {
    let marks = [" | ", " – ", " — ", " - ", " :: ", " » ", " « ", " • ", "|"]
    var title = title
    for mark in marks {
      let parts = title.split(separator: mark).map { PageText.line(String($0)) }.filter { !$0.isEmpty }
      guard parts.count > 1 else { continue }
      let longest = parts.max { $0.unicodeScalars.count < $1.unicodeScalars.count } ?? title
      // A dash may belong to the headline; only a short piece at an end is a name.
      if mark.contains("|") || mark == " :: " || mark == " » " || mark == " « " { return longest }
      if let outlet, parts.last == outlet || parts.first == outlet {
        title = (parts.last == outlet ? parts.dropLast() : parts.dropFirst()).joined(separator: mark)
        return title
      }
      if let last = parts.last, Self.isShort(last) { return parts.dropLast().joined(separator: mark) }
      if let first = parts.first, Self.isShort(first) { return parts.dropFirst().joined(separator: mark) }
    }
    return title
  }

  // MARK: What the page shows

  /// The day in an element made for it, or in one whose name says so; the first on the page that is one.
  private func dateShown(
    _ tree: HTMLTree, _ parts: PageParts, _ blocks: [PageBlock], _ dates: PublicationDates
  ) -> String? {
    var shown: String?
    var index = headline.map { max(0, $0 - 60) } ?? 0
    var tries = 0
    while index < tree.nodes.count, tries < 60 {
      let node = tree.nodes[index]
      defer { index += 1 }
      guard node.tag != .text, node.tag != .script, node.tag != .style else { continue }
      if let property = tree.attribute("itemprop", of: index), property == "datePublished",
        let value = tree.attribute("content", of: index) ?? tree.attribute("datetime", of: index),
        let date = dates.date(in: value)
      {
        return date
      }
      guard shown == nil else { continue }
      if node.tag == .time, let value = tree.attribute("datetime", of: index), let date = dates.date(in: value) {
        shown = date
        tries += 1
        continue
      }
      let names = PageMarks.Names(tree.rawAttribute("class", of: index), tree.rawAttribute("id", of: index))
      guard node.tag == .time || PageMarks.isDate(names), parts.letters[index] < 200 else { continue }
      tries += 1
      shown = dates.date(in: PageText.line(tree.text(of: index)))
    }
    // Old pages say it in a line of its own near the headline.
    return shown ?? dateInShortLines(blocks, dates)
  }

  private func dateInShortLines(_ blocks: [PageBlock], _ dates: PublicationDates) -> String? {
    let start = headline.flatMap { headline in blocks.firstIndex { $0.first >= headline } } ?? 0
    for block in blocks[max(0, start - 8)..<min(blocks.count, start + 8)] where block.letters < 80 {
      let line = String(decoding: block.text, as: UTF8.self)
      if block.linkShare < 0.3, let date = dates.date(in: line) { return date }
    }
    return nil
  }

  private func authorsShown(_ tree: HTMLTree) -> [String] {
    for index in tree.nodes.indices where tree.nodes[index].tag != .text && index < tree.nodes.count {
      let isMarked =
        tree.rawAttribute("rel", of: index).map { $0.elementsEqual("author".utf8) } == true
        || tree.rawAttribute("itemprop", of: index).map { $0.elementsEqual("author".utf8) } == true
        || PageMarks.isAuthor(
          PageMarks.Names(tree.rawAttribute("class", of: index), tree.rawAttribute("id", of: index)))
      guard isMarked, !tree.nodes[index].tag.isVoid else { continue }
      let line = PageText.line(tree.text(of: index))
      let name = Self.withoutAuthorWords(line)
      if name.unicodeScalars.count >= 3, name.unicodeScalars.count <= 60, !name.contains(where: \.isNumber) {
        return [name]
      }
    }
    return []
  }

  private static func withoutAuthorWords(_ line: String) -> String {
    for word in ["نویسنده:", "نویسنده :", "خبرنگار:", "گزارشگر:", "نوشته", "گزارش:", "از:", "By ", "by ", "توسط"]
    where line.hasPrefix(word) {
      return PageText.line(String(line.dropFirst(word.count)))
    }
    return line
  }
}
