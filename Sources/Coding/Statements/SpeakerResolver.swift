internal import PersianSyntax
internal import PersianText
internal import World

/// Finds whom the words that name a speaker mean.
struct SpeakerResolver {
  let text: TaggedReading
  let world: World

  /// The medium that was quoted last, for «این روزنامه».
  private(set) var lastOutlet: Int?
  /// Who spoke last.
  private(set) var lastSpeaker: Int?
  /// The sentence in which that one last spoke.
  private var lastSentence = -1

  init(text: TaggedReading, world: World) {
    self.text = text
    self.world = world
  }

  /// Remembers who spoke, for those who follow.
  mutating func note(_ speaker: Int, _ words: SpeakerWords?, act: String, in sentence: Int) {
    noteOutlet(speaker, words, act: act)
    lastSpeaker = speaker
    lastSentence = sentence
  }

  /// Remembers a medium that is cited. One in no list is a short name that reports.
  mutating func noteOutlet(_ speaker: Int, _ words: SpeakerWords?, act: String) {
    let isShort = words.map { $0.words.count <= 2 && ($0.form == .unknown || $0.form == .name) } ?? false
    if words?.form == .outlet || (act == "report" && isShort) { lastOutlet = speaker }
  }

  /// Remembers that what was said goes on in a sentence.
  mutating func noteContinuation(in sentence: Int) { lastSentence = sentence }

  /// The entity; phrases of the sentence that turn out to mean it are changed.
  func entity(of words: SpeakerWords, in sentence: inout SentenceReading, book: inout EntityBook) -> Int? {
    let phrase = words.phrase.map { sentence.phrases[$0] }
    let known = words.phrase.flatMap { sentence.entities[$0] }
    switch words.form {
    case .pronoun:
      // Between two turns of one speaker nobody else comes up.
      guard let known, sentence.index - lastSentence > 1 || lastSpeaker == nil else {
        if let known, let lastSpeaker { sentence.replaceEntities { $0 == known ? lastSpeaker : $0 } }
        return lastSpeaker
      }
      return known
    case .thisOutlet: return lastOutlet ?? known ?? lastSpeaker
    case .body:
      // «این ائتلاف» after what a body said is that body.
      if phrase?.head == .thisGroup, let lastSpeaker, sentence.index - lastSentence <= 1,
        book.drafts[lastSpeaker].kind == .group
      {
        return lastSpeaker
      }
      return known
    case .outlet: return outlet(words, phrase, known, &book)
    case .unknown: return book.resolveSpeaker(words.words, name: nil, isRole: false, owner: nil)
    case .name:
      if let known, phrase.map({ $0.words == words.name || words.name == nil }) ?? false {
        if let owner = owner(in: words.role, sentence) { book.giveSide(of: owner, to: known) }
        return known
      }
      let person = book.resolveSpeaker(
        words.words, name: words.name, isRole: false, owner: owner(in: words.role, sentence))
      replaceOffice(words, by: person, &sentence, &book)
      return person
    case .role:
      // «رئیس» alone says too little: «رئیس سازمان آموزش و پرورش استان».
      if let known, let phrase, !phrase.isPlural, isWhole(phrase, of: words) { return known }
      let speaker = book.resolveSpeaker(
        words.words, name: nil, isRole: true, owner: owner(in: words.role, sentence))
      replaceOffice(words, by: speaker, &sentence, &book)
      return speaker
    }
  }

  private func outlet(_ words: SpeakerWords, _ phrase: ActorPhrase?, _ known: Int?, _ book: inout EntityBook) -> Int? {
    if let known, let entry = phrase?.entry, world.entries[entry].kind == .medium { return known }
    // The name is what is in quotation marks, or else what comes after the common noun: «پایگاه خبری «…» چاپ لندن».
    let marks = words.words.filter { text.reading.words[$0].kind == .punctuation }
    var own = words.words.drop { text.classes[$0].contains(.outlet) }
    if let first = marks.first {
      let last = marks.dropFirst().first ?? words.words.upperBound
      if last > first + 1 { own = first + 1..<last }
    }
    if own.isEmpty { own = words.words }
    return book.resolveSpeaker(own, name: nil, isRole: false, owner: nil)
  }

  /// Whether a phrase says all that the words do, or enough to be somebody in particular.
  private func isWhole(_ phrase: ActorPhrase, of words: SpeakerWords) -> Bool {
    guard phrase.words.lowerBound <= (words.role ?? words.words).lowerBound else { return false }
    if phrase.owner != nil || phrase.person != nil || phrase.apposition != nil { return true }
    return !(phrase.words.upperBound..<max(words.words.upperBound, phrase.words.upperBound)).contains(
      where: text.isContent)
  }

  /// Whom the words after the office name in passing: «ایران» in «مدیر گمرک ایران».
  private func owner(in role: Range<Int>?, _ sentence: SentenceReading) -> Int? {
    guard let role else { return nil }
    return sentence.phrases.indices.first { role.contains(sentence.phrases[$0].words.lowerBound) }
      .flatMap { sentence.entities[$0] }
  }

  /// The office in the speaker's words is the speaker's.
  private func replaceOffice(
    _ words: SpeakerWords, by person: Int, _ sentence: inout SentenceReading, _ book: inout EntityBook
  ) {
    guard let role = words.role,
      let index = sentence.phrases.firstIndex(where: {
        $0.words.lowerBound == role.lowerBound && ($0.head == .title || $0.head == .agent) && !$0.isPlural
      }), let office = sentence.entities[index], office != person
    else { return }
    if words.form == .name, sentence.phrases[index].owner != nil, book.drafts[office].kind == .role {
      book.merge(office, into: person)
    }
    sentence.replaceEntities { $0 == office ? person : $0 }
  }
}
