public import Chronology
public import Diagnostics

/// What somebody looks for, as they typed it: words, "phrases", -words to leave out, begin* of a word, and fields.
///
/// ```
/// حمله هلمند -انتحاری "وزارت خارجه" actor:طالبان place:AFG type:ASSAULT source:"رادیو نمونه" from:2024-03-20
/// ```
///
/// Anything can be typed: what is no field is a word, and signs mean nothing. Quotation marks are `"`, « » or “ ”.
public struct SearchQuery: Sendable, Hashable {
  /// A word or phrase.
  public struct Term: Sendable, Hashable {
    /// As it was typed.
    public var text: String
    /// Whether the words must follow each other.
    public var isPhrase = false
    /// Whether longer words count too.
    public var isPrefix = false
    /// Whether documents with it are left out.
    public var isExcluded = false
  }

  /// Words and phrases, all of which a document must have.
  public var terms: [Term] = []
  /// Who must be named: each a name, an entry of the world files or a country code.
  public var actors: [String] = []
  /// Where an event must be.
  public var places: [String] = []
  /// PLOVER types, one of which must be told.
  public var types: [String] = []
  /// Outlets, one of which must have published it.
  public var sources: [String] = []
  /// The first day of publication.
  public var from: CivilDate?
  /// The last day of publication.
  public var to: CivilDate?

  /// A query longer than this, in bytes, is nobody's question.
  public static let longest = 2048

  /// Reads a query.
  ///
  /// - Throws: ``Problem`` `searchEmpty` where nothing is left to look for, `searchField` where a date is none, `tooLarge`.
  public init(_ text: String) throws(Problem) {
    guard text.utf8.count <= Self.longest else { throw Problem(.tooLarge, String(Self.longest)) }
    var scanner = QueryScanner(text)
    while let piece = scanner.next() { try add(piece) }
    let isAnything =
      terms.contains { !$0.isExcluded } || ![actors, places, types, sources].allSatisfy(\.isEmpty)
      || from != nil || to != nil
    if !isAnything { throw Problem(.searchEmpty) }
  }

  private mutating func add(_ piece: QueryScanner.Piece) throws(Problem) {
    switch piece.field {
    case "actor": actors.append(piece.text)
    case "place": places.append(piece.text)
    case "type": types.append(piece.text.uppercased())
    case "source": sources.append(piece.text)
    case "from": from = try Self.date(piece.text, "from:")
    case "to": to = try Self.date(piece.text, "to:")
    default:
      terms.append(
        Term(
          text: piece.text, isPhrase: piece.isQuoted, isPrefix: piece.isPrefix, isExcluded: piece.isExcluded))
    }
  }

  private static func date(_ text: String, _ field: String) throws(Problem) -> CivilDate {
    guard let date = CivilDate(iso8601: text) else { throw Problem(.searchField, text, field) }
    return date
  }
}

/// Cuts a query into its pieces.
struct QueryScanner {
  struct Piece {
    var field: String?
    var text: String
    var isQuoted = false
    var isPrefix = false
    var isExcluded = false
  }

  private static let fields: Set<String> = ["actor", "place", "type", "source", "from", "to"]
  private var rest: Substring.UnicodeScalarView

  init(_ text: String) { rest = text[...].unicodeScalars }

  /// The next piece that holds a letter or digit.
  mutating func next() -> Piece? {
    while true {
      rest = rest.drop { $0.properties.isWhitespace }
      guard let first = rest.first else { return nil }
      var piece = Piece(text: "")
      if first == "-" {
        piece.isExcluded = true
        rest = rest.dropFirst()
      }
      piece.field = takeField()
      if let closing = Self.closing(of: rest.first) {
        rest = rest.dropFirst()
        let inside = rest.prefix { $0 != closing }
        rest = rest[inside.endIndex...].dropFirst()
        piece.text = String(inside)
        piece.isQuoted = true
      } else {
        let word = rest.prefix { !$0.properties.isWhitespace && Self.closing(of: $0) == nil }
        rest = rest[word.endIndex...]
        piece.text = String(word)
        piece.isPrefix = word.last == "*"
      }
      if piece.text.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) {
        return piece
      }
      // A sign alone; what is left gets shorter by at least one each time, since it begins with no blank.
      if piece.text.isEmpty, !piece.isQuoted, !piece.isExcluded, piece.field == nil { rest = rest.dropFirst() }
    }
  }

  private mutating func takeField() -> String? {
    let name = rest.prefix { $0.isASCII && $0.properties.isAlphabetic }
    guard name.endIndex < rest.endIndex, rest[name.endIndex] == ":", Self.fields.contains(String(name).lowercased())
    else { return nil }
    rest = rest[name.endIndex...].dropFirst()
    return String(name).lowercased()
  }

  private static func closing(of mark: Unicode.Scalar?) -> Unicode.Scalar? {
    switch mark {
    case "\"": "\""
    case "«": "»"
    case "“": "”"
    default: nil
    }
  }
}
