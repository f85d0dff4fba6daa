public import PersianText

/// Phrases of a dictionary as one automaton over word numbers, each with what it was added for.
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

  private var trie = PhraseTrie()
  /// The targets, each once; the trie has their places.
  private var targets: [Target] = []
  private var placeOfTarget: [Target: Int32] = [:]

  /// An index without phrases.
  public init() {}

  /// Adds a phrase, its words separated by spaces.
  public mutating func add(_ phrase: String, _ target: Target, to vocabulary: inout Vocabulary) {
    let place = placeOfTarget[target] ?? Int32(targets.count)
    if Int(place) == targets.count {
      targets.append(target)
      placeOfTarget[target] = place
    }
    trie.add(phrase, place, to: &vocabulary)
  }

  /// The longest phrase that begins at the word `start` and ends before `end`; of two equally long ones that which is
  /// written as in the dictionary.
  ///
  /// - Parameter inflected: whether words may carry endings («نیروهای مرزی» for «نیروی مرزی»).
  public func longestMatch(
    from start: Int, before end: Int, in forms: WordForms, inflected: Bool = true
  ) -> Match? {
    guard let match = trie.longestMatch(from: start, before: end, in: forms, inflected: inflected) else { return nil }
    let found = trie.values(of: match.node).map { targets[Int($0)] }
    return Match(length: match.length, targets: found, ending: match.ending)
  }
}
