internal import Coding
internal import PersianText

/// What of an event is compared with others.
struct ComparedEvent {
  /// One that stands on a side.
  struct Side: Hashable {
    var name: String
    var isPerson: Bool
    var country: String?
  }

  var id: Int64
  var document: Int64
  /// The document that this one copies, or itself.
  var original: Int64
  var type: String
  var mode: String?
  var status: String
  /// First and last day, and whether the report gives them; without a time of its own, that of publication.
  var days: ClosedRange<Int>
  var hasTime: Bool
  var place: Event.Place?
  var actors: Set<Side>
  var recipients: Set<Side>
  var figures: Set<String>
  /// The stems of its sentence that say something.
  var stems: Set<[UInt8]>

  /// Both sides do it alike, so that either report may begin with either.
  var isMutual: Bool { type == "CONSULT" || type == "AGREE" || type == "COOPERATE" }
}
