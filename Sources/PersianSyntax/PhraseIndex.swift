public import PersianText

/// Phrases of a dictionary as one automaton over word numbers, each with what it was added for.
///
/// A phrase that is written with half-spaces is also found with spaces in their place; without them its key is the same.
/// The generic part is thin and inlinable, or loading a dictionary would spend its time on looking up types.
public struct PhraseIndex<Target: Sendable & Equatable>: Sendable {
  /// A phrase found in a text.
  public struct Match: Sendable {
    /// How many words it has.
    public var length: Int
    /// What it was added for.
    public var targets: [Target]
    /// The ending it was found under, where a word of it is inflected.
    public var ending: NounForms.Ending?

    @inlinable
    init(length: Int, targets: [Target], ending: NounForms.Ending?) {
      (self.length, self.targets, self.ending) = (length, targets, ending)
    }
  }

  @usableFromInline var trie = PhraseTrie()
  /// The targets; the trie has their places.
  @usableFromInline var targets: [Target] = []

  /// An index without phrases.
  @inlinable
  public init() {}

  /// Makes room for phrases of so many words together, in all their spellings.
  @inlinable
  public mutating func reserve(words: Int) { trie.reserve(words) }

  /// Adds a phrase, its words separated by spaces.
  @inlinable
  public mutating func add(_ phrase: String, _ target: Target, to vocabulary: inout Vocabulary) {
    var phrase = phrase
    phrase.withUTF8 { add($0, target, to: &vocabulary) }
  }

  /// Adds a phrase in valid UTF-8, its words separated by spaces.
  @inlinable
  public mutating func add(
    _ phrase: UnsafeBufferPointer<UInt8>, _ target: Target, to vocabulary: inout Vocabulary
  ) {
    // The names of one thing are added one after the other.
    if targets.last != target { targets.append(target) }
    trie.add(phrase, Int32(targets.count - 1), to: &vocabulary) { [targets] in targets[Int($0)] == targets[Int($1)] }
  }

  /// The longest phrase that begins at the word `start` and ends before `end`; of two equally long ones that which is
  /// written as in the dictionary.
  ///
  /// - Parameter inflected: whether words may carry endings («نیروهای مرزی» for «نیروی مرزی»).
  @inlinable
  public func longestMatch(
    from start: Int, before end: Int, in forms: WordForms, inflected: Bool = true
  ) -> Match? {
    guard let match = trie.longestMatch(from: start, before: end, in: forms, inflected: inflected) else { return nil }
    let found = trie.values(of: match.node).map { targets[Int($0)] }
    return Match(length: match.length, targets: found, ending: match.ending)
  }
}
