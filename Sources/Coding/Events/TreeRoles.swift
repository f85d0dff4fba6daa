internal import PersianSyntax
internal import PersianText

/// Finds the sides of an act in the dependency tree of its sentence: for those whom the surface does not show.
struct TreeRoles {
  let text: TaggedReading
  let sentence: SentenceReading
  let tree: SentenceTree

  /// A noun phrase in the place of a side.
  struct Side {
    /// The word that heads it.
    var head: Int
    var words: Range<Int>
    /// The entity that it means, where it names somebody.
    var entity: Int?
  }

  private static let agentive: [StaticString] = ["توسط", "سوی", "جانب", "طرف", "دست", "وسیله"]
  /// A tree may be wrong, but not endless.
  private static let mostSteps = 12

  // MARK: Slots

  /// The phrases in a slot of a verb.
  func sides(in slot: Slot, ofVerb verb: Range<Int>, noun: Range<Int>, isPassive: Bool) -> [Side] {
    guard let predicate = tree.predicate(of: verb) else { return [] }
    switch (slot, isPassive) {
    case (.subject, false), (.object, true): return subject(of: predicate)
    case (.subject, true): return agent(of: predicate)
    case (.object, false):
      let own = phrases(of: predicate, .object)
      return own.isEmpty && !noun.isEmpty ? genitives(of: noun.upperBound - 1) : own
    case (.preposition(let preposition), _):
      let own = obliques(of: predicate, preposition)
      return own.isEmpty && !noun.isEmpty ? obliques(of: noun.upperBound - 1, preposition) : own
    case (.ezafe, _): return noun.isEmpty ? [] : genitives(of: noun.upperBound - 1)
    case (.clause, _), (.speaker, _): return []
    }
  }

  /// The phrases in a slot around an event noun.
  func sides(in slot: Slot, ofNoun noun: Range<Int>) -> [Side] {
    guard let head = noun.last, tree.words.contains(head) else { return [] }
    switch slot {
    case .ezafe: return genitives(of: head)
    case .preposition(let preposition): return obliques(of: head, preposition)
    case .subject:
      guard let predicate = governor(of: head) else { return [] }
      return subject(of: predicate).filter { !$0.words.contains(head) }
    case .object, .clause, .speaker: return []
    }
  }

  // MARK: Relations

  /// The subject of a predicate: its own, or the one it shares with the predicate it is joined to or depends on.
  private func subject(of predicate: Int) -> [Side] {
    var word = predicate
    for _ in 0..<Self.mostSteps {
      if let own = tree.dependents(of: word, .subject).first { return sides(from: own) }
      let node = tree[word]
      guard let head = node.head else { return [] }
      switch node.relation {
      case .conjunct, .openComplement, .auxiliary, .copula, .lightVerbNoun: word = head
      case .relativeClause: return tree[head].tag == .verb ? [] : sides(from: head)
      default: return []
      }
    }
    return []
  }

  /// The predicate whose phrase a noun stands in.
  private func governor(of noun: Int) -> Int? {
    var word = noun
    for _ in 0..<Self.mostSteps {
      guard let head = tree[word].head else { return nil }
      word = head
      if tree[word].tag == .verb { return word }
    }
    return nil
  }

  private func agent(of predicate: Int) -> [Side] {
    for oblique in tree.dependents(of: predicate, .oblique) {
      let markers = tree.dependents(of: oblique, .marker)
      if markers.contains(where: { marker in Self.agentive.contains { text.isWord(marker, $0) } }) {
        return sides(from: oblique)
      }
      // «از سوی دولت»: the noun of the preposition may be taken for its head.
      if Self.agentive.contains(where: { text.isWord(oblique, $0) }) { return genitives(of: oblique) }
    }
    return []
  }

  private func phrases(of predicate: Int, _ relation: SentenceTree.Relation) -> [Side] {
    tree.dependents(of: predicate, relation).first.map { sides(from: $0) } ?? []
  }

  private func obliques(of word: Int, _ preposition: String) -> [Side] {
    for other in tree.dependents(of: word) where [.oblique, .genitive].contains(tree[other].relation) {
      let isMarked = tree.dependents(of: other, .marker).contains { text.preposition(at: $0)?.spelling == preposition }
      if isMarked { return sides(from: other) }
    }
    return []
  }

  private func genitives(of noun: Int) -> [Side] {
    for other in tree.dependents(of: noun, .genitive) {
      // A genitive has no preposition.
      if isGoverned(other) { continue }
      return sides(from: other)
    }
    return []
  }

  // MARK: Phrases

  private func sides(from head: Int) -> [Side] { tree.withConjuncts(head).map(side) }

  private func side(_ head: Int) -> Side {
    let words = tree.nounPhrase(of: head)
    return Side(head: head, words: words, entity: entity(of: head, in: words))
  }

  /// The entity whose name heads the phrase, or else the nearest that it is a genitive of.
  private func entity(of head: Int, in words: Range<Int>) -> Int? {
    var word = head
    for _ in 0..<Self.mostSteps {
      if let phrase = sentence.phrases.firstIndex(where: { $0.words.contains(word) }) {
        return sentence.entities[phrase]
      }
      let next = tree.dependents(of: word).first { other in
        words.contains(other) && other > word
          && (tree[other].relation == .genitive || tree[other].relation == .partOfName)
          && !isGoverned(other)
      }
      guard let next else { return nil }
      word = next
    }
    return nil
  }

  /// The entity nearest to the head inside a noun phrase, those without a preposition before the others: who did the
  /// deed that the phrase names.
  func entity(inside side: Side, without others: [Int]) -> Int? {
    var level = [side.head]
    for _ in 0..<Self.mostSteps where !level.isEmpty {
      let below = level.flatMap { tree.dependents(of: $0) }.filter { tree[$0].relation != .conjunct }
      let (plain, governed) = (below.filter { !isGoverned($0) }, below.filter(isGoverned))
      for word in plain + governed {
        guard let phrase = sentence.phrases.firstIndex(where: { $0.words.contains(word) }),
          let entity = sentence.entities[phrase], !others.contains(entity)
        else { continue }
        return entity
      }
      level = below
    }
    return nil
  }

  private func isGoverned(_ word: Int) -> Bool {
    tree.dependents(of: word, .marker).contains { text.preposition(at: $0) != nil }
  }

  // MARK: Who can act

  /// Whether a noun phrase can mean somebody: a name, people that are counted, a plural of people.
  func isSomebody(_ side: Side) -> Bool {
    let node = tree[side.head]
    if node.name == .person || node.name == .organisation { return true }
    if text.classes[side.head].contains(.counted) { return isPersonCounter(side.head) }
    if side.words.contains(where: isPersonCounter) { return true }
    switch node.tag {
    case .properNoun: return node.name != .place
    case .noun: return hasPeopleEnding(side.head)
    case .pronoun: return text.classes[side.head].contains(.quantifier)
    default: return false
    }
  }

  /// «نفر», «تن»: only people are counted so.
  private func isPersonCounter(_ word: Int) -> Bool {
    Self.personCounters.contains { text.isWord(word, $0) }
  }

  private static let personCounters: [StaticString] = ["نفر", "تن"]

  /// Whether a noun phrase can mean what is attacked or closed: a thing with a body, as far as its form tells.
  func isThing(_ side: Side) -> Bool {
    let node = tree[side.head]
    return (node.tag == .noun || node.tag == .properNoun) && text.isContent(side.head)
      && !text.classes[side.head].contains(.measureUnit)
  }

  /// «راهزنان»: the plural of people. Of other nouns only a few have it.
  private func hasPeopleEnding(_ word: Int) -> Bool {
    let key = text.forms.key(at: word)
    return key.count > 8 && key.suffix(4).elementsEqual("ان".utf8)
  }
}
