/// What was decided about each word type, found again by its bytes. Bounded: when full it starts anew.
struct WordMemory {
  /// A place in the word at which a half-space may be missing.
  struct Candidate {
    /// Bytes of the word before it.
    var offset: UInt16
    var kind: UInt8
    /// The log odds in each style.
    var scores: SIMD2<Float>
  }

  /// What was found out about a word.
  struct Judgement {
    var candidates: [Candidate] = []
    /// How much the word speaks for the first style.
    var style: Float = 0
    /// What it tells of words beside it, and whether its last two candidates are rivals.
    var role: EndingRivals.Role = []
    var facts: BoundaryFeatures.WordFacts
  }

  private struct Entry {
    var hash: UInt64
    var start: UInt32
    var candidates: UInt32
    var length: UInt16
    var candidateCount: UInt16
    var style: Float
    var role: EndingRivals.Role
    var facts: BoundaryFeatures.WordFacts
  }

  private static let slotBits = 17
  private static let mostWords = 1 << 16
  private static let mostBytes = 8 << 20

  private var slots = [Int32](repeating: -1, count: 1 << slotBits)
  private var entries: [Entry] = []
  private var arena: [UInt8] = []
  private var candidates: [Candidate] = []

  /// The entry of a word.
  @inline(__always)
  func find(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while case let index = Int(slots[slot]), index >= 0 {
      if entries[index].hash == hash, isSame(entries[index], word) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  @inline(__always)
  private func isSame(_ entry: Entry, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    guard Int(entry.length) == word.count else { return false }
    return arena.withUnsafeBytes { arena in
      let word = UnsafeRawBufferPointer(word)
      let start = Int(entry.start)
      var offset = 0
      while offset + 8 <= word.count {
        let known = arena.loadUnaligned(fromByteOffset: start + offset, as: UInt64.self)
        if known != word.loadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
        offset += 8
      }
      while offset < word.count {
        if arena[start + offset] != word[offset] { return false }
        offset += 1
      }
      return true
    }
  }

  /// Remembers a word; the number of its entry is good until the next insertion.
  mutating func insert(_ word: UnsafeBufferPointer<UInt8>, _ hash: UInt64, _ judged: Judgement) -> Int {
    if entries.count >= Self.mostWords || arena.count >= Self.mostBytes { empty() }
    // A word of more bytes has no letters that count; it is remembered by none.
    let length = UInt16(clamping: word.count)
    entries.append(
      Entry(
        hash: hash, start: UInt32(arena.count), candidates: UInt32(candidates.count), length: length,
        candidateCount: UInt16(clamping: judged.candidates.count),
        style: judged.style, role: judged.role, facts: judged.facts))
    arena.append(contentsOf: word.prefix(Int(length)))
    candidates.append(contentsOf: judged.candidates)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(entries.count - 1)
    return entries.count - 1
  }

  private mutating func empty() {
    entries.removeAll(keepingCapacity: true)
    arena.removeAll(keepingCapacity: true)
    candidates.removeAll(keepingCapacity: true)
    for slot in slots.indices { slots[slot] = -1 }
  }

  @inline(__always)
  func style(_ entry: Int) -> Float { entries[entry].style }

  @inline(__always)
  func role(_ entry: Int) -> EndingRivals.Role { entries[entry].role }

  @inline(__always)
  func facts(_ entry: Int) -> BoundaryFeatures.WordFacts { entries[entry].facts }

  @inline(__always)
  func candidateCount(_ entry: Int) -> Int { Int(entries[entry].candidateCount) }

  @inline(__always)
  func candidate(_ entry: Int, _ index: Int) -> Candidate { candidates[Int(entries[entry].candidates) + index] }
}

/// What was decided about each pair of words with a space between them: a table in which a newer pair takes the place of
/// an older one.
struct PairMemory {
  /// The log odds in each style, in steps of 1/256, so that a pair fits into two words; and the kind.
  struct Judgement {
    private var first: Int16
    private var second: Int16
    let kind: UInt8

    init(scores: SIMD2<Float>, kind: UInt8) {
      (first, second) = (Self.steps(scores[0]), Self.steps(scores[1]))
      self.kind = kind
    }

    var scores: SIMD2<Float> { SIMD2(Float(first), Float(second)) / 256 }

    private static func steps(_ score: Float) -> Int16 { Int16(max(-100, min(100, score)) * 256) }
  }

  private struct Slot {
    var key: UInt64 = 0
    var judgement = Judgement(scores: .zero, kind: 0)
  }

  private static let slotBits = 19
  private var slots = [Slot](repeating: Slot(), count: 1 << slotBits)

  @inline(__always)
  func find(_ key: UInt64) -> Judgement? {
    let slot = slots[Int(truncatingIfNeeded: key >> 40) & (slots.count - 1)]
    return slot.key == key ? slot.judgement : nil
  }

  mutating func insert(_ key: UInt64, _ judgement: Judgement) {
    slots[Int(truncatingIfNeeded: key >> 40) & (slots.count - 1)] = Slot(key: key, judgement: judgement)
  }
}
