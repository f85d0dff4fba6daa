public import Coding
public import Diagnostics
internal import Chronology
internal import PersianText

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Articles as JSON, one object to a line: Sanad's own fields, and those of NGEC's pipeline (`event_text`, `date`).
public enum ArticleJSON {
  /// An article, and what was odd about its line.
  public struct Result: Sendable {
    /// The article.
    public var article: Article
    /// Warnings: another encoding, a date that is none.
    public var warnings: [Problem]
  }

  /// Reads the article of one line.
  ///
  /// - Parameters:
  ///   - line: the bytes of the line, without its end.
  ///   - number: the line's number, which is the article's id where it has none of its own.
  /// - Throws: ``Problem`` where the line is not text, not JSON, or has no text in it. The column counts bytes.
  public static func article(of line: some Collection<UInt8>, number: Int) throws(Problem) -> Result {
    let decoded: TextDecoding.Result
    do throws(Problem) { decoded = try TextDecoding.decode(line) } catch { throw error.ofLine(number) }
    var warnings: [Problem] = []
    if decoded.encoding == .windows1256 { warnings.append(Problem(.decodedFromWindows1256)) }
    let fields: Fields
    do {
      fields = try JSONDecoder().decode(Fields.self, from: Data(decoded.text.bytes))
    } catch {
      throw problem(error)
    }
    guard let text = [fields.text, fields.eventText].lazy.compactMap({ $0 }).first(where: hasWords) else {
      throw Problem(.noText)
    }
    let published = fields.published ?? fields.date
    if let published, CivilDate(iso8601: published) == nil { warnings.append(Problem(.badDate, published)) }
    return Result(
      article: Article(
        id: fields.id?.text ?? String(number), title: fields.title, text: text, published: published, url: fields.url,
        source: fields.source),
      warnings: warnings)
  }

  /// The line of JSONL, with its end, that holds an article: Sanad's own fields as far as they are known, and beside them
  /// `authors` and `summary`.
  public static func line(of found: FoundArticle) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      let article = found.article
      json.key("id")
      json.value(article.id)
      let fields: [(StaticString, String?)] = [
        ("title", article.title), ("published", article.published), ("url", article.url), ("source", article.source),
      ]
      for case (let key, let value?) in fields {
        json.key(key)
        json.value(value)
      }
      if !found.authors.isEmpty {
        json.key("authors")
        json.array(found.authors) { $0.value($1) }
      }
      if found.isSummary {
        json.key("summary")
        json.value(1)
      }
      json.key("text")
      json.value(article.text)
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private static func hasWords(_ text: String) -> Bool {
    text.unicodeScalars.contains { !$0.properties.isWhitespace }
  }

  private struct Fields: Decodable {
    var id: ID?
    var title: String?
    var text: String?
    var eventText: String?
    var published: String?
    var date: String?
    var url: String?
    var source: String?

    enum CodingKeys: String, CodingKey {
      case id
      case title
      case text
      case eventText = "event_text"
      case published
      case date
      case url
      case source
    }
  }

  /// An id is a string; numbers are taken as they are written.
  private struct ID: Decodable {
    var text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        text = String(number)
      } else {
        text = try container.decode(String.self)
      }
    }
  }

  /// What is wrong with a line that could not be decoded.
  static func problem(_ error: any Error) -> Problem {
    switch error {
    case DecodingError.keyNotFound(let key, _): return Problem(.jsonField, key.stringValue, "there")
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context):
      guard let field = context.codingPath.last?.stringValue else { return Problem(.notJSON, "it is no object") }
      return Problem(.jsonField, field, field == "id" ? "a string or a whole number" : "a string")
    case DecodingError.dataCorrupted(let context):
      let detail = context.underlyingError.map { String(describing: $0) } ?? context.debugDescription
      return Problem(.notJSON, detail)
    default:
      return Problem(.notJSON, String(describing: error))
    }
  }
}
