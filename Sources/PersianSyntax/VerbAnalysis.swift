/// A verb of the list `language/verbs.rec`.
public struct Verb: Sendable, Hashable {
  /// The id of its record.
  public var id: String
  /// The infinitive: «برگشتن».
  public var infinitive: String
  /// The past stem: «برگشت».
  public var pastStem: String
  /// The present stems, where there are any: «برگرد».
  public var presentStems: [String]
  /// What stands before می and ن: «بر»; empty for a simple verb.
  public var preverb: String
  /// The past stem without the preverb, which treebanks take as the lemma: «گشت».
  public var lemma: String
}

/// One way to read one word form as a form of a verb.
public struct VerbAnalysis: Sendable, Hashable {
  /// What kind of form it is.
  public enum Shape: UInt8, Sendable {
    /// It has a person: «می‌روند».
    case finite
    /// «رفته».
    case participle
    /// «رفتن».
    case infinitive
    /// «رفت» after «خواهد»: cannot be told from the finite form by itself, so only phrases have it.
    case shortInfinitive
    /// «رونده».
    case agent
  }

  /// When, as the form says it.
  public enum Tense: UInt8, Sendable {
    /// «رفت», «رفته است».
    case past
    /// «می‌رود», «برود».
    case present
    /// «خواهد رفت».
    case future
    /// Participles and infinitives by themselves.
    case none
  }

  /// How the act is seen.
  public enum Aspect: UInt8, Sendable {
    /// «رفت», «برود».
    case simple
    /// «می‌رفت», «می‌رود».
    case imperfective
    /// «رفته‌اند», «رفته است».
    case perfect
    /// «رفته بود».
    case pluperfect
    /// «دارد می‌رود».
    case progressive
  }

  /// In which mood.
  public enum Mood: UInt8, Sendable {
    /// «می‌رود».
    case indicative
    /// «برود», «رفته باشد», and «رود» without a prefix.
    case subjunctive
    /// «برو», «بروید».
    case imperative
  }

  /// Who does, in the grammatical sense.
  public enum Voice: UInt8, Sendable {
    /// «گفت».
    case active
    /// «گفته شد».
    case passive
  }

  /// The verb, as an index into ``VerbAnalyser/verbs``.
  public var verb: Int
  /// The kind of form.
  public var shape: Shape = .finite
  /// The tense.
  public var tense: Tense = .none
  /// The aspect.
  public var aspect: Aspect = .simple
  /// The mood.
  public var mood: Mood = .indicative
  /// The voice; a single word is active.
  public var voice: Voice = .active
  /// 1, 2 or 3; 0 where the form has no person.
  public var person: UInt8 = 0
  /// Whether the person is plural.
  public var isPlural = false
  /// Whether it has the ن of negation.
  public var isNegated = false

  /// A form of the verb at `verb`.
  public init(verb: Int) { self.verb = verb }
}
