internal import PersianSyntax
internal import PersianText

/// Finds the acts that a sentence tells: verbs and event nouns of the dictionary, with their sides.
struct EventReader {
  let text: TaggedReading
  let dictionary: ConstructionFile
  /// The word number of each verb's infinitive.
  let infinitives: [Vocabulary.WordID?]
  let speakerAt: (Int) -> Int?
  /// Who speaks in words that a clause of the sentence introduces.
  let cueSpeaker: (Clause) -> Int?
  /// Whether an entity is a journalist or an outlet.
  let isMedium: (Int) -> Bool
  /// Whom an entity acts for.
  let countryOf: (Int) -> String?
  /// Where reasons are written, when somebody asks.
  var trace: Trace?

  /// What was found in a sentence, and why what was found is no event.
  struct Result {
    var events: [EventDraft] = []
    var rejected: [Verdict.Reason] = []
    /// Noun phrases that are sides but no known entity: the side `-1 - index` of the events.
    var unknown: [Range<Int>] = []
    /// Whether a side was looked for that only the tree of the sentence can tell.
    var needsTree = false
  }

  func read(_ sentence: SentenceReading) -> Result {
    var reader = SentenceEventReader(sentence, of: self)
    trace?.beginSentence(sentence.index)
    for index in sentence.clauses.indices { reader.readVerb(ofClause: index) }
    for index in sentence.clauses.indices { reader.readNouns(ofClause: index) }
    return Result(
      events: EventMerger.merged(reader.events, trace: trace), rejected: reader.rejected, unknown: reader.unknown,
      needsTree: reader.needsTree)
  }
}

/// The work on one sentence: its verbs and event nouns. Its other files tell how an act stands, and who the trees say its
/// sides are.
struct SentenceEventReader {
  let text: TaggedReading
  let dictionary: ConstructionFile
  let infinitives: [Vocabulary.WordID?]
  let sentence: SentenceReading
  let roles: RoleReader
  let factuality: FactualityReader
  let isMedium: (Int) -> Bool
  let countryOf: (Int) -> String?
  let cueSpeaker: (Clause) -> Int?
  let trace: Trace?

  var events: [EventDraft] = []
  var rejected: [Verdict.Reason] = []
  var unknown: [Range<Int>] = []
  var needsTree = false
  /// Words that were used by a verb's construction.
  private var used: Set<Int> = []
  /// Words that are only the content of another act.
  private var content: Set<Int> = []

  /// The work on `sentence`, with all that `reader` knows of the report.
  init(_ sentence: SentenceReading, of reader: EventReader) {
    self.sentence = sentence
    text = reader.text
    dictionary = reader.dictionary
    infinitives = reader.infinitives
    isMedium = reader.isMedium
    countryOf = reader.countryOf
    cueSpeaker = reader.cueSpeaker
    trace = reader.trace
    roles = RoleReader(text: text, sentence: sentence, speakerAt: reader.speakerAt, trace: trace)
    factuality = FactualityReader(text: text, sentence: sentence, trace: trace)
  }

  // MARK: Verbs

  mutating func readVerb(ofClause index: Int) {
    let clause = sentence.clauses[index]
    guard let verb = clause.verb else { return }
    readDuty(ofClause: index, verb: verb)
    let matches = dictionary.predicates.matches(group: verb, runs: clause.runsBeforeVerb, in: text.forms)
    var accepted: PredicateIndex.Match?
    for place in uniquePlaces(matches) {
      let candidates = matches.filter { $0.nonverbal == place }
      if let last = accepted {
        guard isJoined(place, to: last.nonverbal) else { break }
      } else if !candidates.contains(where: { $0.predicate.tail != nil }), !carries(verb, place),
        !carriesInTree(verb, place)
      {
        trace?.passOver(place, sentence: sentence.index, candidates: ids(candidates), .notOfVerb)
        continue
      }
      let next = index + 1 < sentence.clauses.count ? sentence.clauses[index + 1] : nil
      trace?.begin(
        place.isEmpty ? verb.words : place, sentence: sentence.index, candidates: ids(candidates), isNominal: false)
      guard let match = best(candidates, clause, next: next) else { drop(.excluded); continue }
      trace?.take(dictionary.constructions[match.predicate.entry].id, isPassive: match.isPassive)
      accepted = match
      used.formUnion(match.nonverbal)
      if match.predicate.tail != nil { used.insert(verb.words.lowerBound - 1) }
      add(match, clause: index, verb: verb)
    }
  }

  private func ids(_ matches: [PredicateIndex.Match]) -> [String] {
    matches.map { dictionary.constructions[$0.predicate.entry].id }
  }

  /// What was being read is no event.
  private mutating func drop(_ reason: Verdict.Reason) {
    rejected.append(reason)
    trace?.end(.dropped(reason))
  }

  private func uniquePlaces(_ matches: [PredicateIndex.Match]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    for match in matches where !places.contains(match.nonverbal) { places.append(match.nonverbal) }
    return places.filter { place in
      guard isGoverned(place) else { return true }
      trace?.passOver(
        place, sentence: sentence.index, candidates: ids(matches.filter { $0.nonverbal == place }), .notOfVerb)
      return false
    }
  }

  /// «را تهدید به حمله و اشغال کرد»: a noun that a preposition governs is not the noun of the verb.
  private func isGoverned(_ noun: Range<Int>) -> Bool {
    let before = noun.lowerBound - 1
    guard !noun.isEmpty, before >= sentence.words.lowerBound, text.preposition(at: noun.lowerBound) == nil else {
      return false
    }
    if text.preposition(at: before) != nil { return true }
    guard text.classes[before].contains(.conjunction), before - 2 >= sentence.words.lowerBound else { return false }
    return text.isContent(before - 1) && text.preposition(at: before - 2) != nil
      && !sentence.phrases.contains { $0.words.contains(before - 1) }
  }

  /// Whether a verb carries the noun at a place: nothing stands between but phrases with prepositions, or an adjective.
  /// In «استقبال فرانسه … اعلام شد» the noun of the verb is «اعلام».
  private func carries(_ verb: VerbGroup, _ noun: Range<Int>) -> Bool {
    let last = verb.words.lowerBound - 1
    guard !noun.isEmpty, noun.upperBound <= last, text.isContent(last),
      !sentence.phrases.contains(where: { $0.words.contains(last) })
    else { return true }
    if noun.upperBound == last { return text.forms.key(at: last).suffix(2).elementsEqual("ی".utf8) }
    // A word that a preposition governs is no noun of the verb: «حمله به روستا کرد».
    var word = last
    while word >= noun.upperBound, text.isContent(word) || text.classes[word].contains(.conjunction),
      !sentence.phrases.contains(where: { $0.words.contains(word) })
    {
      word -= 1
    }
    if word < noun.upperBound {
      // «تهدید به حمله و اشغال کرد»: what is joined to the end of the idiom.
      return noun.contains { text.preposition(at: $0) != nil }
        && (noun.upperBound...last).contains { text.classes[$0].contains(.conjunction) }
    }
    return text.preposition(at: word) != nil
  }

  /// Whether the tree of the sentence makes the noun the light verb's: «تهدید به بستن مرزهای کشور کرد».
  private mutating func carriesInTree(_ verb: VerbGroup, _ noun: Range<Int>) -> Bool {
    guard let tree = sentence.tree else { needsTree = true; return false }
    guard let last = noun.last, tree.words.contains(last) else { return false }
    if tree[last].relation == .lightVerbNoun { return tree[last].head.map { verb.words.contains($0) } ?? false }
    // «مسئول این کشتار است»: the copula hangs on what it says of the subject.
    return verb.words.contains { tree[$0].relation == .copula && tree[$0].head == last }
  }

  /// «کشته و هشت تن مجروح شدند»: an earlier noun shares the verb only where «و» joins it to the later one.
  private func isJoined(_ earlier: Range<Int>, to later: Range<Int>) -> Bool {
    guard earlier.upperBound <= later.lowerBound else { return false }
    let gap = earlier.upperBound..<later.lowerBound
    return gap.count <= 6 && gap.contains { text.classes[$0].contains(.conjunction) || text.isComma($0) }
      && !gap.contains { text.verb(at: $0) != nil || text.classes[$0].contains(.accusative) }
  }

  private func best(
    _ matches: [PredicateIndex.Match], _ clause: Clause, next: Clause?
  ) -> PredicateIndex.Match? {
    let fitting = matches.filter { fits(dictionary.constructions[$0.predicate.entry], clause, next: next) }
    if let negated = fitting.first(where: \.predicate.isNegated) { return negated }
    // The one that asks for more is the more specific; of several, the one whose word stands nearest to the verb.
    let specific = fitting.compactMap { match in nearestNeed(match, clause).map { (match, $0) } }
    return specific.max { $0.1 < $1.1 }?.0 ?? fitting.first
  }

  /// The last word of the clause that the construction needs; `nil` where it needs none.
  private func nearestNeed(_ match: PredicateIndex.Match, _ clause: Clause) -> Int? {
    let needs = dictionary.constructions[match.predicate.entry].needs
    guard !needs.isEmpty else { return nil }
    return clause.words.last { isForm($0, ofAny: needs) } ?? 0
  }

  private func fits(_ construction: Construction, _ clause: Clause, next: Clause? = nil) -> Bool {
    if construction.isBySpeaking, clause.verb.flatMap({ roles.speakerAt($0.words.lowerBound) }) == nil { return false }
    let clauses = [clause] + (construction.content.contains(.clause) ? [next].compactMap { $0 } : [])
    if !construction.unless.isEmpty, let word = clauses.lazy.compactMap({ word(among: construction.unless, $0) }).first
    {
      trace?.misfit(construction.id, .has(word))
      return false
    }
    if construction.needs.isEmpty || clauses.contains(where: { word(among: construction.needs, $0) != nil }) {
      return true
    }
    trace?.misfit(construction.id, .lacksNeed)
    return false
  }

  /// The first word of a clause that is one of `words`; the verb is its infinitive too.
  private func word(among words: Set<Vocabulary.WordID>, _ clause: Clause) -> Int? {
    if let verb = clause.verb, let infinitive = infinitives[verb.verb], words.contains(infinitive) {
      return verb.words.lowerBound
    }
    return clause.words.first { isForm($0, ofAny: words) }
  }

  private func isForm(_ word: Int, ofAny words: Set<Vocabulary.WordID>) -> Bool {
    if let id = text.forms.exact[word], words.contains(id) { return true }
    return text.forms.stems(at: word).contains { words.contains($0.id) }
  }

  private mutating func add(_ match: PredicateIndex.Match, clause index: Int, verb: VerbGroup) {
    let construction = dictionary.constructions[match.predicate.entry]
    markContent(of: construction, match, clause: index)
    let use = RoleReader.VerbUse(clause: index, nonverbal: match.nonverbal, isPassive: match.isPassive)
    var actor =
      construction.isMutual
      ? roles.allEntities(in: construction.actor, of: use) : roles.entities(in: construction.actor, of: use)
    var recipient = roles.entities(in: construction.recipient, of: use)
    if recipient.isEmpty, construction.content.contains(.clause), index + 1 < sentence.clauses.count {
      // «قصد دارد همکاری با … را گسترش دهد»: the other side stands in the clause that the verb introduces.
      recipient = roles.entities(
        in: construction.recipient.filter { $0 != .object },
        of: RoleReader.VerbUse(clause: index + 1, nonverbal: 0..<0, isPassive: false))
    }
    (actor, recipient) = sides(actor, recipient, of: construction)
    let kind = factuality.factuality(ofClause: index)
    // Trees cost: nobody asks one for the sides of what did not happen.
    if kind != .hypothetical, kind != .negated {
      fill(&actor, &recipient, of: construction, isNoun: false, at: match.isPassive ? nil : verb.words.lowerBound) {
        slot, tree in
        tree.sides(in: slot, ofVerb: verb.words, noun: match.nonverbal, isPassive: match.isPassive)
      }
    }
    if isInterview(construction, actor) || (construction.isBySpeaking && recipient.isEmpty) {
      drop(.excluded)
      return
    }
    let triggerStart = match.nonverbal.isEmpty ? verb.words.lowerBound : match.nonverbal.lowerBound
    let isAdjacent = match.nonverbal.isEmpty || match.nonverbal.upperBound == verb.words.lowerBound
    let trigger = isAdjacent ? triggerStart..<verb.words.upperBound : match.nonverbal
    var event = EventDraft(
      construction: construction, type: construction.type, mode: construction.mode, actor: actor, recipient: recipient,
      status: .asserted, trigger: trigger, sentence: sentence.index, clause: index, isNominal: false)
    // «نپذیرفت»: the negation is the act.
    let isNegativeAct = match.predicate.isNegated && (kind == .negated || kind == .refused)
    setStatus(of: &event, to: isNegativeAct ? .fact : kind)
    trace?.end(.event, words: trigger)
    events.append(event)
  }

  // MARK: Content

  private mutating func markContent(of construction: Construction, _ match: PredicateIndex.Match, clause index: Int) {
    let clause = sentence.clauses[index]
    let verbStart = clause.verb?.words.lowerBound ?? clause.extent.upperBound
    for slot in construction.content {
      switch slot {
      case .preposition(let preposition):
        for word in clause.words where word < verbStart {
          guard let found = text.preposition(at: word), found.spelling == preposition else { continue }
          let end = found.words.lowerBound < match.nonverbal.lowerBound ? match.nonverbal.lowerBound : verbStart
          content.formUnion(found.words.upperBound..<max(end, found.words.upperBound))
          break
        }
      case .ezafe:
        content.formUnion(match.nonverbal.upperBound..<max(verbStart, match.nonverbal.upperBound))
      case .object:
        let start = sentence.stated[index]?.words?.upperBound ?? clause.extent.lowerBound
        content.formUnion(start..<max(start, min(match.nonverbal.lowerBound, verbStart)))
      case .clause:
        for other in sentence.clauses where other.parent == index { content.formUnion(other.words) }
      case .subject, .speaker: break
      }
    }
  }

  // MARK: Nouns

  mutating func readNouns(ofClause index: Int) {
    let clause = sentence.clauses[index]
    for run in Clause.runs(of: clause.words) {
      var word = run.lowerBound
      while word < run.upperBound {
        let next = word + 1
        if text.verb(at: word) != nil || used.contains(word) { word = next; continue }
        guard let match = dictionary.nouns.longestMatch(from: word, before: run.upperBound, in: text.forms) else {
          word = next
          continue
        }
        let noun = word..<word + match.length
        readNoun(noun, candidates: match.targets, clause: index)
        word = noun.upperBound
      }
    }
  }

  private mutating func readNoun(_ noun: Range<Int>, candidates: [Int], clause index: Int) {
    let clause = sentence.clauses[index]
    trace?.begin(
      noun, sentence: sentence.index, candidates: candidates.map { dictionary.constructions[$0].id }, isNominal: true)
    if noun.contains(where: { content.contains($0) }) { drop(.content); return }
    // A name is no event: «حزب جنبش», but «استقرار نیروهای» may reach into the phrase of its genitive.
    if sentence.phrases.contains(where: { $0.words.contains(noun.lowerBound) }) {
      for candidate in candidates { trace?.misfit(dictionary.constructions[candidate].id, .insideName) }
      trace?.end(.dropped(.excluded))
      return
    }
    let fitting = candidates.map { dictionary.constructions[$0] }.filter { fits($0, clause) }
    guard let construction = fitting.first(where: { !$0.needs.isEmpty }) ?? fitting.first else {
      drop(.excluded)
      return
    }
    trace?.take(construction.id)
    if factuality.isIrrealis(noun, inClause: index) { drop(.hypothetical); return }
    let use = RoleReader.NounUse(clause: index, noun: noun)
    var actor =
      construction.isMutual
      ? roles.allEntities(in: construction.nounActor, of: use) : roles.entities(in: construction.nounActor, of: use)
    var recipient = roles.entities(in: construction.nounRecipient, of: use)
    (actor, recipient) = sides(actor, recipient, of: construction)
    let isPresupposed = factuality.isPresupposed(noun, inClause: index)
    // A meeting that is the setting of what somebody did is that somebody's meeting: «در دیدار با … گفت».
    if construction.type.isMutual, isPresupposed {
      for side in roles.entities(in: [.subject], of: use) where !actor.contains(side) { actor.insert(side, at: 0) }
    }
    fill(&actor, &recipient, of: construction, isNoun: true, at: noun.lowerBound) { slot, tree in
      tree.sides(in: slot, ofNoun: noun)
    }
    // «پس از انفجار …» happened, whoever did it; a mere «درخواست» of nobody is a word.
    if actor.isEmpty, recipient.isEmpty, !construction.type.isBodily { drop(.noSides); return }
    if isInterview(construction, actor) { drop(.excluded); return }
    var event = EventDraft(
      construction: construction, type: construction.type, mode: construction.mode, actor: actor, recipient: recipient,
      status: .asserted, trigger: noun, sentence: sentence.index, clause: index, isNominal: true)
    if !isPresupposed {
      let kind = factuality.factuality(ofClause: index)
      // «حمله … محکوم نشد»: what is denied of the noun's clause is not the noun's act.
      setStatus(of: &event, to: kind == .negated || kind == .refused || kind == .current ? .fact : kind)
    }
    trace?.end(.event)
    events.append(event)
  }

  /// Nobody stands on both sides; of a mutual act all are actors.
  private func sides(
    _ actor: [Int], _ recipient: [Int], of construction: Construction
  ) -> (actor: [Int], recipient: [Int]) {
    let others = recipient.filter { !actor.contains($0) }
    return construction.isMutual ? (actor + others, []) : (actor, others)
  }

  /// Talking with a reporter is no consultation between actors.
  private func isInterview(_ construction: Construction, _ actor: [Int]) -> Bool {
    guard construction.type == .consult && actor.contains(where: { isMedium($0) }) else { return false }
    trace?.misfit(construction.id, .interview)
    return true
  }
}
