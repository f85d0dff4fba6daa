/// A noun phrase that names somebody or some place: «سخنگوی وزارت خارجه روسیه», «مسکو», «او».
struct ActorPhrase: Sendable {
  /// What kind of thing heads the phrase.
  enum Head: Hashable, Sendable {
    /// A name: a person, state, body or place with an entry of its own.
    case name
    /// An office: «رئیس‌جمهور».
    case title
    /// A kind of actor: «شبه‌نظامیان».
    case agent
    /// A national or nationals: «افغان‌ها».
    case people
    /// «او»
    case personPronoun
    /// «آنان»
    case peoplePronoun
    /// «من», «ما»
    case firstPerson
    /// «این کشور»
    case thisState
    /// «این گروه»
    case thisGroup
    /// «این شهر»
    case thisPlace
    /// A person's name that is in no list.
    case unknownName
  }

  /// All words of the phrase.
  var words: Range<Int>
  /// What heads it.
  var head: Head
  /// The entry that the phrase names: the person, state, body, title or agent.
  var entry: Int?
  /// The entry that a title, agent or people belongs to.
  var owner: Int?
  /// The words that name the owner.
  var ownerWords: Range<Int>?
  /// Whether it belongs to the state that was named last: «نخست‌وزیر این کشور».
  var isOfThisState = false
  /// A title or agent between head and owner: «وزارت خارجه» in «سخنگوی وزارت خارجه روسیه».
  var body: Int?
  /// The person that is named in it: «ولادیمیر پوتین» in «رئیس‌جمهور روسیه ولادیمیر پوتین».
  var person: Int?
  /// Whether it stands for several or unnamed ones, so that it is nobody in particular.
  var isPlural = false
  /// Whether it begins with «یک», «یکی از», «برخی» …
  var isIndefinite = false
  /// For a person that is in no list: the name as the report first gives it in full.
  var fullName: String?
  /// The index of the phrase in apposition: «پوتین، رئیس‌جمهور روسیه،».
  var apposition: Int?

  /// Whether it says whom it belongs to.
  var hasOwner: Bool { owner != nil || isOfThisState }

  mutating func setOwner(_ entry: Int, named words: Range<Int>) {
    owner = entry
    ownerWords = words
  }
}
