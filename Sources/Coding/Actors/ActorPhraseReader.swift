internal import PersianSyntax
internal import PersianText
internal import World

/// Puts names, titles and common nouns together into the phrases that stand for actors and places.
///
/// The genitive of Persian is a chain to the left-headed noun («سخنگوی وزارت خارجه روسیه») whose vowel is not written;
/// a chain goes on as long as the next word is a modifier or the next member of the chain.
struct ActorPhraseReader {
  let text: TaggedReading
  let world: World
  /// Words that are part of a date or a time, and so of no name: «دوشنبه».
  let isTime: [Bool]
  private let names: PersonNameFinder
  /// The names of the report, by sentence.
  private let mentions: [[Mention]]
  /// How often the report names each country.
  private let countries: [String: Int]

  /// Makes a reader of a text whose names were found before, sentence by sentence.
  init(text: TaggedReading, world: World, names: NameWords, mentions: [[Mention]], isTime: [Bool]) {
    self.text = text
    self.names = PersonNameFinder(text: text, words: names, isTime: isTime)
    self.world = world
    self.isTime = isTime
    self.mentions = mentions
    var countries: [String: Int] = [:]
    for mention in mentions.joined() where mention.senses.count == 1 {
      if let country = world.entries[mention.senses[0].entry].country { countries[country, default: 0] += 1 }
    }
    self.countries = countries
  }

  private struct Item {
    var mention: Mention
    var sense: Mention.Sense
  }

  /// The phrases of a sentence of the reading, in order, without overlap.
  func phrases(inSentence index: Int) -> [ActorPhrase] {
    let sentence = text.reading.sentences[index]
    let items = items(inSentence: index)
    var itemAt: [Int: Int] = [:]
    for (index, item) in items.enumerated() { itemAt[item.mention.words.lowerBound] = index }
    var phrases: [ActorPhrase] = []
    var word = sentence.lowerBound
    while word < sentence.upperBound {
      var phrase: ActorPhrase?
      let item = itemAt[word].map { items[$0] }
      if let name = names.name(at: word, before: sentence.upperBound),
        isNew(name, item, { itemAt[$0].map { items[$0] } })
      {
        phrase = ActorPhrase(words: name.words, head: .unknownName)
        phrase?.fullName = text.reading.string(ofWords: name.name)
      } else if let item {
        let isOffice = world.entries[item.sense.entry].kind == .title
        let named = isOffice ? nil : addressed(at: word, sentence) { itemAt[$0].map { items[$0] } }
        phrase = named ?? self.phrase(from: item, sentence) { itemAt[$0].map { items[$0] } }
      } else {
        phrase = pronoun(at: word, sentence)
      }
      if let phrase {
        phrases.append(phrase)
        word = phrase.words.upperBound
      } else {
        word += 1
      }
    }
    return withAppositions(withUnknownNames(phrases, sentence))
  }

  // MARK: Parts

  private func items(inSentence index: Int) -> [Item] {
    let choice = SenseChoice(text: text, world: world, countries: countries)
    var items: [Item] = []
    for mention in mentions[index] {
      if mention.words.allSatisfy({ isTime[$0] }) { continue }
      if mention.words.contains(where: { text.verb(at: $0) != nil }) { continue }
      let isAdjacent = items.last?.mention.words.upperBound == mention.words.lowerBound
      guard let sense = choice.sense(of: mention, after: isAdjacent ? items.last?.mention : nil) else { continue }
      items.append(Item(mention: mention, sense: sense))
    }
    return items
  }

  /// Whether a name is nobody's whom the lists know: no person of theirs stands in it, but for one of the same family name,
  /// and it is longer than what begins there.
  private func isNew(_ name: PersonNameFinder.Name, _ first: Item?, _ itemAt: (Int) -> Item?) -> Bool {
    for word in name.words {
      guard let item = itemAt(word), world.entries[item.sense.entry].kind == .person else { continue }
      let isNamesake =
        item.mention.words.count == 1 && name.name.lowerBound < word
        && !names.isPart(of: world.entries[item.sense.entry].name, name.name.lowerBound)
      if !isNamesake { return false }
    }
    guard let item = first else { return true }
    let first = item.mention.words
    // «شیخ رضوان», «بندر توفیق»: a place of several words is not the beginning of a person's name.
    if first.count > 1, world.entries[item.sense.entry].kind == .place { return false }
    // «آیت‌الله» alone is no office; «مفتی اعظم» is.
    return first.upperBound <= name.name.lowerBound || first.count < name.words.count
  }

  /// A person of the lists after forms of address that are no office: «آیت‌الله هاشمی شاهرودی».
  private func addressed(at word: Int, _ sentence: Range<Int>, _ itemAt: (Int) -> Item?) -> ActorPhrase? {
    var first = word
    while first < sentence.upperBound, text.classes[first].contains(.honorific) { first += 1 }
    guard first > word, first < sentence.upperBound, let item = itemAt(first),
      world.entries[item.sense.entry].kind == .person
    else { return nil }
    return ActorPhrase(words: word..<item.mention.words.upperBound, head: .name, entry: item.sense.entry)
  }

  private func pronoun(at word: Int, _ sentence: Range<Int>) -> ActorPhrase? {
    let classes = text.classes[word]
    // «این کارشناس»
    if text.isWord(word, "این"), word + 1 < sentence.upperBound, text.classes[word + 1].contains(.role) {
      return ActorPhrase(words: word..<word + 2, head: .personPronoun)
    }
    let heads: [(WordClass, ActorPhrase.Head)] = [
      (.thisState, .thisState), (.thisGroup, .thisGroup), (.thisPlace, .thisPlace), (.personPronoun, .personPronoun),
      (.peoplePronoun, .peoplePronoun), (.firstPerson, .firstPerson),
    ]
    guard let (wordClass, head) = heads.first(where: { classes.contains($0.0) }) else { return nil }
    var end = word + 1
    // «این کشور»: both words have the class of the phrase.
    let isPhrase = text.isWord(word, "این") || text.isWord(word, "آن")
    if isPhrase, end < sentence.upperBound, text.classes[end].contains(wordClass) { end += 1 }
    return ActorPhrase(words: word..<end, head: head)
  }

  private func phrase(
    from item: Item, _ sentence: Range<Int>, _ itemAt: (Int) -> Item?
  ) -> ActorPhrase? {
    let entry = world.entries[item.sense.entry]
    var phrase = ActorPhrase(words: item.mention.words, head: .name, entry: item.sense.entry)
    phrase.isPlural = item.mention.ending == .plural
    phrase.isIndefinite = isIndefinite(before: item.mention.words.lowerBound, sentence)
    switch (item.sense.use, entry.kind) {
    case (.people, _), (.adjective, _):
      phrase.head = .people
      phrase.setOwner(item.sense.entry, named: item.mention.words)
      phrase.entry = nil
      phrase.isPlural = true
      return phrase
    case (_, .title):
      phrase.head = .title
      extend(&phrase, sentence, itemAt)
    case (_, .agent):
      phrase.head = .agent
      extend(&phrase, sentence, itemAt)
    case (_, .institution), (_, .organisation), (_, .group), (_, .medium):
      extendByState(&phrase, itemAt)
    case (_, .place) where entry.subkind == "base": extendByState(&phrase, itemAt)
    default: break
    }
    return phrase
  }

  // MARK: The chain

  private func extend(_ phrase: inout ActorPhrase, _ sentence: Range<Int>, _ itemAt: (Int) -> Item?) {
    while phrase.person == nil {
      let end = phrase.words.upperBound
      var next = end
      var item = itemAt(next)
      while item == nil, next < sentence.upperBound, next - end < 2, isModifier(next, after: end) {
        next += 1
        item = next < sentence.upperBound ? itemAt(next) : nil
      }
      if item == nil, !phrase.hasOwner, let state = thisState(at: next, sentence) {
        phrase.isOfThisState = true
        phrase.words = phrase.words.lowerBound..<state.upperBound
        continue
      }
      guard let item, attach(item, to: &phrase, isAdjacent: next == end) else { return }
      phrase.words = phrase.words.lowerBound..<item.mention.words.upperBound
    }
  }

  /// The words of «این کشور» at `word`.
  private func thisState(at word: Int, _ sentence: Range<Int>) -> Range<Int>? {
    guard word < sentence.upperBound, let found = pronoun(at: word, sentence) else { return nil }
    return found.head == .thisState ? found.words : nil
  }

  /// A plain noun or adjective inside a chain. A second one must look like an adjective («نیروهای امنیتی محلی»).
  private func isModifier(_ word: Int, after end: Int) -> Bool {
    guard text.isContent(word), !isTime[word] else { return false }
    return word == end || text.forms.key(at: word).suffix(2).elementsEqual("ی".utf8)
  }

  private func attach(_ item: Item, to phrase: inout ActorPhrase, isAdjacent: Bool) -> Bool {
    let entry = world.entries[item.sense.entry]
    switch (item.sense.use, entry.kind) {
    case (.adjective, _), (.people, _):
      guard !phrase.hasOwner else { return false }
      phrase.setOwner(item.sense.entry, named: item.mention.words)
      return true
    case (_, .person):
      guard isAdjacent, phrase.head == .title, !phrase.isPlural else { return false }
      phrase.person = item.sense.entry
      return true
    case (_, .state), (_, .place), (_, .organisation), (_, .group), (_, .institution):
      // «فرمانده طالبان», then «افغانستان»: the nearest owner is the owner; a place after a body only says where it is.
      if phrase.isOfThisState { return false }
      guard phrase.owner == nil || (isAdjacent && world.entries[phrase.owner ?? 0].country == nil) else { return false }
      phrase.setOwner(item.sense.entry, named: item.mention.words)
      return true
    case (_, .agent), (_, .title):
      // «نماینده رسمی دولت آذربایجان»: over an adjective only to a body.
      guard isAdjacent || entry.subkind == "group", !phrase.hasOwner else { return false }
      phrase.body = item.sense.entry
      return true
    case (_, .medium): return false
    }
  }

  /// «طالبان پاکستان», «حزب‌الله لبنان».
  private func extendByState(_ phrase: inout ActorPhrase, _ itemAt: (Int) -> Item?) {
    guard let item = itemAt(phrase.words.upperBound) else { return }
    let kind = world.entries[item.sense.entry].kind
    guard kind == .state else { return }
    phrase.setOwner(item.sense.entry, named: item.mention.words)
    phrase.words = phrase.words.lowerBound..<item.mention.words.upperBound
  }

  private func isIndefinite(before word: Int, _ sentence: Range<Int>) -> Bool {
    let previous = word - 1
    return previous >= sentence.lowerBound
      && (text.classes[previous].contains(.quantifier) || text.reading.words[previous].kind == .number)
  }

  // MARK: Names in no list

  /// «جان اسمیت، سخنگوی …» and «"جان اسمیت" سخنگوی …»: words before an office that no list has, at the beginning of a
  /// sentence or in quotation marks, are the name of who has it.
  private func withUnknownNames(_ phrases: [ActorPhrase], _ sentence: Range<Int>) -> [ActorPhrase] {
    var result: [ActorPhrase] = []
    for phrase in phrases {
      if phrase.head == .title, !phrase.isPlural, let name = unknownName(before: phrase, after: result.last, sentence) {
        result.append(ActorPhrase(words: name, head: .unknownName))
      }
      result.append(phrase)
    }
    return result
  }

  private static let longestName = 5

  private func unknownName(
    before title: ActorPhrase, after previous: ActorPhrase?, _ sentence: Range<Int>
  ) -> Range<Int>? {
    let lower = previous?.words.upperBound ?? sentence.lowerBound
    var end = title.words.lowerBound
    let hasComma = end > lower && text.isComma(end - 1)
    if hasComma { end -= 1 }
    let isQuoted = end > lower && isClosingMark(end - 1)
    if isQuoted { end -= 1 }
    var start = end
    while start > lower, end - start < Self.longestName, isName(start - 1) { start -= 1 }
    guard start < end else { return nil }
    let isFirst =
      start == sentence.lowerBound || (start == lower && previous?.head == .title)
      || (hasComma && start > lower && text.isBoundary(start - 1))
    if isQuoted { return start > lower && isOpeningMark(start - 1) ? start..<end : nil }
    guard isFirst, hasComma || end - start >= 2 else { return nil }
    // Without a comma only words of names and words that no dictionary has are a name.
    return hasComma || (start..<end).allSatisfy { text.forms.exact[$0] == nil || names.isListed($0) }
      ? start..<end : nil
  }

  private func isName(_ word: Int) -> Bool { text.isContent(word) && !isTime[word] }

  private func isOpeningMark(_ word: Int) -> Bool {
    text.sign(at: word).map { "«\"“".unicodeScalars.contains($0) } ?? false
  }

  private func isClosingMark(_ word: Int) -> Bool {
    text.sign(at: word).map { "»\"”".unicodeScalars.contains($0) } ?? false
  }

  // MARK: Apposition

  /// «امامعلی رحمان، رئیس‌جمهور تاجیکستان،» and «رئیس‌جمهور روسیه، ولادیمیر پوتین،».
  private func withAppositions(_ phrases: [ActorPhrase]) -> [ActorPhrase] {
    var result = phrases
    for index in result.indices.dropFirst() {
      let (first, second) = (result[index - 1], result[index])
      guard first.apposition == nil, isOneComma(between: first, and: second), isPair(first, second) else { continue }
      result[index - 1].apposition = index
      result[index].apposition = index - 1
    }
    return result
  }

  private func isOneComma(between first: ActorPhrase, and second: ActorPhrase) -> Bool {
    let gap = (first.words.upperBound..<second.words.lowerBound).filter { !isClosingMark($0) && !isOpeningMark($0) }
    return gap.isEmpty || (gap.count == 1 && (text.isComma(gap[0]) || text.isDash(gap[0])))
  }

  /// A person and an office that fits: of the same country where both are known.
  private func isPair(_ first: ActorPhrase, _ second: ActorPhrase) -> Bool {
    let (person, title) = first.head == .title ? (second, first) : (first, second)
    guard title.head == .title, !title.isPlural, title.person == nil, isPerson(person) else { return false }
    guard let entry = person.entry, let owner = title.owner, let country = world.entries[entry].country,
      let other = world.entries[owner].country
    else { return true }
    return country == other
  }

  private func isPerson(_ phrase: ActorPhrase) -> Bool {
    if phrase.head == .unknownName { return true }
    return phrase.head == .name && phrase.entry.map { world.entries[$0].kind == .person } ?? false
  }
}
