internal import DataFiles
internal import Diagnostics
internal import PersianSyntax
internal import PersianText

/// The words of `coding/figures.rec`: what is counted of an act.
struct FigureFile: Sendable {
  static let path = "coding/figures.rec"

  /// The measure of each word.
  private(set) var words = PhraseIndex<String>()

  init(data: DataBundle, vocabulary: inout Vocabulary) throws(Problem) {
    for record in try data.records(of: Self.path, examples: false) {
      try record.requireFields(among: ["id", "measure", "word", "example", "not", "note"], kind: "figure")
      let measure = try record.required("measure")
      for word in record.all("word") { words.add(word, measure, to: &vocabulary) }
    }
  }
}

/// A figure while the article is read.
struct FigureDraft {
  var measure: String
  var count: Int?
  /// The entity that is counted.
  var of: Int?
  var words: Range<Int>
  var sentence: Int
}

/// Finds how many were killed, wounded, arrested, seized or displaced.
struct FigureReader {
  let text: TaggedReading
  let file: FigureFile

  func figures(in sentence: SentenceReading) -> [FigureDraft] {
    let numbers = NumberReader(text: text)
    var figures: [FigureDraft] = []
    var taken: Set<Int> = []
    var word = sentence.words.lowerBound
    while word < sentence.words.upperBound {
      guard
        let match = file.words.longestMatch(from: word, before: sentence.words.upperBound, in: text.forms),
        let measure = match.targets.first
      else {
        word += 1
        continue
      }
      let measured = word..<word + match.length
      word = measured.upperBound
      for count in counts(of: measured, isList: measure == "seized", sentence, numbers, taken) {
        taken.formUnion(count.words)
        figures.append(
          FigureDraft(
            measure: measure, count: count.value, of: entity(after: count.words.upperBound, sentence),
            words: count.words, sentence: sentence.index))
      }
      // What stands before one measured word is not counted again by the next: «۲ تن کشته و ۸ تن زخمی شدند».
      taken.formUnion(sentence.words.lowerBound..<measured.upperBound)
    }
    return figures
  }

  /// The counts that belong to a measured word: the nearest before it in its clause («سه سرباز کشته شدند»), else the
  /// first in its genitive («کشته شدن سه سرباز»). Of things that are seized, all that are listed.
  private func counts(
    of measured: Range<Int>, isList: Bool, _ sentence: SentenceReading, _ numbers: NumberReader, _ taken: Set<Int>
  ) -> [NumberReader.Count] {
    let own = sentence.clause(ofWord: measured.lowerBound).map { Set(sentence.clauses[$0].words) } ?? []
    let before = (sentence.words.lowerBound..<measured.lowerBound).filter { own.contains($0) && !taken.contains($0) }
    let found = counts(in: before, until: measured.lowerBound, numbers)
    if let nearest = found.last { return isList ? found : [nearest] }
    let after = genitive(of: measured, sentence)
    let next = counts(in: Array(after), until: after.upperBound, numbers)
    return isList ? next : Array(next.prefix(1))
  }

  private func counts(in words: [Int], until end: Int, _ numbers: NumberReader) -> [NumberReader.Count] {
    var found: [NumberReader.Count] = []
    var covered = 0
    for word in words where word >= covered {
      guard let count = numbers.count(at: word, before: end) else { continue }
      covered = count.words.upperBound
      if isCount(count, before: end) { found.append(count) }
    }
    return found
  }

  /// The words after a noun up to the end of its phrase: a verb, «که», a new preposition other than «از» of a partitive.
  private func genitive(of measured: Range<Int>, _ sentence: SentenceReading) -> Range<Int> {
    var end = measured.upperBound
    while end < sentence.words.upperBound, text.verb(at: end) == nil, !text.classes[end].contains(.subordinator),
      text.preposition(at: end) == nil || text.classes[end].contains(.quantifier)
    {
      end += 1
    }
    return measured.upperBound..<end
  }

  /// Whether a number counts somebody or something: no time, distance or share, no article, nothing after a preposition
  /// of place or means.
  private func isCount(_ count: NumberReader.Count, before end: Int) -> Bool {
    let next = count.words.upperBound
    if next < end, text.classes[next].contains(.measureUnit) { return false }
    let first = count.words.lowerBound
    // A single «یک» is an article more often than a count.
    if count.value == 1, text.reading.words[first].kind == .word { return false }
    let previous = first - 1
    guard previous >= 0, let preposition = text.preposition(at: previous) else { return true }
    return text.classes[previous].contains(.quantifier)
      || preposition.spelling == "از" && next < end
        && text.classes[next].contains(.counted)
  }

  private func entity(after word: Int, _ sentence: SentenceReading) -> Int? {
    let phrase = sentence.phrases.firstIndex { (0...2).contains($0.words.lowerBound - word) }
    return phrase.flatMap { sentence.entities[$0] }
  }
}
