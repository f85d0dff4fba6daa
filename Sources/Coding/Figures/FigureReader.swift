internal import DataFiles
internal import Diagnostics
internal import PersianSyntax
internal import PersianText

/// The words of `coding/figures.rec`: what is counted of an act.
struct FigureFile: Sendable {
  static let path = "coding/figures.rec"

  /// The measure of each word.
  private(set) var words = PhraseIndex<String>()
  /// The tested sentences.
  private(set) var examples: [DictionaryExample] = []

  init(data: DataBundle, vocabulary: inout Vocabulary) throws(Problem) {
    for record in try data.records(of: Self.path) {
      try record.requireFields(among: ["id", "measure", "word", "example", "not", "note"], kind: "figure")
      let measure = try record.required("measure")
      examples += try DictionaryExample.examples(of: record, expects: true)
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

  /// How far a count may stand from the word that says what became of them.
  private static let reach = 9

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
      let count =
        before(measured, sentence, numbers, taken) ?? after(measured, sentence, numbers, taken)
      guard let count else { continue }
      taken.formUnion(count.words)
      figures.append(
        FigureDraft(
          measure: measure, count: count.value, of: entity(after: count.words.upperBound, sentence), words: count.words,
          sentence: sentence.index))
    }
    return figures
  }

  /// «سه سرباز کشته …»: the nearest count before, with no verb and no other measured word between.
  private func before(
    _ measured: Range<Int>, _ sentence: SentenceReading, _ numbers: NumberReader, _ taken: Set<Int>
  ) -> NumberReader.Count? {
    let first = max(sentence.words.lowerBound, measured.lowerBound - Self.reach)
    var best: NumberReader.Count?
    var word = first
    while word < measured.lowerBound {
      if text.verb(at: word) != nil { best = nil }
      if let count = numbers.count(at: word, before: measured.lowerBound), !taken.contains(word), !isTime(count) {
        if !isOfTime(count.words.upperBound) { best = count }
        word = count.words.upperBound
      } else {
        word += 1
      }
    }
    return best
  }

  /// «کشته شدن سه سرباز», «کشف ۵۰ کیلوگرم»: a count right after, or after a word or two («دست‌کم»).
  private func after(
    _ measured: Range<Int>, _ sentence: SentenceReading, _ numbers: NumberReader, _ taken: Set<Int>
  ) -> NumberReader.Count? {
    for word in measured.upperBound..<max(measured.upperBound, min(measured.upperBound + 4, sentence.words.upperBound))
    {
      if text.verb(at: word) != nil || text.isComma(word) { return nil }
      if let count = numbers.count(at: word, before: sentence.words.upperBound), !taken.contains(word),
        !isOfTime(count.words.upperBound)
      {
        return count
      }
    }
    return nil
  }

  /// A single «یک» is an article more often than a count.
  private func isTime(_ count: NumberReader.Count) -> Bool {
    count.value == 1 && text.reading.words[count.words.lowerBound].kind == .word
  }

  private static let timeUnits = [
    "روز", "هفته", "ماه", "سال", "ساعت", "دقیقه", "کیلومتر", "کیلومتری", "متر", "درصد", "ساله", "بار", "دلار", "روزه",
    "ماهه", "هفته‌ای", "ساعته",
  ]

  private func isOfTime(_ word: Int) -> Bool {
    word < text.classes.count && Self.timeUnits.contains { text.isWord(word, $0) }
  }

  private func entity(after word: Int, _ sentence: SentenceReading) -> Int? {
    let phrase = sentence.phrases.firstIndex { (0...2).contains($0.words.lowerBound - word) }
    return phrase.flatMap { sentence.entities[$0] }
  }
}
