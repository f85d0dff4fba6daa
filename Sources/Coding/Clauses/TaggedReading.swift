internal import PersianSyntax
internal import PersianText

/// A reading whose words have their grammar: classes, prepositions, verbs.
struct TaggedReading: Sendable {
  /// A preposition, of one word or several.
  struct Preposition: Sendable {
    var words: Range<Int>
    /// As the data files spell it.
    var spelling: String
  }

  let reading: Reading
  let forms: WordForms
  /// The classes of each word; a phrase of several words gives its classes to all of them.
  private(set) var classes: [WordClass]
  private(set) var prepositions: [Preposition] = []
  private(set) var verbs: [VerbGroup] = []
  private var prepositionIndex: [Int32]
  private var verbIndex: [Int32]

  /// Reads the grammar of a text.
  ///
  /// - Parameter names: names of several words, in which no word is a verb: «نبیه بری».
  init(
    _ reading: Reading, forms: WordForms, grammar: GrammarWords, verbs analyser: VerbAnalyser, names: [Range<Int>]
  ) {
    self.reading = reading
    self.forms = forms
    classes = [WordClass](repeating: [], count: reading.words.count)
    prepositionIndex = [Int32](repeating: -1, count: reading.words.count)
    verbIndex = prepositionIndex
    for sentence in reading.sentences { tagGrammar(sentence, grammar) }
    var isName = [Bool](repeating: false, count: reading.words.count)
    for name in names { for word in name { isName[word] = true } }
    let finder = VerbFinder(analyser: analyser, isName: isName)
    for sentence in reading.sentences {
      for group in finder.groups(in: sentence, of: self) {
        for word in group.words { verbIndex[word] = Int32(verbs.count) }
        verbs.append(group)
      }
    }
  }

  private mutating func tagGrammar(_ sentence: Range<Int>, _ grammar: GrammarWords) {
    var word = sentence.lowerBound
    while word < sentence.upperBound {
      guard let match = grammar.match(at: word, before: sentence.upperBound, in: forms) else { word += 1; continue }
      let words = word..<word + match.length
      for index in words { classes[index].formUnion(match.classes) }
      if match.classes.contains(.preposition) {
        for index in words { prepositionIndex[index] = Int32(prepositions.count) }
        prepositions.append(Preposition(words: words, spelling: match.spelling))
      }
      word += match.length
    }
  }

  /// The preposition that the word is part of.
  func preposition(at word: Int) -> Preposition? {
    prepositionIndex[word] >= 0 ? prepositions[Int(prepositionIndex[word])] : nil
  }

  /// The verb that the word is part of.
  func verb(at word: Int) -> VerbGroup? {
    verbIndex[word] >= 0 ? verbs[Int(verbIndex[word])] : nil
  }

  /// The code point of a punctuation mark.
  func sign(at word: Int) -> Unicode.Scalar? {
    guard reading.words[word].kind == .punctuation else { return nil }
    return String(decoding: reading.bytes[reading.words[word].range], as: UTF8.self).unicodeScalars.first
  }

  func isComma(_ word: Int) -> Bool { sign(at: word).map { "،,".unicodeScalars.contains($0) } ?? false }

  func isColon(_ word: Int) -> Bool { sign(at: word) == ":" }

  func isDash(_ word: Int) -> Bool { sign(at: word).map { "-–—".unicodeScalars.contains($0) } ?? false }

  /// Whether a word is the first of its line.
  func startsLine(_ word: Int) -> Bool {
    guard word > 0 else { return true }
    let gap = reading.words[word - 1].range.upperBound..<reading.words[word].range.lowerBound
    return reading.bytes[gap].contains(UInt8(ascii: "\n"))
  }

  /// Whether a word is `text`, which is written as its ``WordKey`` key: without half-spaces, hamza and harakat.
  func isWord(_ word: Int, _ text: StaticString) -> Bool {
    let key = forms.key(at: word)
    guard key.count == text.utf8CodeUnitCount else { return false }
    return key.withUnsafeBufferPointer { bytes in
      for offset in 0..<bytes.count where bytes[offset] != text.utf8Start[offset] { return false }
      return true
    }
  }

  /// A word of content: a noun, adjective or name, as far as no list says otherwise.
  func isContent(_ word: Int) -> Bool {
    reading.words[word].kind == .word && classes[word].isSubset(of: .nominal) && verb(at: word) == nil
  }

  /// Where one clause may end and another begin: punctuation, «که», «و» and the like.
  func isBoundary(_ word: Int) -> Bool {
    reading.words[word].kind == .punctuation
      || !classes[word].intersection([.subordinator, .conjunction]).isEmpty
  }
}
