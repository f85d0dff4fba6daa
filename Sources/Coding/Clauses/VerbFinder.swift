internal import PersianSyntax
internal import PersianText

/// Finds the verbs of a sentence among the words that are spelled like forms of verbs.
///
/// Persian verbs stand at the end of their clause, which tells «مرد» (died) from «مرد» (man): a form that could be a
/// noun is taken as a verb only before a clause boundary, and not after a preposition.
struct VerbFinder {
  let analyser: VerbAnalyser
  /// More words than a Persian verb form ever has: «گفته نشده بوده است».
  private static let longestForm = 4

  /// Words inside names of several words.
  private let isName: [Bool]

  init(analyser: VerbAnalyser, isName: [Bool]) {
    self.analyser = analyser
    self.isName = isName
  }

  func groups(in sentence: Range<Int>, of text: TaggedReading) -> [VerbGroup] {
    var groups: [VerbGroup] = []
    var word = sentence.lowerBound
    while word < sentence.upperBound {
      if let group = group(at: word, sentence, text) {
        groups.append(group)
        word = group.words.upperBound
      } else {
        word += 1
      }
    }
    return groups
  }

  private func group(at word: Int, _ sentence: Range<Int>, _ text: TaggedReading) -> VerbGroup? {
    guard text.reading.words[word].kind == .word, !isName[word], !isModal(word, sentence, text) else { return nil }
    let single = analyses(word, text)
    guard !single.isEmpty else { return nil }
    let longest = min(Self.longestForm, sentence.upperBound - word)
    for length in stride(from: longest, to: 1, by: -1) {
      let words = word..<word + length
      let keys = words.map { Array(text.forms.key(at: $0)) }
      if let analysis = analyser.analysis(ofPhraseKeys: keys), analysis.shape == .finite {
        return VerbGroup(words: words, analysis: analysis)
      }
    }
    if let passive = ellipticPassive(single, at: word, sentence, text) { return passive }
    // «کند» is far more often of «کردن» than of «کندن».
    let accepted = single.filter { accepts($0, at: word, sentence, text) }
    guard let analysis = accepted.first(where: isLight) ?? accepted.first else { return nil }
    return VerbGroup(words: word..<word + 1, analysis: analysis)
  }

  /// «آمریکا باید تحریم‌ها را لغو کند»: a modal leaves subject and object to the verb after it.
  private func isModal(_ word: Int, _ sentence: Range<Int>, _ text: TaggedReading) -> Bool {
    text.classes[word].contains(.duty) && word + 1 < sentence.upperBound && !text.isBoundary(word + 1)
  }

  /// «ساخته شده و …»: a passive perfect whose auxiliary is left out stands before a boundary.
  private func ellipticPassive(
    _ single: [VerbAnalysis], at word: Int, _ sentence: Range<Int>, _ text: TaggedReading
  ) -> VerbGroup? {
    guard var participle = single.first(where: { $0.shape == .participle }), word + 2 < sentence.upperBound,
      text.isWord(word + 1, "شده"), text.isBoundary(word + 2), analyser.verbs[participle.verb].id != "shodan"
    else { return nil }
    participle.shape = .finite
    participle.tense = .past
    participle.aspect = .perfect
    participle.voice = .passive
    participle.person = 3
    return VerbGroup(words: word..<word + 2, analysis: participle)
  }

  private func analyses(_ word: Int, _ text: TaggedReading) -> [VerbAnalysis] {
    text.forms.key(at: word).withUnsafeBufferPointer { analyser.analyses(ofKey: $0) }
  }

  private func accepts(_ analysis: VerbAnalysis, at word: Int, _ sentence: Range<Int>, _ text: TaggedReading) -> Bool {
    let next = word + 1
    let isBeforeBoundary = next == sentence.upperBound || text.isBoundary(next)
    let previous = word > sentence.lowerBound ? word - 1 : nil
    let isAfterPreposition = previous.map { text.preposition(at: $0) != nil } ?? true
    if text.classes[word].contains(.noun) || text.classes[word].contains(.preposition) { return false }
    switch analysis.shape {
    case .participle:
      // «حمله کرده و …»: a perfect whose auxiliary is left out stands before a boundary.
      return isBeforeBoundary && next < sentence.upperBound && !isAfterPreposition && isLight(analysis)
    case .infinitive, .agent, .shortInfinitive: return false
    case .finite: break
    }
    if analysis.mood == .imperative { return analysis.isPlural && isBeforeBoundary && !isAfterPreposition }
    if isAfterPreposition, !isBeforeBoundary { return false }
    if isLight(analysis), analysis.person == 3 { return !isAfterPreposition || isBeforeBoundary }
    let isMarked = analysis.aspect != .simple || analysis.isNegated
    if isMarked { return true }
    // Bare forms: «نشست» is a meeting too, «روند» a process.
    return isBeforeBoundary && !isAfterPreposition && !isAfterDemonstrative(previous, text)
  }

  private func isAfterDemonstrative(_ previous: Int?, _ text: TaggedReading) -> Bool {
    previous.map { text.classes[$0].contains(.demonstrative) } ?? false
  }

  /// Verbs that carry most clauses, and whose forms are seldom anything else.
  private static let lightVerbs: Set<String> = [
    "kardan", "shodan", "budan", "dashtan", "dadan", "gereftan", "nemudan", "gardidan", "goftan", "zadan", "residan",
    "resandan", "keshidan", "gozashtan", "kharidan", "afzudan", "koshtan", "khastan",
  ]

  private func isLight(_ analysis: VerbAnalysis) -> Bool {
    Self.lightVerbs.contains(analyser.verbs[analysis.verb].id)
  }
}
