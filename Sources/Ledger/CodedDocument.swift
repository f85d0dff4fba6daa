public import Coding
internal import PersianText

/// An article with what was read from it, ready to be stored: everything that can be done without the ledger.
public struct CodedDocument: Sendable {
  /// The article.
  public let article: Article
  /// Where it came from: the file or the feed.
  public let origin: String
  /// What was read from it.
  public let record: Coding.Record
  let hash: ContentHash
  let title: IndexWords
  let body: IndexWords

  /// Codes an article.
  public init(_ article: Article, from origin: String, coder: Coder, stem: SearchStem) {
    self.init(article, hash: ContentHash(article), from: origin, coder: coder, stem: stem)
  }

  /// Codes an article whose hash is known.
  init(_ article: Article, hash: ContentHash, from origin: String, coder: Coder, stem: SearchStem) {
    (self.article, self.origin, self.hash) = (article, origin, hash)
    let result = coder.code(article)
    record = result.record
    (title, body) = Self.indexWords(of: result.reading, article, stem: stem)
  }

  /// The words of the headline and of the text, for the search index.
  static func indexWords(
    of reading: Reading, _ article: Article, stem: SearchStem
  ) -> (title: IndexWords, body: IndexWords) {
    let titleBytes = article.title?.utf8.count ?? 0
    let titleCount = reading.words.indices.prefix { word in
      reading.sourceRange(ofWords: word..<word + 1).lowerBound < titleBytes
    }.count
    return (
      IndexWords(0..<titleCount, of: reading, stem: stem),
      IndexWords(titleCount..<reading.words.count, of: reading, stem: stem)
    )
  }
}
