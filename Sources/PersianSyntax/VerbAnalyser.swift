public import DataFiles
public import Diagnostics
internal import PersianText

/// Reads word forms as forms of verbs: which verb, tense, mood, person, number, negation.
///
/// It works on keys (``WordKey``), so that «می‌کند», «میکند» and «می کند» joined are one form. The verbs are those of
/// `language/verbs.rec`; the forms follow from their stems. An analysis is what a form *can* be: «مرد» is also a man,
/// and whether it is a verb in a sentence is for the tagger to say.
public struct VerbAnalyser: Sendable {
  /// The verbs, in the order of the list.
  public let verbs: [Verb]

  private var stems = Vocabulary()
  private var pastVerbs: [[Int32]] = []
  private var presentVerbs: [[Int32]] = []
  private var shortVerbs: [[Int32]] = []
  private var preverbs: [[UInt8]] = []
  private var irregular: [Int32: [VerbAnalysis]] = [:]

  /// Makes an analyser with the verbs of `data`.
  ///
  /// - Throws: ``Problem`` where the file is missing or malformed.
  public init(data: DataBundle) throws(Problem) {
    var verbs: [Verb] = []
    for record in try data.records(of: "language/verbs.rec") {
      let past = try record.required("past")
      let preverb = record["preverb"] ?? ""
      guard past.unicodeScalars.starts(with: preverb.unicodeScalars) else {
        throw Problem(.dataValue, at: record.place, past, "a stem is written with the preverb \(preverb)")
      }
      var lemma = ""
      lemma.unicodeScalars.append(contentsOf: past.unicodeScalars.dropFirst(preverb.unicodeScalars.count))
      verbs.append(
        Verb(
          id: try record.required("id"), infinitive: try record.required("infinitive"), pastStem: past,
          presentStems: record.all("present"), preverb: preverb, lemma: lemma))
    }
    self.verbs = verbs
    for (index, verb) in verbs.enumerated() { addStems(of: verb, index: Int32(index)) }
    preverbs.sort { $0.count > $1.count }
    let byInfinitive = Dictionary(verbs.enumerated().map { ($1.infinitive, $0) }) { first, _ in first }
    for entry in VerbEndings.irregular {
      guard let verb = byInfinitive[entry.infinitive] else { continue }
      irregular[intern(WordKey.key(of: entry.form)), default: []].append(entry.analysis(verb: verb))
    }
  }

  /// The analyses of a word, the likeliest first; none where it is no form of a verb that is known.
  public func analyses(of word: String) -> [VerbAnalysis] {
    WordKey.key(of: word).withUnsafeBufferPointer { analyses(ofKey: $0) }
  }

  /// The analyses of the word with this ``WordKey`` key, the likeliest first.
  public func analyses(ofKey key: UnsafeBufferPointer<UInt8>) -> [VerbAnalysis] {
    var found: [VerbAnalysis] = []
    guard key.count >= 4 else { return found }
    if let id = stems.lookup(key), let known = irregular[id] { found = known }
    simple(key, preverb: nil, into: &found)
    for preverb in preverbs where key.count > preverb.count + 2 && key.starts(with: preverb) {
      let rest = UnsafeBufferPointer(rebasing: key[preverb.count...])
      simple(rest, preverb: preverb, into: &found)
    }
    return found
  }

  /// All forms of one word that a verb has.
  public func conjugation(ofVerb index: Int) -> [(form: String, analysis: VerbAnalysis)] {
    guard verbs.indices.contains(index) else { return [] }
    return VerbConjugator.forms(of: verbs[index], index: index)
  }

  // MARK: stems

  private mutating func addStems(of verb: Verb, index: Int32) {
    let preverb = WordKey.key(of: verb.preverb)
    if !preverb.isEmpty, !preverbs.contains(preverb) { preverbs.append(preverb) }
    pastVerbs[Int(intern(WordKey.key(of: verb.pastStem)))].append(index)
    for stem in verb.presentStems {
      let id = Int(intern(WordKey.key(of: stem)))
      if verb.isShort(stem) { shortVerbs[id].append(index) } else { presentVerbs[id].append(index) }
    }
  }

  private mutating func intern(_ key: [UInt8]) -> Int32 {
    let id = stems.intern(key)
    while pastVerbs.count <= Int(id) {
      pastVerbs.append([])
      presentVerbs.append([])
      shortVerbs.append([])
    }
    return id
  }

  // MARK: analysis

  private enum Stem { case past, present, short }

  /// Which stems a form may have, and what its prefixes say.
  private struct Frame {
    var aspect = VerbAnalysis.Aspect.simple
    var mood = VerbAnalysis.Mood.indicative
    var isNegated = false
    var hasPrefix = false
  }

  /// Reads a form; with a preverb, what follows it, so that «برنمی‌گردد» is «بر» and «نمی‌گردد».
  private func simple(_ key: UnsafeBufferPointer<UInt8>, preverb: [UInt8]?, into found: inout [VerbAnalysis]) {
    typealias Endings = VerbEndings
    for (prefix, isNegated) in [(Endings.imperfective, false), (Endings.negatedImperfective, true)] {
      guard let rest = strip(prefix, from: key) else { continue }
      let frame = Frame(aspect: .imperfective, isNegated: isNegated, hasPrefix: true)
      past(rest, preverb, frame, into: &found)
      present(rest, preverb, frame, into: &found)
    }
    let bare = Frame()
    past(key, preverb, bare, into: &found)
    if let rest = strip(Endings.negation, from: key) {
      withStemLetters(rest) { past($0, preverb, Frame(isNegated: true, hasPrefix: true), into: &found) }
    }
    for (prefix, isNegated) in [(Endings.subjunctive, false), (Endings.negation, true)] {
      guard let rest = strip(prefix, from: key) else { continue }
      let frame = Frame(mood: .subjunctive, isNegated: isNegated, hasPrefix: true)
      withStemLetters(rest) {
        present($0, preverb, frame, into: &found)
        imperative($0, preverb, frame, into: &found)
      }
    }
    present(key, preverb, Frame(mood: .subjunctive), into: &found)
    nonfinite(key, preverb, into: &found)
  }

  private func past(
    _ key: UnsafeBufferPointer<UInt8>, _ preverb: [UInt8]?, _ frame: Frame, into found: inout [VerbAnalysis]
  ) {
    for ending in VerbEndings.past {
      guard let stem = strip(suffix: ending.bytes, from: key) else { continue }
      add(stem, preverb, stem: .past, into: &found) { analysis in
        analysis.tense = .past
        analysis.person = ending.person
        analysis.isPlural = ending.isPlural
        analysis.aspect = frame.aspect
        analysis.isNegated = frame.isNegated
      }
    }
    for ending in VerbEndings.perfect {
      guard let participle = strip(suffix: ending.bytes, from: key),
        let stem = strip(suffix: VerbEndings.participle, from: participle)
      else { continue }
      add(stem, preverb, stem: .past, into: &found) { analysis in
        analysis.tense = .past
        analysis.aspect = .perfect
        analysis.person = ending.person
        analysis.isPlural = ending.isPlural
        analysis.isNegated = frame.isNegated
      }
    }
    if let stem = strip(suffix: VerbEndings.participle, from: key) {
      add(stem, preverb, stem: .past, into: &found) { analysis in
        analysis.shape = .participle
        analysis.aspect = .perfect
        analysis.isNegated = frame.isNegated
      }
    }
  }

  private func present(
    _ key: UnsafeBufferPointer<UInt8>, _ preverb: [UInt8]?, _ frame: Frame, into found: inout [VerbAnalysis]
  ) {
    for ending in VerbEndings.present {
      guard let stem = strip(suffix: ending.bytes, from: key) else { continue }
      add(stem, preverb, stem: .present, into: &found) { analysis in
        analysis.tense = .present
        analysis.person = ending.person
        analysis.isPlural = ending.isPlural
        analysis.aspect = frame.aspect
        // «دارد» has no prefix in the indicative.
        let isHave = verbs[analysis.verb].id == "dashtan"
        analysis.mood = isHave && !(frame.hasPrefix && !frame.isNegated) ? .indicative : frame.mood
        analysis.isNegated = frame.isNegated
      }
    }
  }

  private func imperative(
    _ key: UnsafeBufferPointer<UInt8>, _ preverb: [UInt8]?, _ frame: Frame, into found: inout [VerbAnalysis]
  ) {
    for ending in VerbEndings.imperative {
      guard let stem = strip(suffix: ending.bytes, from: key) else { continue }
      add(stem, preverb, stem: .present, into: &found) { analysis in
        analysis.tense = .present
        analysis.mood = .imperative
        analysis.person = 2
        analysis.isPlural = ending.isPlural
        analysis.isNegated = frame.isNegated
      }
    }
    add(key, preverb, stem: .short, into: &found) { analysis in
      analysis.tense = .present
      analysis.mood = .imperative
      analysis.person = 2
      analysis.isNegated = frame.isNegated
    }
  }

  private func nonfinite(
    _ key: UnsafeBufferPointer<UInt8>, _ preverb: [UInt8]?, into found: inout [VerbAnalysis]
  ) {
    if let stem = strip(suffix: VerbEndings.infinitive, from: key) {
      add(stem, preverb, stem: .past, into: &found) { $0.shape = .infinitive }
      if let affirmed = strip(VerbEndings.negation, from: stem) {
        add(affirmed, preverb, stem: .past, into: &found) {
          $0.shape = .infinitive; $0.isNegated = true
        }
      }
    }
    if let stem = strip(suffix: VerbEndings.agent, from: key) {
      add(stem, preverb, stem: .present, into: &found) { $0.shape = .agent }
    }
    // «کن», «شو»: the imperative of compounds; also the second half of countless nouns, so it comes last.
    add(key, preverb, stem: .present, into: &found) { analysis in
      analysis.tense = .present
      analysis.mood = .imperative
      analysis.person = 2
    }
  }

  /// Adds the verbs with this stem and, after `preverb`, only those that have it.
  private func add(
    _ stem: UnsafeBufferPointer<UInt8>, _ preverb: [UInt8]?, stem kind: Stem, into found: inout [VerbAnalysis],
    _ fill: (inout VerbAnalysis) -> Void
  ) {
    guard stem.count >= 2 else { return }
    let id: Vocabulary.WordID?
    if let preverb { id = stems.lookup(preverb + stem) } else { id = stems.lookup(stem) }
    guard let id else { return }
    let candidates =
      switch kind {
      case .past: pastVerbs[Int(id)]
      case .present: presentVerbs[Int(id)]
      case .short: shortVerbs[Int(id)]
      }
    for verb in candidates {
      let isPrefixed = !verbs[Int(verb)].preverb.isEmpty
      // «برگشت» is found once, after its preverb.
      guard isPrefixed == (preverb != nil) else { continue }
      var analysis = VerbAnalysis(verb: Int(verb))
      fill(&analysis)
      if !found.contains(analysis) { found.append(analysis) }
    }
  }

  /// After ب and ن a stem in آ or ا takes a glide: «بیاید», «نیامد», «بیفتد», «نینداخت».
  private func withStemLetters(
    _ key: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    body(key)
    guard let rest = strip(VerbEndings.glide, from: key), !rest.isEmpty else { return }
    if rest.starts(with: VerbEndings.alef) {
      (VerbEndings.longAlef + rest.dropFirst(VerbEndings.alef.count)).withUnsafeBufferPointer(body)
      body(rest)
    } else {
      (VerbEndings.alef + rest).withUnsafeBufferPointer(body)
    }
  }

  private func strip(_ prefix: [UInt8], from key: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    guard key.count > prefix.count, key.starts(with: prefix) else { return nil }
    return UnsafeBufferPointer(rebasing: key[prefix.count...])
  }

  private func strip(suffix: [UInt8], from key: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    guard key.count > suffix.count else { return nil }
    let start = key.count - suffix.count
    for offset in 0..<suffix.count where key[start + offset] != suffix[offset] { return nil }
    return UnsafeBufferPointer(rebasing: key[..<start])
  }
}

extension Verb {
  /// Whether `stem` is the short one of a pair such as «گو», «گوی», which is used only in «بگو»: «گود» is no verb.
  func isShort(_ stem: String) -> Bool {
    var long = stem
    long.unicodeScalars.append("ی")
    return presentStems.contains(long)
  }
}
