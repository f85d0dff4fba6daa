internal import PersianText

/// The ways in which a phrase of a dictionary may be written: half-spaces as joins and, where there are few, as spaces;
/// and two words of a short phrase joined, as a repair of half-spaces may have done («کمپ‌دیوید»).
///
/// A phrase is the keys of its pieces, one after the other, and the cuts between them. A spelling takes some of the cuts
/// for the ends of words, so that its words are stretches of one array.
struct PhraseSpellings {
  /// More half-spaces than this are only tried joined: their number of spellings doubles with each.
  private static let mostJoints = 3

  private struct Cut {
    /// How many bytes of the key stand before it.
    var place: Int
    /// Whether it is a half-space.
    var isJoint: Bool
  }

  /// The keys of all pieces (``WordKey``).
  private var key: [UInt8] = []
  private var cuts: [Cut] = []

  /// Takes a phrase in UTF-8, its words separated by spaces, in place of the one before.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    key.removeAll(keepingCapacity: true)
    cuts.removeAll(keepingCapacity: true)
    var start = 0
    var endsWord = false
    func piece(_ spellings: inout PhraseSpellings, upTo end: Int) {
      let before = spellings.key.count
      WordKey.append(unfolded: UnsafeBufferPointer(rebasing: bytes[start..<end]), to: &spellings.key)
      if spellings.key.count > before {
        if before > 0 { spellings.cuts.append(Cut(place: before, isJoint: !endsWord)) }
        endsWord = false
      }
    }
    var index = 0
    while index < bytes.count {
      let length = Self.breakLength(at: index, in: bytes)
      if length > 0 {
        piece(&self, upTo: index)
        endsWord = endsWord || length == 1
        start = index + length
      }
      index += max(length, 1)
    }
    piece(&self, upTo: bytes.count)
  }

  /// The length of the space or half-space (U+200C, in UTF-8 E2 80 8C) at `index`; 0 where there is none.
  private static func breakLength(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    if bytes[index] == 0x20 { return 1 }
    let isHalfSpace =
      bytes[index] == 0xE2 && index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x8C
    return isHalfSpace ? 3 : 0
  }

  /// Calls `body` with a function that walks over the words of a spelling, for each spelling.
  func forEach(_ body: (_ words: (_ word: (UnsafeBufferPointer<UInt8>) -> Void) -> Void) -> Void) {
    guard !key.isEmpty else { return }
    let joints = cuts.count { $0.isJoint }
    let words = cuts.count - joints + 1
    let choices = joints <= Self.mostJoints ? 1 << joints : 1
    for spaces in 0..<choices { body { forEachWord(spaces: spaces, without: nil, $0) } }
    guard (2...3).contains(words) else { return }
    for index in cuts.indices where !cuts[index].isJoint {
      body { forEachWord(spaces: 0, without: index, $0) }
    }
  }

  /// The words of the spelling that has a space at the half-spaces whose bits are set, and none at the cut `without`.
  private func forEachWord(spaces: Int, without: Int?, _ word: (UnsafeBufferPointer<UInt8>) -> Void) {
    key.withUnsafeBufferPointer { key in
      var start = 0
      var joint = 0
      for (index, cut) in cuts.enumerated() {
        var isEnd = index != without
        if cut.isJoint {
          // More joints than bits are only tried joined.
          isEnd = joint < Self.mostJoints && spaces >> joint & 1 != 0
          joint += 1
        }
        if isEnd {
          word(UnsafeBufferPointer(rebasing: key[start..<cut.place]))
          start = cut.place
        }
      }
      word(UnsafeBufferPointer(rebasing: key[start...]))
    }
  }
}
