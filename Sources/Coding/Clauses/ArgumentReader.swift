internal import PersianText

/// Finds where in a clause the phrases stand: after which preposition, before «را», in whose genitive.
struct ArgumentReader {
  let text: TaggedReading
  let phrases: [ActorPhrase]
  let isTime: [Bool]

  /// A noun phrase is seldom longer before its last genitive.
  private static let longestNounPhrase = 9

  /// The arguments of a clause, in order.
  ///
  /// - Parameter entities: for each phrase of the sentence, the entity it means.
  func arguments(of clause: Clause, entities: [Int?]) -> [Argument] {
    var arguments: [Argument] = []
    let words = Set(clause.words)
    for (index, phrase) in phrases.enumerated() {
      guard words.contains(phrase.words.lowerBound), let entity = entities[index] else { continue }
      // The second part of an apposition says only who the first is.
      if let other = phrase.apposition, other < index { continue }
      if isDateline(phrase) { continue }
      var argument = Argument(
        phrase: index, entity: entity, words: phrase.words, nounPhraseStart: phrase.words.lowerBound,
        isAccusative: isAccusative(phrase, words))
      walkLeft(&argument, clause, arguments)
      arguments.append(argument)
    }
    // «ایران و عراق را …»: «را» after the last holds for all that «و» joins to it.
    for index in arguments.indices.reversed() where arguments[index].isAccusative {
      if let joined = arguments[index].joinedTo { arguments[joined].isAccusative = true }
    }
    return arguments
  }

  /// «تهران – …»: where the report was filed, or «خبرگزاری فارس: …», who filed it, is no part of the sentence.
  private func isDateline(_ phrase: ActorPhrase) -> Bool {
    let end = phrase.words.upperBound
    guard phrase.head == .name, end < text.classes.count, text.isDash(end) || text.isColon(end) else { return false }
    let isFirst = phrase.words.lowerBound == 0 || text.startsLine(phrase.words.lowerBound)
    return isFirst
  }

  private func isAccusative(_ phrase: ActorPhrase, _ words: Set<Int>) -> Bool {
    var end = phrase.words.upperBound
    if let other = phrase.apposition, phrases[other].words.lowerBound >= end { end = phrases[other].words.upperBound }
    // A name has no adjective after it; a common noun may: «نیروهای مستقر را».
    let isOpen = (phrase.head == .agent || phrase.head == .title) && phrase.owner == nil && phrase.person == nil
    var skipped = isOpen ? 0 : 2
    while end < text.classes.count, words.contains(end), skipped <= 2 {
      if text.classes[end].contains(.accusative) { return true }
      // Another name begins another phrase: «ترکیه دولت لیبی را …».
      if phrases.contains(where: { $0.words.lowerBound == end }) { return false }
      let isQuote = text.reading.words[end].kind == .punctuation && !text.isComma(end)
      guard isQuote || (isPlain(end) && skipped < 2) else { return false }
      if !isQuote { skipped += 1 }
      end += 1
    }
    return false
  }

  private func isPlain(_ word: Int) -> Bool { text.isContent(word) && !isTime[word] }

  private func walkLeft(_ argument: inout Argument, _ clause: Clause, _ before: [Argument]) {
    var word = argument.words.lowerBound - 1
    let first = clause.words.first ?? argument.words.lowerBound
    var steps = 0
    while word >= first, steps < Self.longestNounPhrase {
      if text.verb(at: word) != nil { return }
      if let preposition = text.preposition(at: word) {
        argument.preposition = preposition.spelling
        argument.prepositionWord = preposition.words.lowerBound
        return
      }
      let classes = text.classes[word]
      if !classes.intersection([.accusative, .subordinator]).isEmpty || isTime[word] { return }
      if classes.contains(.conjunction) || text.isComma(word) {
        // «روسیه و چین»: what is joined stands where the first stands.
        let hasAnd = classes.contains(.conjunction)
        if let joined = before.lastIndex(where: { end(of: $0) == word }), hasAnd || isList(argument) {
          inherit(from: before[joined], by: &argument)
          if hasAnd { argument.joinedTo = joined }
          return
        }
        if text.isComma(word) { return }
      } else if text.reading.words[word].kind == .punctuation {
        // Quotation marks and brackets around names are passed over.
        if let sign = text.sign(at: word), ":؛;.!؟?".unicodeScalars.contains(sign) { return }
      } else if before.contains(where: { $0.words.contains(word) }) {
        return
      } else if text.isContent(word) {
        argument.nounPhraseStart = word
      }
      word -= 1
      steps += 1
    }
  }

  private func end(of argument: Argument) -> Int {
    guard let other = phrases[argument.phrase].apposition, other > argument.phrase else {
      return argument.words.upperBound
    }
    return phrases[other].words.upperBound
  }

  /// «روسیه، چین و ایران»: a comma joins where «و» and another phrase come after.
  private func isList(_ argument: Argument) -> Bool {
    let next = argument.phrase + 1
    guard next < phrases.count else { return false }
    let gap = argument.words.upperBound..<phrases[next].words.lowerBound
    return gap.count == 1 && (text.classes[gap.lowerBound].contains(.conjunction) || text.isComma(gap.lowerBound))
  }

  private func inherit(from joined: Argument, by argument: inout Argument) {
    argument.preposition = joined.preposition
    argument.prepositionWord = joined.prepositionWord
    // Joined genitives are genitives of the same noun.
    if joined.isGenitive { argument.nounPhraseStart = joined.nounPhraseStart }
    if joined.isBare { argument.isAccusative = argument.isAccusative || joined.isAccusative }
  }
}
