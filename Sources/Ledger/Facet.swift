/// A word of the indexes that no text has: what a document or an event can be filtered by.
///
/// Tokens are lower case letters, digits and `_`. Numbers are ids of the ledger's tables.
enum Facet {
  /// An event's PLOVER type: `t_assault`.
  static func type(_ type: String) -> String { "t_" + word(type) }
  /// Whether an event is said to have happened: `s_asserted`.
  static func status(_ status: String) -> String { "s_" + word(status) }
  /// The outlet; the id of its term.
  static func source(_ term: Int64) -> String { "o_\(term)" }
  /// The place of an event; the id of its row.
  static func place(_ id: Int64) -> String { "p_\(id)" }
  /// The state that the place of an event lies in.
  static func placeCountry(_ code: String) -> String { "pc_" + word(code) }
  /// Who is named in a document, or stands on a side of an event.
  static func actor(_ id: Int64, role: Role) -> String { "\(role.rawValue)_\(id)" }
  /// The same by country.
  static func country(_ code: String, role: Role) -> String { "\(role.rawValue)c_" + word(code) }

  /// On which side.
  enum Role: String {
    case actor = "a"
    case recipient = "r"
    /// Named in a document.
    case named = "n"
  }

  /// The letters and digits of a code, as the tokenizer folds them.
  private static func word(_ text: String) -> String {
    String(decoding: text.lowercased().utf8.filter { IndexWords.isTokenByte($0) }, as: UTF8.self)
  }
}
