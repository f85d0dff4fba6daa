/// A phrase that names somebody, in its place in a clause.
struct Argument: Sendable {
  /// The phrase, as an index of the sentence's phrases.
  var phrase: Int
  /// The entity it means.
  var entity: Int
  /// Its words.
  var words: Range<Int>
  /// The preposition that governs it, as the data files spell it.
  var preposition: String?
  /// Where that preposition begins.
  var prepositionWord: Int?
  /// The first plain word of the noun phrase that it is the genitive of; its own first word where there is none.
  var nounPhraseStart: Int
  /// Whether «را» follows.
  var isAccusative: Bool

  /// The argument before it that «و» joins it to, by index.
  var joinedTo: Int?

  /// Whether it stands alone, or as a genitive of a noun that does.
  var isBare: Bool { preposition == nil }

  /// Whether it is the genitive of a noun: «حمله طالبان».
  var isGenitive: Bool { nounPhraseStart < words.lowerBound }
}
