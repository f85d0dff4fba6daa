/// What kind of half-space a place would have. Writers have habits by kind: some join the plural's «ها», most set off «می».
package enum BoundaryKind {
  /// The number of kinds.
  package static let count = 12
  private static let betweenWords = 6

  /// The kind of the half-space between `first` and `second`; `isSpace` where a space stands there now.
  package static func kind(
    _ first: UnsafeBufferPointer<UInt16>, _ second: UnsafeBufferPointer<UInt16>, isSpace: Bool
  ) -> Int {
    let number = BoundaryKey.word(second, 0, second.count)
    let kind = bySecond[number] ?? (prefixes.contains(BoundaryKey.word(first, 0, first.count)) ? 1 : 0)
    return kind + (isSpace ? betweenWords : 0)
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

/// What a text shows of its writer's habit and of what became of its half-spaces: whether it has any, and how many places
/// without doubt lack one, in joined words («میکند») and in torn ones («می کند»).
package struct SpacingHabit: Sendable {
  /// The number of contexts.
  package static let count = 32

  /// Half-spaces that stand in the text.
  package var present = 0
  /// Joined words that without doubt lack one.
  package var joined = 0
  /// Spaces that without doubt should be one.
  package var torn = 0

  /// Nothing seen yet.
  package init() {}

  /// The context that the counts make, from 0 below ``count``.
  package var context: Int {
    let lost = joined + torn
    let presence = present == 0 ? 0 : lost == 0 ? 3 : present < lost ? 1 : 2
    let loss = (joined > 0 ? 1 : 0) + (torn > 0 ? 2 : 0)
    return presence * 8 + loss * 2 + (present + lost > 3 ? 1 : 0)
  }
}
