internal import PersianSyntax
internal import PersianText
internal import World

/// The words that say who speaks, and what kind of words they are.
struct SpeakerWords {
  enum Form: Hashable {
    /// «او»
    case pronoun
    /// «این روزنامه», «این گزارش»: the medium that was quoted before.
    case thisOutlet
    /// A person's name, alone or with an office.
    case name
    /// «کارشناس مسائل منطقه»
    case role
    /// «پایگاه خبری …»
    case outlet
    /// A body, state or place of the lists.
    case body
    /// Words of which nothing is known.
    case unknown
  }

  var form: Form
  /// All of them.
  var words: Range<Int>
  /// The person's name in them.
  var name: Range<Int>?
  /// What they say the person is.
  var role: Range<Int>?
  /// The phrase of the sentence that they begin with, by index.
  var phrase: Int?
  /// How much they look like somebody who speaks, by form and place.
  var likeness: Int
  /// Whether a preposition before them may govern them.
  var mayBeGoverned = false

  /// Whether they are likely to be the subject, whatever the clauses around.
  var isLikely: Bool { likeness >= 5 }
}

/// Finds the noun phrase that names who speaks: before a verb of speech, or after «به گفته».
///
/// The grammar of news puts before the subject only phrases of time, place and source, which a comma or a name ends. Where
/// several noun phrases could be the subject, the one that looks most like somebody who speaks is.
struct SpeakerFinder {
  let text: TaggedReading
  let names: PersonNameFinder
  let world: World

  /// The keys of the last words of names that spoke, alone and with those before.
  private var known: Set<[UInt8]> = []

  init(text: TaggedReading, names: PersonNameFinder, world: World) {
    self.text = text
    self.names = names
    self.world = world
  }

  /// Remembers a name, to know it again by its last words.
  mutating func learn(_ name: Range<Int>) {
    for start in name { known.insert(key(of: start..<name.upperBound)) }
  }

  private func key(of words: Range<Int>) -> [UInt8] {
    words.reduce(into: []) { $0 += text.forms.key(at: $1) }
  }

  /// A noun phrase longer than this names nobody.
  private static let longestPhrase = 22
  /// A name in no list is no longer.
  private static let longestName = 4

  /// Who speaks, by the words of a clause before its cue, in order.
  func speaker(in words: [Int], of sentence: SentenceReading) -> SpeakerWords? {
    var best: SpeakerWords?
    func consider(_ start: Int, penalty: Int) {
      guard var speaker = speaker(at: start, in: words, sentence), !isDateline(speaker, sentence) else { return }
      speaker.likeness -= penalty
      speaker.mayBeGoverned = penalty > 2
      if speaker.likeness > best?.likeness ?? 0 { best = speaker }
    }
    var index = 0
    var penalty = 0
    var isFresh = true
    while index < words.count {
      let word = words[index]
      if index > 0, words[index - 1] + 1 != word { (penalty, isFresh) = (0, true) }
      if let preposition = text.preposition(at: word) {
        while index < words.count, preposition.words.contains(words[index]) { index += 1 }
        // What a preposition governs does not speak, whatever it is.
        let isThis = index < words.count && text.classes[words[index]].contains(.demonstrative)
        index += isThis ? 2 : index < words.count ? lengthOfGoverned(words[index], words, sentence) : 0
        // «در این نشست وزیر …»
        (penalty, isFresh) = (isThis ? 2 : 3, isThis)
        continue
      }
      if text.isComma(word) || text.isDash(word) {
        (penalty, isFresh) = (0, true)
      } else if isPassedOver(word) {
        isFresh = isFresh || text.classes[word].contains(.adverb)
      } else if isFresh {
        consider(word, penalty: penalty)
        isFresh = false
      } else if isStrong(word, sentence) {
        // «به گزارش … از کرمانشاه علی محمدی …»: a name may follow what a preposition governs without a comma.
        consider(word, penalty: max(penalty, 3))
      }
      // «در پایان نشست ژان دوپون عضو هیئت …»: so may a name in no list before what the person is.
      if index > 1, isRole(word, sentence) || text.isWord(word, "یکی"),
        let start = unlistedName(before: word, words, index)
      {
        consider(start, penalty: 0)
      }
      index += 1
    }
    return best
  }

  /// «خبرگزاری فارس - …»
  private func isDateline(_ speaker: SpeakerWords, _ sentence: SentenceReading) -> Bool {
    let next = speaker.words.upperBound
    return speaker.form == .outlet && speaker.words.lowerBound == sentence.words.lowerBound && next < text.classes.count
      && (text.isDash(next) || text.isColon(next))
  }

  /// The first of two or three words that no dictionary has, or lists of names have, right before another.
  private func unlistedName(before word: Int, _ words: [Int], _ index: Int) -> Int? {
    var start = word
    if index > 0, text.isComma(words[index - 1]) { start -= 1 }
    let end = start
    while index > end - start, start > 0, end - start < 3, words.contains(start - 1), names.isPossible(start - 1),
      text.forms.exact[start - 1] == nil || names.isListed(start - 1)
    {
      start -= 1
    }
    return end - start >= 2 ? start : nil
  }

  /// Whom a phrase such as «به گفته» names; the words end before `end`.
  func speaker(after cue: Range<Int>, before end: Int, of sentence: SentenceReading) -> SpeakerWords? {
    var start = cue.upperBound
    while start < end, isPassedOver(start), !text.isComma(start) { start += 1 }
    guard var found = speaker(at: start, in: Array(start..<max(start, end)), sentence) else { return nil }
    // Without a comma the phrase ends with the name in it: «به نقل از منابع نزدیک به طالبان …».
    let last = found.words.upperBound
    if found.form == .unknown, last < end, !text.isComma(last) {
      let first = found.words.lowerBound
      let name = sentence.phrases.first { found.words.contains($0.words.lowerBound) }?.words.upperBound
      found.words = first..<max(name ?? first + 1, first + 1)
    }
    return found
  }

  // MARK: A noun phrase

  private func speaker(at start: Int, in words: [Int], _ sentence: SentenceReading) -> SpeakerWords? {
    guard let end = endOfPhrase(from: start, words, sentence) else { return nil }
    let all = start..<end
    func found(_ form: SpeakerWords.Form, _ likeness: Int, name: Range<Int>? = nil, role: Range<Int>? = nil)
      -> SpeakerWords
    {
      let phrase = sentence.phrases.firstIndex { all.contains($0.words.lowerBound) }
      return SpeakerWords(form: form, words: all, name: name, role: role, phrase: phrase, likeness: likeness)
    }
    if let demonstrative = demonstrative(at: start, before: end) { return found(demonstrative, 7) }
    // «ژنرال "…"، فرمانده …»
    let mark = all.first { !text.classes[$0].contains(.honorific) } ?? start
    if let name = quoted(at: mark, before: end), !sentence.phrases.contains(where: { $0.words.overlaps(name) }) {
      let role = min(name.upperBound + 1, end)..<end
      return found(.name, 6, name: name, role: role.isEmpty ? nil : role)
    }
    // «یکی از», «یک», an opening mark
    guard let first = all.first(where: { text.isContent($0) || isPhraseStart($0, sentence) }) else { return nil }
    let isIndefinite = text.classes[start].contains(.quantifier) || text.reading.words[start].kind == .number
    guard first == start || isIndefinite || isOpeningMark(start) else { return nil }
    if let phrase = sentence.phrases.first(where: { $0.words.lowerBound == first }) {
      let role = phrase.words.upperBound..<max(end, phrase.words.upperBound)
      switch phrase.head {
      case .personPronoun, .peoplePronoun: return found(.pronoun, 8)
      case .firstPerson: return nil
      case .unknownName: return found(.name, 8, name: phrase.words, role: role.isEmpty ? nil : role)
      case .title where isIndefinite, .agent where isIndefinite && !isMedium(phrase):
        return found(.role, 6, role: first..<end)
      case .title: return phrase.isPlural ? found(.body, 4) : found(.role, 6, role: first..<end)
      case .agent where isMedium(phrase): return found(.outlet, 6)
      case .agent: return isBody(phrase) ? found(.body, 4) : found(.role, 6, role: first..<end)
      case .name where isPerson(phrase): return found(.name, 8, role: role.isEmpty ? nil : role)
      case .name where isMedium(phrase): return found(.outlet, 6)
      case .name, .people, .thisState, .thisGroup, .thisPlace: return found(.body, 5)
      }
    }
    if text.classes[first].contains(.outlet) { return found(.outlet, 6) }
    if isRole(first, sentence) { return found(.role, 6, role: first..<end) }
    if let role = (first..<end).first(where: { isRole($0, sentence) }), role - first <= Self.longestName, !isIndefinite,
      isLikeName(first..<role)
    {
      return found(.name, 6, name: first..<role, role: role..<end)
    }
    // «خواجه نصیر»: a name that is known by its last word.
    if let named = sentence.phrases.first(where: { first..<end ~= $0.words.lowerBound && $0.words.upperBound == end }),
      named.head == .unknownName || isPerson(named), (first..<named.words.lowerBound).allSatisfy(names.isPossible),
      named.words.lowerBound - first <= 1
    {
      return found(.name, 6)
    }
    if end - first <= Self.longestName, known.contains(key(of: first..<end)) {
      return found(.name, 8, name: first..<end)
    }
    let plain = (first..<end).filter { text.reading.words[$0].kind == .word }
    guard plain.allSatisfy({ text.isContent($0) || !text.classes[$0].isDisjoint(with: [.conjunction, .quantifier]) })
    else { return nil }
    if plain.count <= Self.longestName, !isIndefinite, plain.allSatisfy(names.isPossible) {
      let isName = isLikeName(first..<end)
      return found(isName ? .name : .unknown, isName ? 5 : 3, name: isName ? first..<end : nil)
    }
    return isIndefinite ? found(.role, 4, role: first..<end) : found(.unknown, all.count <= 8 ? 2 : 1)
  }

  /// Whether words can be a name: a list of names has one of them, or no dictionary has any.
  private func isLikeName(_ words: Range<Int>) -> Bool {
    let plain = words.filter { text.reading.words[$0].kind == .word }
    return plain.allSatisfy(names.isPossible)
      && (plain.contains(where: names.isListed) || plain.allSatisfy { text.forms.exact[$0] == nil })
  }

  /// The words in quotation marks that begin at a word, where they can be a name.
  private func quoted(at start: Int, before end: Int) -> Range<Int>? {
    guard isOpeningMark(start) else { return nil }
    var close = start + 1
    while close < end, close - start <= Self.longestName, names.isPossible(close) { close += 1 }
    guard close < text.classes.count, close > start + 1, text.reading.words[close].kind == .punctuation else {
      return nil
    }
    return start + 1..<close
  }

  private func isPhraseStart(_ word: Int, _ sentence: SentenceReading) -> Bool {
    sentence.phrases.contains { $0.words.lowerBound == word }
  }

  /// Where the noun phrase that begins at a word ends: at a preposition, a comma, «را»; `nil` where it is an object.
  private func endOfPhrase(from start: Int, _ words: [Int], _ sentence: SentenceReading) -> Int? {
    guard var index = words.firstIndex(of: start) else { return nil }
    var end = start
    var isQuoted = false
    while index < words.count, words[index] == end, end - start < Self.longestPhrase {
      let classes = text.classes[end]
      if classes.contains(.accusative) { return endOfOwner(from: start, before: end, sentence) }
      if text.verb(at: end) != nil { break }
      if end > start, text.preposition(at: end) != nil || classes.contains(.demonstrative) { break }
      if !classes.isDisjoint(with: [.adverb, .subordinator]) || names.isTime[end] || hasTanwin(end) { break }
      if text.reading.words[end].kind == .punctuation {
        guard let sign = text.sign(at: end) else { break }
        if "«“\"".unicodeScalars.contains(sign), !isQuoted {
          isQuoted = true
        } else if "»”\"".unicodeScalars.contains(sign) {
          isQuoted = false
        } else if !(text.isComma(end) && isRoleNext(end + 1, start, sentence)) {
          break
        }
      }
      end += 1
      index += 1
    }
    while end > start, text.reading.words[end - 1].kind == .punctuation || text.classes[end - 1].contains(.conjunction)
    {
      end -= 1
    }
    return end > start ? end : nil
  }

  /// «وزیر خارجه ایران این سخن را …»: before the object may stand a subject that is complete in itself.
  private func endOfOwner(from start: Int, before accusative: Int, _ sentence: SentenceReading) -> Int? {
    // «بولتن دانشمندان آمریکا …»: a common noun is complete with the name after it.
    let isCommon = !text.classes[start].isDisjoint(with: [.role, .outlet])
    guard
      let phrase = sentence.phrases.first(where: {
        (start...(start + (isCommon ? 3 : 0))).contains($0.words.lowerBound)
      }),
      phrase.words.upperBound < accusative,
      (phrase.words.upperBound..<accusative).contains(where: text.isContent)
    else { return nil }
    switch phrase.head {
    case .title, .agent: return phrase.owner == nil && phrase.person == nil ? nil : phrase.words.upperBound
    case .name, .unknownName, .personPronoun, .peoplePronoun, .people, .thisState, .thisGroup, .thisPlace,
      .firstPerson:
      return phrase.words.upperBound
    }
  }

  /// «جان اسمیت، سخنگوی …»: after a name a comma goes on to what the person is.
  private func isRoleNext(_ word: Int, _ start: Int, _ sentence: SentenceReading) -> Bool {
    guard word < text.classes.count, sentence.words.contains(word) else { return false }
    let beforeRole = word - 1 - start <= Self.longestName + 2 && (start..<word - 1).allSatisfy { !isRole($0, sentence) }
    return beforeRole && isRole(word, sentence)
  }

  /// «این روزنامه», «همین منبع», «این جامعه‌شناس».
  private func demonstrative(at start: Int, before end: Int) -> SpeakerWords.Form? {
    // «این روزنامه» is a phrase of its own among the words of grammar.
    guard text.classes[start].contains(.demonstrative) || text.isWord(start, "این"), start + 1 < end else { return nil }
    let next = text.classes[start + 1]
    if !next.isDisjoint(with: [.outlet, .document]) { return .thisOutlet }
    return next.contains(.role) ? .pronoun : nil
  }

  // MARK: Words

  private func isPassedOver(_ word: Int) -> Bool {
    names.isTime[word] || (text.reading.words[word].kind == .punctuation && !isOpeningMark(word))
      || !text.classes[word].isDisjoint(with: [.conjunction, .adverb, .continuation]) || hasTanwin(word)
  }

  /// «مثلاً»: the ending of adverbs.
  private func hasTanwin(_ word: Int) -> Bool {
    text.reading.bytes[text.reading.words[word].range].suffix(2).elementsEqual([0xD9, 0x8B])
  }

  private func isOpeningMark(_ word: Int) -> Bool {
    text.sign(at: word).map { "«“\"".unicodeScalars.contains($0) } ?? false
  }

  /// How many of the clause's words stand for what a preposition before them governs at the least: a name, or one word.
  private func lengthOfGoverned(_ word: Int, _ words: [Int], _ sentence: SentenceReading) -> Int {
    guard let phrase = sentence.phrases.first(where: { $0.words.lowerBound == word }) else { return 1 }
    return words.count { phrase.words.contains($0) }
  }

  /// Whether somebody who may speak begins here, whatever stands before.
  private func isStrong(_ word: Int, _ sentence: SentenceReading) -> Bool {
    guard let index = sentence.phrases.firstIndex(where: { $0.words.lowerBound == word }) else { return false }
    switch sentence.phrases[index].head {
    case .personPronoun, .unknownName, .title: return true
    case .name: return isPerson(sentence.phrases[index])
    case .agent, .people, .peoplePronoun, .firstPerson, .thisState, .thisGroup, .thisPlace: return false
    }
  }

  private func isRole(_ word: Int, _ sentence: SentenceReading) -> Bool {
    text.classes[word].contains(.role) || isTitle(word, sentence)
  }

  private func isTitle(_ word: Int, _ sentence: SentenceReading) -> Bool {
    sentence.phrases.contains { $0.words.lowerBound == word && $0.head == .title }
  }

  private func isPerson(_ phrase: ActorPhrase) -> Bool { kind(phrase) == .person }

  private func isMedium(_ phrase: ActorPhrase) -> Bool {
    kind(phrase) == .medium || text.classes[phrase.words.lowerBound].contains(.outlet)
  }

  /// «دولت», «ارتش»: common nouns for many.
  private func isBody(_ phrase: ActorPhrase) -> Bool {
    phrase.isPlural || (phrase.head == .agent && phrase.entry.map { world.entries[$0].subkind == "group" } ?? false)
  }

  private func kind(_ phrase: ActorPhrase) -> Entry.Kind? {
    phrase.head == .name ? phrase.entry.map { world.entries[$0].kind } : nil
  }
}
