public import PersianText

/// Phrases of a dictionary as one automaton over word numbers: a trie whose edges are words.
///
/// A phrase that is written with half-spaces is also found with spaces in their place; without them its key is the same.
public struct PhraseIndex<Target: Sendable & Hashable>: Sendable {
  /// A phrase found in a text.
  public struct Match: Sendable {
    /// How many words it has.
    public var length: Int
    /// What it was added for.
    public var targets: [Target]
    /// The ending it was found under, where a word of it is inflected.
    public var ending: NounForms.Ending?
  }

  private var edges = EdgeTable()
  /// The targets of each node; node 0 is the start.
  private var targets: [[Target]] = [[]]

  /// An index without phrases.
  public init() {}

  /// Adds a phrase, its words separated by spaces.
  public mutating func add(_ phrase: String, _ target: Target, to vocabulary: inout Vocabulary) {
    for words in PhraseSpellings.keys(of: phrase) {
      var node: Int32 = 0
      for word in words {
        node = edges.target(of: node, vocabulary.intern(word), orInsert: Int32(targets.count))
        if Int(node) == targets.count { targets.append([]) }
      }
      if node != 0, !targets[Int(node)].contains(target) { targets[Int(node)].append(target) }
    }
  }

  /// The longest phrase that begins at the word `start` and ends before `end`; of two equally long ones that which is
  /// written as in the dictionary.
  ///
  /// - Parameter inflected: whether words may carry endings («نیروهای مرزی» for «نیروی مرزی»).
  public func longestMatch(
    from start: Int, before end: Int, in forms: WordForms, inflected: Bool = true
  ) -> Match? {
    var best: Match?
    follow(Path(node: 0, word: start), Search(start: start, end: end, inflected: inflected), forms, &best)
    return best
  }

  private struct Search {
    var start: Int
    var end: Int
    var inflected: Bool
  }

  private struct Path {
    var node: Int32
    var word: Int
    var ending: NounForms.Ending?
  }

  private func follow(_ path: Path, _ search: Search, _ forms: WordForms, _ best: inout Match?) {
    let found = targets[Int(path.node)]
    if path.word > search.start, !found.isEmpty {
      let length = path.word - search.start
      let isLonger = length > (best?.length ?? 0)
      if isLonger || (length == best?.length && path.ending == nil && best?.ending != nil) {
        best = Match(length: length, targets: found, ending: path.ending)
      }
    }
    guard path.word < search.end else { return }
    if let id = forms.exact[path.word], let next = edges.target(of: path.node, id) {
      follow(Path(node: next, word: path.word + 1, ending: path.ending), search, forms, &best)
    }
    guard search.inflected else { return }
    for stem in forms.stems(at: path.word) {
      guard let next = edges.target(of: path.node, stem.id) else { continue }
      follow(Path(node: next, word: path.word + 1, ending: path.ending ?? stem.ending), search, forms, &best)
    }
  }
}
