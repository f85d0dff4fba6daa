internal import PersianSyntax
internal import PersianText

/// The dependency tree of a sentence over its written words: a word of several tokens («مخالفند») stands where its first
/// outward token stands.
struct SentenceTree: Sendable {
  /// The relations that sides of acts are found by.
  enum Relation: Sendable {
    case subject, object, oblique, genitive, conjunct, apposition, partOfName, adjective, determiner, number, marker
    case lightVerbNoun, auxiliary, copula, clausalComplement, openComplement, relativeClause, adverbialClause, root
    case coordinator, other

    init(_ text: String) {
      switch text {
      case "nsubj", "nsubj:pass": self = .subject
      case "obj": self = .object
      case "obl", "obl:arg": self = .oblique
      case "nmod": self = .genitive
      case "conj": self = .conjunct
      case "appos": self = .apposition
      case "flat:name", "flat", "fixed", "flat:num": self = .partOfName
      case "amod": self = .adjective
      case "det": self = .determiner
      case "nummod": self = .number
      case "case", "mark": self = .marker
      case "compound:lvc": self = .lightVerbNoun
      case "aux", "aux:pass": self = .auxiliary
      case "cop": self = .copula
      case "ccomp", "csubj": self = .clausalComplement
      case "xcomp": self = .openComplement
      case "acl": self = .relativeClause
      case "advcl": self = .adverbialClause
      case "root": self = .root
      case "cc": self = .coordinator
      default: self = .other
      }
    }
  }

  /// A word of the tree.
  struct Node: Sendable {
    var tag: PartOfSpeech
    var relation: Relation
    /// The word it depends on, as an index of the reading.
    var head: Int?
    var hasEzafe: Bool
    /// The kind of name that the word is part of.
    var name: SyntaxTree.NameTag.Kind?
    /// Whether the copula leans on it: «مخالفند».
    var hasCopula = false
  }

  /// The words of the sentence.
  let words: Range<Int>
  private var nodes: [Node]
  /// The dependents of all words, those of one word together, and where those of each word begin.
  private var children: [Int] = []
  private var childStarts: [Int] = []

  init(_ tree: SyntaxTree, tokens: Range<Int>, words: Range<Int>, in reading: Reading) {
    self.words = words
    nodes = [Node](
      repeating: Node(tag: .other, relation: .other, head: nil, hasEzafe: false, name: nil), count: words.count)
    var isSet = [Bool](repeating: false, count: words.count)
    for (offset, token) in tokens.enumerated() where offset < tree.nodes.count {
      let word = reading.tokens[token].word
      guard words.contains(word) else { continue }
      let node = tree.nodes[offset]
      let head = node.head.map { reading.tokens[tokens.lowerBound + $0].word }
      let place = word - words.lowerBound
      let relation = Relation(node.relation)
      if isSet[place] || head == word {
        if relation == .copula || node.tag == .auxiliary { nodes[place].hasCopula = true }
        if head == word { continue }
        // The first token that reaches out stands for the word.
        if isSet[place] { continue }
      }
      isSet[place] = true
      let hasCopula = nodes[place].hasCopula
      nodes[place] = Node(
        tag: node.tag, relation: relation, head: head, hasEzafe: node.hasEzafe, name: node.name?.kind,
        hasCopula: hasCopula)
    }
    linkChildren()
  }

  private mutating func linkChildren() {
    var counts = [Int](repeating: 0, count: words.count + 1)
    for node in nodes { if let head = node.head { counts[head - words.lowerBound + 1] += 1 } }
    for place in counts.indices.dropFirst() { counts[place] += counts[place - 1] }
    childStarts = counts
    children = [Int](repeating: 0, count: counts.last ?? 0)
    for (place, node) in nodes.enumerated() {
      guard let head = node.head else { continue }
      children[counts[head - words.lowerBound]] = words.lowerBound + place
      counts[head - words.lowerBound] += 1
    }
  }

  /// A word of the sentence, by its index in the reading.
  subscript(word: Int) -> Node { nodes[word - words.lowerBound] }

  /// The words that depend on a word, in order.
  func dependents(of word: Int) -> ArraySlice<Int> {
    let place = word - words.lowerBound
    return children[childStarts[place]..<childStarts[place + 1]]
  }

  /// The dependents in one relation.
  func dependents(of word: Int, _ relation: Relation) -> [Int] {
    dependents(of: word).filter { self[$0].relation == relation }
  }

  /// A word and those that are coordinated with it. A conjunct may hang on the one before it.
  func withConjuncts(_ word: Int) -> [Int] {
    var found = [word]
    var next = 0
    while next < found.count {
      found += dependents(of: found[next], .conjunct).filter { $0 > found[next] }
      next += 1
    }
    return found
  }

  /// The noun phrase of a word: its determiners, adjectives and genitives, without what is coordinated with it, relative
  /// clauses and appositions.
  func nounPhrase(of head: Int) -> Range<Int> {
    var (first, last) = (head, head)
    var pending = [head]
    var seen: Set<Int> = [head]
    while let word = pending.popLast() {
      for other in dependents(of: word) where seen.insert(other).inserted {
        switch self[other].relation {
        case .genitive, .partOfName, .adjective, .determiner, .number:
          guard abs(other - head) <= Self.longestNounPhrase else { continue }
          first = min(first, other)
          last = max(last, other)
          pending.append(other)
        default: continue
        }
      }
    }
    return first..<last + 1
  }

  private static let longestNounPhrase = 8

  /// The word of the tree that stands for a verb of several words: the content word that auxiliaries and copula hang on.
  func predicate(of verb: Range<Int>) -> Int? {
    let inside = verb.clamped(to: words)
    guard var word = inside.first(where: { self[$0].head.map { !inside.contains($0) } ?? true }) else { return nil }
    var steps = 0
    while self[word].relation == .auxiliary || self[word].relation == .copula, let head = self[word].head, steps < 4 {
      word = head
      steps += 1
    }
    return word
  }
}
