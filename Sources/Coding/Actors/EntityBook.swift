internal import PersianText
internal import World

/// The entities of one article while it is read: which phrases mean the same somebody.
struct EntityBook {
  /// An entity that is being put together.
  struct Draft {
    var name: String
    var latin: String?
    var kind: Entity.Kind
    /// Index of the world entry it is.
    var entry: Int?
    var country: String?
    var sector: String?
    /// The title or agent it is known by.
    var title: Int?
    /// The state or body that it belongs to.
    var owner: Int?
    var isPerson = false
    /// Whether nothing is known but that it is a side of an act.
    var isUnknownSide = false
    var mentions: [(words: Range<Int>, form: Entity.Mention.Form)] = []
  }

  private enum Key: Hashable {
    case entry(Int)
    case role(title: Int, owner: Int?, body: Int?)
    case people(state: Int)
    case name(String)
  }

  private struct OfficeKey: Hashable {
    var title: Int
    var owner: Int?
  }

  private let world: World
  /// The day of the report, ISO 8601, for telling who held an office.
  private let day: String?
  private let nameOf: (Range<Int>) -> String

  private(set) var drafts: [Draft] = []
  private var index: [Key: Int] = [:]
  /// Who has which office in this article.
  private var holders: [OfficeKey: Int] = [:]

  /// Persons in no list, by the keys of their names without spaces.
  private var persons: [(key: [UInt8], draft: Int)] = []

  /// Drafts that were found to be others.
  private var replacements: [Int: Int] = [:]

  // What pronouns look back to.
  private var personsOfSentence: [Int] = []
  private var topic: Int?
  /// The entry of the state that was named last, by itself or as whose office or body something is.
  private var lastState: Int?
  private var lastGroup: Int?
  private var lastPlace: Int?

  init(world: World, day: String?, nameOf: @escaping (Range<Int>) -> String) {
    self.world = world
    self.day = day
    self.nameOf = nameOf
  }

  // MARK: Learning who is who

  /// Notes the offices that phrases in apposition give to persons, before any phrase is resolved.
  mutating func learnOffices(from phrases: [ActorPhrase]) {
    for phrase in phrases where phrase.head == .title {
      if let person = phrase.person { learn(phrase, holder: draft(forEntry: person)) }
      guard let other = phrase.apposition.map({ phrases[$0] }) else { continue }
      let holder: Int? =
        if other.head == .unknownName { unknownPerson(other, title: phrase) } else {
          other.entry.map { draft(forEntry: $0) }
        }
      if let holder { learn(phrase, holder: holder) }
    }
  }

  private mutating func learn(_ phrase: ActorPhrase, holder: Int) {
    guard let title = phrase.entry else { return }
    holders[OfficeKey(title: title, owner: phrase.owner)] = holder
  }

  private mutating func unknownPerson(_ name: ActorPhrase, title: ActorPhrase?) -> Int {
    let side = title.map { self.side(of: $0) }
    return person(named: name.fullName ?? nameOf(name.words), country: side?.country, sector: side?.sector)
  }

  /// A person in no list. Of two names one of which ends with the other the longer is the person's: «زاهدی», «رضا زاهدی».
  private mutating func person(named name: String, country: String?, sector: String?) -> Int {
    let key = WordKey.key(of: String(String.UnicodeScalarView(name.unicodeScalars.filter { $0 != " " })))
    let found: Int
    if let known = persons.firstIndex(where: { Self.isEnd(key, of: $0.key) || Self.isEnd($0.key, of: key) }) {
      found = persons[known].draft
      if persons[known].key.count < key.count {
        persons[known].key = key
        drafts[found].name = name
      }
    } else {
      found = draft(for: .name(name)) { _ in Draft(name: name, kind: .person, isPerson: true) }
      if persons.count < Self.mostPersons { persons.append((key, found)) }
    }
    if drafts[found].country == nil { drafts[found].country = country }
    if drafts[found].sector == nil { drafts[found].sector = sector }
    return found
  }

  /// More names than a report of real people has are not compared, so that no text takes quadratic time.
  private static let mostPersons = 256

  /// Whether a name is the last words of another, however their parts are joined: «تاج‌الدینی», «میر تاج الدینی».
  private static func isEnd(_ end: [UInt8], of name: [UInt8]) -> Bool {
    end == name || (end.count >= leastSurname && end.count < name.count && name.suffix(end.count).elementsEqual(end))
  }

  /// Shorter ends are ends of many names.
  private static let leastSurname = 6

  // MARK: Resolving

  /// A new sentence begins: the first person of the one before is what «او» means.
  mutating func beginSentence() {
    topic = personsOfSentence.first ?? topic
    personsOfSentence.removeAll(keepingCapacity: true)
  }

  /// The person that the last sentence was about.
  var lastTopic: Int? { personsOfSentence.last ?? topic }

  /// Makes a person the one whom the next «او» means.
  mutating func makeTopic(_ draft: Int) {
    if drafts[draft].isPerson || drafts[draft].kind == .role {
      personsOfSentence.removeAll { $0 == draft }
      personsOfSentence.insert(draft, at: 0)
    }
  }

  /// The entity that a phrase means; `nil` where nobody fits.
  mutating func resolve(_ phrase: ActorPhrase, among phrases: [ActorPhrase]) -> Int? {
    var phrase = phrase
    if phrase.isOfThisState { phrase.owner = lastState }
    guard let found = find(phrase, among: phrases) else { return nil }
    // Offices were learnt before it could be said which state «این کشور» is.
    if phrase.isOfThisState, drafts[found].isPerson, drafts[found].entry == nil, drafts[found].country == nil {
      (drafts[found].country, drafts[found].sector) = side(of: phrase)
    }
    drafts[found].mentions.append((phrase.words, form(of: phrase)))
    note(found, phrase)
    return found
  }

  /// An entity for a speaker who is in no list, by the words that name him or say what he is.
  ///
  /// - Parameters:
  ///   - words: the words that stand for the speaker.
  ///   - name: the words of them that are a person's name.
  ///   - isRole: whether words without a name say what somebody is: «کارشناس مسائل منطقه».
  ///   - owner: the entity that the words name in passing, whom the speaker acts for.
  mutating func resolveSpeaker(_ words: Range<Int>, name: Range<Int>?, isRole: Bool, owner: Int?) -> Int {
    let (country, sector) = owner.map { (drafts[$0].country, drafts[$0].sector) } ?? (nil, nil)
    let found: Int
    if let name {
      found = person(named: nameOf(name), country: country, sector: sector)
    } else if words.count == 1, let known = knownPerson(nameOf(words)) {
      found = known
    } else {
      let text = nameOf(words)
      found = draft(for: .name(text)) { _ in
        Draft(name: text, kind: isRole ? .role : .group, country: country, sector: sector)
      }
    }
    drafts[found].mentions.append((words, name == nil && isRole ? .title : .name))
    return found
  }

  /// The person of the report whose name ends with a word.
  private func knownPerson(_ name: String) -> Int? {
    persons.first { Self.isEnd(WordKey.key(of: name), of: $0.key) }?.draft
  }

  /// An entity for a name in no list, by its words.
  mutating func resolveUnknown(_ words: Range<Int>, country: String?, sector: String?, isPerson: Bool) -> Int {
    let text = nameOf(words)
    let found =
      isPerson
      ? person(named: text, country: country, sector: sector)
      : draft(for: .name(text)) { _ in Draft(name: text, kind: .group, country: country, sector: sector) }
    drafts[found].mentions.append((words, .name))
    return found
  }

  /// An entity for a side of an act that is in no list and was not named before.
  mutating func resolveUnknownSide(_ words: Range<Int>) -> Int {
    let text = nameOf(words)
    let found = draft(for: .name(text)) { _ in Draft(name: text, kind: .group, isUnknownSide: true) }
    drafts[found].mentions.append((words, .name))
    return found
  }

  /// Lets a person act for whom somebody else acts, where that is not known: «کارشناس آمریکایی» who is named.
  mutating func giveSide(of owner: Int, to person: Int) {
    guard drafts[person].entry == nil else { return }
    if drafts[person].country == nil { drafts[person].country = drafts[owner].country }
    if drafts[person].sector == nil { drafts[person].sector = drafts[owner].sector }
  }

  /// Takes two drafts for one: the first was the second all along.
  mutating func merge(_ draft: Int, into other: Int) {
    let (draft, other) = (final(draft), final(other))
    guard draft != other else { return }
    giveSide(of: draft, to: other)
    if drafts[other].title == nil {
      (drafts[other].title, drafts[other].owner) = (drafts[draft].title, drafts[draft].owner)
    }
    drafts[other].mentions += drafts[draft].mentions
    drafts[draft].mentions = []
    replacements[draft] = other
    if let title = drafts[draft].title { holders[OfficeKey(title: title, owner: drafts[draft].owner)] = other }
  }

  /// The entity that a draft was found to be. Replacements never form a ring: only drafts that stand are replaced.
  func final(_ draft: Int) -> Int {
    var draft = draft
    while let next = replacements[draft] { draft = next }
    return draft
  }

  /// The entity of an entry that a longer phrase names in passing, by these words: «تاجیکستان» in «رئیس‌جمهور تاجیکستان».
  mutating func entity(ofEntry entry: Int, at words: Range<Int>) -> Int {
    let found = draft(forEntry: entry)
    if !drafts[found].mentions.contains(where: { $0.words.overlaps(words) }) {
      drafts[found].mentions.append((words, .name))
    }
    return found
  }

  private func form(of phrase: ActorPhrase) -> Entity.Mention.Form {
    switch phrase.head {
    case .name, .unknownName, .people: .name
    case .title, .agent: phrase.person == nil ? .title : .name
    case .personPronoun, .peoplePronoun, .firstPerson, .thisState, .thisGroup, .thisPlace: .pronoun
    }
  }

  private mutating func note(_ found: Int, _ phrase: ActorPhrase) {
    if let owner = phrase.owner, world.entries[owner].kind == .state { lastState = owner }
    switch drafts[found].kind {
    case .person, .role:
      // «او» looks back to somebody in particular, not to «یک دانشجو».
      if !phrase.isPlural, !phrase.isIndefinite, phrase.head != .agent { personsOfSentence.append(found) }
    case .state: lastState = drafts[found].entry ?? lastState
    case .group: lastGroup = found
    case .place, .facility: lastPlace = found
    }
  }

  private mutating func find(_ phrase: ActorPhrase, among phrases: [ActorPhrase]) -> Int? {
    switch phrase.head {
    case .personPronoun: return personsOfSentence.first ?? topic
    case .peoplePronoun, .thisGroup: return lastGroup
    case .thisState: return lastState.map { draft(forEntry: $0) }
    case .thisPlace: return lastPlace
    case .firstPerson: return nil
    case .unknownName:
      return unknownPerson(phrase, title: phrase.apposition.map { phrases[$0] })
    case .name:
      guard let entry = phrase.entry else { return nil }
      let found = draft(forEntry: entry)
      let kind = world.entries[entry].kind
      if let owner = phrase.owner, kind == .group || kind == .organisation { return branch(found, of: owner, phrase) }
      return found
    case .people:
      guard let owner = phrase.owner else { return nil }
      let state = world.entries[owner]
      return draft(for: .people(state: owner)) { book in
        Draft(
          name: book.nameOf(phrase.words), latin: state.latin, kind: .group, country: state.country, sector: nil,
          owner: owner)
      }
    case .title: return title(phrase, among: phrases)
    case .agent: return agent(phrase)
    }
  }

  /// «طالبان پاکستان» is not «طالبان»: a body of many countries that is named with one of them.
  private mutating func branch(_ whole: Int, of state: Int, _ phrase: ActorPhrase) -> Int {
    guard let entry = phrase.entry, world.entries[state].country != drafts[whole].country else { return whole }
    return draft(for: .role(title: entry, owner: state, body: nil)) { book in
      var draft = book.drafts[whole]
      draft.name = book.nameOf(phrase.words)
      draft.country = book.world.entries[state].country
      draft.entry = nil
      draft.mentions = []
      return draft
    }
  }

  private mutating func title(_ phrase: ActorPhrase, among phrases: [ActorPhrase]) -> Int? {
    guard let title = phrase.entry else { return nil }
    if let person = phrase.person { return draft(forEntry: person) }
    if let other = phrase.apposition.map({ phrases[$0] }) {
      return other.head == .unknownName ? unknownPerson(other, title: phrase) : other.entry.map { draft(forEntry: $0) }
    }
    if !phrase.isPlural, !phrase.isIndefinite {
      if let holder = holders[OfficeKey(title: title, owner: phrase.owner)] { return holder }
      if let person = holder(of: title, owner: phrase.owner) { return draft(forEntry: person) }
      if phrase.owner == nil, phrase.body == nil,
        let known = lastMentioned(title: title)
      {
        return known
      }
    }
    return draft(for: .role(title: title, owner: phrase.owner, body: phrase.body)) { book in
      let (country, sector) = book.side(of: phrase)
      return Draft(
        name: book.nameOf(phrase.words), latin: book.latin(of: phrase), kind: phrase.isPlural ? .group : .role,
        country: country, sector: sector, title: title, owner: phrase.owner)
    }
  }

  private mutating func agent(_ phrase: ActorPhrase) -> Int? {
    guard let agent = phrase.entry else { return nil }
    if phrase.owner == nil, let known = lastMentioned(title: agent) { return known }
    return draft(for: .role(title: agent, owner: phrase.owner, body: phrase.body)) { book in
      let (country, sector) = book.side(of: phrase)
      let isBody = book.world.entries[agent].subkind == "group"
      return Draft(
        name: book.nameOf(phrase.words), latin: book.latin(of: phrase),
        kind: isBody || phrase.isPlural || phrase.isIndefinite ? .group : .role, country: country, sector: sector,
        title: agent, owner: phrase.owner)
    }
  }

  /// Whom an office or common noun without an owner means: the one of that name that was named last.
  private func lastMentioned(title: Int) -> Int? {
    let known = drafts.indices.filter { drafts[$0].title == title && !drafts[$0].mentions.isEmpty }
    return known.max { lastWord(of: $0) < lastWord(of: $1) }
  }

  private func lastWord(of draft: Int) -> Int { drafts[draft].mentions.last?.words.lowerBound ?? -1 }

  /// Who held an office on the day of the report, by the world files.
  private func holder(of title: Int, owner: Int?) -> Int? {
    guard let day, let owner else { return nil }
    let held = world.holders(ofTitle: title, of: owner, on: day)
    return held.count == 1 ? held[0] : nil
  }

  // MARK: What entries say

  /// The country and sector that a title, agent or people acts for.
  func side(of phrase: ActorPhrase) -> (country: String?, sector: String?) {
    let owner = phrase.owner.map { world.entries[$0] }
    let own = (phrase.body ?? phrase.entry).map { world.entries[$0] }
    var sector = own?.sector ?? phrase.entry.flatMap { world.entries[$0].sector }
    if let owner, owner.kind == .group || owner.kind == .institution || owner.kind == .organisation {
      sector = self.sector(of: owner) ?? sector
    }
    return (owner?.country ?? own?.country, sector)
  }

  private func sector(of entry: Entry) -> String? {
    if let later = entry.laterSector, let day, day >= later.since { return later.sector }
    return entry.sector
  }

  private func latin(of phrase: ActorPhrase) -> String? {
    guard let head = phrase.entry.map({ world.entries[$0].latin }) else { return nil }
    let rest = [phrase.body, phrase.owner].compactMap { $0.map { world.entries[$0].latin } }
    return ([head] + rest).joined(separator: ", ")
  }

  // MARK: Drafts

  private mutating func draft(for key: Key, _ make: (EntityBook) -> Draft) -> Int {
    if let known = index[key] { return known }
    let draft = make(self)
    index[key] = drafts.count
    drafts.append(draft)
    return drafts.count - 1
  }

  private mutating func draft(forEntry entry: Int) -> Int {
    draft(for: .entry(entry)) { book in
      let known = book.world.entries[entry]
      let kind: Entity.Kind =
        switch known.kind {
        case .state: .state
        case .place: known.subkind == "base" || known.subkind == "crossing" ? .facility : .place
        case .person: .person
        case .organisation, .group, .institution, .medium, .agent: .group
        case .title: .role
        }
      return Draft(
        name: known.name, latin: known.latin, kind: kind, entry: entry, country: known.country,
        sector: book.sector(of: known), isPerson: known.kind == .person)
    }
  }
}
