internal import PersianSyntax

/// Finds who fills a slot of a construction in a sentence.
struct RoleReader {
  let text: TaggedReading
  let sentence: SentenceReading
  /// Who speaks where a word stands: whom «ما» and a verb in the first person mean.
  let speakerAt: (Int) -> Int?
  /// Where reasons are written, when somebody asks.
  var trace: Trace?

  /// Prepositions that name who does it in a passive.
  private static let agentive = ["توسط", "از سوی", "از جانب", "از طرف", "به دست", "به وسیله", "به‌وسیله"]

  /// A verb or light verb in its clause.
  struct VerbUse {
    var clause: Int
    /// The noun of a light verb; empty for a simple verb.
    var nonverbal: Range<Int>
    var isPassive: Bool
  }

  /// An event noun in its clause.
  struct NounUse {
    var clause: Int
    var noun: Range<Int>
  }

  // MARK: Verbs

  /// The entities in the first of the slots that anybody stands in.
  func entities(in slots: [Slot], of use: VerbUse) -> [Int] {
    first(of: slots) { entities(in: $0, of: use) }
  }

  /// The entities in all of the slots: the sides of a mutual act.
  func allEntities(in slots: [Slot], of use: VerbUse) -> [Int] {
    all(of: slots) { entities(in: $0, of: use) }
  }

  private func first(of slots: [Slot], _ entities: (Slot) -> [Int]) -> [Int] {
    for slot in slots {
      let found = entities(slot)
      guard !found.isEmpty else { continue }
      trace?.fill(slot, found)
      return found
    }
    return []
  }

  private func all(of slots: [Slot], _ entities: (Slot) -> [Int]) -> [Int] {
    unique(
      slots.flatMap { slot in
        let found = entities(slot)
        if !found.isEmpty { trace?.fill(slot, found) }
        return found
      })
  }

  private func entities(in slot: Slot, of use: VerbUse) -> [Int] {
    switch (slot, use.isPassive) {
    case (.subject, false), (.object, true): return subject(of: use)
    case (.subject, true): return Self.agentive.lazy.map { entities(after: $0, use.clause) }.first { !$0.isEmpty } ?? []
    case (.object, false): return object(of: use)
    case (.preposition(let preposition), _): return entities(after: preposition, use.clause)
    case (.ezafe, _):
      let own = use.nonverbal.isEmpty ? [] : genitives(of: use.nonverbal, use.clause)
      // «پیشنهاد روسیه را پذیرفت»: without a genitive of its own, that of the object.
      if !own.isEmpty { return own }
      trace?.found(by: .genitiveOfObject)
      return genitivesOfObject(use.clause)
    case (.clause, _): return []
    case (.speaker, _):
      return (sentence.clauses[use.clause].verb?.words.lowerBound).flatMap(speakerAt).map { [$0] } ?? []
    }
  }

  private func subject(of use: VerbUse) -> [Int] {
    let clause = sentence.clauses[use.clause]
    let arguments = sentence.arguments[use.clause]
    // «من از آنان می‌خواهم»: a pronoun of the first person is the speaker.
    let isFirstPerson = clause.verb?.analysis.person == 1
    if let stated = sentence.stated[use.clause], stated.entity != nil || !isFirstPerson {
      trace?.found(by: .statedSubject)
      guard let entity = stated.entity,
        let first = arguments.first(where: { $0.entity == entity && $0.isBare && !$0.isAccusative })
      else { return stated.entity.map { [$0] } ?? [] }
      // «… خواستار توقف برنامه ایران شد»: what comes after the noun of the verb is not its subject.
      if !use.nonverbal.isEmpty, first.words.lowerBound >= use.nonverbal.upperBound { return [] }
      return joined(with: first, arguments)
    }
    if let verb = clause.verb, verb.analysis.person == 1 || verb.analysis.person == 2 {
      trace?.found(by: .speaker)
      return verb.analysis.person == 1 ? speakerAt(verb.words.lowerBound).map { [$0] } ?? [] : []
    }
    guard let entity = sentence.subject(ofClause: use.clause)?.entity else { return [] }
    trace?.found(by: .subjectOfOtherClause)
    // A subject taken from another clause brings those along that are joined to it there.
    for other in sentence.arguments {
      if let first = other.first(where: { $0.entity == entity && $0.isBare }) { return joined(with: first, other) }
    }
    return [entity]
  }

  private func object(of use: VerbUse) -> [Int] {
    let arguments = sentence.arguments[use.clause]
    let accusative = arguments.filter(\.isAccusative)
    if !accusative.isEmpty {
      trace?.found(by: .accusative)
      return unique(accusative.map { headOfObject($0, use.clause).entity })
    }
    trace?.found(by: .bareObject)
    let subject = sentence.stated[use.clause]?.words
    let bare = arguments.filter { argument in
      argument.isBare && !(subject?.overlaps(argument.words) ?? false)
        && !(subject == nil && argument.words == arguments.first(where: \.isBare)?.words)
    }
    // «وارد مسکو شد»: the object may stand between the noun and its verb.
    if let between = bare.first(where: { $0.words.lowerBound >= use.nonverbal.upperBound }), !use.nonverbal.isEmpty {
      return joined(with: between, arguments)
    }
    if !use.nonverbal.isEmpty,
      let own = arguments.first(where: { $0.isBare && $0.words.lowerBound == use.nonverbal.upperBound })
    {
      return [own.entity]
    }
    return bare.last.map { [$0.entity] } ?? []
  }

  /// «حمله اسرائیل به غزه را»: «را» follows the last word of a phrase, but holds for the one that begins it.
  private func headOfObject(_ last: Argument, _ clause: Int) -> Argument {
    guard let preposition = last.prepositionWord else { return last }
    let subject = sentence.stated[clause]?.words
    return sentence.arguments[clause].first { argument in
      argument.words.upperBound <= preposition && argument.isGenitive && argument.preposition == nil
        && !(subject?.overlaps(argument.words) ?? false)
        && !(argument.words.upperBound..<preposition).contains { text.verb(at: $0) != nil }
    } ?? last
  }

  // MARK: Nouns

  /// The entities in the first of the slots around a noun that anybody stands in.
  func entities(in slots: [Slot], of use: NounUse) -> [Int] {
    first(of: slots) { entities(in: $0, of: use) }
  }

  /// The entities in all of the slots around a noun.
  func allEntities(in slots: [Slot], of use: NounUse) -> [Int] {
    all(of: slots) { entities(in: $0, of: use) }
  }

  private func entities(in slot: Slot, of use: NounUse) -> [Int] {
    let arguments = sentence.arguments[use.clause]
    switch slot {
    case .ezafe:
      // «در حملات خود»: the deed is the subject's own.
      return isReflexive(use.noun, use.clause) ? entities(in: .subject, of: use) : genitives(of: use.noun, use.clause)
    case .preposition(let preposition):
      let isAgentive = Self.agentive.contains(preposition)
      let fitting = arguments.filter { argument in
        isPreposition(argument.preposition, preposition)
          && ((argument.prepositionWord ?? 0) >= use.noun.upperBound || isAgentive)
          && !isInterrupted(from: use.noun.upperBound, to: argument.prepositionWord ?? 0)
      }
      trace?.found(by: .preposition(preposition))
      return fitting.first.map { joined(with: $0, arguments) } ?? []
    case .subject:
      trace?.found(by: sentence.stated[use.clause] == nil ? .subjectOfOtherClause : .statedSubject)
      guard let subject = sentence.subject(ofClause: use.clause), let entity = subject.entity else { return [] }
      if let words = subject.words, words.overlaps(use.noun) { return [] }
      guard let first = arguments.first(where: { $0.entity == entity && $0.isBare }) else { return [entity] }
      return joined(with: first, arguments)
    case .object:
      trace?.found(by: .accusative)
      return arguments.filter(\.isAccusative).map(\.entity)
    case .clause, .speaker: return []
    }
  }

  /// A verb between a noun and a preposition parts them.
  private func isInterrupted(from noun: Int, to preposition: Int) -> Bool {
    guard noun < preposition else { return false }
    return (noun..<preposition).contains { text.verb(at: $0) != nil }
  }

  // MARK: Slots

  private func entities(after preposition: String, _ clause: Int) -> [Int] {
    let arguments = sentence.arguments[clause]
    let exact = arguments.first { $0.preposition == preposition }
    guard let first = exact ?? arguments.first(where: { isPreposition($0.preposition, preposition) }) else { return [] }
    trace?.found(by: .preposition(preposition))
    return joined(with: first, arguments)
  }

  /// Whether one preposition stands for another: all that mean «against» are one.
  private func isPreposition(_ used: String?, _ wanted: String) -> Bool {
    used == wanted || (wanted == "علیه" && used.map { Self.against.contains($0) } ?? false)
  }

  private static let against: Set<String> = ["ضد", "برضد", "بر ضد", "برعلیه", "بر علیه", "در برابر", "در قبال"]

  /// Whether «خود» is the genitive of a noun, right after it or after an adjective.
  private func isReflexive(_ noun: Range<Int>, _ clause: Int) -> Bool {
    let words = Set(sentence.clauses[clause].words)
    for word in noun.upperBound..<noun.upperBound + 3 {
      guard words.contains(word) else { return false }
      if text.isWord(word, "خود") || text.isWord(word, "خویش") { return true }
      guard text.isContent(word), !sentence.phrases.contains(where: { $0.words.contains(word) }) else { return false }
    }
    return false
  }

  private func genitivesOfObject(_ clause: Int) -> [Int] {
    sentence.arguments[clause].filter { $0.isAccusative && $0.isGenitive }.map(\.entity)
  }

  /// The genitives of a noun: «حمله طالبان», or the phrase that its last word begins: «استقرار نیروهای روسیه».
  private func genitives(of noun: Range<Int>, _ clause: Int) -> [Int] {
    trace?.found(by: .genitive)
    let arguments = sentence.arguments[clause]
    let first = arguments.first { argument in
      let chain = argument.nounPhraseStart..<argument.words.lowerBound
      return chain.contains(noun.lowerBound) || chain.contains(noun.upperBound - 1)
        || (noun.contains(argument.words.lowerBound) && argument.words.lowerBound > noun.lowerBound)
    }
    return first.map { joined(with: $0, arguments) } ?? []
  }

  /// An argument and those joined to it by «و».
  private func joined(with first: Argument, _ arguments: [Argument]) -> [Int] {
    var entities = [first.entity]
    var end = endWithApposition(first)
    for argument in arguments where argument.words.lowerBound > first.words.lowerBound {
      let gap = end..<max(end, argument.words.lowerBound)
      let isJoint = gap.contains { text.classes[$0].contains(.conjunction) || text.isComma($0) }
      let hasOnlyJoints = gap.allSatisfy {
        text.classes[$0].contains(.conjunction) || text.isComma($0) || text.classes[$0].contains(.quantifier)
          || text.verb(at: $0) == nil && text.preposition(at: $0) == nil && !text.classes[$0].contains(.accusative)
            && gap.count <= 4
      }
      // «تهران، طالبان را …»: a comma alone does not join a subject to an object.
      let hasAnd = gap.contains { text.classes[$0].contains(.conjunction) }
      guard isJoint, hasOnlyJoints, argument.preposition == first.preposition,
        hasAnd || (argument.isAccusative == first.isAccusative && isList(after: argument, arguments))
      else { break }
      entities.append(argument.entity)
      end = endWithApposition(argument)
    }
    return unique(entities)
  }

  /// «روسیه، چین و ایران»: a comma joins only where «و» joins another to it.
  private func isList(after argument: Argument, _ arguments: [Argument]) -> Bool {
    guard let next = arguments.first(where: { $0.words.lowerBound > argument.words.lowerBound }) else { return false }
    let end = endWithApposition(argument)
    return end < next.words.lowerBound
      && (end..<next.words.lowerBound).contains { text.classes[$0].contains(.conjunction) || text.isComma($0) }
      && next.words.lowerBound - end <= 4
  }

  private func endWithApposition(_ argument: Argument) -> Int {
    guard let other = sentence.phrases[argument.phrase].apposition, other > argument.phrase else {
      return argument.words.upperBound
    }
    return sentence.phrases[other].words.upperBound
  }

  private func unique(_ entities: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return entities.filter { seen.insert($0).inserted }
  }
}
