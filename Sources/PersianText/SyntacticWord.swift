/// A word as syntax counts them: a written word, or the part of one that is a word of its own, a clitic or what it leans
/// on («کتابش» is «کتاب» and «ش», «کافیست» is «کافی» and «ست»).
///
/// Divided as in Universal Dependencies' Persian treebanks.
public struct SyntacticWord: Sendable, Hashable {
  private var start: Int32
  private var end: Int32
  private var wordIndex: Int32

  /// Makes a syntactic word of the view bytes `range`, in the written word number `word`.
  public init(_ range: Range<Int>, inWord word: Int) {
    start = Int32(clamping: range.lowerBound)
    end = Int32(clamping: range.upperBound)
    wordIndex = Int32(clamping: word)
  }

  /// The bytes of the view.
  public var range: Range<Int> { Int(start)..<Int(end) }
  /// The number of the written word (``Reading/words``) that it is, or is part of.
  public var word: Int { Int(wordIndex) }
}
