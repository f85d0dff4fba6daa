internal import PersianSyntax
internal import PersianText
internal import World

/// Finds who says what: verbatim quotations, reported speech after «که» or a colon, and «به گفته …».
struct StatementReader {
  let text: TaggedReading
  let speech: SpeechFile
  let quotations: [QuotationFinder.Quotation]
  let world: World
  private var finder: SpeakerFinder
  private let contents: SpeechContent
  /// Whom the words for speakers mean.
  private(set) var resolver: SpeakerResolver
  /// The turns to speak so far, in order.
  private(set) var turns: [SpeakerTurn] = []
  /// The outlet that publishes the report, where it names itself.
  private var ownOutlet: Int?
  /// The last word of its name, by its key: «فارس» is «خبرگزاری فارس».
  private var ownName: [UInt8]?

  init(
    text: TaggedReading, speech: SpeechFile, quotations: [QuotationFinder.Quotation], world: World,
    names: PersonNameFinder
  ) {
    self.text = text
    self.speech = speech
    self.quotations = quotations
    self.world = world
    finder = SpeakerFinder(text: text, names: names, world: world)
    contents = SpeechContent(text: text, quotations: quotations)
    resolver = SpeakerResolver(text: text, world: world)
  }

  /// The statements that begin in a sentence.
  mutating func statements(in sentence: inout SentenceReading, book: inout EntityBook) -> [StatementDraft] {
    noteDateline(sentence)
    var statements = phraseStatements(&sentence, book: &book)
    var speakers: [Int: Int] = [:]
    for index in sentence.clauses.indices {
      guard let cue = cue(ofClause: index, sentence) else { continue }
      let isInner = isInside(cue.words, statements, sentence)
      var words: SpeakerWords?
      let speaker =
        cue.isPassive
        ? document(ofClause: index, sentence)
        : speaker(ofClause: index, before: cue.words.lowerBound, &sentence, &words, isInner, statements, &book)
      speakers[index] = speaker
      if let speaker, !isInner, !cue.isPassive, sentence.clauses[index].kind != .relative {
        note(speaker, words, act: speech.acts[cue.record], sentence, &book)
      }
      if let said = content(ofClause: index, cue, sentence) {
        statements.append(
          StatementDraft(
            speaker: speaker, kind: said.kind, act: speech.acts[cue.record], cue: cue.words, words: said.words,
            sentence: sentence.index, isInner: isInner, record: cue.record, speakerWords: words))
      }
    }
    statements += nounStatements(sentence, speakers)
    if let headline = headlineStatement(&sentence, book: &book) { statements.append(headline) }
    for quotation in quotations where sentence.words.contains(quotation.words.lowerBound) {
      guard isStatement(quotation), !statements.contains(where: { $0.words == quotation.words }) else { continue }
      statements.append(uncued(quotation, sentence, statements))
    }
    return statements
  }

  /// What was said before goes on in a sentence.
  mutating func noteContinuation(in sentence: Int) { resolver.noteContinuation(in: sentence) }

  private mutating func note(
    _ speaker: Int, _ words: SpeakerWords?, act: String, _ sentence: SentenceReading, _ book: inout EntityBook
  ) {
    book.makeTopic(speaker)
    resolver.note(speaker, words, act: act, in: sentence.index)
    if let words { turns.append(SpeakerTurn(speaker: speaker, words: words, sentence: sentence.index)) }
  }

  /// Whether a cue stands in what somebody else says. What a medium reports holds what its sources say.
  private func isInside(_ cue: Range<Int>, _ statements: [StatementDraft], _ sentence: SentenceReading) -> Bool {
    statements.contains { $0.words.contains(cue.lowerBound) && $0.act != "report" }
      || quotations.contains { $0.words.contains(cue.lowerBound) }
  }

  // MARK: Verbs of speech

  /// A verb of speech and its noun.
  private struct Cue {
    var words: Range<Int>
    /// Which record of the dictionary.
    var record: Int
    /// Whether nobody is said to speak: «گفته می‌شود», «در بیانیه آمده است».
    var isPassive: Bool
  }

  private func cue(ofClause index: Int, _ sentence: SentenceReading) -> Cue? {
    let clause = sentence.clauses[index]
    guard let verb = clause.verb, verb.analysis.mood == .indicative, verb.analysis.tense != .future,
      !verb.analysis.isNegated
    else { return nil }
    let matches = speech.predicates.matches(group: verb, runs: clause.runsBeforeVerb, in: text.forms)
    // The noun must stand close to its verb: «اعلام کرد», «ابراز امیدواری کرد»; without it the verb may do: «گفت».
    let near = matches.filter { $0.nonverbal.isEmpty || verb.words.lowerBound - $0.nonverbal.upperBound <= 3 }
    let possible = near.isEmpty ? speech.predicates.matches(group: verb, runs: [], in: text.forms) : near
    guard let match = possible.first(where: { fits($0.predicate.entry, clause, verb) }) else { return nil }
    let start = match.nonverbal.isEmpty ? verb.words.lowerBound : match.nonverbal.lowerBound
    let record = match.predicate.entry
    return Cue(
      words: start..<verb.words.upperBound, record: record, isPassive: match.isPassive || speech.isOfDocument[record])
  }

  /// Whether a clause has what a record asks for.
  private func fits(_ record: Int, _ clause: Clause, _ verb: VerbGroup) -> Bool {
    let before = clause.words.filter { $0 < verb.words.lowerBound }
    if speech.isOfDocument[record], !before.contains(where: { text.classes[$0].contains(.document) }) { return false }
    guard let needed = speech.needs[record] else { return true }
    return before.contains { text.forms.key(at: $0).elementsEqual(needed) }
  }

  /// Whose document a clause cites: «در بیانیه وزارت خارجه آمده است», «در این گزارش ادعا شده است».
  private func document(ofClause index: Int, _ sentence: SentenceReading) -> Int? {
    let words = sentence.clauses[index].words
    guard let document = words.first(where: { text.classes[$0].contains(.document) }) else { return nil }
    if document > 0, text.classes[document - 1].contains(.demonstrative) {
      return resolver.lastOutlet ?? resolver.lastSpeaker
    }
    let owner = sentence.phrases.firstIndex { (1...3).contains($0.words.lowerBound - document) }
    return owner.flatMap { sentence.entities[$0] }
  }

  /// What a clause with a verb of speech introduces.
  private func content(
    ofClause index: Int, _ cue: Cue, _ sentence: SentenceReading
  ) -> (kind: Statement.Kind, words: Range<Int>)? {
    switch speech.contents[cue.record] {
    case .clause: return contents.clauseContent(ofClause: index, sentence)
    case .quotation: return contents.quotation(in: sentence.clauses[index].extent.lowerBound..<cue.words.lowerBound)
    case .after(let preposition):
      return contents.clauseContent(ofClause: index, sentence)
        ?? contents.phrase(after: preposition, in: sentence.clauses[index], before: cue.words.lowerBound)
    }
  }

  // MARK: Speakers

  /// Who speaks in a clause: whom its words name, or those of the clause that it takes its subject from, or who spoke last.
  private mutating func speaker(
    ofClause index: Int, before end: Int, _ sentence: inout SentenceReading, _ words: inout SpeakerWords?,
    _ isInner: Bool, _ statements: [StatementDraft], _ book: inout EntityBook
  ) -> Int? {
    guard let verb = sentence.clauses[index].verb else { return nil }
    // «می‌خواهیم» in somebody's words is what that one says. A participle that stands for a verb has no person.
    if verb.analysis.person == 1 || verb.analysis.person == 2 {
      return statements.last { $0.words.contains(verb.words.lowerBound) }?.speaker
    }
    let own = finder.speaker(in: sentence.clauses[index].words.filter { $0 < end }, of: sentence)
    let isShared = own?.mayBeGoverned ?? false && sentence.clauses[index].coordinatedWith != nil
    let isOpen = sentence.clauses[index].kind == .main || sentence.clauses[index].kind == .complement
    if let own, own.isLikely, !isShared, isOpen || isInner { return resolved(own, &sentence, &words, &book) }
    // «وزیر با بیان اینکه … افزود: …», «وزیر درباره نامه‌ای که … گفت: …»: between the subject and its verb other clauses may stand.
    if !isInner, let found = finder.speaker(in: Array(afterColon(end, sentence)..<end), of: sentence), found.isLikely,
      isShared || found.likeness > own?.likeness ?? 0
    {
      return resolved(found, &sentence, &words, &book)
    }
    // Words of which nothing is known and that are no name by their length are more likely no subject at all.
    if let own, own.form != .unknown || own.likeness > 2 { return resolved(own, &sentence, &words, &book) }
    if let subject = sentence.subject(ofClause: index)?.entity { return subject }
    return isInner ? nil : resolver.lastSpeaker ?? book.lastTopic
  }

  /// Where the sentence begins after the last colon before a word: «خبرگزاری فارس: …» is no part of it.
  private func afterColon(_ end: Int, _ sentence: SentenceReading) -> Int {
    (sentence.words.lowerBound..<end).last { text.isColon($0) || text.isDash($0) }.map { $0 + 1 }
      ?? sentence.words.lowerBound
  }

  private mutating func resolved(
    _ found: SpeakerWords, _ sentence: inout SentenceReading, _ words: inout SpeakerWords?, _ book: inout EntityBook
  ) -> Int? {
    words = found
    if let name = found.name { finder.learn(name) }
    return resolver.entity(of: found, in: &sentence, book: &book)
  }

  // MARK: «به گفته …»

  private mutating func phraseStatements(
    _ sentence: inout SentenceReading, book: inout EntityBook
  ) -> [StatementDraft] {
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
      if speech.isOfDocument[record] {
        // «بر اساس این گزارش»
        let words = skipCommas(cue.upperBound, sentence)..<contents.contentEnd(sentence)
        guard let outlet = resolver.lastOutlet, words.count >= 2 else { continue }
        statements.append(
          StatementDraft(
            speaker: outlet, kind: .indirect, act: speech.acts[record], cue: cue, words: words,
            sentence: sentence.index, record: record))
        continue
      }
      guard let words = finder.speaker(after: cue, before: sentence.words.upperBound, of: sentence) else { continue }
      let speaker = resolver.entity(of: words, in: &sentence, book: &book)
      if speaker == nil, words.form != .pronoun { continue }
      let isReport = speech.acts[record] == "report"
      if let speaker {
        if isReport, isOwn(cue, words, speaker, sentence) {
          ownOutlet = speaker
          continue
        }
        if isReport {
          resolver.noteOutlet(speaker, words, act: speech.acts[record])
        } else {
          note(speaker, words, act: speech.acts[record], sentence, &book)
        }
      }
      let start = skipCommas(words.words.upperBound, sentence)
      let end = contents.contentEnd(sentence)
      guard start + 2 <= end else { continue }
      statements.append(
        StatementDraft(
          speaker: speaker, kind: .indirect, act: speech.acts[record], cue: cue, words: start..<end,
          sentence: sentence.index, record: record, speakerWords: words))
    }
    return statements
  }

  // MARK: The report's own outlet

  /// «خبرگزاری فارس: …» at the beginning names who publishes.
  private mutating func noteDateline(_ sentence: SentenceReading) {
    guard sentence.index <= 1, let phrase = sentence.phrases.first, isOutlet(phrase),
      phrase.words.lowerBound == sentence.words.lowerBound, phrase.words.upperBound < text.classes.count,
      text.isColon(phrase.words.upperBound) || text.isDash(phrase.words.upperBound)
    else { return }
    ownOutlet = sentence.entities[0]
    ownName = phrase.words.last.map { Array(text.forms.key(at: $0)) }
  }

  /// «به گزارش خبرنگار …»: what an outlet's own people report is what the outlet itself says.
  private func isOwn(_ cue: Range<Int>, _ words: SpeakerWords, _ speaker: Int, _ sentence: SentenceReading) -> Bool {
    if speaker == ownOutlet { return true }
    if let ownName, let last = words.words.last, text.forms.key(at: last).elementsEqual(ownName) { return true }
    let isFirst = cue.lowerBound == sentence.words.lowerBound || text.isColon(cue.lowerBound - 1)
    return isFirst && words.words.contains { text.isWord($0, "خبرنگار") }
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
  private func nounStatements(_ sentence: SentenceReading, _ speakers: [Int: Int]) -> [StatementDraft] {
    sentence.clauses.indices.compactMap { index in
      let clause = sentence.clauses[index]
      guard clause.kind == .adverbial, let first = clause.words.first, clause.words.count >= 3 else { return nil }
      // Before the clause stands «اینکه», and before that the noun, perhaps with its preposition.
      let before = max(sentence.words.lowerBound, first - 4)..<first
      guard let noun = before.last(where: { word in Self.speechNouns.contains { text.isWord(word, $0) } }),
        (noun + 1..<first).allSatisfy({ !text.isContent($0) && text.verb(at: $0) == nil })
      else { return nil }
      return StatementDraft(
        speaker: speaker(ofNoun: noun, sentence, speakers), kind: .indirect, act: "say",
        cue: noun..<noun + 1, words: clause.extent, sentence: sentence.index)
    }
  }

  /// Who speaks by a noun of speech: «اظهارات ایران مبنی بر اینکه …» whose genitive stands before it, else who speaks in its
  /// clause or in the next one.
  private func speaker(ofNoun noun: Int, _ sentence: SentenceReading, _ speakers: [Int: Int]) -> Int? {
    if text.isWord(noun, "مبنی"), let phrase = sentence.phrases.firstIndex(where: { $0.words.upperBound == noun }),
      let speaker = sentence.entities[phrase]
    {
      return speaker
    }
    guard let outer = sentence.clause(ofWord: noun) else { return nil }
    let next = speakers.keys.filter { $0 >= outer }.min().flatMap { speakers[$0] }
    return next ?? sentence.subject(ofClause: outer)?.entity
  }

  /// «ایتالیا: تحریم کارساز نیست»: a name and a colon at the beginning.
  private mutating func headlineStatement(
    _ sentence: inout SentenceReading, book: inout EntityBook
  ) -> StatementDraft? {
    let start = sentence.words.lowerBound
    guard let colon = sentence.words.prefix(Self.longestSpeaker).first(where: text.isColon), colon > start else {
      return nil
    }
    let said = colon + 1..<max(colon + 1, contents.contentEnd(sentence))
    guard said.count >= SpeechContent.leastWords, (start..<colon).allSatisfy({ text.verb(at: $0) == nil }),
      let words = finder.speaker(after: start..<start, before: colon, of: sentence), words.words.upperBound == colon,
      words.form != .unknown || sentence.index == 0,
      !sentence.phrases.contains(where: { $0.words.upperBound == colon && isOutlet($0) }),
      let speaker = resolver.entity(of: words, in: &sentence, book: &book)
    else { return nil }
    note(speaker, words, act: "say", sentence, &book)
    return StatementDraft(
      speaker: speaker, kind: .direct, act: "say", cue: colon..<colon + 1, words: said, sentence: sentence.index,
      speakerWords: words)
  }

  /// Before the colon of a headline stands a name, no sentence.
  private static let longestSpeaker = 9

  /// «خبرگزاری فارس: …» names who publishes, not who speaks.
  private func isOutlet(_ phrase: ActorPhrase) -> Bool {
    phrase.entry.map { world.entries[$0].kind == .medium } ?? false
  }

  // MARK: Quotations without a verb of speech

  private func isStatement(_ quotation: QuotationFinder.Quotation) -> Bool {
    contents.isLong(quotation) && quotation.words.contains { text.verb(at: $0) != nil }
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
