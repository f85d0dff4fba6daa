internal import PersianSyntax

/// Decides whether a clause says that something happened: negation, mood, tense, condition, doubt, intent.
struct FactualityReader {
  let text: TaggedReading
  let sentence: SentenceReading
  /// Where reasons are written, when somebody asks.
  var trace: Trace?

  /// How a clause presents its act.
  enum Factuality: Hashable {
    case fact
    /// Told for the future, or as a firm intention.
    case announced
    /// Told in the present, which also says what is about to be done: «زندانیان را آزاد می‌کند».
    case current
    /// Denied for the present or the future: «کمک نخواهد کرد».
    case refused
    case hypothetical
    case negated
  }

  /// How the clause presents the act of its verb.
  func factuality(ofClause index: Int) -> Factuality {
    let (kind, sign) = judgement(ofClause: index)
    trace?.status(sign)
    return kind
  }

  private func judgement(ofClause index: Int) -> (Factuality, Trace.StatusSign) {
    let clause = sentence.clauses[index]
    if clause.kind == .conditional { return (.hypothetical, .conditionalClause) }
    let words = clause.words
    if let word = words.first(where: { !text.classes[$0].isDisjoint(with: [.doubt, .duty]) }) {
      return (.hypothetical, .word(word))
    }
    let condition = words.first(where: isCondition)
    guard let verb = clause.verb else { return condition.map { (.hypothetical, .word($0)) } ?? (.fact, .plain) }
    // «در صورت حمله نیرو خواهد فرستاد»: what is announced on a condition is announced.
    if verb.analysis.tense != .future, let condition { return (.hypothetical, .word(condition)) }
    if verb.analysis.isNegated {
      let isOver = verb.analysis.tense == .past || verb.analysis.mood != .indicative
      return (isOver ? .negated : .refused, .negatedVerb)
    }
    if verb.analysis.tense == .future { return (.announced, .futureVerb) }
    if verb.analysis.mood == .subjunctive { return (isIntended(index) ? .announced : .hypothetical, .subjunctiveVerb) }
    if verb.analysis.mood == .imperative { return (.hypothetical, .imperativeVerb) }
    if let word = intent(of: clause), verb.analysis.mood == .indicative, isInfinitiveIntent(clause) {
      return (.announced, .word(word))
    }
    if let parent = clause.parent, clause.kind == .complement, judgement(ofClause: parent).0 == .hypothetical {
      return (.hypothetical, .outerClause)
    }
    return (verb.analysis.tense == .present && verb.analysis.aspect != .progressive ? .current : .fact, .plain)
  }

  private func isCondition(_ word: Int) -> Bool { text.classes[word].contains(.condition) }

  /// «قصد دارد … را افزایش دهد», «تصمیم گرفتیم که …»: a subjunctive after a verb of intent.
  private func isIntended(_ index: Int) -> Bool {
    let clause = sentence.clauses[index]
    let before = clause.parent ?? clause.coordinatedWith ?? (index > 0 ? index - 1 : nil)
    guard let before, before != index else { return hasIntent(clause) }
    let other = sentence.clauses[before]
    if hasIntent(other), other.verb.map({ !$0.analysis.isNegated }) ?? true { return true }
    // «قصد دارد الف را انجام دهد و ب را گسترش دهد»
    if other.verb?.analysis.mood == .subjunctive, before < index { return isIntended(before) }
    return hasIntent(clause)
  }

  private func hasIntent(_ clause: Clause) -> Bool { intent(of: clause) != nil }

  private func intent(of clause: Clause) -> Int? {
    clause.words.first { text.classes[$0].contains(.intent) }
  }

  /// «قصد سفر به … دارد»: the intent and the act are in one clause.
  private func isInfinitiveIntent(_ clause: Clause) -> Bool {
    guard let verb = clause.verb else { return false }
    return verb.analysis.tense == .present && clause.words.contains { text.isWord($0, "قصد") }
  }

  /// Whether a noun is told only as possible, wished for or prevented: «احتمال حمله», «برای دیدار با».
  func isIrrealis(_ noun: Range<Int>, inClause index: Int) -> Bool {
    let words = Set(sentence.clauses[index].words)
    var word = noun.lowerBound - 1
    var steps = 0
    while words.contains(word), steps < 4 {
      let classes = text.classes[word]
      if classes.contains(.irrealis) {
        trace?.status(.word(word))
        return true
      }
      if text.verb(at: word) != nil || text.isComma(word) || classes.contains(.accusative) { return false }
      if classes.contains(.setting) { return false }
      // A name between is the end of another phrase.
      if sentence.phrases.contains(where: { $0.words.contains(word) }) { return false }
      word -= 1
      steps += 1
    }
    return false
  }

  /// Whether a noun is told as the setting of something else, and so presupposed: «پس از حمله …».
  func isPresupposed(_ noun: Range<Int>, inClause index: Int) -> Bool {
    let words = Set(sentence.clauses[index].words)
    var word = noun.lowerBound - 1
    while words.contains(word), noun.lowerBound - word <= 3 {
      if text.classes[word].contains(.setting) {
        trace?.status(.setting(word))
        return true
      }
      if text.preposition(at: word) != nil || text.verb(at: word) != nil { return false }
      word -= 1
    }
    return false
  }
}
