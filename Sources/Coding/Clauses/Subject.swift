internal import PersianText

/// Who a clause is about, in the grammatical sense.
struct Subject: Sendable {
  /// The entity; `nil` where the subject is said but is nobody that is known, or where none is found.
  var entity: Int?
  /// The words of the noun phrase; `nil` where the subject is dropped.
  var words: Range<Int>?
}

/// Finds the noun phrase at the beginning of a clause that its verb agrees with.
struct SubjectFinder {
  let text: TaggedReading
  let isTime: [Bool]

  /// The subject that a clause states, or `nil` where it states none.
  func subject(of clause: Clause, arguments: [Argument]) -> Subject? {
    let words = leadingNounPhrase(of: clause, arguments)
    let bare = arguments.filter { $0.isBare && !$0.isAccusative }
    if let words {
      if let named = bare.first(where: { words.overlaps($0.words) }) {
        return Subject(entity: named.entity, words: words)
      }
      return Subject(entity: nil, words: words)
    }
    guard let first = bare.first else { return nil }
    return Subject(entity: first.entity, words: first.nounPhraseStart..<first.words.upperBound)
  }

  /// The first noun phrase that no preposition governs and no «را» follows.
  private func leadingNounPhrase(of clause: Clause, _ arguments: [Argument]) -> Range<Int>? {
    let verbStart = clause.verb?.words.lowerBound ?? Int.max
    let words = clause.words.filter { $0 < verbStart }
    var index = 0
    while index < words.count {
      let word = words[index]
      if isPassedOver(word) {
        index += 1
      } else if let preposition = text.preposition(at: word) {
        guard let end = endOfPhrase(after: preposition, words, arguments) else { return nil }
        while index < words.count, words[index] < end { index += 1 }
      } else {
        return nounPhrase(from: index, words, clause, arguments)
      }
    }
    return nil
  }

  private func isPassedOver(_ word: Int) -> Bool {
    if isTime[word] || text.reading.words[word].kind == .punctuation { return true }
    return !text.classes[word].intersection([.conjunction, .adverb]).isEmpty
  }

  /// A prepositional phrase ends with the name it governs, or at a comma.
  private func endOfPhrase(
    after preposition: TaggedReading.Preposition, _ words: [Int], _ arguments: [Argument]
  ) -> Int? {
    let comma = words.first { $0 >= preposition.words.upperBound && text.isComma($0) }
    let governed = arguments.last { $0.prepositionWord == preposition.words.lowerBound }
    if let governed, comma.map({ governed.words.upperBound <= $0 }) ?? true { return governed.words.upperBound }
    return comma
  }

  /// The noun phrase that begins here. A name ends it, since names have no genitive of their own: in «ترکیه دولت لیبی
  /// را …» the subject is «ترکیه».
  private func nounPhrase(from index: Int, _ words: [Int], _ clause: Clause, _ arguments: [Argument]) -> Range<Int>? {
    let start = words[index]
    if let named = arguments.first(where: { $0.nounPhraseStart == start && $0.isBare }) {
      return named.isAccusative ? nil : start..<named.words.upperBound
    }
    var end = start
    for word in words[index...] {
      guard word == end || word == start else { break }  // an embedded clause ends it
      let classes = text.classes[word]
      if text.preposition(at: word) != nil || text.isComma(word) || isTime[word] { break }
      if !classes.isDisjoint(with: [.accusative, .adverb]) { break }
      end = word + 1
    }
    if end < text.classes.count, text.classes[end].contains(.accusative) { return nil }
    // The word right before the verb is its noun («حمله کرد»), not the subject.
    if let verb = clause.verb, end == verb.words.lowerBound { end -= 1 }
    return end > start ? start..<end : nil
  }
}
