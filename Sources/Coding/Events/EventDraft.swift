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
  var time: Event.Time?
  var position = Event.Position.body
  var confidence = 0.5
  /// The earlier event of the article that this one tells again, by index.
  var repeats: Int?

  /// All sides, whoever acts.
  var sides: Set<Int> { Set(actor).union(recipient) }
}
