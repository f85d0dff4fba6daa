internal import DataFiles
internal import Diagnostics

/// The stems of the verbs, for telling verb forms from other words. Words are letters as ``BoundaryLetters`` makes them.
struct VerbStems: Sendable {
  private var past: Set<UInt64> = []
  private var present: Set<UInt64> = []

  private static let pastEndings = ["", "م", "ی", "یم", "ید", "ند"].map(BoundaryLetters.array)
  private static let presentEndings = ["م", "ی", "د", "یم", "ید", "ند"].map(BoundaryLetters.array)
  private static let perfectEndings = ["ام", "ای", "است", "ایم", "اید", "اند"].map(BoundaryLetters.array)
  private static let prefixes = ["می", "نمی", "همی"].map(BoundaryLetters.array)
  private static let preverbs = ["بر", "در", "باز", "فرو", "فرا", "وا", "ور", "پس", "پیش"].map(BoundaryLetters.array)
  private static let negation: UInt16 = 0x646
  private static let subjunctive: UInt16 = 0x628
  private static let participleEnding: UInt16 = 0x647

  init(records: [DataRecord]) throws(Problem) {
    for record in records {
      past.insert(BoundaryLetters.number(of: try record.required("past")))
      for stem in record.all("present") { present.insert(BoundaryLetters.number(of: stem)) }
    }
  }

  /// What the verbs say about a half-space after letter `offset` of `word`: 0 nothing; 1 «می|کند»; 2 «می|گفته…»;
  /// 3 «گفته|اند»; 4 «برمی|گردد»; 5 all letters together are a verb form without prefix.
  func code(_ word: UnsafeBufferPointer<UInt16>, _ offset: Int) -> Int {
    code(UnsafeBufferPointer(rebasing: word[..<offset]), UnsafeBufferPointer(rebasing: word[offset...]), word)
  }

  /// The same for the space between two words.
  func code(_ first: UnsafeBufferPointer<UInt16>, _ second: UnsafeBufferPointer<UInt16>) -> Int {
    code(first, second, nil)
  }

  private func code(
    _ first: UnsafeBufferPointer<UInt16>, _ second: UnsafeBufferPointer<UInt16>, _ whole: UnsafeBufferPointer<UInt16>?
  ) -> Int {
    if let prefix = Self.prefixes.first(where: { Self.ends(first, with: $0) }) {
      let preverb = UnsafeBufferPointer(rebasing: first.dropLast(prefix.count))
      if preverb.isEmpty {
        if isFinite(second, 0, second.count) { return 1 }
        if startsWithPerfect(second) { return 2 }
      } else if Self.preverbs.contains(where: { $0.elementsEqual(preverb) }), isFinite(second, 0, second.count) {
        return 4
      }
    }
    if Self.perfectEndings.contains(where: { $0.elementsEqual(second) }), endsWithParticiple(first) { return 3 }
    if let whole, isVerb(whole) { return 5 }
    return 0
  }

  /// A finite form without prefix, or with «ب» or «ن».
  func isVerb(_ word: UnsafeBufferPointer<UInt16>) -> Bool {
    if isFinite(word, 0, word.count) { return true }
    guard let first = word.first, first == Self.negation || first == Self.subjunctive else { return false }
    return isFinite(word, 1, word.count)
  }

  /// A past or present form without prefix: «کند», «کردند».
  private func isFinite(_ word: UnsafeBufferPointer<UInt16>, _ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    let body = UnsafeBufferPointer(rebasing: word[start..<end])
    func has(_ stems: Set<UInt64>, _ endings: [[UInt16]]) -> Bool {
      endings.contains { Self.ends(body, with: $0) && stems.contains(BoundaryKey.word(word, start, end - $0.count)) }
    }
    return has(past, Self.pastEndings) || has(present, Self.presentEndings)
  }

  private func isParticiple(_ word: UnsafeBufferPointer<UInt16>, _ start: Int, _ end: Int) -> Bool {
    guard end - start > 2, word[end - 1] == Self.participleEnding else { return false }
    if past.contains(BoundaryKey.word(word, start, end - 1)) { return true }
    return word[start] == Self.negation && past.contains(BoundaryKey.word(word, start + 1, end - 1))
  }

  /// «گفته» with or without «می» or «نمی» joined to it.
  func endsWithParticiple(_ word: UnsafeBufferPointer<UInt16>) -> Bool {
    if isParticiple(word, 0, word.count) { return true }
    return Self.prefixes.contains { word.starts(with: $0) && isParticiple(word, $0.count, word.count) }
  }

  private func startsWithPerfect(_ word: UnsafeBufferPointer<UInt16>) -> Bool {
    if isParticiple(word, 0, word.count) { return true }
    return Self.perfectEndings.contains { Self.ends(word, with: $0) && isParticiple(word, 0, word.count - $0.count) }
  }

  private static func ends(_ word: UnsafeBufferPointer<UInt16>, with ending: [UInt16]) -> Bool {
    word.count >= ending.count && word.suffix(ending.count).elementsEqual(ending)
  }
}
