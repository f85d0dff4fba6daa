public import DataFiles
public import Diagnostics
public import PersianText

/// The front door of Coding: reads an article and makes its record.
///
/// A coder is made once and then only read, so that one serves all cores.
public struct Coder: Sendable {
  /// The version of the program, as records name it.
  public static let version = "0.1.0"

  /// What the coder knows. A reference, so that a coder is one word to copy, whatever its dictionaries hold.
  let dictionaries: Dictionaries

  /// What records name as their maker.
  public let makerVersion: Record.CoderVersion

  /// Makes a coder with the dictionaries of `data`.
  ///
  /// - Throws: ``Problem`` with file and line where a data file is missing or malformed.
  public init(data: DataBundle = .embedded) throws(Problem) {
    dictionaries = try Dictionaries(data: data)
    makerVersion = Record.CoderVersion(version: Self.version, data: data.version)
  }

  /// What came out of an article: the record, what became of each sentence, and what was odd about the text.
  public struct Result: Sendable {
    /// The record.
    public var record: Record
    /// For each sentence, its events or why there are none.
    public var verdicts: [Verdict]
    /// Warnings, such as a quotation mark without a partner; columns count code points of the article.
    public var warnings: [Problem]
    /// The text as it was read.
    public var reading: Reading
  }

  /// Reads an article.
  public func code(_ article: Article) -> Result {
    var work = ArticleCoder(article: article, coder: dictionaries, maker: makerVersion)
    return work.run()
  }
}
