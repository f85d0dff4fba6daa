/// Finds the report among the blocks of a page.
///
/// Each block of running text gives its weight to the elements around it, less the further out they are (the idea of
/// Readability, C. Lurie and others, 2009; densities of text and links after C. Kohlschütter and others, "Boilerplate
/// detection using shallow text features", 2010). What the page says about its own parts raises the weight. The element
/// that weighs most holds the report; it is widened while what is around it is running text too, as in live blogs, and
/// a lead that stands before it is taken in.
struct MainText {
  private let tree: HTMLTree
  private let blocks: [PageBlock]
  /// What each block weighs: its letters outside links, nothing for headings, short lines and boilerplate.
  private let weights: [Double]

  /// The text that was found.
  struct Found {
    /// The paragraphs, each without line feeds.
    var paragraphs: [[UInt8]] = []
    /// How many letters they have.
    var letters = 0
    /// The element that holds the report.
    var node = 0
  }

  /// Blocks shorter than this weigh nothing; in letters.
  private static let leastWeight = 40

  init(_ tree: HTMLTree, _ blocks: [PageBlock]) {
    (self.tree, self.blocks) = (tree, blocks)
    weights = blocks.map { block in
      guard block.letters >= Self.leastWeight, block.linkShare < 0.4, !Self.isHeading(block, tree),
        !BoilerplatePhrases.isBoilerplate(block.text)
      else { return 0 }
      return Double(min(block.letters, 3000)) * (1 - block.linkShare)
    }
  }

  /// The report.
  ///
  /// - Parameters:
  ///   - title: its headline, which is no part of the text.
  ///   - headline: the node of the headline, where it is known.
  func found(title: String?, headline: Int?) -> Found {
    var body = heaviest()
    widen(&body)
    // A page in many small parts, none of which is the report: all its running text.
    if 4 * sums(in: body).text < sums(in: 0).text { body = 0 }
    let range = Int32(body)..<tree.nodes[body].end
    let title = title.map { BoilerplatePhrases.key(of: Array($0.utf8)) } ?? ""
    var text = ParagraphFilter(title: title)
    for (block, weight) in zip(blocks, weights)
    where range.contains(Int32(block.first)) || isLead(block, weight, before: body, after: headline) {
      text.add(block, isHeading: Self.isHeading(block, tree), isItem: tree.nodes[block.node].tag == .li)
    }
    return Found(paragraphs: text.paragraphs(), letters: text.letters, node: body)
  }

  // MARK: The element that holds the report

  private static func isHeading(_ block: PageBlock, _ tree: HTMLTree) -> Bool {
    // A heading that was never closed holds all that follows.
    guard block.letters < 200 else { return false }
    if tree.nodes[block.node].tag.isHeading { return true }
    return tree.ancestors(of: block.node).prefix(2).contains { tree.nodes[$0].tag.isHeading }
  }

  /// The element with the greatest weight.
  private func heaviest() -> Int {
    var sums: [Int: Double] = [:]
    for (block, weight) in zip(blocks, weights) where weight > 0 {
      var share = weight
      var node = block.node
      // A paragraph is not what holds it.
      if [.p, .blockquote, .li, .pre, .dd, .ul, .ol].contains(tree.nodes[node].tag) {
        node = Int(tree.nodes[node].parent)
      }
      for _ in 0..<8 {
        sums[node, default: 0] += share
        if node == 0 { break }
        node = Int(tree.nodes[node].parent)
        share *= 0.6
      }
    }
    var best = (node: 0, weight: 0.0)
    for (node, sum) in sums {
      let weight = sum * trust(in: node)
      if weight > best.weight || weight == best.weight && node < best.node { best = (node, weight) }
    }
    return best.node
  }

  /// How much what the page says of an element speaks for its holding the report.
  private func trust(in node: Int) -> Double {
    let tag = tree.nodes[node].tag
    if tag == .document || tag == .html || tag == .body { return 0.7 }
    if let property = tree.rawAttribute("itemprop", of: node),
      ["articleBody", "text", "reviewBody"].contains(where: { property.elementsEqual($0.utf8) })
    {
      return 3
    }
    var trust = tag == .article ? 1.5 : tag == .main ? 1.2 : 1
    let names = PageMarks.Names(tree.rawAttribute("class", of: node), tree.rawAttribute("id", of: node))
    if PageMarks.isContent(names) { trust *= 1.3 }
    if PageMarks.isBoilerplate(names) { trust *= 0.4 }
    if [.ul, .ol, .blockquote, .dl].contains(tag) { trust *= 0.6 }
    return trust
  }

  /// Takes the element around in while it adds running text and hardly a link.
  private func widen(_ node: inout Int) {
    var inside = sums(in: node)
    for outer in Array(tree.ancestors(of: node).prefix(6)) {
      let tag = tree.nodes[outer].tag
      guard tag != .html, tag != .document else { return }
      let around = sums(in: outer)
      let text = around.text - inside.text
      let other = around.other - inside.other
      if text == 0 && other == 0 { continue }
      // The first that adds much which is no running text is too wide.
      let isRunningText = Double(other) < 0.18 * Double(text + other)
      guard isRunningText || Double(around.other) < 0.04 * Double(around.text) else { return }
      guard Double(text) > 0.1 * Double(inside.text) else { continue }
      node = outer
      inside = around
    }
  }

  private func sums(in node: Int) -> (text: Int, other: Int) {
    let range = node..<Int(tree.nodes[node].end)
    var (text, other) = (0, 0)
    for (block, weight) in zip(blocks, weights) where range.contains(block.first) {
      // Headings and short lines stand in reports as well as around them; links mostly around.
      if weight > 0 { text += block.letters } else { other += (block.letters + 3 * block.linkLetters) / 4 }
    }
    return (text, other)
  }

  // MARK: The lead

  /// Whether a block before the report is its first paragraph: it says so, or is running text behind the headline.
  private func isLead(_ block: PageBlock, _ weight: Double, before body: Int, after headline: Int?) -> Bool {
    guard block.first < body, block.letters >= 30, block.linkShare < 0.3, !Self.isHeading(block, tree)
    else { return false }
    guard let headline, block.first > headline else { return false }
    // In the same part of the page: no further out than a few steps from the report.
    let around = tree.ancestors(of: body).prefix(4)
    guard let common = around.first(where: { $0 < block.first && block.first < tree.nodes[$0].end }) else {
      return false
    }
    guard tree.nodes[common].tag != .body || tree.ancestors(of: headline).contains(common) else { return false }
    if weight > 0 && block.letters >= 60 { return true }
    return ([block.node] + tree.ancestors(of: block.node).prefix(2)).contains { node in
      PageMarks.isLead(PageMarks.Names(tree.rawAttribute("class", of: node), tree.rawAttribute("id", of: node)))
    }
  }
}
