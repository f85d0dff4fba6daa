internal import PersianText

/// Where in a clause a side of an act stands.
enum Slot: Hashable, Sendable {
  case subject
  case object
  /// The genitive of a noun: «حمله طالبان».
  case ezafe
  /// After a preposition, spelled as in `language/words.rec`.
  case preposition(String)
  /// The clause that the verb introduces.
  case clause
  /// Nobody in the clause, but whoever says it: one who calls another the culprit accuses him.
  case speaker

  init(_ text: String) {
    switch text {
    case "subject": self = .subject
    case "object": self = .object
    case "ezafe": self = .ezafe
    case "clause": self = .clause
    case "speaker": self = .speaker
    default: self = .preposition(text)
    }
  }
}

/// A construction of the dictionary: which words tell which act, and where its sides stand.
struct Construction: Sendable {
  /// The id of its record: the rule that an event names.
  var id: String
  /// The PLOVER type.
  var type: PloverType
  /// The mode, where there is one.
  var mode: String?
  /// Where the sides stand when the verb is used, the likeliest first.
  var actor: [Slot]
  var recipient: [Slot]
  /// Where they stand around the noun.
  var nounActor: [Slot]
  var nounRecipient: [Slot]
  /// Whether all sides act.
  var isMutual: Bool
  /// What holds only the content of the act.
  var content: [Slot]
  /// Words one of which must be in the clause, in any of their forms; the infinitive stands for the verb.
  var needs: Set<Vocabulary.WordID>
  /// Words none of which may be.
  var unless: Set<Vocabulary.WordID>

  /// Whether the act is that somebody says it.
  var isBySpeaking: Bool { actor == [.speaker] }
}

/// The sixteen event types of PLOVER (Open Event Data Alliance, manual of 2024).
enum PloverType: String, Sendable, CaseIterable {
  case agree = "AGREE"
  case consult = "CONSULT"
  case support = "SUPPORT"
  case concede = "CONCEDE"
  case cooperate = "COOPERATE"
  case aid = "AID"
  case retreat = "RETREAT"
  case request = "REQUEST"
  case accuse = "ACCUSE"
  case reject = "REJECT"
  case threaten = "THREATEN"
  case protest = "PROTEST"
  case sanction = "SANCTION"
  case mobilize = "MOBILIZE"
  case coerce = "COERCE"
  case assault = "ASSAULT"

  /// Whether the act, when it is still to come, is a promise (AGREE).
  var isCooperative: Bool {
    switch self {
    case .consult, .support, .concede, .cooperate, .aid, .retreat: true
    default: false
    }
  }

  /// Whether a verb in the present tense tells it as about to be done: such an act is done at once, not for long.
  var isPromisedInPresent: Bool { self == .aid || self == .retreat || self == .concede }

  /// Whether the act, when its author announces it, is a threat (THREATEN).
  var isHostile: Bool {
    switch self {
    case .sanction, .mobilize, .coerce, .assault, .protest: true
    default: false
    }
  }

  /// Whether the act is aimed at whoever did or should do what it is about: one condemns a deed, and with it its doer.
  var aimsAtContent: Bool {
    switch self {
    case .request, .accuse, .reject, .support, .threaten: true
    default: false
    }
  }

  /// Whether it is done with bodies rather than words, so that it may be told without anybody who does it.
  var isBodily: Bool {
    switch self {
    case .assault, .coerce, .protest, .consult: true
    default: false
    }
  }

  /// Whether both sides do it alike, so that they are compared as one set.
  var isMutual: Bool { self == .consult || self == .agree || self == .cooperate }
}
