/// What the stages write down of why they decided as they did, while somebody wants to know.
///
/// A run that nobody asks about has no trace: every stage writes with `trace?.…`, whose arguments are not even made
/// then. What is written here is what was decided, at the moment it was decided; nothing is worked out again later.
final class Trace {
  /// By which sign somebody was found to stand in a slot.
  enum Sign: Hashable {
    /// The clause states it as its subject.
    case statedSubject
    /// The clause states no subject: it is that of another clause, or what a relative clause hangs on.
    case subjectOfOtherClause
    /// The verb is in the first person, and this is who speaks.
    case speaker
    /// «را» follows.
    case accusative
    /// It stands bare, and is not the subject.
    case bareObject
    /// After this preposition.
    case preposition(String)
    /// In the genitive of the construction's own noun.
    case genitive
    /// In the genitive of the object.
    case genitiveOfObject
    /// The surface showed nobody; the tree of the sentence did, in this slot.
    case tree
    /// Somebody does it beside speaking, and this is who speaks.
    case narrator
    /// Inside the phrase that tells what the act is about.
    case insideContent
  }

  /// Who was found in a slot.
  struct Filling {
    var entities: [Int]
    var slot: Slot
    var sign: Sign?
  }

  /// What decided whether an act is told as a fact.
  enum StatusSign: Hashable {
    /// The verb is a plain one of the indicative, or there is none.
    case plain
    case conditionalClause
    /// One of the words of doubt, duty, condition, intent or unreality.
    case word(Int)
    case negatedVerb
    case futureVerb
    case subjunctiveVerb
    case imperativeVerb
    /// The clause that this one is said in decides.
    case outerClause
    /// A noun told as the setting of something else, by this word, and so presupposed.
    case setting(Int)
  }

  /// What became of a word that may tell an act.
  enum Outcome: Hashable {
    /// It became an event of the report, by itself or put together with another.
    case event
    case dropped(Verdict.Reason)
  }

  /// Why a construction does not fit where its words stand.
  enum Misfit: Hashable {
    /// None of the words it needs is there.
    case lacksNeed
    /// A word stands there that may not.
    case has(Int)
    /// The noun does not belong to the verb of the clause: a preposition governs it, or other words part the two.
    case notOfVerb
    /// The noun is part of a name.
    case insideName
    /// A consultation with a journalist is an interview.
    case interview
  }

  /// A word of the dictionary of constructions that was found, and how it was read.
  struct Attempt {
    /// The sentence.
    var sentence: Int
    /// The words that were found: the noun, or the verb.
    var words: Range<Int>
    /// The ids of the constructions that these words may stand for; the one that was taken first.
    var candidates: [String]
    var isNominal: Bool
    var isPassive = false
    var fillings: [Filling] = []
    var status: StatusSign?
    var misfits: [(construction: String, why: Misfit)] = []
    var outcome: Outcome?
  }

  /// What the stages left behind.
  struct Run {
    var text: TaggedReading
    var sentences: [SentenceReading]
    /// The entities as the text and the dictionaries tell of them.
    var known: [EntityBook.Draft]
    /// The same with the countries that were inferred.
    var drafts: [EntityBook.Draft]
    /// The ids that the record gives them.
    var entityIDs: [String?]
    /// The statements in the order of the record.
    var statements: [StatementDraft]
    var events: [EventDraft]
  }

  /// Everything that was tried, in the order in which it was.
  private(set) var attempts: [Attempt] = []
  /// Events of one sentence that are one act (``EventMerger``), by their triggers.
  private(set) var merged: [(kept: Range<Int>, taken: Range<Int>, sentence: Int)] = []
  /// What the run came to.
  private(set) var run: Run?
  /// The sign of what is being read; the next ``fill(_:_:)`` takes it.
  private var sign: Sign?

  /// Begins a sentence. What was noted of it before, when its tree was not known, no longer counts.
  func beginSentence(_ sentence: Int) {
    attempts.removeAll { $0.sentence == sentence }
    merged.removeAll { $0.sentence == sentence }
  }

  /// Puts the entities that were made of phrases in no list in the place of −1, −2 … of a sentence.
  func name(_ entities: [Int], inSentence sentence: Int) {
    for index in attempts.indices where attempts[index].sentence == sentence {
      for filling in attempts[index].fillings.indices {
        attempts[index].fillings[filling].entities = attempts[index].fillings[filling].entities.map { entity in
          entity < 0 && entities.indices.contains(-1 - entity) ? entities[-1 - entity] : entity
        }
      }
    }
  }

  /// Begins the reading of a word.
  func begin(_ words: Range<Int>, sentence: Int, candidates: [String], isNominal: Bool) {
    sign = nil
    attempts.append(Attempt(sentence: sentence, words: words, candidates: candidates, isNominal: isNominal))
  }

  /// Notes that a word was found which does not tell the act here.
  func passOver(_ words: Range<Int>, sentence: Int, candidates: [String], _ why: Misfit) {
    begin(words, sentence: sentence, candidates: candidates, isNominal: false)
    for construction in candidates { misfit(construction, why) }
    end(.dropped(.excluded))
  }

  /// Notes by which sign the entities that are returned next were found.
  func found(by sign: Sign) { self.sign = sign }

  /// Notes who was found in a slot.
  func fill(_ slot: Slot, _ entities: [Int]) {
    update { $0.fillings.append(Filling(entities: entities, slot: slot, sign: sign)) }
    sign = nil
  }

  /// Notes what decided whether the act is told as a fact.
  func status(_ sign: StatusSign) { update { $0.status = sign } }

  /// Notes that a construction does not fit.
  func misfit(_ construction: String, _ why: Misfit) { update { $0.misfits.append((construction, why)) } }

  /// Notes which of the candidates was taken.
  func take(_ construction: String, isPassive: Bool = false) {
    update { attempt in
      attempt.candidates = [construction] + attempt.candidates.filter { $0 != construction }
      attempt.isPassive = isPassive
    }
  }

  /// Ends the reading of a word.
  func end(_ outcome: Outcome, words: Range<Int>? = nil) {
    update { attempt in
      attempt.outcome = outcome
      if let words { attempt.words = words }
    }
  }

  /// Notes that two events of a sentence are one act.
  func merge(_ kept: EventDraft, with taken: EventDraft) {
    merged.append((kept.trigger, taken.trigger, kept.sentence))
  }

  /// Keeps what the run came to.
  func end(_ run: Run) { self.run = run }

  /// Changes the attempt that is being read, if any.
  private func update(_ change: (inout Attempt) -> Void) {
    guard let last = attempts.indices.last, attempts[last].outcome == nil else { return }
    change(&attempts[last])
  }
}
