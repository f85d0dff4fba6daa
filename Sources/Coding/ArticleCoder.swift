internal import Chronology
internal import Diagnostics
internal import PersianSyntax
internal import PersianText
internal import World

/// The work on one article, stage by stage; each stage reads what those before it wrote.
struct ArticleCoder {
  private let article: Article
  private let coder: Dictionaries
  private let maker: Record.CoderVersion
  private let reading: Reading
  private let text: TaggedReading
  private let mentions: [[Mention]]
  private let anchor: CivilDate?
  private let times: [TimeExpression]
  private let isTime: [Bool]
  /// Where reasons are written, when somebody asks.
  private let trace: Trace?

  private var book: EntityBook
  private var sentences: [SentenceReading] = []
  private var statements: [StatementDraft] = []
  private var events: [EventDraft] = []
  private var figures: [FigureDraft] = []
  private var relations: [RelationDraft] = []
  private var verdicts: [Verdict] = []
  private var warnings: [Problem] = []

  init(article: Article, coder: Dictionaries, maker: Record.CoderVersion, trace: Trace? = nil) {
    self.article = article
    self.coder = coder
    self.maker = maker
    self.trace = trace
    let reading = coder.reader.read(SourceText(article.fullText))
    self.reading = reading
    (text, mentions) = coder.tagged(reading)
    anchor = article.published.flatMap { CivilDate(iso8601: $0) } ?? coder.times.dateline(of: reading)?.date
    times = coder.times.read(reading, anchor: anchor)
    var isTime = [Bool](repeating: false, count: reading.words.count)
    for time in times { for word in time.words { isTime[word] = true } }
    self.isTime = isTime
    book = EntityBook(world: coder.world, day: anchor?.description) { reading.string(ofWords: $0) }
  }

  mutating func run() -> Coder.Result {
    readSentences()
    applyIdentities()
    readEvents()
    let drafts = CountryInference(world: coder.world, sentences: sentences, drafts: book.drafts).inferred()
    RepeatLinker(text: text, sentences: sentences, figures: figures, drafts: drafts).link(&events)
    seeFeatures(drafts)
    let builder = RecordBuilder(
      article: article, coder: maker, reading: reading, world: coder.world, confidence: coder.confidence,
      drafts: drafts, statements: statements, events: events, figures: figures, relations: relations)
    trace?.end(
      Trace.Run(
        text: text, sentences: sentences, known: book.drafts, drafts: drafts, entityIDs: builder.entityIDs,
        statements: builder.orderedStatements(), events: events))
    return Coder.Result(record: builder.record(), verdicts: verdicts, warnings: warnings, reading: reading)
  }

  private mutating func seeFeatures(_ drafts: [EntityBook.Draft]) {
    let reader = ConfidenceReader(sentences: sentences, statements: statements, known: book.drafts, drafts: drafts)
    var siblings = [Int](repeating: 0, count: sentences.count)
    for event in events { siblings[event.sentence] += 1 }
    for index in events.indices {
      events[index].features = reader.features(of: events[index], siblings: siblings[events[index].sentence])
    }
  }

  // MARK: Who and who says

  private mutating func readSentences() {
    let phraseReader = ActorPhraseReader(
      text: text, world: coder.world, names: coder.names, mentions: mentions, isTime: isTime)
    let phrases = SurnameReader(text: text, world: coder.world).withSurnames(
      reading.sentences.indices.map { phraseReader.phrases(inSentence: $0) })
    // Who has which office is learnt from the whole report before the first title is resolved.
    for sentence in phrases { book.learnOffices(from: sentence) }
    let quotations = QuotationFinder(text: text).quotations()
    for word in quotations.unbalanced { warnAboutMark(word) }
    var statementReader = StatementReader(
      text: text, speech: coder.speech, quotations: quotations.found, world: coder.world,
      names: PersonNameFinder(text: text, words: coder.names, isTime: isTime))
    for (index, words) in reading.sentences.enumerated() {
      book.beginSentence()
      var sentence = read(words, index, phrases[index])
      let found = statementReader.statements(in: &sentence, book: &book)
      if found.allSatisfy(\.isInner), continueSpeech(into: index) { statementReader.noteContinuation(in: index) }
      statements += found
      relations += RelationReader(text: text, world: coder.world).relations(
        in: sentence, drafts: book.drafts, book: &book)
      sentences.append(sentence)
    }
    SpeakerLinker(text: text, turns: statementReader.turns).link(&book)
  }

  /// What was said last goes on in a sentence in which nobody else speaks; whether it does.
  private mutating func continueSpeech(into index: Int) -> Bool {
    guard index > 0, let last = statements.indices.last(where: { statements[$0].kind == .direct }) else { return false }
    // A quotation over several paragraphs holds the sentence already.
    if statements[last].words.contains(reading.sentences[index].lowerBound) { return true }
    guard
      SpeechContinuation(text: text).isContinued(
        statements[last], in: reading.sentences[index], after: reading.sentences[index - 1])
    else { return false }
    statements[last].words = statements[last].words.lowerBound..<reading.sentences[index].upperBound
    if let speaker = statements[last].speaker { book.makeTopic(speaker) }
    return true
  }

  private mutating func read(_ words: Range<Int>, _ index: Int, _ phrases: [ActorPhrase]) -> SentenceReading {
    let entities = phrases.map { book.resolve($0, among: phrases) }
    let clauses = ClauseReader.clauses(of: words, in: text)
    let argumentReader = ArgumentReader(text: text, phrases: phrases, isTime: isTime)
    let arguments = clauses.map { argumentReader.arguments(of: $0, entities: entities) }
    let finder = SubjectFinder(text: text, isTime: isTime)
    let stated = zip(clauses, arguments).map { finder.subject(of: $0, arguments: $1) }
    return SentenceReading(
      index: index, words: words, phrases: phrases, entities: entities, clauses: clauses, arguments: arguments,
      stated: stated)
  }

  /// What was read before two entities were found to be one is brought up to date.
  private mutating func applyIdentities() {
    for index in statements.indices { statements[index].speaker = statements[index].speaker.map(book.final) }
    for index in relations.indices {
      relations[index].subject = book.final(relations[index].subject)
      relations[index].object = book.final(relations[index].object)
    }
    for index in sentences.indices { sentences[index].replaceEntities(book.final) }
  }

  private mutating func warnAboutMark(_ word: Int) {
    let place = reading.codePoints(ofWords: word..<word + 1).lowerBound
    let mark = reading.string(ofWords: word..<word + 1)
    warnings.append(Problem(.unbalancedQuotes, at: InputPlace(column: place + 1), mark))
  }

  // MARK: What

  private mutating func readEvents() {
    let statements = statements
    let reader = EventReader(
      text: text, dictionary: coder.constructions, infinitives: coder.infinitives,
      speakerAt: { word in
        // The innermost statement around the word.
        statements.filter { $0.words.contains(word) }.min { $0.words.count < $1.words.count }?.speaker
      },
      cueSpeaker: { clause in
        statements.first { clause.words.contains($0.cue.lowerBound) && $0.speaker != nil }?.speaker
      },
      isMedium: { [drafts = book.drafts] in $0 >= 0 && drafts[$0].sector == "MED" },
      countryOf: { [drafts = book.drafts] in $0 >= 0 ? drafts[$0].country : nil }, trace: trace)
    let settings = SettingReader(text: text, world: coder.world, times: times)
    let figureReader = FigureReader(text: text, file: coder.figures) { [drafts = book.drafts] in drafts[$0].isPerson }
    let positions = PositionReader(
      text: text, times: times, anchor: anchor, hasTitle: article.title.map { !$0.isEmpty } ?? false,
      sentences: sentences)
    var results = sentences.map(reader.read)
    readTrees(of: sentences.indices.filter { results[$0].needsTree })
    for index in sentences.indices where sentences[index].tree != nil { results[index] = reader.read(sentences[index]) }
    let isSport = SportTopic(text: text).isSport
    for (sentence, result) in zip(sentences, results) {
      var found = result
      if isSport, !found.events.isEmpty {
        found.events = []
        found.rejected.append(.sport)
      }
      nameUnknown(&found, in: sentence)
      for index in found.events.indices {
        let place = settings.place(of: found.events[index], in: sentence, drafts: book.drafts)
        (found.events[index].place, found.events[index].placeWords) = (place?.place, place?.words)
        found.events[index].time = settings.time(of: found.events[index], in: sentence)
        (found.events[index].position, found.events[index].positionSign) = positions.position(
          of: found.events[index], in: sentence)
      }
      let asserted = found.events.count { $0.status == .asserted }
      verdicts.append(
        Verdict(
          sentence: sentence.index, events: asserted,
          reason: asserted > 0 ? nil : found.rejected.last ?? .noConstruction))
      events += found.events
      figures += figureReader.figures(in: sentence)
    }
  }

  /// Makes entities of the noun phrases that are sides of an act and that no list has.
  private mutating func nameUnknown(_ found: inout EventReader.Result, in sentence: SentenceReading) {
    let entities = found.unknown.map { book.resolveUnknownSide($0) }
    for index in found.events.indices {
      found.events[index].actor = found.events[index].actor.map { $0 < 0 ? entities[-1 - $0] : $0 }
      found.events[index].recipient = found.events[index].recipient.map { $0 < 0 ? entities[-1 - $0] : $0 }
    }
    trace?.name(entities, inSentence: sentence.index)
  }

  /// Parsing costs more than all the rest, so that only sentences are parsed whose surface does not show who acts.
  private mutating func readTrees(of indices: [Int]) {
    for (index, tree) in coder.syntax.trees(of: indices, in: reading) { sentences[index].tree = tree }
  }
}
