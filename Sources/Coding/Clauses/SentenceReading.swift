/// A sentence as the coder sees it: its clauses with their arguments and subjects.
struct SentenceReading {
  /// Which sentence of the reading.
  var index: Int
  /// Its words.
  var words: Range<Int>
  /// The phrases that name somebody.
  var phrases: [ActorPhrase]
  /// The entity of each phrase.
  var entities: [Int?]
  /// The clauses, in the order in which they end.
  var clauses: [Clause]
  /// The arguments of each clause.
  var arguments: [[Argument]]
  /// The subject that each clause states.
  var stated: [Subject?]
  /// The dependency tree, where one was asked for.
  var tree: SentenceTree?

  /// The subject of a clause: the one it states, or else the one its grammar takes from another clause.
  func subject(ofClause index: Int, depth: Int = 0) -> Subject? {
    if let subject = stated[index] { return subject }
    guard depth < clauses.count else { return nil }
    let clause = clauses[index]
    if clause.kind == .relative, let antecedent = clause.antecedent {
      let phrase = phrases.firstIndex { $0.words.contains(antecedent) }
      return Subject(entity: phrase.flatMap { entities[$0] }, words: nil)
    }
    if let other = clause.coordinatedWith ?? clause.parent { return subject(ofClause: other, depth: depth + 1) }
    return nil
  }

  /// Puts other entities in the place of those that were found to be the same.
  mutating func replaceEntities(_ final: (Int) -> Int) {
    entities = entities.map { $0.map(final) }
    for clause in arguments.indices {
      for index in arguments[clause].indices {
        arguments[clause][index].entity = final(arguments[clause][index].entity)
      }
      if let entity = stated[clause]?.entity { stated[clause]?.entity = final(entity) }
    }
  }

  /// The innermost clause that a word belongs to.
  func clause(ofWord word: Int) -> Int? {
    clauses.firstIndex { $0.words.contains(word) }
  }
}
