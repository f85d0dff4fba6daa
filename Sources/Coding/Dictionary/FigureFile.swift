internal import DataFiles
internal import Diagnostics
internal import PersianSyntax
internal import PersianText

/// The words of `coding/figures.rec`: what is counted of an act.
struct FigureFile: Sendable {
  static let path = "coding/figures.rec"

  /// What a word counts.
  struct Target: Hashable, Sendable {
    var measure: String
    /// Whether it is the name of those who are counted: «شهدا», «گروگان».
    var isNoun: Bool
  }

  /// The target of each word.
  private(set) var words = PhraseIndex<Target>()
  /// The measure of verbs that say it alone, by their index in the analyser: «کشتند».
  private(set) var verbs: [Int: String] = [:]
  private var transitive: Set<Int> = []
  private var sums: Set<Int> = []

  /// Verbs of what a number comes to: «به ۳۰ رسید», «به ۳۰ افزایش یافت», «به ۳۰ بالغ شد».
  private static let totals = ["رسیدن", "یافتن", "شدن"]
  /// Verbs that make of a participle what somebody does to others: «بازداشت کرد», «به قتل رساند».
  private static let makers = ["کردن", "نمودن", "رساندن", "دادن", "گرفتن"]

  init(data: DataBundle, verbs analyser: VerbAnalyser, vocabulary: inout Vocabulary) throws(Problem) {
    let known = Dictionary(analyser.verbs.enumerated().map { ($1.infinitive, $0) }) { first, _ in first }
    sums = Set(Self.totals.compactMap { known[$0] })
    transitive = Set(Self.makers.compactMap { known[$0] })
    for record in try data.records(of: Self.path, examples: false) {
      try record.requireFields(
        among: ["id", "measure", "word", "noun", "verb", "example", "not", "note"], kind: "figure")
      let measure = try record.required("measure")
      for word in record.all("word") { words.add(word, Target(measure: measure, isNoun: false), to: &vocabulary) }
      for word in record.all("noun") { words.add(word, Target(measure: measure, isNoun: true), to: &vocabulary) }
      for field in record.fields where field.name == "verb" {
        guard let verb = known[field.value] else {
          throw Problem(.dataReference, at: record.place(of: field), field.value, "verb of language/verbs.rec")
        }
        verbs[verb] = measure
      }
    }
  }

  /// Whether a verb says what a number comes to.
  func isSum(_ verb: Int) -> Bool { sums.contains(verb) }

  /// Whether the subject of a light verb is the one who does it.
  func isTransitive(_ verb: Int) -> Bool { transitive.contains(verb) }
}
