/// A paragraph, heading, item or cell of a page: the text between two places where a line begins.
struct PageBlock: Sendable {
  /// Its text, UTF-8, with single spaces; a line feed stands for a `br`, two for an empty line.
  var text: [UInt8]
  /// The element whose text it is.
  var node: Int
  /// The number of its first text node.
  var first: Int
  /// How many code points of it are not blank.
  var letters: Int
  /// How many of those are in links.
  var linkLetters: Int

  /// The share of its letters that are in links.
  var linkShare: Double { Double(linkLetters) / Double(max(1, letters)) }
}

/// Cuts the parts of a page that are not left out into blocks.
struct PageBlockReader {
  private let tree: HTMLTree
  private let isLeftOut: [Bool]
  private var blocks: [PageBlock] = []
  private var block = PageBlock(text: [], node: 0, first: 0, letters: 0, linkLetters: 0)
  private var characters: [UInt8] = []

  /// What is open around the current node, from the outside in.
  private struct Opened {
    var node: Int
    var end: Int
    var isBlock: Bool
    var isLink: Bool
    var isVerbatim: Bool
  }

  private init(_ tree: HTMLTree, _ isLeftOut: [Bool]) {
    (self.tree, self.isLeftOut) = (tree, isLeftOut)
  }

  /// The blocks of the nodes `range`, in the order of the page.
  static func blocks(of tree: HTMLTree, leavingOut isLeftOut: [Bool]) -> [PageBlock] {
    var reader = Self(tree, isLeftOut)
    reader.read()
    return reader.blocks
  }

  private mutating func read() {
    var open: [Opened] = []
    var (links, verbatims) = (0, 0)
    var index = 0
    while index < tree.nodes.count {
      while let last = open.last, last.end <= index {
        open.removeLast()
        if last.isLink { links -= 1 }
        if last.isVerbatim { verbatims -= 1 }
        if last.isBlock { endBlock(container: open.last { $0.isBlock }?.node ?? 0) }
      }
      let node = tree.nodes[index]
      if isLeftOut[index] {
        if node.tag.isBlock { endBlock(container: open.last { $0.isBlock }?.node ?? 0) }
        index = Int(node.end)
        continue
      }
      switch node.tag {
      case .text: append(node, index, isLink: links > 0, isVerbatim: verbatims > 0)
      case .br: breakLine()
      default:
        let opened = Opened(
          node: index, end: Int(node.end), isBlock: node.tag.isBlock,
          isLink: node.tag == .a && tree.rawAttribute("href", of: index) != nil, isVerbatim: node.tag == .pre)
        open.append(opened)
        if opened.isLink { links += 1 }
        if opened.isVerbatim { verbatims += 1 }
        if opened.isBlock { endBlock(container: index) }
      }
      index += 1
    }
    endBlock(container: 0)
  }

  private mutating func append(_ node: HTMLTree.Node, _ index: Int, isLink: Bool, isVerbatim: Bool) {
    characters.removeAll(keepingCapacity: true)
    tree.append(node, to: &characters)
    if block.letters == 0 { block.first = index }
    let before = block.letters
    PageText.append(characters, to: &block.text, keepingLines: isVerbatim, letters: &block.letters)
    if isLink { block.linkLetters += block.letters - before }
  }

  private mutating func breakLine() {
    guard !block.text.isEmpty else { return }
    while block.text.last == 0x20 { block.text.removeLast() }
    if block.text.suffix(2) != [0x0A, 0x0A] { block.text.append(0x0A) }
  }

  private mutating func endBlock(container: Int) {
    while let last = block.text.last, last == 0x20 || last == 0x0A { block.text.removeLast() }
    if block.letters > 0 { blocks.append(block) }
    block = PageBlock(text: [], node: container, first: 0, letters: 0, linkLetters: 0)
  }
}
