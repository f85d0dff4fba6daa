internal import PersianSyntax
internal import PersianText

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
  /// Whether an entity is one person.
  let isPerson: (Int) -> Bool

  /// A word that says what is counted, in its place.
  private struct Measured {
    var words: Range<Int>
    var measure: String
    /// Whether it names those who are counted.
    var isNoun: Bool
    var isList: Bool { measure == "seized" }
  }

  func figures(in sentence: SentenceReading) -> [FigureDraft] {
    let all = measuredWords(in: sentence)
    var figures: [FigureDraft] = []
    var start = sentence.words.lowerBound
    for (index, measured) in all.enumerated() {
      let end = index + 1 < all.count ? all[index + 1].words.lowerBound : sentence.words.upperBound
      let counts = isDenied(measured, sentence) ? [] : counts(of: measured, from: start, until: end, sentence)
      // What is said of those before a word is not said again by the next: «۲ تن کشته و ۸ تن زخمی شدند».
      if !counts.isEmpty || !measured.isNoun { start = measured.words.upperBound }
      if isDenied(measured, sentence) { continue }
      for count in counts {
        figures.append(
          FigureDraft(
            measure: measured.measure, count: count.value, of: entity(after: count.words.upperBound, sentence),
            words: count.words, sentence: sentence.index))
      }
      if counts.isEmpty, let person = person(of: measured, sentence) {
        figures.append(
          FigureDraft(
            measure: measured.measure, count: 1, of: person.entity, words: person.words ?? measured.words,
            sentence: sentence.index))
      }
    }
    return figures
  }

  // MARK: What is counted

  private func measuredWords(in sentence: SentenceReading) -> [Measured] {
    var found: [Measured] = []
    var word = sentence.words.lowerBound
    while word < sentence.words.upperBound {
      if let match = file.words.longestMatch(from: word, before: sentence.words.upperBound, in: text.forms),
        let target = match.targets.first
      {
        let words = word..<word + match.length
        let measured = Measured(
          words: words, measure: target.measure, isNoun: target.isNoun || match.ending == .plural)
        word = words.upperBound
        // «کشف و ضبط», «کشته شدن و زخمی شدن»: what one measure says twice is counted once.
        if let last = found.last, last.measure == measured.measure, isJoined(last.words, words) {
          found[found.count - 1].words = last.words.lowerBound..<words.upperBound
        } else {
          found.append(measured)
        }
      } else if let verb = text.verb(at: word), let measure = file.verbs[verb.verb], verb.words.lowerBound == word {
        found.append(Measured(words: verb.words, measure: measure, isNoun: false))
        word = verb.words.upperBound
      } else {
        word += 1
      }
    }
    return found
  }

  private func isJoined(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    first.upperBound + 1 == second.lowerBound && text.classes[first.upperBound].contains(.conjunction)
  }

  /// «کسی کشته نشد»
  private func isDenied(_ measured: Measured, _ sentence: SentenceReading) -> Bool {
    guard let clause = sentence.clause(ofWord: measured.words.lowerBound) else { return false }
    return sentence.clauses[clause].verb?.analysis.isNegated ?? false
  }

  // MARK: How many

  /// The counts that belong to a measured word: the nearest before it in its clause («سه سرباز کشته شدند»), else the
  /// first in its genitive («کشته شدن سه سرباز»), else what its sum comes to («شمار کشته‌ها به سه تن رسید»). Of things that are
  /// seized, all that are listed.
  private func counts(
    of measured: Measured, from start: Int, until end: Int, _ sentence: SentenceReading
  ) -> [NumberReader.Count] {
    let clause = sentence.clause(ofWord: measured.words.lowerBound).map { sentence.clauses[$0] }
    let own = (clause?.words ?? []).filter { (start..<measured.words.lowerBound).contains($0) }
    let isSaid = isPredicate(measured)
    let before = counts(in: own, until: measured.words.lowerBound, isList: measured.isList).filter {
      (isSaid && !measured.isNoun) || isNear($0.words.upperBound, measured.words.lowerBound)
    }
    if let nearest = before.last { return measured.isList ? before : [nearest] }
    let genitive = Array(genitive(of: measured.words, until: end))
    let after = counts(in: genitive, until: end, isList: measured.isList)
    if let first = after.first { return measured.isList ? after : [first] }
    return sum(of: measured, until: end).map { [$0] } ?? []
  }

  /// Whether a measured word is what its clause says of somebody: its verb, or right before its verb or before «و».
  private func isPredicate(_ measured: Measured) -> Bool {
    let next = measured.words.upperBound
    guard text.verb(at: measured.words.lowerBound) == nil, next < text.classes.count else { return true }
    return text.verb(at: next) != nil || text.classes[next].contains(.conjunction)
      || (next + 1 < text.classes.count && text.verb(at: next + 1) != nil)
  }

  /// Whether between a count and a measured word only the noun stands that is counted: «دو سرباز کشته».
  private func isNear(_ end: Int, _ start: Int) -> Bool {
    start - end <= 3 && (end..<max(end, start)).allSatisfy(text.isContent)
  }

  /// «شمار کشته‌شدگان به ۳۰ تن رسید»
  private func sum(of measured: Measured, until end: Int) -> NumberReader.Count? {
    guard measured.isNoun else { return nil }
    let numbers = NumberReader(text: text)
    for word in measured.words.upperBound..<max(end, measured.words.upperBound) where text.isWord(word, "به") {
      guard let count = numbers.count(at: word + 1, before: end), count.value != nil else { continue }
      let next = count.words.upperBound..<min(count.words.upperBound + Self.sumReach, end)
      if next.contains(where: { text.verb(at: $0).map { file.isSum($0.verb) } ?? false }) { return count }
    }
    return nil
  }

  /// Between a sum and its verb stand the unit and no more than two words: «به ۳۰ تن افزایش یافت».
  private static let sumReach = 4

  private func counts(in words: [Int], until end: Int, isList: Bool) -> [NumberReader.Count] {
    let numbers = NumberReader(text: text)
    var found: [NumberReader.Count] = []
    var covered = 0
    for word in words where word >= covered {
      guard let count = numbers.count(at: word, before: end) else { continue }
      covered = count.words.upperBound
      guard isCount(count, before: end, isList: isList), !isRest(count, of: found.last) else { continue }
      if isList, count.value == nil, !found.isEmpty { continue }
      found.append(count)
    }
    return found
  }

  /// «۴۳ کیلو و ۴۵۰ گرم»: the smaller unit is part of the same count.
  private func isRest(_ count: NumberReader.Count, of last: NumberReader.Count?) -> Bool {
    guard let last, count.words.lowerBound == last.words.upperBound + 2 else { return false }
    return text.classes[count.words.lowerBound - 1].contains(.conjunction)
      && text.classes[last.words.upperBound].contains(.counted)
  }

  /// The words after a noun up to the end of its phrase: a verb, «که», a new preposition other than «از» of a partitive.
  private func genitive(of measured: Range<Int>, until limit: Int) -> Range<Int> {
    var end = measured.upperBound
    while end < limit, text.verb(at: end) == nil, !text.classes[end].contains(.subordinator),
      text.preposition(at: end) == nil || text.classes[end].contains(.quantifier)
    {
      end += 1
    }
    return measured.upperBound..<end
  }

  /// Whether a number counts somebody or something: no time, distance or share, no article, no number by which things
  /// are called («ماده ۱۸»), nothing after a preposition of place or means.
  private func isCount(_ count: NumberReader.Count, before end: Int, isList: Bool) -> Bool {
    let next = count.words.upperBound
    if next < end, text.classes[next].contains(.measureUnit) { return false }
    let first = count.words.lowerBound
    // «یک» is an article more often than a count, but for those who are killed or held and what has a unit.
    if count.value == 1, text.reading.words[first].kind == .word {
      guard next < end, text.isContent(next), !isList || text.classes[next].contains(.counted) else { return false }
    }
    let previous = first - 1
    guard previous >= 0 else { return true }
    if text.classes[previous].contains(.numbered), isName(of: previous, count, before: end) { return false }
    guard let preposition = text.preposition(at: previous) else { return true }
    return text.classes[previous].contains(.quantifier)
      || preposition.spelling == "از" && next < end
        && text.classes[next].contains(.counted)
  }

  /// Whether a number is the name of the noun before it: «تیپ ۲۷», but «در این منطقه ۲۷ نفر».
  private func isName(of noun: Int, _ count: NumberReader.Count, before end: Int) -> Bool {
    let isThis = noun > 0 && text.classes[noun - 1].contains(.demonstrative)
    let next = count.words.upperBound
    return !isThis && !(next < end && text.classes[next].contains(.counted))
  }

  // MARK: Of whom

  private func entity(after word: Int, _ sentence: SentenceReading) -> Int? {
    let phrase = sentence.phrases.firstIndex { (0...2).contains($0.words.lowerBound - word) }
    return phrase.flatMap { sentence.entities[$0] }
  }

  /// The one person whom a clause says it of: «… در خانه‌اش کشته شد», «پلیس … را بازداشت کرد», «ترور …».
  private func person(of measured: Measured, _ sentence: SentenceReading) -> (entity: Int, words: Range<Int>?)? {
    if let phrase = sentence.phrases.firstIndex(where: { $0.words.lowerBound == measured.words.upperBound }),
      let entity = sentence.entities[phrase], !measured.isNoun, isPerson(entity)
    {
      return (entity, sentence.phrases[phrase].words)
    }
    guard !measured.isNoun, isPredicate(measured), let clause = sentence.clause(ofWord: measured.words.lowerBound),
      let verb = sentence.clauses[clause].verb
    else { return nil }
    let object = sentence.arguments[clause].filter(\.isAccusative)
    if let first = object.first {
      return object.count == 1 && isPerson(first.entity) ? (first.entity, first.words) : nil
    }
    guard !verb.analysis.isPlural, !isActive(verb, measured), let subject = sentence.subject(ofClause: clause),
      let entity = subject.entity, isPerson(entity)
    else { return nil }
    return (entity, subject.words)
  }

  /// Whether the subject of a clause is who does it: «کشت», «بازداشت کرد».
  private func isActive(_ verb: VerbGroup, _ measured: Measured) -> Bool {
    if file.verbs[verb.verb] != nil { return verb.analysis.voice == .active }
    return file.isTransitive(verb.verb) && verb.analysis.voice == .active
  }
}
