/// An event while the article is read.
struct EventDraft {
  var construction: Construction
  var type: PloverType
  var mode: String?
  var actor: [Int]
  var recipient: [Int]
  var status: Event.Status
  /// The words that tell the act.
  var trigger: Range<Int>
  /// The sentence, and in it the clause.
  var sentence: Int
  var clause: Int
  /// Whether a noun tells it.
  var isNominal: Bool
  var place: Event.Place?
  /// The words that name the place.
  var placeWords: Range<Int>?
  var time: Event.Time?
  var position = Event.Position.body
  /// Why it stands there.
  var positionSign = PositionReader.Sign.order
  /// What makes it more or less likely to be right.
  var features: ConfidenceFeatures = []
  /// The earlier event of the article that this one tells again, by index.
  var repeats: Int?
  /// What the two have in common.
  var repeatSign: RepeatLinker.Sign?

  /// All sides, whoever acts.
  var sides: Set<Int> { Set(actor).union(recipient) }
}
