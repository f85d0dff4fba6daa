/// What kind of half-space a place would have. Writers have habits by kind: some join the plural's «ها», most set off «می».
package enum BoundaryKind {
  /// The number of kinds.
  package static let count = 12
  private static let betweenWords = 6
  /// The kind of a space between two words of which neither is a known prefix or ending.
  static let compoundWithSpace = betweenWords

  /// The kind of the half-space between `first` and `second`; `isSpace` where a space stands there now.
  package static func kind(
    _ first: UnsafeBufferPointer<UInt16>, _ second: UnsafeBufferPointer<UInt16>, isSpace: Bool
  ) -> Int {
    let number = BoundaryKey.word(second, 0, second.count)
    let kind = bySecond[number] ?? (isPrefix(first) ? 1 : 0)
    return kind + (isSpace ? betweenWords : 0)
  }

  /// Whether a word is a prefix of verbs: «می», «برنمی».
  static func isPrefix(_ word: UnsafeBufferPointer<UInt16>) -> Bool {
    prefixes.contains(BoundaryKey.word(word, 0, word.count))
  }

  private static let prefixes = Set(["می", "نمی", "برمی", "برنمی", "درمی", "بازمی"].map(BoundaryLetters.number))

  private static let bySecond: [UInt64: Int] = {
    let groups: [(Int, [String])] = [
      (2, ["ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایتان", "هایشان"]),
      (3, ["تر", "ترین", "تری", "ترین‌ها"]),
      (4, ["ام", "ای", "ایم", "اید", "اند"]),
      (5, ["اش", "ات", "شان", "مان", "تان", "ی", "یی", "م", "ش", "ت"]),
    ]
    var kinds: [UInt64: Int] = [:]
    for (kind, words) in groups { for word in words { kinds[BoundaryLetters.number(of: word)] = kind } }
    return kinds
  }()
}
