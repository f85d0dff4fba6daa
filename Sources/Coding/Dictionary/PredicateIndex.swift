internal import DataFiles
internal import Diagnostics
internal import PersianSyntax
internal import PersianText

/// Verbs and light verbs as they stand in dictionaries («کشتن», «حمله کردن», «به رسمیت شناختن»), to be found in clauses
/// whatever the form of the verb, its light variant («نمودن») and voice («شدن», «قرار گرفتن»).
struct PredicateIndex: Sendable {
  /// A dictionary entry under one of its verbs.
  struct Predicate: Hashable, Sendable {
    /// Which entry; the index is the owner's.
    var entry: Int
    /// The verb, as an index of the analyser.
    var verb: Int
    /// Whether the entry is the negated verb: «نپذیرفتن» is an act of its own.
    var isNegated: Bool
    /// Whether the idiom is with «قرار»: its passive has گرفتن for دادن.
    var isPlacing = false
    /// The last word of the idiom, where other words may stand before it: «مورد حمله … قرار داد».
    var tail: Vocabulary.WordID?
  }

  /// A predicate found in a clause.
  struct Match: Sendable {
    var predicate: Predicate
    /// The words of the noun or idiom, empty for a simple verb.
    var nonverbal: Range<Int>
    var isPassive: Bool
  }

  private var nonverbals = PhraseIndex<Predicate>()
  private var simple: [Int: [Predicate]] = [:]
  private let light: LightVerbs
  /// The infinitives of the analyser, as they are written, and for each the first verb that has it.
  private var infinitives: Vocabulary
  private var verbOfInfinitive: [Int] = []

  init(verbs: VerbAnalyser) {
    light = LightVerbs(verbs)
    infinitives = Vocabulary(expecting: verbs.verbs.count)
    for (index, verb) in verbs.verbs.enumerated() {
      let id = Array(verb.infinitive.utf8).withUnsafeBufferPointer { infinitives.intern($0) }
      if Int(id) == verbOfInfinitive.count { verbOfInfinitive.append(index) }
    }
  }

  /// Adds an infinitive of an entry.
  ///
  /// - Throws: ``Problem`` `dataReference` where its last word is no verb of `language/verbs.rec`.
  mutating func add(
    _ infinitive: String, entry: Int, at place: InputPlace, to vocabulary: inout Vocabulary
  ) throws(Problem) {
    let words = infinitive.utf8.split(separator: UInt8(ascii: " "))
    guard let last = words.last, let (verb, isNegated) = verb(ofInfinitive: last) else {
      throw Problem(.dataReference, at: place, infinitive, "verb of language/verbs.rec")
    }
    let isPlacing = words.dropLast().last?.elementsEqual("قرار".utf8) ?? false
    let predicate = Predicate(entry: entry, verb: verb, isNegated: isNegated, isPlacing: isPlacing, tail: nil)
    if words.count == 1 {
      simple[verb, default: []].append(predicate)
    } else {
      nonverbals.add(String(Substring(infinitive.utf8[..<last.startIndex])), predicate, to: &vocabulary)
      if words.count > 2, case let tail = words[words.count - 2] {
        var split = predicate
        split.tail = vocabulary.intern(String(Substring(tail)))
        nonverbals.add(String(Substring(infinitive.utf8[..<tail.startIndex])), split, to: &vocabulary)
      }
    }
  }

  /// Whether the tail of a split idiom stands right before the verb, after the rest of it.
  private func hasTail(_ predicate: Predicate, before group: VerbGroup, _ end: Int, _ forms: WordForms) -> Bool {
    guard let tail = predicate.tail else { return true }
    let last = group.words.lowerBound - 1
    return last >= end && forms.exact[last] == tail
  }

  private func verb(ofInfinitive infinitive: Substring.UTF8View) -> (verb: Int, isNegated: Bool)? {
    if let id = infinitives.lookup(infinitive) { return (verbOfInfinitive[Int(id)], false) }
    guard infinitive.starts(with: "ن".utf8) else { return nil }
    return infinitives.lookup(infinitive.dropFirst(2)).map { (verbOfInfinitive[Int($0)], true) }
  }

  /// The predicates of a clause, those nearest to the verb first.
  ///
  /// - Parameters:
  ///   - group: the verb of the clause.
  ///   - runs: the words of the clause before the verb, as runs of neighbouring words.
  func matches(group: VerbGroup, runs: [Range<Int>], in forms: WordForms) -> [Match] {
    var found: [Match] = []
    for run in runs {
      var word = run.lowerBound
      while word < run.upperBound {
        guard let match = nonverbals.longestMatch(from: word, before: run.upperBound, in: forms) else {
          word += 1
          continue
        }
        var isUsed = false
        for predicate in match.targets {
          guard !predicate.isNegated || group.analysis.isNegated,
            hasTail(predicate, before: group, match.length + word, forms),
            let isPassive = light.voice(of: predicate, in: group)
          else { continue }
          found.append(
            Match(predicate: predicate, nonverbal: word..<word + match.length, isPassive: isPassive))
          isUsed = true
        }
        word += isUsed ? match.length : 1
      }
    }
    found.sort { $0.nonverbal.lowerBound > $1.nonverbal.lowerBound }
    if found.isEmpty {
      for predicate in simple[group.verb] ?? [] where !predicate.isNegated || group.analysis.isNegated {
        let place = group.words.lowerBound..<group.words.lowerBound
        found.append(Match(predicate: predicate, nonverbal: place, isPassive: group.analysis.voice == .passive))
      }
    }
    return found
  }
}

/// Which verbs carry a light verb's noun in another guise.
struct LightVerbs: Sendable {
  private var idOfVerb: [String]

  init(_ verbs: VerbAnalyser) {
    idOfVerb = verbs.verbs.map(\.id)
  }

  /// Verbs that say the same in the active: «حمله نمود» for «حمله کرد».
  private static let active: [String: Set<String>] = [
    "kardan": ["nemudan", "sakhtan"], "dadan": [], "resandan": ["resanidan"], "shodan": ["gardidan", "gashtan"],
  ]

  /// Verbs that make its passive: «بازداشت شد» for «بازداشت کرد».
  private static let passive: [String: Set<String>] = [
    "kardan": ["shodan", "gardidan", "gashtan"], "nemudan": ["shodan", "gardidan"],
    "resandan": ["residan"], "avardan": ["amadan"], "keshidan": ["keshandan"], "zadan": ["khordan"],
    "sakhtan": ["shodan"],
  ]

  /// Whether the clause's verb carries the predicate, and if so whether in the passive.
  func voice(of predicate: PredicateIndex.Predicate, in group: VerbGroup) -> Bool? {
    if predicate.verb == group.verb { return group.analysis.voice == .passive }
    let (listed, used) = (idOfVerb[predicate.verb], idOfVerb[group.verb])
    if predicate.isPlacing, listed == "dadan", used == "gereftan" { return true }
    if Self.active[listed]?.contains(used) == true { return group.analysis.voice == .passive }
    if Self.passive[listed]?.contains(used) == true { return true }
    return nil
  }
}
