/// Builds the tree of a page from its tags, however they are put: elements that were never closed end where HTML says
/// (section 13.2.6 of WHATWG's standard), end tags that nothing opened are passed over.
///
/// Of the standard this is what matters for the text: implied end tags, scopes of tables and lists, formatting elements
/// that are closed across blocks. `html`, `head` and `body` are ordinary elements and never made up. The tree is at
/// most ``deepest`` deep: what is nested deeper stands beside it.
struct HTMLTreeBuilder {
  /// How many elements can be open at a time.
  static let deepest = 256

  private var nodes: [HTMLTree.Node] = [HTMLTree.Node(tag: .document, parent: 0)]
  private var attributes: [MarkupTokenizer.Attribute] = []
  /// The open elements and the document, from the outside in.
  private var open: [Int] = [0]
  /// How many elements of each kind are open.
  private var openCount = [Int](repeating: 0, count: 256)

  private init() {}

  /// The tree of a page.
  ///
  /// - Parameter bytes: valid UTF-8, less than 2 GiB; of a longer page only the document node is made.
  static func tree(of bytes: [UInt8]) -> HTMLTree {
    var builder = HTMLTreeBuilder()
    if bytes.count < Int(Int32.max) {
      var tokens = MarkupTokenizer(bytes, .html)
      while let token = tokens.next() { builder.add(token, tokens) }
    }
    builder.setEnds()
    return HTMLTree(bytes: bytes, nodes: builder.nodes, attributes: builder.attributes)
  }

  private mutating func add(_ token: MarkupTokenizer.Token, _ tokens: MarkupTokenizer) {
    switch token {
    case .text(let range): addText(range, isVerbatim: false)
    case .verbatim(let range): addText(range, isVerbatim: true)
    case .open(let name, let isSelfClosing):
      let tag = HTMLTag(tokens.bytes[name])
      closeImplied(by: tag)
      addElement(tag, tokens.attributes)
      let isForeign = openCount[Int(HTMLTag.svg.rawValue)] > 0 || openCount[Int(HTMLTag.math.rawValue)] > 0
      let isEmpty = tag.isVoid || isSelfClosing && (isForeign || tag == .svg || tag == .math)
      if !isEmpty, open.count < Self.deepest { push(nodes.count - 1, tag) }
    case .close(let name):
      let tag = HTMLTag(tokens.bytes[name])
      if tag == .p, openCount[Int(tag.rawValue)] == 0 { addElement(.p, []) }
      if tag == .br { addElement(.br, []) }
      close(tag)
    }
  }

  private mutating func addText(_ range: Range<Int>, isVerbatim: Bool) {
    var node = HTMLTree.Node(tag: .text, parent: Int32(top))
    node.text = Int32(range.lowerBound)..<Int32(range.upperBound)
    node.isVerbatim = isVerbatim
    nodes.append(node)
  }

  private mutating func addElement(_ tag: HTMLTag, _ found: [MarkupTokenizer.Attribute]) {
    var node = HTMLTree.Node(tag: tag, parent: Int32(top))
    node.attributes = Int32(attributes.count)..<Int32(attributes.count + found.count)
    attributes += found
    nodes.append(node)
  }

  private var top: Int { open[open.count - 1] }

  private mutating func push(_ node: Int, _ tag: HTMLTag) {
    open.append(node)
    openCount[Int(tag.rawValue)] += 1
  }

  private mutating func remove(at place: Int) {
    openCount[Int(nodes[open[place]].tag.rawValue)] -= 1
    open.remove(at: place)
  }

  /// Closes the open elements from `place` on; the document stays.
  private mutating func close(from place: Int) {
    while open.count > max(1, place) { remove(at: open.count - 1) }
  }

  private mutating func closeImplied(by tag: HTMLTag) {
    if tag.isBlock, tag != .document, openCount[Int(HTMLTag.p.rawValue)] > 0,
      let place = place(of: [.p], within: [.table, .td, .th, .button, .object, .caption])
    {
      close(from: place)
    }
    if tag.isHeading, nodes[top].tag.isHeading { close(from: open.count - 1) }
    if tag == .a { return close(.a) }
    if let (tags, within) = tag.closes, tags.contains(where: { openCount[Int($0.rawValue)] > 0 }),
      let place = place(of: tags, within: within)
    {
      close(from: place)
    }
  }

  /// The innermost open element of these kinds, unless one of `within` is open inside it.
  private func place(of tags: [HTMLTag], within: [HTMLTag]) -> Int? {
    for place in open.indices.reversed() where place > 0 {
      let tag = nodes[open[place]].tag
      if tags.contains(tag) { return place }
      if within.contains(tag) { return nil }
    }
    return nil
  }

  private mutating func close(_ tag: HTMLTag) {
    // `</h2>` closes an `h1` too.
    if tag.isHeading, let place = place(of: [.h1, .h2, .h3, .h4, .h5, .h6], within: [.td, .th, .table]) {
      return close(from: place)
    }
    // What follows `</body>` or `</html>` belongs to the page all the same; elements of no known kind have no name here
    // to tell them apart, so that an end tag closes one of them only when it is the innermost.
    guard tag != .body, tag != .html, openCount[Int(tag.rawValue)] > 0 else { return }
    if tag == .other {
      if nodes[top].tag == .other { close(from: open.count - 1) }
      return
    }
    let isPartOfTable = [.table, .tr, .td, .th, .thead, .tbody, .tfoot].contains(tag)
    let bounds: [HTMLTag] = tag == .table ? [] : isPartOfTable ? [.table] : [.td, .th]
    guard let place = place(of: [tag], within: bounds) else { return }
    if tag.isFormatting, open[(place + 1)...].contains(where: { nodes[$0].tag.isBlock }) {
      // `<b><p>…</b>…`: what follows is in the block still, and no longer in the `b`.
      remove(at: place)
    } else {
      close(from: place)
    }
  }

  /// Nodes stand in the order of the page, so what is below a node ends with the last that names it, directly or not.
  private mutating func setEnds() {
    for index in nodes.indices.reversed() {
      nodes[index].end = max(nodes[index].end, Int32(index + 1))
      let parent = Int(nodes[index].parent)
      if parent < index { nodes[parent].end = max(nodes[parent].end, nodes[index].end) }
    }
  }
}
