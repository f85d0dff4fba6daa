/// Which parts of a page can hold the report: all but menus, side columns, footers, comments, share bars and what is
/// not shown.
struct PageParts {
  /// Whether the node begins a part that is left out.
  private(set) var isLeftOut: [Bool]
  /// How many letters (code points that are not blank) are shown below each node, links and boilerplate included.
  private(set) var letters: [Int]

  /// Parts of which nothing is ever shown as text.
  private static func isNeverText(_ tag: HTMLTag) -> Bool {
    switch tag {
    case .script, .style, .noscript, .template, .xmp, .noembed, .noframes, .head, .title, .svg, .math, .iframe, .object,
      .embed, .canvas, .audio, .video, .map, .select, .datalist, .button, .textarea, .option:
      true
    default: false
    }
  }

  init(of tree: HTMLTree) {
    let nodes = tree.nodes
    isLeftOut = nodes.map { Self.isNeverText($0.tag) }
    letters = [Int](repeating: 0, count: nodes.count)
    var index = 0
    while index < nodes.count {
      if isLeftOut[index] {
        // A `head` that was never closed holds the whole page.
        if nodes[index].tag == .head, Self.holdsBlocks(tree, index) {
          isLeftOut[index] = false
        } else {
          index = Int(nodes[index].end)
          continue
        }
      }
      if nodes[index].tag == .text { letters[index] = Self.letters(tree, nodes[index]) }
      index += 1
    }
    var headlines = [Bool](repeating: false, count: nodes.count)
    for index in nodes.indices.reversed().dropLast() {
      let parent = Int(nodes[index].parent)
      if nodes[index].tag == .h1 { headlines[index] = true }
      letters[parent] += letters[index]
      if headlines[index] { headlines[parent] = true }
    }
    for index in nodes.indices where !isLeftOut[index] && nodes[index].tag != .text {
      isLeftOut[index] = isBoilerplate(index, tree, hasHeadline: headlines[index])
    }
  }

  private static func holdsBlocks(_ tree: HTMLTree, _ index: Int) -> Bool {
    tree.descendants(of: index).contains { [.p, .div, .body, .table, .h1].contains(tree.nodes[$0].tag) }
  }

  private func isBoilerplate(_ index: Int, _ tree: HTMLTree, hasHeadline: Bool) -> Bool {
    let tag = tree.nodes[index].tag
    guard ![.document, .html, .body, .head, .main, .article, .h1].contains(tag) else { return false }
    // Names lie: a page's wrapper can be called a sidebar. What holds most of the text is no boilerplate.
    let share = Double(letters[index]) / Double(max(1, letters[0]))
    if Self.isHidden(tree, index) { return share < 0.5 }
    switch tag {
    case .nav, .aside, .footer, .dialog, .menu: return share < 0.6 && !hasHeadline
    case .figcaption: return true
    case .header: return share < 0.4 && !hasHeadline && !isInArticle(index, tree)
    case .form: return share < 0.3 && !hasHeadline
    default: break
    }
    let role = tree.rawAttribute("role", of: index).map { String(decoding: $0, as: UTF8.self).lowercased() }
    if let role, Self.roles.contains(role) { return share < 0.5 && !hasHeadline }
    // Of words in running text a class says how they look.
    guard tag.isBlock || [.other, .span, .a, .label, .small].contains(tag) else { return false }
    let names = PageMarks.Names(tree.rawAttribute("class", of: index), tree.rawAttribute("id", of: index))
    guard PageMarks.isBoilerplate(names) else { return false }
    return !hasHeadline && share < (PageMarks.isContent(names) ? 0.2 : 0.6)
  }

  private func isInArticle(_ index: Int, _ tree: HTMLTree) -> Bool {
    tree.ancestors(of: index).contains { tree.nodes[$0].tag == .article || tree.nodes[$0].tag == .main }
  }

  private static let roles: Set<String> = [
    "navigation", "banner", "complementary", "contentinfo", "search", "dialog", "alert", "alertdialog", "menu",
    "menubar", "toolbar", "tablist",
  ]

  private static func isHidden(_ tree: HTMLTree, _ index: Int) -> Bool {
    if tree.rawAttribute("hidden", of: index) != nil { return true }
    if let hidden = tree.rawAttribute("aria-hidden", of: index), hidden.elementsEqual("true".utf8) { return true }
    guard let style = tree.rawAttribute("style", of: index) else { return false }
    let compact = style.prefix(1024).filter { !ASCII.isBlank($0) }.map(ASCII.lowercased)
    return compact.firstRange(of: Array("display:none".utf8)) != nil
      || compact.firstRange(of: Array("visibility:hidden".utf8)) != nil
  }

  private static func letters(_ tree: HTMLTree, _ node: HTMLTree.Node) -> Int {
    tree.bytes[Int(node.text.lowerBound)..<Int(node.text.upperBound)].reduce(0) { count, byte in
      count + (byte > 0x20 && byte & 0xC0 != 0x80 ? 1 : 0)
    }
  }
}
