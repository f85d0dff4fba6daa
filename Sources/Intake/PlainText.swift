public import Coding
public import Diagnostics
internal import Chronology
internal import PersianText

/// A report as plain text.
public enum PlainText {
  /// An article, and what was odd about its bytes.
  public struct Result: Sendable {
    /// The article; its id is given.
    public var article: Article
    /// Warnings: another encoding, a date that is none.
    public var warnings: [Problem]
  }

  /// The article of a file's bytes.
  ///
  /// - Throws: ``Problem`` `empty`, `binary` or `notUTF8`, with the place where there is one.
  public static func article(
    of bytes: some Collection<UInt8>, id: String, published: String? = nil
  ) throws(Problem) -> Result {
    let decoded = try TextDecoding.decode(bytes)
    let text = decoded.text.string(0..<decoded.text.bytes.count)
    guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { throw Problem(.empty) }
    var warnings = decoded.encoding == .windows1256 ? [Problem(.decodedFromWindows1256)] : []
    if let published, CivilDate(iso8601: published) == nil { warnings.append(Problem(.badDate, published)) }
    return Result(article: Article(id: id, text: text, published: published), warnings: warnings)
  }
}
