/// A page as a tree. Nodes stand in an array in the order of the page, so that what is below a node is a range.
struct HTMLTree: Sendable {
  /// An element or a text.
  struct Node: Sendable {
    var tag: HTMLTag
    /// The element it stands in; the document stands in itself.
    var parent: Int32
    /// The number behind the last node below it.
    var end: Int32 = 0
    /// The bytes of a text.
    var text: Range<Int32> = 0..<0
    /// Whether the text is taken as it stands, without character references.
    var isVerbatim = false
    /// Its attributes, in ``HTMLTree/attributes``.
    var attributes: Range<Int32> = 0..<0
  }

  /// The bytes of the page: UTF-8.
  let bytes: [UInt8]
  /// All nodes; the first is the document.
  let nodes: [Node]
  /// The attributes of all elements.
  let attributes: [MarkupTokenizer.Attribute]

  /// All nodes below `index`.
  func descendants(of index: Int) -> Range<Int> { (index + 1)..<Int(nodes[index].end) }

  /// The elements around `index`, from the inside out.
  func ancestors(of index: Int) -> some Sequence<Int> {
    sequence(first: Int(nodes[index].parent)) { $0 == 0 ? nil : Int(nodes[$0].parent) }
  }

  /// The value of an attribute, `nil` where the element does not have it. `name` is in small letters.
  func attribute(_ name: StaticString, of index: Int) -> String? {
    rawAttribute(name, of: index).map { CharacterReferences.string($0) }
  }

  /// The same as it is written.
  func rawAttribute(_ name: StaticString, of index: Int) -> ArraySlice<UInt8>? {
    let range = nodes[index].attributes
    return name.withUTF8Buffer { name in
      for attribute in attributes[Int(range.lowerBound)..<Int(range.upperBound)]
      where attribute.name.count == name.count
        && zip(bytes[attribute.name], name).allSatisfy({ ASCII.lowercased($0) == $1 })
      { return bytes[attribute.value] }
      return nil
    }
  }

  /// Appends a text node's characters.
  func append(_ node: Node, to text: inout [UInt8]) {
    let bytes = bytes[Int(node.text.lowerBound)..<Int(node.text.upperBound)]
    if node.isVerbatim { text += bytes } else { CharacterReferences.append(bytes, to: &text) }
  }

  /// All text below an element, with its blanks as they are.
  func text(of index: Int) -> String {
    var text: [UInt8] = []
    for number in descendants(of: index) where nodes[number].tag == .text { append(nodes[number], to: &text) }
    return String(decoding: text, as: UTF8.self)
  }
}
