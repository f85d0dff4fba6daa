internal import PersianSyntax
internal import PersianText

/// Finds what is said: in quotation marks, after «که» or a colon, or after a preposition.
struct SpeechContent {
  let text: TaggedReading
  let quotations: [QuotationFinder.Quotation]

  /// A quotation of fewer words is a name or an expression, not a statement.
  static let leastWords = 4

  /// The last quotation within some words: «این اقدام را «نادرست» خواند».
  func quotation(in words: Range<Int>) -> (kind: Statement.Kind, words: Range<Int>)? {
    quotations.last { words.contains($0.words.lowerBound) && words.contains($0.words.upperBound - 1) }
      .map { (.direct, $0.words) }
  }

  /// «از توقیف سه شناور خبر داد»: what a preposition governs up to the cue.
  func phrase(
    after preposition: [UInt8], in clause: Clause, before end: Int
  ) -> (kind: Statement.Kind, words: Range<Int>)? {
    guard
      let start = clause.words.first(where: { word in
        word + 1 < end && text.forms.key(at: word).elementsEqual(preposition) && text.preposition(at: word) != nil
      })
    else { return nil }
    let words = start + 1..<end
    return words.count >= Self.leastWords ? (.indirect, words) : nil
  }

  /// What a clause with a verb of speech introduces, or what is quoted right before its verb.
  func clauseContent(
    ofClause index: Int, _ sentence: SentenceReading
  ) -> (kind: Statement.Kind, words: Range<Int>)? {
    let verbEnd = sentence.clauses[index].verb?.words.upperBound ?? sentence.words.upperBound
    var word = verbEnd
    var hasColon = false
    var hasThat = false
    while word < sentence.words.upperBound {
      if text.isColon(word) {
        hasColon = true
      } else if text.isWord(word, "که") {
        hasThat = true
      } else if !text.isComma(word) {
        break
      }
      word += 1
    }
    if let quotation = quotations.first(where: { $0.marked.lowerBound == word }), isLong(quotation) {
      return (.direct, quotation.words)
    }
    // A quotation before its verb: «…»، گفت.
    if let before = quotations.last(where: { isRightBefore($0, clause: sentence.clauses[index], sentence) }) {
      return (.direct, before.words)
    }
    if hasColon, word == sentence.words.upperBound, sentence.index + 1 < text.reading.sentences.count {
      // «او گفت:», and what he said in a line of its own.
      return (.direct, text.reading.sentences[sentence.index + 1])
    }
    let rest = word..<contentEnd(sentence)
    guard rest.count >= 2 else { return nil }
    if hasColon { return (.direct, rest) }
    // «اعلام کرد و مدعی شد که …»: what is said comes after the last of joined verbs.
    if !hasThat, text.classes[rest.lowerBound].contains(.conjunction) { return nil }
    let hasClause = sentence.clauses.indices.contains { $0 > index && sentence.clauses[$0].extent.upperBound > word }
    return hasThat || hasClause ? (.indirect, rest) : nil
  }

  /// The end of what is said: the sentence without its final point.
  func contentEnd(_ sentence: SentenceReading) -> Int {
    var end = sentence.words.upperBound
    while end > sentence.words.lowerBound, let sign = text.sign(at: end - 1), ".!؟?".unicodeScalars.contains(sign) {
      end -= 1
    }
    return end
  }

  func isLong(_ quotation: QuotationFinder.Quotation) -> Bool { quotation.words.count >= Self.leastWords }

  private func isRightBefore(
    _ quotation: QuotationFinder.Quotation, clause: Clause, _ sentence: SentenceReading
  ) -> Bool {
    guard isLong(quotation), sentence.words.contains(quotation.marked.upperBound - 1),
      let first = clause.words.first(where: { $0 >= quotation.marked.upperBound })
    else { return false }
    return (quotation.marked.upperBound..<first).allSatisfy { text.reading.words[$0].kind == .punctuation }
      && quotation.words.contains { text.verb(at: $0) != nil }
  }
}
