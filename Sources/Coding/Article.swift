/// A report as it comes to the coder.
public struct Article: Sendable, Hashable {
  /// What the record will be known by.
  public var id: String
  /// The headline, where it is given apart from the text.
  public var title: String?
  /// The words of the report.
  public var text: String
  /// When it was published, as given: ISO 8601, a day or an instant.
  public var published: String?
  /// Where it was published.
  public var url: String?
  /// The outlet.
  public var source: String?

  /// Makes an article.
  public init(
    id: String, title: String? = nil, text: String, published: String? = nil, url: String? = nil, source: String? = nil
  ) {
    self.id = id
    self.title = title
    self.text = text
    self.published = published
    self.url = url
    self.source = source
  }

  /// What offsets of the record count in: the title, a line feed and the text, or the text alone.
  public var fullText: String {
    if let title, !title.isEmpty { return title + "\n" + text }
    return text
  }
}
