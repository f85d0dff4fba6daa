public import PersianText

/// The phrases of a ``PhraseIndex`` as a trie over word numbers; what a phrase was added for is a number here.
///
/// Apart from the index, which is generic, so that filling and searching are code for numbers alone.
@usableFromInline
struct PhraseTrie: Sendable {
  /// A phrase found in a text.
  @usableFromInline
  struct Match {
    @usableFromInline var length: Int
    @usableFromInline var node: Int32
    @usableFromInline var ending: NounForms.Ending?
  }

  private var edges = EdgeTable()
  /// The spellings of the phrase that was added last; kept for its memory.
  private var spellings = PhraseSpellings()
  private var nodeCount: Int32 = 1
  /// For each node the last value added to it, as an index of `values`; -1 where no phrase ends.
  private var lastValue: [Int32] = [-1]
  /// The values, each with the one added to its node before it.
  private var values: [(value: Int32, previous: Int32)] = []

  @usableFromInline
  init() {}

  /// Makes room for so many words of phrases at once.
  @usableFromInline
  mutating func reserve(_ words: Int) {
    edges.reserve(words)
    lastValue.reserveCapacity(words)
    values.reserveCapacity(words)
  }

  /// Adds a value for all spellings of a phrase in UTF-8.
  ///
  /// - Parameter isSame: whether two values stand for the same, so that a node needs only the first.
  @usableFromInline
  mutating func add(
    _ phrase: UnsafeBufferPointer<UInt8>, _ value: Int32, to vocabulary: inout Vocabulary,
    isSame: (Int32, Int32) -> Bool
  ) {
    // Taken out while the trie is written to.
    var spellings = PhraseSpellings()
    swap(&spellings, &self.spellings)
    defer { swap(&spellings, &self.spellings) }
    spellings.read(phrase)
    spellings.forEach { words in
      var node: Int32 = 0
      words { word in
        node = edges.target(of: node, vocabulary.intern(word), orInsert: nodeCount)
        if node == nodeCount {
          nodeCount += 1
          lastValue.append(-1)
        }
      }
      guard node != 0, !hasValue(node, { isSame($0, value) }) else { return }
      values.append((value, lastValue[Int(node)]))
      lastValue[Int(node)] = Int32(values.count - 1)
    }
  }

  private func hasValue(_ node: Int32, _ isSame: (Int32) -> Bool) -> Bool {
    var index = lastValue[Int(node)]
    while index >= 0 {
      if isSame(values[Int(index)].value) { return true }
      index = values[Int(index)].previous
    }
    return false
  }

  /// The values of a node, in the order in which they were added.
  @usableFromInline
  func values(of node: Int32) -> [Int32] {
    var found: [Int32] = []
    var index = lastValue[Int(node)]
    while index >= 0 {
      found.append(values[Int(index)].value)
      index = values[Int(index)].previous
    }
    return found.reversed()
  }

  /// The longest phrase that begins at the word `start`; of two equally long ones that which needed no stem.
  @usableFromInline
  func longestMatch(from start: Int, before end: Int, in forms: WordForms, inflected: Bool) -> Match? {
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
    if path.word > search.start, lastValue[Int(path.node)] >= 0 {
      let length = path.word - search.start
      let isLonger = length > (best?.length ?? 0)
      if isLonger || (length == best?.length && path.ending == nil && best?.ending != nil) {
        best = Match(length: length, node: path.node, ending: path.ending)
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
