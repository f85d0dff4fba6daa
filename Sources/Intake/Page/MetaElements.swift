/// The `meta` elements, the `title` and the canonical address of a page.
struct MetaElements {
  private var values: [String: String] = [:]
  private(set) var title: String?
  private(set) var canonical: String?
  private(set) var authors: [String] = []

  init(of tree: HTMLTree) {
    for index in tree.nodes.indices {
      switch tree.nodes[index].tag {
      case .meta: read(tree, index)
      case .title where title == nil:
        // The titles of drawings are none of the page.
        if !tree.ancestors(of: index).contains(where: { tree.nodes[$0].tag == .svg }) { title = tree.text(of: index) }
      case .link where canonical == nil:
        guard tree.rawAttribute("rel", of: index)?.map(ASCII.lowercased).elementsEqual("canonical".utf8) == true else {
          continue
        }
        canonical = tree.attribute("href", of: index)
      default: continue
      }
    }
  }

  /// The content of the first `meta` whose `property`, `name` or `itemprop` is `name`, in small letters.
  subscript(name: String) -> String? { values[name] }

  private mutating func read(_ tree: HTMLTree, _ index: Int) {
    guard let content = tree.attribute("content", of: index), !content.isEmpty, content.utf8.count < 10_000,
      let name = tree.rawAttribute("property", of: index) ?? tree.rawAttribute("name", of: index)
        ?? tree.rawAttribute("itemprop", of: index)
    else { return }
    let key = String(decoding: name.prefix(100), as: UTF8.self).lowercased()
    if ["author", "article:author", "dc.creator", "article:author_name", "parsely-author", "byl"].contains(key) {
      if authors.count < 20, !authors.contains(content) { authors.append(content) }
    } else if values[key] == nil {
      values[key] = content
    }
  }
}
