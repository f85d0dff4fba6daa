/// «زمینهای» is «زمین‌های» or «زمینه‌ای». The first is a plural whose complement must follow; so where a phrase ends, before
/// a preposition, a conjunction, «را» or a verb with «می», and after «یک» or «هر», it is the second.
///
/// In the treebanks' training texts, of 415 such words before an end or a word of grammar none was the plural, of 736
/// before another word 447 were.
enum EndingRivals {
  /// What a word tells of the rivals beside it.
  struct Role: OptionSet {
    var rawValue: UInt8
    /// The word's own last letters have both readings.
    static let hasRivals = Role(rawValue: 1)
    /// No complement begins with it.
    static let beginsNoComplement = Role(rawValue: 2)
    /// A singular follows it.
    static let precedesSingular = Role(rawValue: 4)
  }

  private static let ending = BoundaryLetters.array("های")
  private static let grammar = Set(
    [
      "را", "که", "و", "یا", "تا", "از", "به", "در", "با", "بر", "برای", "اما", "ولی", "بی", "جز", "مگر", "اگر", "چون",
      "است", "بود", "شد", "نیست", "هست", "کرد", "دارد", "داشت", "می", "نمی", "هم", "نیز", "پس",
    ].map(BoundaryLetters.number))
  private static let singular = Set(["یک", "هر", "هیچ", "چه", "چنین", "چنان"].map(BoundaryLetters.number))
  private static let imperfect = ["می", "نمی"].map(BoundaryLetters.array)
  /// The marks that end a phrase and are one byte or begin so: . : ! ) and, in pairs below, ، ؛ ؟ ».
  private static let marks: Set<UInt8> = Set(".:!)".utf8)

  /// What a word tells; `hasRivals` where both readings of its ending are possible at all.
  static func role(
    of word: UnsafeBufferPointer<UInt16>, hasRivals: Bool, _ isVerb: (UnsafeBufferPointer<UInt16>) -> Bool
  ) -> Role {
    var role: Role = hasRivals ? .hasRivals : []
    let number = BoundaryKey.word(word, 0, word.count)
    if singular.contains(number) { role.insert(.precedesSingular) }
    let isImperfect = imperfect.contains {
      word.starts(with: $0) && isVerb(UnsafeBufferPointer(rebasing: word[$0.count...]))
    }
    if isImperfect || grammar.contains(number) { role.insert(.beginsNoComplement) }
    return role
  }

  /// Whether two places after letters `first` and `second` of a word are those of the rivals.
  static func areRivals(_ word: UnsafeBufferPointer<UInt16>, _ first: Int, _ second: Int) -> Bool {
    first == word.count - ending.count && second == first + 1 && word[first...].elementsEqual(ending)
  }

  /// Whether what stands between a word and the next one, or the end of the line, lets a complement follow.
  static func mayGoOn(_ gap: UnsafeBufferPointer<UInt8>) -> Bool {
    guard gap.first == 0x20 else { return gap.first == 0xE2 }
    guard gap.count > 1 else { return true }
    if marks.contains(gap[1]) { return false }
    guard gap.count > 2 else { return true }
    return !(gap[1] == 0xD8 && [0x8C, 0x9B, 0x9F].contains(gap[2]) || gap[1] == 0xC2 && gap[2] == 0xBB)
  }

  /// The scores of the plural and of its rival, when it is known whether a complement may follow. At most one is right.
  static func settled(
    plural: SIMD2<Float>, single: SIMD2<Float>, mayBePlural: Bool
  ) -> (plural: SIMD2<Float>, single: SIMD2<Float>) {
    let bias: Float = mayBePlural ? 0.45 : -6
    var (plural, single) = (plural + bias, single - bias)
    for style in 0..<HouseStyle.count {
      if plural[style] < single[style] {
        plural[style] = min(plural[style], -4)
      } else {
        single[style] = min(single[style], -4)
      }
    }
    return (plural, single)
  }
}
