internal import PersianSyntax
internal import PersianText

/// Cuts a sentence into clauses by its verbs and conjunctions.
///
/// Persian is verb-final: a verb closes the innermost open clause. «که» after a verb opens what the verb introduces;
/// after a noun it opens a relative clause, which its own verb closes, so that the clause around it goes on.
struct ClauseReader {
  private let text: TaggedReading
  private let sentence: Range<Int>
  private var clauses: [Clause] = []
  /// Open clauses, outermost first.
  private var open: [Clause] = [Clause(kind: .main)]
  private var word: Int

  private init(_ text: TaggedReading, _ sentence: Range<Int>) {
    self.text = text
    self.sentence = sentence
    word = sentence.lowerBound
  }

  /// The clauses of a sentence in the order in which they end.
  static func clauses(of sentence: Range<Int>, in text: TaggedReading) -> [Clause] {
    var reader = ClauseReader(text, sentence)
    reader.read()
    return reader.clauses
  }

  private mutating func read() {
    while word < sentence.upperBound {
      if let verb = text.verb(at: word), verb.words.lowerBound == word {
        close(with: verb)
      } else if text.isColon(word) {
        colon()
      } else if text.classes[word].contains(.condition) {
        begin(.conditional)
      } else if isThat(word) {
        relative()
      } else if text.classes[word].contains(.subordinator) {
        begin(.adverbial)
      } else {
        add(word)
        word += 1
      }
    }
    while let last = open.popLast() {
      if last.words.contains(where: { text.reading.words[$0].kind == .word }) { clauses.append(last) }
    }
  }

  private func isThat(_ word: Int) -> Bool { text.isWord(word, "که") }

  private mutating func add(_ word: Int) {
    if open.isEmpty { open.append(Clause(kind: .main)) }
    open[open.count - 1].words.append(word)
  }

  private mutating func begin(_ kind: Clause.Kind) {
    let length = phraseLength(at: word)
    if let last = open.last, !hasWords(last) { open.removeLast() }
    open.append(Clause(kind: kind, parent: clauses.indices.last))
    word += length
  }

  /// The words of a subordinator such as «در حالی که».
  private func phraseLength(at word: Int) -> Int {
    var end = word + 1
    while end < sentence.upperBound, text.classes[end] == text.classes[word], text.classes[end].contains(.subordinator)
    {
      end += 1
      if isThat(end - 1) { break }
    }
    return end - word
  }

  private mutating func relative() {
    let antecedent = open.last?.words.last { text.reading.words[$0].kind != .punctuation }
    open.append(Clause(kind: .relative, parent: nil, antecedent: antecedent))
    word += 1
  }

  /// A colon ends what stands before it; what follows is its content.
  private mutating func colon() {
    if let last = open.last, hasWords(last) {
      clauses.append(last)
      open.removeLast()
    }
    open.append(Clause(kind: .complement, parent: clauses.indices.last))
    word += 1
  }

  private mutating func close(with verb: VerbGroup) {
    var clause = open.popLast() ?? Clause(kind: .main)
    clause.words.append(contentsOf: verb.words)
    clause.verb = verb
    let index = clauses.count
    clauses.append(clause)
    word = verb.words.upperBound
    let isCoordinated = skipConjunctions()
    guard word < sentence.upperBound else { return }
    if isThat(word) {
      word += 1
      open.append(Clause(kind: .complement, parent: index))
    } else if text.isColon(word) {
      word += 1
      open.append(Clause(kind: .complement, parent: index))
    } else if clause.kind == .relative {
      // A clause around it waits for its own verb; only with verbs to spare does «و» go on with the relative clause.
      if isCoordinated, remainingVerbs() > openClausesWithWords() {
        open.append(next(after: index, kind: .relative, antecedent: clause.antecedent))
      } else if open.isEmpty {
        open.append(next(after: index, kind: .main, antecedent: nil))
      }
    } else if open.isEmpty || (clause.kind != .conditional && clause.kind != .adverbial) {
      open.append(next(after: index, kind: kindOfNext(clause), antecedent: nil))
    }
  }

  /// What comes after a complement is mostly part of it still.
  private func kindOfNext(_ clause: Clause) -> Clause.Kind {
    clause.kind == .complement ? .complement : .main
  }

  private func next(after index: Int, kind: Clause.Kind, antecedent: Int?) -> Clause {
    Clause(
      kind: kind, parent: kind == .complement ? clauses[index].parent : nil, coordinatedWith: index,
      antecedent: antecedent)
  }

  /// Passes over commas, closing marks, «و»; whether there was a «و».
  private mutating func skipConjunctions() -> Bool {
    var isCoordinated = false
    while word < sentence.upperBound {
      if text.classes[word].contains(.conjunction) {
        isCoordinated = true
      } else if !text.isComma(word) {
        break
      }
      word += 1
    }
    return isCoordinated
  }

  private func hasWords(_ clause: Clause) -> Bool {
    clause.words.contains { text.reading.words[$0].kind != .punctuation }
  }

  private func remainingVerbs() -> Int {
    var (count, index) = (0, word)
    while index < sentence.upperBound {
      if let verb = text.verb(at: index) {
        count += 1
        index = verb.words.upperBound
      } else {
        index += 1
      }
    }
    return count
  }

  private func openClausesWithWords() -> Int { open.count { hasWords($0) } }
}
