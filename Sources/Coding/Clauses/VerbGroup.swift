internal import PersianSyntax

/// The words of one finite verb, or of a participle that stands for one: «می‌کند», «گفته شده است», «خواهد رفت».
struct VerbGroup: Sendable {
  /// The words, as indices of the reading.
  var words: Range<Int>
  /// The verb and the form it is in.
  var analysis: VerbAnalysis

  /// The verb, as an index of the analyser.
  var verb: Int { analysis.verb }
}
