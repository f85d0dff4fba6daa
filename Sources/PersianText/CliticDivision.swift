/// Divides clitics from the words that they lean on, as Universal Dependencies' Persian treebanks do: the possessive
/// pronouns («کتابش», «خانواده‌اش», «صدایشان»), the copula («کافیست», «انسانی‌اند») and «را» in «مرا».
///
/// Whether «م», «ت» or «ش» ends a word or leans on it («مردم» but «پدرم») is told by what was seen more often when the
/// half-space model was trained: the whole, or what would be left.
struct CliticDivision: Sendable {
  let model: HalfSpaceModel
  let features: BoundaryFeatures

  private struct Clitic {
    var letters: [UInt16]
    /// The least number of letters that the rest has.
    var leastLetters: Int
    /// The least bucket of the rest, how far it must be ahead of the whole, and the highest bucket of the whole.
    var least: Int
    var lead: Int
    var most: Int
    /// Whether the rest must end in «ا» or «و» (`true`), must not (`false`), or may.
    var followsVowel: Bool?

    init(_ text: String, letters: Int = 2, least: Int, lead: Int, most: Int = 8, followsVowel: Bool?) {
      self.letters = BoundaryLetters.array(text)
      (leastLetters, self.least, self.lead, self.most) = (letters, least, lead, most)
      self.followsVowel = followsVowel
    }
  }

  /// The longest first.
  private static let clitics = [
    Clitic("یشان", least: 2, lead: 0, followsVowel: true), Clitic("یمان", least: 2, lead: 1, followsVowel: true),
    Clitic("یتان", least: 2, lead: 1, followsVowel: true), Clitic("شان", least: 1, lead: 1, followsVowel: false),
    Clitic("مان", letters: 3, least: 3, lead: 2, most: 5, followsVowel: false),
    Clitic("تان", letters: 3, least: 4, lead: 2, most: 4, followsVowel: false),
    Clitic("ست", letters: 3, least: 3, lead: 2, most: 5, followsVowel: nil),
    Clitic("یش", letters: 3, least: 3, lead: 1, most: 5, followsVowel: true),
    Clitic("یم", least: 4, lead: 2, most: 5, followsVowel: true),
    Clitic("یت", least: 4, lead: 2, most: 4, followsVowel: true),
    Clitic("ش", least: 3, lead: 2, most: 7, followsVowel: false),
    Clitic("م", least: 4, lead: 3, most: 6, followsVowel: false),
    Clitic("ت", letters: 3, least: 4, lead: 3, most: 4, followsVowel: false),
    Clitic("ند", letters: 3, least: 4, lead: 4, most: 4, followsVowel: false),
  ]
  /// Words too short for the rule that the copula leans on.
  private static let copulaHosts = Set(["او", "چی", "کی", "ها", "تو", "ما"].map(BoundaryLetters.array))
  private static let afterHalfSpace = Set(["اش", "ات", "شان", "مان", "تان"].map(BoundaryLetters.array))
  private static let copulas = Set(["ام", "اند", "ایم", "اید"].map(BoundaryLetters.array))
  private static let plurals = Set(["ها", "های"].map(BoundaryLetters.array))
  private static let pluralEnding = BoundaryLetters.array("های")
  private static let verbPrefixes = Set(["می", "نمی", "همی"].map(BoundaryLetters.array))
  private static let withObjectMarker = Set(["مرا", "ترا"].map(BoundaryLetters.array))
  private static let reflexive = BoundaryLetters.number(of: "خود")
  private static let participleEndings = ["انده", "ته", "یده", "رده", "شده"].map(BoundaryLetters.array)
  private static let vowels: Set<UInt16> = [0x627, 0x648]

  /// The syntactic words of the written words of a view.
  func tokens(of words: [Word], in bytes: UnsafeBufferPointer<UInt8>) -> [SyntacticWord] {
    var tokens: [SyntacticWord] = []
    tokens.reserveCapacity(words.count + words.count / 32)
    var letters = BoundaryLetters()
    for (index, word) in words.enumerated() {
      let range = word.range
      if word.kind == .word, let offset = division(of: UnsafeBufferPointer(rebasing: bytes[range]), &letters) {
        let middle = range.lowerBound + offset
        tokens.append(SyntacticWord(range.lowerBound..<middle, inWord: index))
        tokens.append(SyntacticWord(middle..<range.upperBound, inWord: index))
      } else {
        tokens.append(SyntacticWord(range, inWord: index))
      }
    }
    return tokens
  }

  /// The offset in bytes at which a clitic begins in `word`, if any does.
  private func division(of word: UnsafeBufferPointer<UInt8>, _ letters: inout BoundaryLetters) -> Int? {
    guard word.count >= 6, Self.mayEndClitic(word) else { return nil }
    var partStart = 0
    var firstEnd = word.count
    var index = 0
    while index + 2 < word.count {
      if word[index] == 0xE2, word[index + 1] == 0x80, word[index + 2] == 0x8C {
        if partStart == 0 { firstEnd = index }
        partStart = index + 3
      }
      index += 1
    }
    if partStart > 0 {
      guard letters.read(UnsafeBufferPointer(rebasing: word[..<firstEnd])) else { return nil }
      if Self.verbPrefixes.contains(letters.letters) { return nil }
    }
    let isParticiple = partStart > 3 && endsWithParticiple(word, before: partStart - 3, &letters)
    guard letters.read(UnsafeBufferPointer(rebasing: word[partStart...])), letters.letters.count > 1 else { return nil }
    if partStart > 0 {
      if Self.afterHalfSpace.contains(letters.letters) { return partStart }
      if Self.copulas.contains(letters.letters) { return isParticiple ? nil : partStart }
    }
    guard let offset = division(of: letters.letters, isPart: partStart > 0) else { return nil }
    return partStart + Int(letters.ends[offset - 1])
  }

  /// «ش», «م», «ت», «ن», «د» and «ا» are the last letters of all clitics.
  private static func mayEndClitic(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let last = UInt32(word[word.count - 2] & 0x1F) << 6 | UInt32(word[word.count - 1] & 0x3F)
    switch last {
    case 0x634, 0x645, 0x62A, 0x646, 0x62F, 0x627: return true
    default: return false
    }
  }

  /// «رفته» before «‌اند» is a verb's, «خسته» is not.
  private func endsWithParticiple(
    _ word: UnsafeBufferPointer<UInt8>, before end: Int, _ letters: inout BoundaryLetters
  ) -> Bool {
    guard letters.read(UnsafeBufferPointer(rebasing: word[..<end])) else { return false }
    // Of verbs that no list has: «چکانده», «دریافته»; but «زنده», «شرمنده» are none.
    let ending = letters.letters.suffix(4)
    let isLikely = Self.participleEndings.contains { ending.suffix($0.count).elementsEqual($0) }
    return isLikely || letters.letters.withUnsafeBufferPointer { features.endsWithParticiple($0) }
  }

  /// The number of letters before the clitic.
  private func division(of word: [UInt16], isPart: Bool) -> Int? {
    if Self.withObjectMarker.contains(word) { return 1 }
    return word.withUnsafeBufferPointer { letters in
      if features.isVerb(letters) { return nil }
      let whole = model.fineBucket(BoundaryKey.free(BoundaryKey.word(letters, 0, letters.count)))
      for clitic in Self.clitics where letters.count > clitic.letters.count + 1 {
        guard letters.suffix(clitic.letters.count).elementsEqual(clitic.letters) else { continue }
        let size = letters.count - clitic.letters.count
        let isPlural = letters[..<size].suffix(Self.pluralEnding.count).elementsEqual(Self.pluralEnding)
        if isPlural, isPart || size > 4 { return size }
        // «دست‌های|م», not «دست‌ها|یم».
        if clitic.followsVowel == true,
          letters[..<(size + 1)].suffix(Self.pluralEnding.count).elementsEqual(Self.pluralEnding)
        {
          continue
        }
        guard clitic.followsVowel.map({ $0 == Self.vowels.contains(letters[size - 1]) }) ?? true else { continue }
        let rest = BoundaryKey.word(letters, 0, size)
        if rest == Self.reflexive { return size }
        let isCopula = clitic.leastLetters == 3 && clitic.followsVowel == nil
        if isCopula, Self.copulaHosts.contains(Array(letters[..<size])) { return size }
        guard size >= clitic.leastLetters, whole <= clitic.most else { continue }
        // «شدت» and «ساختمان» do not lean on «شد» and «ساخت».
        if features.isVerb(UnsafeBufferPointer(rebasing: letters[..<size])) { continue }
        let seen = model.fineBucket(isPart ? BoundaryKey.right(rest) : BoundaryKey.free(rest))
        if seen >= clitic.least, seen - whole >= clitic.lead { return size }
      }
      return nil
    }
  }
}
