internal import PersianSyntax
internal import PersianText

/// Finds names of people that no list of persons has, by what they are made of: «دکتر سجاد خالدی», «جان گارور».
///
/// A given name and a word after it that is a family name, ends like one or is in no dictionary; after a form of address
/// («آیت‌الله», «سردار») also a family name alone.
struct PersonNameFinder {
  let text: TaggedReading
  let words: NameWords
  /// Words that are part of a date or a time.
  let isTime: [Bool]

  private static let longestName = 5

  /// A name that begins at a word.
  struct Name {
    /// With the forms of address before it.
    var words: Range<Int>
    /// The name itself.
    var name: Range<Int>
  }

  func name(at start: Int, before end: Int) -> Name? {
    // «شهر شهریار»
    guard start == 0 || text.classes[start - 1].isDisjoint(with: [.placeWord, .provinceWord]) else { return nil }
    var first = start
    while first < end, text.classes[first].contains(.honorific) { first += 1 }
    let isAddressed = first > start
    var word = first
    // «محمدرضا میر تاج‌الدینی»
    while word < end, word - first < Self.longestName,
      isGiven(word) || (word > first && text.classes[word].contains(.honorific) && isPossible(word))
    {
      word += 1
    }
    let givenCount = word - first
    if word < end, isFamily(word, isOpen: givenCount > 0 && !isCommonNoun(first) || isAddressed) {
      word += 1
      // «هاشمی شاهرودی», «حسین زاده»
      while word < end, word - first < Self.longestName, !uses(word).isDisjoint(with: [.family, .ending]) { word += 1 }
    } else if isAddressed, givenCount > 0, word + 1 < end, isPossible(word), text.preposition(at: word + 1) != nil {
      // «مولوی عبدالحق همکار به …»: after a form of address any word before a preposition ends the name.
      word += 1
    } else if givenCount >= 2 || (givenCount == 1 && (isAddressed || isParticle(word, before: end))) {
      // «محمدرضا علی», «آقای احمد», «سعود بن …»
    } else {
      return nil
    }
    // «سعود بن فیصل», «هرمان وان رامپوی»
    while word + 1 < end, word - first < Self.longestName, isParticle(word, before: end), isPossible(word + 1) {
      word += 2
    }
    guard isAddressed || givenCount > 0, word > first else { return nil }
    return Name(words: start..<word, name: first..<word)
  }

  private func isParticle(_ word: Int, before end: Int) -> Bool {
    word < end && text.classes[word].contains(.nameParticle)
  }

  /// Whether a word may stand in a name at all.
  func isPossible(_ word: Int) -> Bool {
    text.isContent(word) && !isTime[word] && text.classes[word].isDisjoint(with: [.role, .outlet, .document, .counted])
  }

  /// Whether a list of names has the word, or it ends like a family name.
  func isListed(_ word: Int) -> Bool { !uses(word).isEmpty }

  /// Whether a full name has a word.
  func isPart(of name: String, _ word: Int) -> Bool {
    name.unicodeScalars.split(separator: " ").contains {
      WordKey.key(of: String($0)).elementsEqual(text.forms.key(at: word))
    }
  }

  private func uses(_ word: Int) -> NameWords.Use { isPossible(word) ? words.uses(at: word, in: text.forms) : [] }

  private func isGiven(_ word: Int) -> Bool { uses(word).contains(.given) }

  /// - Parameter isOpen: whether a word that no dictionary has will do.
  private func isFamily(_ word: Int, isOpen: Bool) -> Bool {
    if !uses(word).isDisjoint(with: [.family, .ending]) { return true }
    return isOpen && isPossible(word) && text.forms.exact[word] == nil
  }

  /// «امید», «پیمان»: words that are more often no names.
  private func isCommonNoun(_ word: Int) -> Bool { text.classes[word].contains(.nounAndName) }
}
