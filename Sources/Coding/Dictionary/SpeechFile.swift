internal import DataFiles
internal import Diagnostics
internal import PersianSyntax
internal import PersianText

/// The verbs and phrases that name a speaker, of `coding/speech.rec`.
struct SpeechFile: Sendable {
  static let path = "coding/speech.rec"

  /// The speech act of each record; predicates and phrases refer to them by index.
  private(set) var acts: [String] = []
  /// Their verbs.
  private(set) var predicates: PredicateIndex
  /// «به گفته»
  private(set) var phrases = PhraseIndex<Int>()
  /// «ادعا»
  private(set) var nouns = PhraseIndex<Int>()

  private static let fields: Set<String> = ["id", "act", "verb", "phrase", "noun", "example", "not", "note"]

  init(data: DataBundle, verbs: VerbAnalyser, vocabulary: inout Vocabulary) throws(Problem) {
    predicates = PredicateIndex(verbs: verbs)
    for record in try data.records(of: Self.path, examples: false) {
      try record.requireFields(among: Self.fields, kind: "speech")
      let index = acts.count
      acts.append(try record.required("act"))
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
