public import PersianSyntax

/// Why a report was read as it was: for every record the words, the entry of the dictionary and the rules that made it,
/// and what was found and is no record.
///
/// All texts are safe to show in a terminal: what stems from the report stands between directional isolates (Unicode
/// Bidirectional Algorithm, UAX #9) and holds no control characters.
public struct Explanation: Sendable {
  /// One reason: what it is of (`actor`, `status` …), and the reason in words.
  public struct Reason: Sendable, Hashable {
    /// What the reason is of.
    public var of: String
    /// The reason.
    public var text: String
  }

  /// A record, or words that might have become one, with its reasons.
  public struct Item: Sendable, Hashable {
    /// The id in the record (`v1`, `s1`, `e1`; `f1` and `r1` for the first figure and relation); `nil` where nothing was
    /// made of it.
    public var id: String?
    /// What it is, in one line.
    public var heading: String
    /// The sentence, counted from 0.
    public var sentence: Int
    /// The words, in code points of the article.
    public var span: Span
    /// The reasons, in the order in which they are asked for.
    public var reasons: [Reason]
  }

  /// A sentence with its tree.
  public struct Sentence: Sendable {
    /// The words as the tree has them, with clitics apart.
    public var forms: [String]
    /// The tree.
    public var tree: SyntaxTree
    /// Its events, or why there are none.
    public var verdict: Verdict
  }

  /// What was read.
  public var result: Coder.Result
  /// The sentences.
  public var sentences: [Sentence]
  /// The records, by kind and in the order of the text; entities first.
  public var records: [Item]
  /// Words of the dictionary of constructions that were found and made no record, in the order of the text.
  public var dropped: [Item]
}
