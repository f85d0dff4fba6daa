internal import PersianSyntax
internal import PersianText
internal import World

/// Finds who says what: verbatim quotations, reported speech after «که» or a colon, and «به گفته …».
struct StatementReader {
  let text: TaggedReading
  let speech: SpeechFile
  let quotations: [QuotationFinder.Quotation]
  let world: World

  /// A quotation of fewer words is a name or an expression, not a statement.
  private static let leastWords = 4

  /// The statements that begin in a sentence.
  ///
  /// - Parameters:
  ///   - previous: the speaker of the sentence before, for a verb of speech without a subject.
  func statements(
    in sentence: SentenceReading, previous: Int?, book: inout EntityBook
  ) -> [StatementDraft] {
    var statements: [StatementDraft] = []
    for index in sentence.clauses.indices {
      guard let cue = cue(ofClause: index, sentence) else { continue }
      let speaker = speaker(ofClause: index, sentence, previous: previous, book: &book)
      if let speaker { book.makeTopic(speaker) }
      if let said = content(ofClause: index, sentence) {
        statements.append(
          StatementDraft(
            speaker: speaker, kind: said.kind, act: cue.act, cue: cue.words, words: said.words, sentence: sentence.index
          ))
      }
    }
    statements += phraseStatements(sentence, book: &book)
    statements += nounStatements(sentence)
    if let headline = headlineStatement(sentence) { statements.append(headline) }
    for quotation in quotations where sentence.words.contains(quotation.words.lowerBound) {
      guard isStatement(quotation), !statements.contains(where: { $0.words == quotation.words }) else { continue }
      statements.append(uncued(quotation, sentence, statements))
    }
    return statements
  }

  // MARK: Verbs of speech

  private func cue(ofClause index: Int, _ sentence: SentenceReading) -> (words: Range<Int>, act: String)? {
    let clause = sentence.clauses[index]
    guard let verb = clause.verb, verb.analysis.mood == .indicative, verb.analysis.tense != .future,
      !verb.analysis.isNegated
    else { return nil }
    let matches = speech.predicates.matches(group: verb, runs: clause.runsBeforeVerb, in: text.forms)
    // The noun must stand close to its verb: «اعلام کرد», «ابراز امیدواری کرد».
    guard
      let match = matches.first(where: { $0.nonverbal.isEmpty || verb.words.lowerBound - $0.nonverbal.upperBound <= 3 })
    else { return nil }
    let start = match.nonverbal.isEmpty ? verb.words.lowerBound : match.nonverbal.lowerBound
    return (start..<verb.words.upperBound, speech.acts[match.predicate.entry])
  }

  /// What a clause with a verb of speech introduces.
  private func content(
    ofClause index: Int, _ sentence: SentenceReading
  ) -> (kind: Statement.Kind, words: Range<Int>)? {
    let verbEnd = sentence.clauses[index].verb?.words.upperBound ?? sentence.words.upperBound
    var word = verbEnd
    var hasColon = false
    var hasThat = false
    while word < sentence.words.upperBound {
      if text.isColon(word) {
        hasColon = true
      } else if text.isWord(word, "که") {
        hasThat = true
      } else if !text.isComma(word) {
        break
      }
      word += 1
    }
    if let quotation = quotations.first(where: { $0.marked.lowerBound == word }), isLong(quotation) {
      return (.direct, quotation.words)
    }
    // A quotation before its verb: «…»، گفت.
    if let before = quotations.last(where: { isRightBefore($0, clause: sentence.clauses[index], sentence) }) {
      return (.direct, before.words)
    }
    let rest = word..<contentEnd(sentence)
    guard rest.count >= 2 else { return nil }
    if hasColon { return (.direct, rest) }
    // «اعلام کرد و مدعی شد که …»: what is said comes after the last of joined verbs.
    if !hasThat, text.classes[rest.lowerBound].contains(.conjunction) { return nil }
    let hasClause = sentence.clauses.indices.contains { $0 > index && sentence.clauses[$0].extent.upperBound > word }
    return hasThat || hasClause ? (.indirect, rest) : nil
  }

  /// The end of what is said: the sentence without its final point.
  private func contentEnd(_ sentence: SentenceReading) -> Int {
    var end = sentence.words.upperBound
    while end > sentence.words.lowerBound, let sign = text.sign(at: end - 1), ".!؟?".unicodeScalars.contains(sign) {
      end -= 1
    }
    return end
  }

  private func isLong(_ quotation: QuotationFinder.Quotation) -> Bool { quotation.words.count >= Self.leastWords }

  private func isRightBefore(
    _ quotation: QuotationFinder.Quotation, clause: Clause, _ sentence: SentenceReading
  ) -> Bool {
    guard isLong(quotation), sentence.words.contains(quotation.marked.upperBound - 1),
      let first = clause.words.first(where: { $0 >= quotation.marked.upperBound })
    else { return false }
    return (quotation.marked.upperBound..<first).allSatisfy { text.reading.words[$0].kind == .punctuation }
      && quotation.words.contains { text.verb(at: $0) != nil }
  }

  // MARK: Speakers

  private func speaker(
    ofClause index: Int, _ sentence: SentenceReading, previous: Int?, book: inout EntityBook
  ) -> Int? {
    guard let subject = sentence.subject(ofClause: index) else {
      return sentence.clauses[index].verb?.analysis.person == 3 ? previous ?? book.lastTopic : nil
    }
    if let entity = subject.entity { return entity }
    guard let words = subject.words, isUnknownSpeaker(words, ofClause: index, sentence) else { return nil }
    return book.resolveUnknown(words, country: nil, sector: nil, isPerson: true)
  }

  /// A name in no list is taken for a speaker where it begins a clause of the sentence's own, and no more than that.
  private func isUnknownSpeaker(_ words: Range<Int>, ofClause index: Int, _ sentence: SentenceReading) -> Bool {
    let clause = sentence.clauses[index]
    guard (1...6).contains(words.count), clause.kind == .main || clause.kind == .complement else { return false }
    return words.allSatisfy { text.isContent($0) || text.classes[$0].contains(.conjunction) }
  }

  // MARK: «به گفته …»

  private func phraseStatements(_ sentence: SentenceReading, book: inout EntityBook) -> [StatementDraft] {
    var statements: [StatementDraft] = []
    var word = sentence.words.lowerBound
    while word < sentence.words.upperBound {
      guard
        let match = speech.phrases.longestMatch(
          from: word, before: sentence.words.upperBound, in: text.forms, inflected: false),
        let record = match.targets.first
      else {
        word += 1
        continue
      }
      let cue = word..<word + match.length
      word = cue.upperBound
      guard let phrase = sentence.phrases.firstIndex(where: { (0...2).contains($0.words.lowerBound - cue.upperBound) })
      else { continue }
      let start = skipCommas(sentence.phrases[phrase].words.upperBound, sentence)
      let end = contentEnd(sentence)
      guard start + 2 <= end else { continue }
      statements.append(
        StatementDraft(
          speaker: sentence.entities[phrase], kind: .indirect, act: speech.acts[record], cue: cue, words: start..<end,
          sentence: sentence.index))
    }
    return statements
  }

  private func skipCommas(_ start: Int, _ sentence: SentenceReading) -> Int {
    var word = start
    while word < sentence.words.upperBound, text.isComma(word) { word += 1 }
    return word
  }

  // MARK: «با بیان اینکه …», «ایتالیا: …»

  private static let speechNouns: [StaticString] = [
    "بیان", "تاکید", "اشاره", "مبنی", "اعلام", "اذعان", "یادآوری", "ادعای", "تصریح",
  ]

  /// «با تأکید بر اینکه …»: a noun of speech and the clause that depends on it.
  private func nounStatements(_ sentence: SentenceReading) -> [StatementDraft] {
    sentence.clauses.indices.compactMap { index in
      let clause = sentence.clauses[index]
      guard clause.kind == .adverbial, let first = clause.words.first, clause.words.count >= 3 else { return nil }
      // Before the clause stands «اینکه», and before that the noun, perhaps with its preposition.
      let before = max(sentence.words.lowerBound, first - 4)..<first
      guard let noun = before.last(where: { word in Self.speechNouns.contains { text.isWord(word, $0) } }),
        (noun + 1..<first).allSatisfy({ !text.isContent($0) && text.verb(at: $0) == nil })
      else { return nil }
      let outer = sentence.clause(ofWord: noun)
      return StatementDraft(
        speaker: outer.flatMap { sentence.subject(ofClause: $0)?.entity }, kind: .indirect, act: "say",
        cue: noun..<noun + 1, words: clause.extent, sentence: sentence.index)
    }
  }

  /// «ایتالیا: تحریم کارساز نیست»: a name and a colon at the beginning.
  private func headlineStatement(_ sentence: SentenceReading) -> StatementDraft? {
    guard let phrase = sentence.phrases.first, let speaker = sentence.entities[0],
      phrase.words.lowerBound == sentence.words.lowerBound, phrase.words.upperBound < sentence.words.upperBound,
      text.isColon(phrase.words.upperBound), !isOutlet(phrase)
    else { return nil }
    let said = phrase.words.upperBound + 1..<max(phrase.words.upperBound + 1, contentEnd(sentence))
    guard said.count >= Self.leastWords else { return nil }
    return StatementDraft(
      speaker: speaker, kind: .direct, act: "say", cue: phrase.words.upperBound..<phrase.words.upperBound + 1,
      words: said, sentence: sentence.index)
  }

  /// «خبرگزاری فارس: …» names who publishes, not who speaks.
  private func isOutlet(_ phrase: ActorPhrase) -> Bool {
    phrase.entry.map { world.entries[$0].kind == .medium } ?? false
  }

  // MARK: Quotations without a verb of speech

  private func isStatement(_ quotation: QuotationFinder.Quotation) -> Bool {
    isLong(quotation) && quotation.words.contains { text.verb(at: $0) != nil }
  }

  private func uncued(
    _ quotation: QuotationFinder.Quotation, _ sentence: SentenceReading, _ others: [StatementDraft]
  ) -> StatementDraft {
    // Inside somebody's reported speech it is that person's wording.
    let outer = others.first { $0.words.contains(quotation.words.lowerBound) }
    return StatementDraft(
      speaker: outer?.speaker, kind: .direct, act: outer?.act ?? "say",
      cue: outer?.cue ?? quotation.marked.lowerBound..<quotation.marked.lowerBound + 1, words: quotation.words,
      sentence: sentence.index)
  }
}
