internal import PersianSyntax

/// A clause of a sentence: the words that belong to one verb, without the clauses put between them.
struct Clause: Sendable {
  /// How a clause stands to others.
  enum Kind: Hashable, Sendable {
    /// On the level of the sentence.
    case main
    /// What the verb before it introduces with «که», or a colon.
    case complement
    /// After a noun and «که»: says something of the noun.
    case relative
    /// «وقتی …», «زیرا …».
    case adverbial
    /// «اگر …»
    case conditional
  }

  /// The words in order, as indices of the reading; the verb among them.
  var words: [Int] = []
  /// The verb; a headline or a fragment has none.
  var verb: VerbGroup?
  var kind: Kind
  /// The clause that this one is said in, or stands in: an index into the sentence's clauses.
  var parent: Int?
  /// The clause before it that it is joined to by «و» and may share the subject with.
  var coordinatedWith: Int?
  /// For a relative clause, the word before «که».
  var antecedent: Int?

  /// The words as runs of neighbours, up to and without the verb.
  var runsBeforeVerb: [Range<Int>] {
    let end = verb?.words.lowerBound ?? Int.max
    return Clause.runs(of: words.filter { $0 < end })
  }

  /// Neighbouring words put together.
  static func runs(of words: [Int]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for word in words {
      if let last = runs.last, last.upperBound == word {
        runs[runs.count - 1] = last.lowerBound..<word + 1
      } else {
        runs.append(word..<word + 1)
      }
    }
    return runs
  }

  /// From the first to the last word.
  var extent: Range<Int> {
    guard let first = words.first, let last = words.last else { return 0..<0 }
    return first..<last + 1
  }
}
