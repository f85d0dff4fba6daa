/// Makes the forms of a verb from its stems, written as the standard spelling has them.
enum VerbConjugator {
  private static let halfSpace = "\u{200C}"

  /// All forms of one word.
  static func forms(of verb: Verb, index: Int) -> [(form: String, analysis: VerbAnalysis)] {
    var forms: [(form: String, analysis: VerbAnalysis)] = []
    let past = withoutPreverb(verb.pastStem, verb)
    for negated in [false, true] {
      pastForms(past, verb, index, negated, into: &forms)
      for stem in verb.presentStems {
        presentForms(withoutPreverb(stem, verb), isShort: verb.isShort(stem), verb, index, negated, into: &forms)
      }
    }
    var infinitive = VerbAnalysis(verb: index)
    infinitive.shape = .infinitive
    forms.append((verb.preverb + past + "ن", infinitive))
    return forms
  }

  private static func pastForms(
    _ stem: String, _ verb: Verb, _ index: Int, _ negated: Bool,
    into forms: inout [(form: String, analysis: VerbAnalysis)]
  ) {
    var analysis = VerbAnalysis(verb: index)
    analysis.isNegated = negated
    let simple = verb.preverb + (negated ? prefixed("ن", stem) : stem)
    let imperfective = verb.preverb + (negated ? "نمی" : "می") + halfSpace + stem
    analysis.shape = .participle
    analysis.aspect = .perfect
    forms.append((simple + "ه", analysis))
    analysis.shape = .finite
    analysis.tense = .past
    for (ending, person, plural) in persons(third: "") {
      analysis.person = person
      analysis.isPlural = plural
      analysis.aspect = .simple
      forms.append((simple + ending, analysis))
      analysis.aspect = .imperfective
      forms.append((imperfective + ending, analysis))
      guard let copula = copulas[ending] else { continue }
      analysis.aspect = .perfect
      forms.append((simple + "ه" + halfSpace + copula, analysis))
    }
  }

  private static func presentForms(
    _ stem: String, isShort: Bool, _ verb: Verb, _ index: Int, _ negated: Bool,
    into forms: inout [(form: String, analysis: VerbAnalysis)]
  ) {
    // «بودن» and «بایستن» have no regular present; their forms are listed.
    guard verb.infinitive != "بایستن" else { return }
    var analysis = VerbAnalysis(verb: index)
    analysis.tense = .present
    analysis.isNegated = negated
    let subjunctive = verb.preverb + prefixed(negated ? "ن" : "ب", stem)
    if isShort {
      analysis.mood = .imperative
      analysis.person = 2
      forms.append((subjunctive, analysis))
      return
    }
    for (ending, person, plural) in persons(third: "د") {
      analysis.person = person
      analysis.isPlural = plural
      analysis.aspect = .imperfective
      analysis.mood = .indicative
      forms.append((verb.preverb + (negated ? "نمی" : "می") + halfSpace + stem + ending, analysis))
      analysis.aspect = .simple
      analysis.mood = .subjunctive
      if verb.id != "dashtan" { forms.append((subjunctive + ending, analysis)) }
    }
    analysis.mood = .imperative
    analysis.person = 2
    for (ending, plural) in [("", false), ("ید", true)] {
      analysis.isPlural = plural
      forms.append((subjunctive + ending, analysis))
    }
  }

  /// «بیاید», «بیفتد», «بینداز», but «بایستد».
  private static func prefixed(_ prefix: String, _ stem: String) -> String {
    let rest = String(stem.unicodeScalars.dropFirst())
    if stem.unicodeScalars.first == "آ" { return prefix + "یا" + rest }
    if stem.unicodeScalars.first == "ا", !stem.unicodeScalars.starts(with: "ای".unicodeScalars) {
      return prefix + "ی" + rest
    }
    return prefix + stem
  }

  private static func withoutPreverb(_ stem: String, _ verb: Verb) -> String {
    String(String.UnicodeScalarView(stem.unicodeScalars.dropFirst(verb.preverb.unicodeScalars.count)))
  }

  private static let copulas = ["م": "ام", "ی": "ای", "یم": "ایم", "ید": "اید", "ند": "اند"]

  private static func persons(third: String) -> [(ending: String, person: UInt8, isPlural: Bool)] {
    [("م", 1, false), ("ی", 2, false), (third, 3, false), ("یم", 1, true), ("ید", 2, true), ("ند", 3, true)]
  }
}
