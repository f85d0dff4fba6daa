internal import PersianText

/// The phrases of a ``PhraseIndex`` as a trie over word numbers; what a phrase was added for is a number here.
///
/// Apart from the index, which is generic, so that filling and searching are code for numbers alone.
struct PhraseTrie: Sendable {
  /// A phrase found in a text.
  struct Match {
    var length: Int
    var node: Int32
    var ending: NounForms.Ending?
  }

  private var edges = EdgeTable()
  private var nodeCount: Int32 = 1
  /// For each node the last value added to it, as an index of `values`; -1 where no phrase ends.
  private var lastValue: [Int32] = [-1]
  /// The values, each with the one added to its node before it.
  private var values: [(value: Int32, previous: Int32)] = []

  /// Adds a value for all spellings of a phrase.
  mutating func add(_ phrase: String, _ value: Int32, to vocabulary: inout Vocabulary) {
    for words in PhraseSpellings.keys(of: phrase) {
      var node: Int32 = 0
      for word in words {
        node = edges.target(of: node, vocabulary.intern(word), orInsert: nodeCount)
        if node == nodeCount {
          nodeCount += 1
          lastValue.append(-1)
        }
      }
      guard node != 0, !values(of: node).contains(value) else { continue }
      values.append((value, lastValue[Int(node)]))
      lastValue[Int(node)] = Int32(values.count - 1)
    }
  }

  /// The values of a node, in the order in which they were added.
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
