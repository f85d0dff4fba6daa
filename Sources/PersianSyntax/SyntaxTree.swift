/// A sentence with its syntax: for each word its part of speech, lemma, features, place in the dependency tree and name.
public struct SyntaxTree: Sendable, Hashable {
  /// A word of the tree.
  public struct Node: Sendable, Hashable {
    /// The part of speech.
    public var tag: PartOfSpeech
    /// The lemma; of a verb the past stem, as in UD Persian PerDT.
    public var lemma: String
    /// The features of Universal Dependencies, as `Name=Value|…` in the order of names; empty where there are none.
    public var features: String
    /// The index of the word that this one depends on; `nil` for the root of the sentence.
    public var head: Int?
    /// The relation to the head, with its subtype: `nsubj`, `compound:lvc`.
    public var relation: String
    /// The name that the word is in, if it is in one.
    public var name: NameTag?
    /// Whether an ezafe links it to what follows, written or not.
    public var hasEzafe: Bool
  }

  /// A word's place in a name.
  public struct NameTag: Sendable, Hashable {
    /// What the name is of.
    public enum Kind: String, Sendable, CaseIterable {
      /// A person.
      case person = "PER"
      /// A place.
      case place = "LOC"
      /// An organisation.
      case organisation = "ORG"
    }

    /// What the name is of.
    public var kind: Kind
    /// Whether the name begins here.
    public var isFirst: Bool

    /// The tag in the IOB2 notation: `B-PER`.
    public var text: String { (isFirst ? "B-" : "I-") + kind.rawValue }
  }

  /// The words, in order.
  public var nodes: [Node]

  /// The indices of the words that depend on the word at `index`, in order.
  public func dependents(of index: Int) -> [Int] {
    nodes.indices.filter { nodes[$0].head == index }
  }

  /// The names, as ranges of words.
  public var names: [(range: Range<Int>, kind: NameTag.Kind)] {
    var names: [(range: Range<Int>, kind: NameTag.Kind)] = []
    for (index, node) in nodes.enumerated() {
      guard let name = node.name else { continue }
      if !name.isFirst, let last = names.last, last.range.upperBound == index, last.kind == name.kind {
        names[names.count - 1].range = last.range.lowerBound..<index + 1
      } else {
        names.append((index..<index + 1, name.kind))
      }
    }
    return names
  }
}
