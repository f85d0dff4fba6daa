internal import PersianSyntax
internal import PersianText
internal import World

/// A sentence whose relations are read: which phrases stand beside which words.
struct RelationContext {
  let text: TaggedReading
  let world: World
  let sentence: SentenceReading
  /// The entities so far.
  let drafts: [EntityBook.Draft]

  /// A phrase with the entity it means.
  struct Named {
    var index: Int
    var entity: Int
    var words: Range<Int>
  }

  private func named(_ index: Int) -> Named? {
    sentence.entities[index].map { Named(index: index, entity: $0, words: sentence.phrases[index].words) }
  }

  /// The phrase that begins at a word.
  func phrase(at word: Int) -> Named? {
    sentence.phrases.firstIndex { $0.words.lowerBound == word }.flatMap(named)
  }

  /// The nearest phrase that ends before a word, with nothing between but marks and at most `plain` plain words.
  func phrase(before word: Int, plain: Int = 1) -> Named? {
    guard let index = sentence.phrases.lastIndex(where: { $0.words.upperBound <= word }) else { return nil }
    var left = plain
    for between in sentence.phrases[index].words.upperBound..<word where !isMark(between) {
      guard left > 0, text.isContent(between) else { return nil }
      left -= 1
    }
    return named(index)
  }

  /// The first phrase after a word, with nothing between but opening marks and at most `plain` plain words.
  func phrase(after word: Int, plain: Int = 1) -> Named? {
    guard let index = sentence.phrases.firstIndex(where: { $0.words.lowerBound >= word }) else { return nil }
    var left = plain
    for between in word..<sentence.phrases[index].words.lowerBound where !isQuote(between) {
      guard left > 0, text.isContent(between) else { return nil }
      left -= 1
    }
    return named(index)
  }

  /// The first word of a list that stands at `word`.
  func isAny(_ word: Int, of words: [StaticString]) -> Bool {
    sentence.words.contains(word) && words.contains { text.isWord(word, $0) }
  }

  func isMark(_ word: Int) -> Bool { text.isComma(word) || text.isDash(word) || isQuote(word) }

  func isQuote(_ word: Int) -> Bool {
    text.sign(at: word).map { "«»\"“”()".unicodeScalars.contains($0) } ?? false
  }

  func isPlace(_ entity: Int) -> Bool { drafts[entity].kind == .place || drafts[entity].kind == .facility }

  /// Whether others can be members of an entity: a body, a group, or a state's institution.
  func hasMembers(_ entity: Int) -> Bool {
    guard let entry = drafts[entity].entry else { return drafts[entity].kind == .group }
    switch world.entries[entry].kind {
    case .organisation, .group, .institution: return true
    default: return false
    }
  }

  /// Whether the words before the verb of a clause say what its subject is or became: «عضو ناتو است».
  func isPredicate(_ words: Range<Int>, of clause: Clause) -> Bool {
    guard let verb = clause.verb, !verb.analysis.isNegated, verb.words.lowerBound == words.upperBound else {
      return false
    }
    return isAny(verb.words.lowerBound, of: Self.copulas)
  }

  private static let copulas: [StaticString] = [
    "است", "هست", "هستند", "اند", "بود", "بودند", "شد", "شدند", "شده", "میباشد", "میباشند", "باشد",
  ]
}
