import Coding
import Diagnostics
import Testing

/// The coder of the embedded data, made once for all suites.
enum TestCoder {
  private static let made: Result<Coder, Problem> = {
    do throws(Problem) { return .success(try Coder()) } catch { return .failure(error) }
  }()

  static func get() throws -> Coder { try made.get() }
}

/// A text and what was read from it, with short ways to ask for its parts.
struct CodedText {
  let article: Article
  let result: Coder.Result
  let scalars: [Unicode.Scalar]

  var record: Record { result.record }

  init(_ text: String, title: String? = nil, published: String? = nil) throws {
    try self.init(Article(id: "t", title: title, text: text, published: published))
  }

  init(_ article: Article) throws {
    self.article = article
    result = try TestCoder.get().code(article)
    scalars = Array(article.fullText.unicodeScalars)
  }

  /// The words of the article in a span.
  func words(_ span: Span) -> String {
    String(String.UnicodeScalarView(scalars[span.start..<span.end]))
  }

  func entity(_ id: String?) -> Entity? { record.entities.first { $0.id == id } }

  /// The entity that the article first calls by exactly these words.
  func entity(called words: String) throws -> Entity {
    try #require(
      record.entities.first { $0.mentions.contains { self.words($0.span) == words } }, "nobody is called \(words)")
  }

  /// Who acts, or is acted upon: codes of countries, or `-` where an entity has none.
  func countries(_ ids: [String]) -> [String] { ids.map { entity($0)?.country ?? "-" } }

  /// `TYPE actors > recipients status` of each event, countries in alphabetical order.
  var told: [String] {
    record.events.map { event in
      let (actor, recipient) = (countries(event.actor).sorted(), countries(event.recipient).sorted())
      return "\(event.type) \(side(actor)) > \(side(recipient)) \(event.status.rawValue)"
    }
  }

  private func side(_ codes: [String]) -> String { codes.isEmpty ? "nobody" : codes.joined(separator: "+") }

  /// `act speaker: words` of each statement.
  var said: [String] {
    record.statements.map { "\($0.kind.rawValue) \($0.act) \(entity($0.speaker)?.name ?? "?"): \(words($0.span))" }
  }
}
