/// A statement while the article is read.
struct StatementDraft {
  /// The entity that speaks.
  var speaker: Int?
  var kind: Statement.Kind
  var act: String
  /// The words that introduce it.
  var cue: Range<Int>
  /// The words that are said.
  var words: Range<Int>
  /// The sentence in which it begins.
  var sentence: Int
  /// Whether it stands in what another says.
  var isInner = false
  /// The record of `coding/speech.rec` that its cue was found by; `nil` where marks or a colon alone tell it.
  var record: Int?
  /// The words that name the speaker, where the sentence has some.
  var speakerWords: SpeakerWords?
}
