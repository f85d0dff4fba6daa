internal import DataFiles
internal import Diagnostics
internal import PersianSyntax
internal import PersianText

/// What a word of grammar does in a sentence; the classes of `language/words.rec`.
struct WordClass: OptionSet, Hashable, Sendable {
  let rawValue: UInt64

  static let preposition = WordClass(rawValue: 1 << 0)
  static let conjunction = WordClass(rawValue: 1 << 1)
  static let subordinator = WordClass(rawValue: 1 << 2)
  /// «اگر»: the clause is only a condition.
  static let condition = WordClass(rawValue: 1 << 3)
  /// «شاید»: the clause may not hold.
  static let doubt = WordClass(rawValue: 1 << 4)
  /// «باید»: the clause should hold.
  static let duty = WordClass(rawValue: 1 << 5)
  /// «او»
  static let personPronoun = WordClass(rawValue: 1 << 6)
  /// «آنان»
  static let peoplePronoun = WordClass(rawValue: 1 << 7)
  /// «من», «ما»
  static let firstPerson = WordClass(rawValue: 1 << 8)
  static let demonstrative = WordClass(rawValue: 1 << 9)
  static let quantifier = WordClass(rawValue: 1 << 10)
  /// «نفر», «فروند»: what a number counts by.
  static let counted = WordClass(rawValue: 1 << 11)
  static let adverb = WordClass(rawValue: 1 << 12)
  /// «احتمال», «خواستار»: what depends on it is not said to have happened.
  static let irrealis = WordClass(rawValue: 1 << 13)
  /// A noun that is spelled like a verb form: «مردم», «روند».
  static let noun = WordClass(rawValue: 1 << 14)
  /// «قصد», «تصمیم»: with its verb it announces an act of one's own.
  static let intent = WordClass(rawValue: 1 << 15)
  static let accusative = WordClass(rawValue: 1 << 16)
  /// «پس از», «در»: an act told in such a phrase is presupposed.
  static let setting = WordClass(rawValue: 1 << 17)
  /// «کشورمان», «این کشور»: stands for a state named before.
  static let thisState = WordClass(rawValue: 1 << 18)
  static let thisGroup = WordClass(rawValue: 1 << 19)

  /// «شهر»: what follows is the name of a place.
  static let placeWord = WordClass(rawValue: 1 << 20)
  /// «استان», «والی»: what follows is the name of a province.
  static let provinceWord = WordClass(rawValue: 1 << 21)
  /// «روز», «کیلومتر»: a number before it counts nobody and nothing that an act is done to.
  static let measureUnit = WordClass(rawValue: 1 << 22)
  /// «مسئول», «کارشناس»: says what somebody is.
  static let role = WordClass(rawValue: 1 << 23)
  /// «روزنامه», «پایگاه خبری»: what follows is the name of a medium.
  static let outlet = WordClass(rawValue: 1 << 24)
  /// «آیت‌الله», «سردار»: stands before a person's name.
  static let honorific = WordClass(rawValue: 1 << 25)
  /// «گزارش», «بیانیه»: says something itself.
  static let document = WordClass(rawValue: 1 << 26)
  /// «چرا که», «البته»: goes on with what was said before.
  static let continuation = WordClass(rawValue: 1 << 27)
  /// «امید», «پیمان»: a given name that is more often a noun.
  static let nounAndName = WordClass(rawValue: 1 << 28)
  /// «ماده», «تیپ»: the number after it is its name.
  static let numbered = WordClass(rawValue: 1 << 29)
  /// «پیشتر»: what it stands beside was before what is told as news.
  static let background = WordClass(rawValue: 1 << 30)
  /// «لیگ», «سرمربی»: many of them make a report one on sport.
  static let sport = WordClass(rawValue: 1 << 32)
  /// «این شهر»: stands for a place named before.
  static let thisPlace = WordClass(rawValue: 1 << 31)
  /// «بن», «وان»: joins parts of a name.
  static let nameParticle = WordClass(rawValue: 1 << 32)

  /// Classes that plain nouns have too.
  static let nominal: WordClass = [
    .irrealis, .noun, .intent, .counted, .placeWord, .provinceWord, .measureUnit, .role, .outlet, .honorific, .document,
    .continuation, .nounAndName, .numbered, .nameParticle, .sport,
  ]

  static let ids: [String: WordClass] = [
    "preposition": .preposition, "conjunction": .conjunction, "subordinator": .subordinator, "condition": .condition,
    "doubt": .doubt, "duty": .duty, "person-pronoun": .personPronoun, "people-pronoun": .peoplePronoun,
    "first-person": .firstPerson, "demonstrative": .demonstrative, "quantifier": .quantifier, "counted": .counted,
    "adverb": .adverb, "irrealis": .irrealis, "noun": .noun, "intent": .intent, "accusative": .accusative,
    "setting": .setting, "this-state": .thisState, "this-group": .thisGroup, "place-word": .placeWord,
    "province-word": .provinceWord,
    "measure-unit": .measureUnit, "role": .role, "outlet": .outlet, "honorific": .honorific, "document": .document,
    "continuation": .continuation, "noun-and-name": .nounAndName, "numbered": .numbered,
    "background": .background, "this-place": .thisPlace, "sport": .sport, "name-particle": .nameParticle,
  ]
}

/// The words of grammar, single and of several words.
struct GrammarWords: Sendable {
  /// A word of grammar: its class, and its spelling as the data files use it in roles.
  struct Target: Hashable, Sendable {
    var classes: WordClass
    var spelling: String
  }

  private var phrases = PhraseIndex<Target>()

  init(data: DataBundle, vocabulary: inout Vocabulary) throws(Problem) {
    let path = "language/words.rec"
    for record in try data.records(of: path) {
      try record.requireFields(among: ["id", "word", "example", "not", "note"], kind: "word")
      let id = try record.required("id")
      guard let classes = WordClass.ids[id] else {
        throw Problem(.dataValue, at: record.place, id, "it should be a class of words: see docs/data-format.md")
      }
      for word in record.all("word") {
        phrases.add(word, Target(classes: classes, spelling: word), to: &vocabulary)
      }
    }
  }

  /// The longest phrase of grammar at a word.
  func match(at word: Int, before end: Int, in forms: WordForms) -> (length: Int, classes: WordClass, spelling: String)?
  {
    guard let match = phrases.longestMatch(from: word, before: end, in: forms, inflected: false),
      let first = match.targets.first
    else { return nil }
    return (match.length, match.targets.reduce(into: []) { $0.formUnion($1.classes) }, first.spelling)
  }
}
