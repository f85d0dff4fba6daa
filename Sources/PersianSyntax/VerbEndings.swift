/// The endings and the irregular forms of Persian verbs, as keys: without half-space, hamza and harakat.
enum VerbEndings {
  struct Ending: Sendable {
    var bytes: [UInt8]
    var person: UInt8
    var isPlural: Bool
  }

  /// After a past stem; the third person singular has none.
  static let past = [
    ending("م", 1), ending("ی", 2), ending("یم", 1, plural: true), ending("ید", 2, plural: true),
    ending("ند", 3, plural: true), ending("", 3),
  ]

  /// After a present stem.
  static let present = [
    ending("م", 1), ending("ی", 2), ending("د", 3), ending("یم", 1, plural: true), ending("ید", 2, plural: true),
    ending("ند", 3, plural: true),
  ]

  /// After a participle: «رفته‌ام», and «رفته‌ست» for «رفته است».
  static let perfect = [
    ending("ام", 1), ending("ای", 2), ending("ایم", 1, plural: true), ending("اید", 2, plural: true),
    ending("اند", 3, plural: true), ending("ست", 3), ending("است", 3),
  ]

  /// After an imperative.
  static let imperative = [ending("ید", 2, plural: true), ending("", 2)]

  static let negation = bytes("ن")
  static let oldNegation = bytes("م")
  static let subjunctive = bytes("ب")
  static let imperfective = bytes("می")
  static let negatedImperfective = bytes("نمی")
  static let glide = bytes("ی")
  static let alef = bytes("ا")
  static let longAlef = bytes("آ")
  static let participle = bytes("ه")
  static let infinitive = bytes("ن")
  static let agent = bytes("نده")

  /// A form that no stem and ending make.
  struct Irregular: Sendable {
    var form: String
    var infinitive: String
    var person: UInt8 = 0
    var isPlural = false
    var isNegated = false
    var isImperative = false

    func analysis(verb: Int) -> VerbAnalysis {
      var analysis = VerbAnalysis(verb: verb)
      analysis.tense = .present
      analysis.aspect = isImperative ? .simple : .imperfective
      analysis.mood = isImperative ? .imperative : .indicative
      analysis.person = person
      analysis.isPlural = isPlural
      analysis.isNegated = isNegated
      return analysis
    }
  }

  /// The copula, «باید» and the impersonal «توان».
  static let irregular: [Irregular] = {
    var forms: [Irregular] = []
    for (stem, third, isNegated) in [("هست", "است", false), ("نیست", "نیست", true)] {
      for ending in present where ending.person != 3 || ending.isPlural {
        let form = stem + String(decoding: ending.bytes, as: UTF8.self)
        forms.append(
          Irregular(
            form: form, infinitive: "بودن", person: ending.person, isPlural: ending.isPlural, isNegated: isNegated))
      }
      forms.append(Irregular(form: third, infinitive: "بودن", person: 3, isNegated: isNegated))
    }
    for form in ["هست", "ست"] { forms.append(Irregular(form: form, infinitive: "بودن", person: 3)) }
    for form in ["باید", "میباید", "بایستی", "میبایستی"] { forms.append(Irregular(form: form, infinitive: "بایستن")) }
    for form in ["نباید", "نمیباید", "نبایستی", "نمیبایستی"] {
      forms.append(Irregular(form: form, infinitive: "بایستن", isNegated: true))
    }
    for form in ["توان", "میتوان", "بتوان"] { forms.append(Irregular(form: form, infinitive: "توانستن")) }
    for form in ["نتوان", "نمیتوان"] { forms.append(Irregular(form: form, infinitive: "توانستن", isNegated: true)) }
    return forms
  }()

  static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  private static func ending(_ text: String, _ person: UInt8, plural: Bool = false) -> Ending {
    Ending(bytes: bytes(text), person: person, isPlural: plural)
  }
}
