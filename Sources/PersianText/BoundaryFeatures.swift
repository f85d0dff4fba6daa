package import DataFiles
package import Diagnostics

/// How often something was seen when the model was trained, as buckets.
///
/// The model answers from its table; the trainer answers from counts that leave out the sentences it is learning from,
/// so that the weights are fit to words as they will be met: some known, some not.
package protocol BoundaryCounts {
  /// The bucket of the count under `key` (``BoundaryKey``), from 0 (never) to 14 (more than 4,096 times).
  func fineBucket(_ key: UInt64) -> Int
}

extension BoundaryCounts {
  /// The bucket up to 7 (33 times and more).
  @inline(__always)
  func bucket(_ key: UInt64) -> Int { min(7, fineBucket(key)) }
}

/// Keys of the counts. Words are sequences of letters under ``BoundaryLetters``.
package enum BoundaryKey {
  /// A mix of two 64-bit numbers.
  @inline(__always)
  package static func mix(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var hash = (first ^ second) &* 0x9E37_79B9_7F4A_7C15
    hash ^= hash >> 29
    hash = hash &* 0xBF58_476D_1CE4_E5B9
    return hash ^ (hash >> 32)
  }

  /// The number of no letters.
  package static let nothing: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The number of a run of letters, or of one that goes on `after` another.
  @inline(__always)
  package static func word(
    _ letters: UnsafeBufferPointer<UInt16>, _ start: Int, _ end: Int, after: UInt64 = nothing
  ) -> UInt64 {
    var hash = after
    var index = start
    while index < end {
      hash = (hash ^ UInt64(letters[index])) &* 0x100_0000_01B3
      hash ^= hash >> 31
      index += 1
    }
    return hash
  }

  /// The word stood free: no half-space on either side.
  package static func free(_ word: UInt64) -> UInt64 { mix(word, 1) }
  /// The word stood before a half-space.
  package static func left(_ word: UInt64) -> UInt64 { mix(word, 2) }
  /// The word stood after a half-space.
  package static func right(_ word: UInt64) -> UInt64 { mix(word, 3) }
  /// The word is all letters of a written word, with or without half-spaces in it.
  package static func whole(_ word: UInt64) -> UInt64 { mix(word, 4) }
  /// A written word of these letters had a half-space after letter `offset`.
  package static func split(_ word: UInt64, _ offset: Int) -> UInt64 { mix(word, 16 + UInt64(offset)) }
  /// The same as `key`, in texts of one style only.
  package static func inStyle(_ style: Int, _ key: UInt64) -> UInt64 { mix(key, 50 + UInt64(style)) }
  /// A half-space stood between the two words.
  package static func joinedPair(_ first: UInt64, _ second: UInt64) -> UInt64 { mix(mix(first, 6), second) }
  /// A space stood between the two words.
  package static func spacedPair(_ first: UInt64, _ second: UInt64) -> UInt64 { mix(mix(first, 7), second) }
}

/// The features of a place in a text at which a half-space may be missing, as numbers of weights.
package struct BoundaryFeatures: Sendable {
  /// The weights are 2 to the power of this many.
  package static let tableBits = 21

  private let verbs: VerbStems

  /// Makes the features with the verbs that they know.
  init(verbs: VerbStems) {
    self.verbs = verbs
  }

  /// Makes the features with the verbs of `data`.
  ///
  /// - Throws: ``Problem`` where the file of verbs is missing or malformed.
  package init(data: DataBundle) throws(Problem) {
    try self.init(verbs: VerbStems(records: data.records(of: "language/verbs.rec")))
  }

  /// Whether the letters are a finite verb without «می».
  func isVerb(_ word: UnsafeBufferPointer<UInt16>) -> Bool { verbs.isVerb(word) }

  /// Whether the letters are a past participle, with or without «می» joined to it.
  func endsWithParticiple(_ word: UnsafeBufferPointer<UInt16>) -> Bool { verbs.endsWithParticiple(word) }

  /// What the verbs say about the place after letter `offset` of a word (``VerbStems``).
  func verbCode(_ word: UnsafeBufferPointer<UInt16>, _ offset: Int) -> Int { verbs.code(word, offset) }

  /// Collects numbers of weights.
  private struct Sink {
    var features: [UInt32]

    @inline(__always)
    mutating func add(_ tag: UInt64, _ first: UInt64, _ second: UInt64 = 0) {
      let hash = BoundaryKey.mix(BoundaryKey.mix(first, tag), second)
      features.append(UInt32(truncatingIfNeeded: hash >> (64 - UInt64(BoundaryFeatures.tableBits))))
    }
  }

  /// The features of the place after letter `offset` of a word that all styles share.
  package func append(
    inside word: UnsafeBufferPointer<UInt16>, at offset: Int, counts: some BoundaryCounts, to features: inout [UInt32]
  ) {
    var sink = Sink(features: features)
    features = []
    let size = word.count
    func gram(_ start: Int, _ end: Int) -> UInt64 {
      // A gram that reaches over the end of the word includes the end.
      let clipped = BoundaryKey.word(word, max(start, 0), min(end, size))
      return start < 0 || end > size ? BoundaryKey.mix(clipped, 99) : clipped
    }
    sink.add(1, 0)
    for length in 1...4 {
      sink.add(10 + UInt64(length), gram(offset - length, offset))
      sink.add(20 + UInt64(length), gram(offset, offset + length))
    }
    for (before, after) in [(1, 1), (2, 2), (1, 2), (2, 1), (3, 3), (1, 3), (3, 1)] {
      sink.add(30 + UInt64(before * 4 + after), gram(offset - before, offset + after))
    }
    let left = BoundaryKey.word(word, 0, offset)
    let right = BoundaryKey.word(word, offset, size)
    let all = BoundaryKey.word(word, 0, size)
    let lengths = UInt64(min(offset, 6) * 8 + min(size - offset, 6))
    sink.add(51, right)
    sink.add(52, right, UInt64(word[offset - 1]))
    sink.add(53, right, gram(offset - 2, offset))
    sink.add(54, left, UInt64(word[offset]))
    sink.add(55, left, gram(size - 2, size))
    sink.add(56, lengths)

    let freeLeft = UInt64(counts.bucket(BoundaryKey.free(left)))
    let wholeLeft = UInt64(counts.bucket(BoundaryKey.whole(left)))
    let freeRight = UInt64(counts.bucket(BoundaryKey.free(right)))
    let wholeRight = UInt64(counts.bucket(BoundaryKey.whole(right)))
    let partLeft = UInt64(counts.bucket(BoundaryKey.left(left)))
    let partRight = UInt64(counts.bucket(BoundaryKey.right(right)))
    let split = UInt64(counts.bucket(BoundaryKey.split(all, offset)))
    let kept = UInt64(counts.bucket(BoundaryKey.free(all)))
    sink.add(60, freeLeft, partRight)
    sink.add(61, partLeft, freeRight)
    sink.add(62, partLeft, partRight)
    sink.add(63, wholeLeft, wholeRight)
    sink.add(64, split, kept)
    sink.add(65, wholeLeft * 8 + kept, right)
    sink.add(66, wholeRight * 8 + kept, left)
    sink.add(67, wholeLeft, partRight * 8 + kept)
    sink.add(68, lengths, wholeLeft * 8 + wholeRight)
    sink.add(69, kept, partRight)
    let verb = UInt64(verbs.code(word, offset))
    sink.add(70, verb, kept)
    features = sink.features
  }

  /// The features of the place after letter `offset` of a word in one style.
  package func append(
    inside word: UnsafeBufferPointer<UInt16>, at offset: Int, style: Int, counts: some BoundaryCounts,
    to features: inout [UInt32]
  ) {
    var sink = Sink(features: features)
    features = []
    let right = BoundaryKey.word(word, offset, word.count)
    let all = BoundaryKey.word(word, 0, word.count)
    let partRight = UInt64(counts.bucket(BoundaryKey.right(right)))
    let split = UInt64(counts.bucket(BoundaryKey.split(all, offset)))
    let kept = UInt64(counts.bucket(BoundaryKey.free(all)))
    let manner = UInt64(style + 1)
    let splitHere = UInt64(counts.bucket(BoundaryKey.inStyle(style, BoundaryKey.split(all, offset))))
    let keptHere = UInt64(counts.bucket(BoundaryKey.inStyle(style, BoundaryKey.free(all))))
    sink.add(80, manner)
    sink.add(81, splitHere * 8 + keptHere, split * 8 + kept)
    sink.add(82, right, manner)
    sink.add(83, right, manner * 0x10000 + UInt64(word[offset - 1]))
    sink.add(86, partRight * 8 + keptHere, manner)
    features = sink.features
  }

  /// The weight that says which style a word speaks for.
  package static func styleFeature(ofWord word: UnsafeBufferPointer<UInt16>) -> UInt32 {
    styleFeature(tag: 201, BoundaryKey.word(word, 0, word.count))
  }

  /// The weight that says which style a mark (``StyleMark``) speaks for.
  package static func styleFeature(ofMark mark: Int) -> UInt32 { styleFeature(tag: 202, UInt64(mark)) }

  private static func styleFeature(tag: UInt64, _ value: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: BoundaryKey.mix(value, tag) >> (64 - UInt64(tableBits)))
  }

  /// What the counts say of a word beside a space.
  package struct WordFacts: Sendable {
    /// Its number (``BoundaryKey``).
    package var number: UInt64
    /// Buckets of how often it stood free, was all letters of a written word, stood before and after a half-space.
    package var free: UInt8
    package var whole: UInt8
    package var left: UInt8
    package var right: UInt8

    /// Looks the word up.
    package init(_ word: UnsafeBufferPointer<UInt16>, counts: some BoundaryCounts) {
      number = BoundaryKey.word(word, 0, word.count)
      free = UInt8(counts.bucket(BoundaryKey.free(number)))
      whole = UInt8(counts.bucket(BoundaryKey.whole(number)))
      left = UInt8(counts.bucket(BoundaryKey.left(number)))
      right = UInt8(counts.bucket(BoundaryKey.right(number)))
    }

    /// Whether a space between this word and `next` may be a lost half-space at all: both have been seen so, or one of
    /// them is seen little otherwise, or this one has been seen so and the next is new. All other spaces are left alone
    /// without a second look.
    @inline(__always)
    package func mayJoin(_ next: WordFacts) -> Bool {
      left > 0 && (next.right > 0 || left >= free || next.whole == 0)
        || next.right > 0 && next.right >= next.free
    }
  }

  /// The features of the space between two words that all styles share.
  package func append(
    between first: UnsafeBufferPointer<UInt16>, _ firstFacts: WordFacts,
    and second: UnsafeBufferPointer<UInt16>, _ secondFacts: WordFacts,
    counts: some BoundaryCounts, to features: inout [UInt32]
  ) {
    var sink = Sink(features: features)
    features = []
    func head(_ length: Int) -> UInt64 { BoundaryKey.word(second, 0, min(length, second.count)) }
    func tail(_ word: UnsafeBufferPointer<UInt16>, _ length: Int) -> UInt64 {
      BoundaryKey.word(word, max(0, word.count - length), word.count)
    }
    let (left, right) = (firstFacts.number, secondFacts.number)
    let lengths = UInt64(min(first.count, 6) * 8 + min(second.count, 6))
    sink.add(101, 0)
    sink.add(102, left)
    sink.add(103, right)
    for length in 1...3 {
      sink.add(110 + UInt64(length), tail(first, length))
      sink.add(120 + UInt64(length), head(length))
      sink.add(130 + UInt64(length), tail(second, length))
      sink.add(140 + UInt64(length), tail(first, length), right)
      sink.add(150 + UInt64(length), left, head(length))
      sink.add(160 + UInt64(length), left, tail(second, length))
    }
    sink.add(104, lengths)
    let (freeLeft, wholeLeft) = (UInt64(firstFacts.free), UInt64(firstFacts.whole))
    let (freeRight, wholeRight) = (UInt64(secondFacts.free), UInt64(secondFacts.whole))
    let (partLeft, partRight) = (UInt64(firstFacts.left), UInt64(secondFacts.right))
    let joined = UInt64(counts.bucket(BoundaryKey.joinedPair(left, right)))
    let spaced = UInt64(counts.bucket(BoundaryKey.spacedPair(left, right)))
    sink.add(170, joined, spaced)
    sink.add(171, partLeft * 8 + freeLeft, partRight * 8 + freeRight)
    sink.add(172, partLeft, partRight)
    sink.add(173, freeLeft, partRight * 8 + spaced)
    sink.add(174, partLeft, freeRight * 8 + spaced)
    sink.add(175, wholeLeft, right)
    sink.add(176, wholeRight, left)
    sink.add(177, partRight * 8 + freeRight, tail(first, 1))
    sink.add(178, partLeft * 8 + freeLeft, head(1))
    sink.add(179, UInt64(verbs.code(first, second)), spaced)
    features = sink.features
  }

  /// The features of the space between two words in one style; `lastLetter` is that of the first.
  package func append(
    between first: WordFacts, lastLetter: UInt16, and second: WordFacts, style: Int, counts: some BoundaryCounts,
    to features: inout [UInt32]
  ) {
    var sink = Sink(features: features)
    features = []
    let (left, right) = (first.number, second.number)
    let joined = UInt64(counts.bucket(BoundaryKey.joinedPair(left, right)))
    let spaced = UInt64(counts.bucket(BoundaryKey.spacedPair(left, right)))
    let joinedHere = UInt64(counts.bucket(BoundaryKey.inStyle(style, BoundaryKey.joinedPair(left, right))))
    let spacedHere = UInt64(counts.bucket(BoundaryKey.inStyle(style, BoundaryKey.spacedPair(left, right))))
    let manner = UInt64(style + 1)
    sink.add(180, manner)
    sink.add(181, joinedHere * 8 + spacedHere, joined * 8 + spaced)
    sink.add(182, right, manner)
    sink.add(183, left, manner)
    sink.add(184, right, manner * 0x10000 + UInt64(lastLetter))
    features = sink.features
  }
}
