/// What can be seen of an event that makes it more or less likely to be right; the records of `coding/confidence.rec`.
///
/// A set of bits, so that it costs a record nothing to have it.
package struct ConfidenceFeatures: OptionSet, Hashable, Sendable {
  package let rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  private init(bit: Int) { rawValue = 1 << UInt64(bit) }

  /// Always there: how likely events are on the whole.
  static let any = ConfidenceFeatures(bit: 0)
  static let noun = ConfidenceFeatures(bit: 1)
  static let simpleVerb = ConfidenceFeatures(bit: 2)
  static let asksForWords = ConfidenceFeatures(bit: 3)
  static let future = ConfidenceFeatures(bit: 4)
  static let noVerb = ConfidenceFeatures(bit: 5)
  static let relativeClause = ConfidenceFeatures(bit: 6)
  static let dependentClause = ConfidenceFeatures(bit: 7)
  static let subjectLeftOut = ConfidenceFeatures(bit: 8)
  static let headline = ConfidenceFeatures(bit: 9)
  static let background = ConfidenceFeatures(bit: 10)
  static let said = ConfidenceFeatures(bit: 11)
  static let longSentence = ConfidenceFeatures(bit: 12)
  static let severalEvents = ConfidenceFeatures(bit: 13)
  static let toldBefore = ConfidenceFeatures(bit: 14)
  static let needsTree = ConfidenceFeatures(bit: 15)

  static let actorNone = ConfidenceFeatures(bit: 16)
  static let actorUnknown = ConfidenceFeatures(bit: 17)
  static let actorInferred = ConfidenceFeatures(bit: 18)
  static let actorElsewhere = ConfidenceFeatures(bit: 19)
  static let actorSeveral = ConfidenceFeatures(bit: 20)
  static let recipientNone = ConfidenceFeatures(bit: 21)
  static let recipientUnknown = ConfidenceFeatures(bit: 22)
  static let recipientInferred = ConfidenceFeatures(bit: 23)
  static let recipientElsewhere = ConfidenceFeatures(bit: 24)
  static let recipientSeveral = ConfidenceFeatures(bit: 25)
  static let oneSideOfMutual = ConfidenceFeatures(bit: 26)
  static let sideInNoList = ConfidenceFeatures(bit: 27)

  /// The feature of a PLOVER type: `type-assault`.
  static func type(_ type: PloverType) -> ConfidenceFeatures {
    PloverType.allCases.firstIndex(of: type).map { ConfidenceFeatures(bit: firstType + $0) } ?? []
  }

  private static let firstType = 40

  /// The features by the id of their record, in the order of the file, with what each says.
  package static let all: [(id: String, feature: ConfidenceFeatures, note: String)] =
    [
      ("any", any, "every event"),
      ("noun", noun, "a noun tells it"),
      ("simple-verb", simpleVerb, "a verb without a noun of its own tells it"),
      ("asks-for-words", asksForWords, "its construction asks for words, and one of them is there"),
      ("future", future, "a future act, told as a promise or a threat"),
      ("no-verb", noVerb, "its clause has no verb, as in headlines"),
      ("relative-clause", relativeClause, "it is told in a relative clause"),
      ("dependent-clause", dependentClause, "it is told in a clause that depends on another"),
      ("subject-left-out", subjectLeftOut, "its clause states no subject"),
      ("headline", headline, "it stands in the headline"),
      ("background", background, "it is background"),
      ("said", said, "somebody says it"),
      ("long-sentence", longSentence, "its sentence has more than 30 words"),
      ("several-events", severalEvents, "its sentence tells three events or more"),
      ("told-before", toldBefore, "the report told it before"),
      ("needs-tree", needsTree, "the surface of its sentence left a side empty, so that its tree was asked"),
      ("actor-none", actorNone, "nobody is known to act"),
      ("actor-unknown", actorUnknown, "whom one of those who act acts for is not known"),
      ("actor-inferred", actorInferred, "whom one of those who act acts for is inferred"),
      ("actor-elsewhere", actorElsewhere, "one of those who act is a pronoun, or not named in the sentence"),
      ("actor-several", actorSeveral, "several act"),
      ("recipient-none", recipientNone, "nobody is known to be acted upon"),
      ("recipient-unknown", recipientUnknown, "whom one of those acted upon acts for is not known"),
      ("recipient-inferred", recipientInferred, "whom one of those acted upon acts for is inferred"),
      ("recipient-elsewhere", recipientElsewhere, "one acted upon is a pronoun, or not named in the sentence"),
      ("recipient-several", recipientSeveral, "several are acted upon"),
      ("side-in-no-list", sideInNoList, "one of the sides is in no dictionary"),
      ("one-side-of-mutual", oneSideOfMutual, "an act of several, of whom one country is known"),
    ]
    + PloverType.allCases.map { ("type-" + $0.rawValue.lowercased(), type($0), "the type is \($0.rawValue)") }
}
