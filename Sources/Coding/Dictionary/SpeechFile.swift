internal import DataFiles
internal import Diagnostics
internal import PersianSyntax
internal import PersianText

/// The verbs and phrases that name a speaker, of `coding/speech.rec`.
struct SpeechFile: Sendable {
  static let path = "coding/speech.rec"

  /// The speech act of each record; predicates and phrases refer to them by index.
  private(set) var acts: [String] = []
  /// The word that must stand before each record's verb, by its key: «از» in «از او خواست».
  private(set) var needs: [[UInt8]?] = []
  /// Where the content of each record's verb stands besides a clause.
  private(set) var contents: [Content] = []
  /// Whether the verb of each record says what a document says: «در این بیانیه آمده است».
  private(set) var isOfDocument: [Bool] = []
  /// Their verbs.
  private(set) var predicates: PredicateIndex
  /// «به گفته»
  private(set) var phrases = PhraseIndex<Int>()
  /// «ادعا»
  private(set) var nouns = PhraseIndex<Int>()

  /// Where what is said stands, where no clause says it.
  enum Content: Hashable, Sendable {
    /// Nowhere: the verb wants a clause.
    case clause
    /// After a preposition, by its key: «از توقیف سه شناور خبر داد».
    case after([UInt8])
    /// In quotation marks only: «این اقدام را «نادرست» خواند».
    case quotation
  }

  private static let fields: Set<String> = [
    "id", "act", "verb", "phrase", "noun", "needs", "content", "source", "example", "not", "note",
  ]

  init(data: DataBundle, verbs: VerbAnalyser, vocabulary: inout Vocabulary) throws(Problem) {
    predicates = PredicateIndex(verbs: verbs)
    for record in try data.records(of: Self.path, examples: false) {
      try record.requireFields(among: Self.fields, kind: "speech")
      let index = acts.count
      acts.append(try record.required("act"))
      needs.append(record.all("needs").first.map { WordKey.key(of: $0) })
      isOfDocument.append(record.all("source").contains("document"))
      let content: Content =
        switch record.all("content").first {
        case nil: .clause
        case "quotation": .quotation
        case let preposition?: .after(WordKey.key(of: preposition))
        }
      contents.append(content)
      for field in record.fields {
        switch field.name {
        case "verb": try predicates.add(field.value, entry: index, at: record.place(of: field), to: &vocabulary)
        case "phrase": phrases.add(field.value, index, to: &vocabulary)
        case "noun": nouns.add(field.value, index, to: &vocabulary)
        default: continue
        }
      }
    }
  }
}
