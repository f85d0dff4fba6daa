public import Coding
public import Diagnostics

/// What came out of an input: a report, or something that is wrong. One never stops the next.
public enum IntakeItem: Sendable, Hashable {
  /// A report.
  case article(FoundArticle)
  /// Something wrong, with its file and place; by its code's severity, an error means that a report is missing.
  case problem(Problem)
}

/// A report and what else its document tells about it.
public struct FoundArticle: Sendable, Hashable {
  /// The report, as the coder takes it.
  public var article: Article
  /// Where it was found.
  public var place: InputPlace
  /// Who wrote it, as the document names them.
  public var authors: [String]
  /// Whether only a teaser was there, as in most feeds: the report itself is at the article's `url`.
  public var isSummary: Bool

  /// Makes a found article.
  public init(_ article: Article, at place: InputPlace, authors: [String] = [], isSummary: Bool = false) {
    (self.article, self.place, self.authors, self.isSummary) = (article, place, authors, isSummary)
  }
}
