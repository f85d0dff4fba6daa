import Diagnostics
import PersianSyntax

/// Draws a dependency tree for a terminal: a line a word, below its head, in the order of the sentence.
enum TreeDrawing {
  static func draw(forms: [String], tree: SyntaxTree) -> String {
    var text = isolated(forms.map(ProblemText.harmless).joined(separator: " ")) + "\n"
    var children = [[Int]](repeating: [], count: tree.nodes.count)
    var roots: [Int] = []
    for (index, node) in tree.nodes.enumerated() {
      if let head = node.head { children[head].append(index) } else { roots.append(index) }
    }
    // Not recursive: a chain can be as long as the sentence.
    var open = roots.reversed().map { (index: $0, indent: "", isLast: true) }
    while let (index, indent, isLast) = open.popLast() {
      let isRoot = tree.nodes[index].head == nil
      text += indent + (isRoot ? "" : isLast ? "└─ " : "├─ ") + label(forms[index], tree.nodes[index]) + "\n"
      let below = indent + (isRoot ? "" : isLast ? "   " : "│  ")
      for (place, child) in children[index].enumerated().reversed() {
        open.append((child, below, place == children[index].count - 1))
      }
    }
    return text + "\n"
  }

  private static func label(_ form: String, _ node: SyntaxTree.Node) -> String {
    var text = "\(node.relation): \(isolated(ProblemText.harmless(form))) [\(node.tag.rawValue)"
    if node.lemma != form { text += " \(isolated(ProblemText.harmless(node.lemma)))" }
    if node.hasEzafe { text += " +ezafe" }
    if let name = node.name { text += " \(name.text)" }
    return text + "]"
  }

  /// Persian between directional isolates (UAX #9), so that the line around it keeps its order.
  private static func isolated(_ text: String) -> String { "\u{2068}\(text)\u{2069}" }
}
