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

  private var edges: [UInt64: Int32] = [:]
  private var targets: [Int32: [Target]] = [:]
  private var nodeCount: Int32 = 1

  /// An index without phrases.
  public init() {}

  /// Adds a phrase, its words separated by spaces.
  public mutating func add(_ phrase: String, _ target: Target, to vocabulary: inout Vocabulary) {
    for words in Self.spellings(of: phrase) {
      var node: Int32 = 0
      for word in words {
        let edge = Self.edge(node, vocabulary.intern(word))
        if let next = edges[edge] {
          node = next
        } else {
          edges[edge] = nodeCount
          node = nodeCount
          nodeCount += 1
        }
      }
      if node != 0, targets[node]?.contains(target) != true { targets[node, default: []].append(target) }
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

  /// What the phrase of exactly these words was added for.
  public func targets(of words: Range<Int>, in forms: WordForms) -> [Target] {
    var node: Int32 = 0
    for word in words {
      guard let id = forms.exact[word], let next = edges[Self.edge(node, id)] else { return [] }
      node = next
    }
    return targets[node] ?? []
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
    if path.word > search.start, let found = targets[path.node] {
      let length = path.word - search.start
      let isLonger = length > (best?.length ?? 0)
      if isLonger || (length == best?.length && path.ending == nil && best?.ending != nil) {
        best = Match(length: length, targets: found, ending: path.ending)
      }
    }
    guard path.word < search.end else { return }
    if let id = forms.exact[path.word], let next = edges[Self.edge(path.node, id)] {
      follow(Path(node: next, word: path.word + 1, ending: path.ending), search, forms, &best)
    }
    guard search.inflected else { return }
    for stem in forms.stems(at: path.word) {
      guard let next = edges[Self.edge(path.node, stem.id)] else { continue }
      follow(Path(node: next, word: path.word + 1, ending: path.ending ?? stem.ending), search, forms, &best)
    }
  }

  private static func edge(_ node: Int32, _ word: Vocabulary.WordID) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  /// The phrase as words, with each of its half-spaces as a join and, where there are few, as a space.
  private static func spellings(of phrase: String) -> [[String]] {
    let parts = phrase.unicodeScalars.split(separator: " ").map { word in
      word.split(separator: "\u{200C}").map { String($0) }
    }
    let joints = parts.reduce(0) { $0 + $1.count - 1 }
    guard joints > 0, joints <= 3 else { return withJoins([parts.map { $0.joined() }]) }
    return withJoins(
      (0..<(1 << joints)).map { choice in
        var words: [String] = []
        var joint = 0
        for part in parts {
          words.append(part[0])
          for piece in part.dropFirst() {
            if choice >> joint & 1 == 0 { words[words.count - 1] += piece } else { words.append(piece) }
            joint += 1
          }
        }
        return words
      })
  }

  /// A short phrase is also found with two of its words joined, as a repair of half-spaces may have done: «کمپ‌دیوید».
  private static func withJoins(_ spellings: [[String]]) -> [[String]] {
    guard let words = spellings.first, (2...3).contains(words.count) else { return spellings }
    let joined = (0..<words.count - 1).map { place in
      Array(words[..<place]) + [words[place] + words[place + 1]] + Array(words[(place + 2)...])
    }
    return spellings + joined
  }
}
