internal import PersianText

/// The ways in which a phrase of a dictionary may be written.
enum PhraseSpellings {
  /// More half-spaces than this are only tried joined: their number of spellings doubles with each.
  private static let mostJoints = 3

  /// Each spelling as the ``WordKey`` keys of its words: half-spaces as joins and, where there are few, as spaces; and
  /// two words of a short phrase joined, as a repair of half-spaces may have done («کمپ‌دیوید»).
  static func keys(of phrase: String) -> [[[UInt8]]] {
    var phrase = phrase
    let parts = phrase.withUTF8(parts)
    let joints = parts.reduce(0) { $0 + $1.count - 1 }
    let plain = parts.map { $0.count == 1 ? $0[0] : Array($0.joined()) }
    var spellings = [plain]
    if (1...mostJoints).contains(joints) {
      for choice in 1..<(1 << joints) { spellings.append(spelling(parts, spaces: choice)) }
    }
    if (2...3).contains(plain.count) {
      for place in 0..<plain.count - 1 {
        spellings.append(Array(plain[..<place]) + [plain[place] + plain[place + 1]] + Array(plain[(place + 2)...]))
      }
    }
    return spellings
  }

  /// The spelling that has a space at the half-spaces whose bits are set.
  private static func spelling(_ parts: [[[UInt8]]], spaces: Int) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var joint = 0
    for part in parts {
      words.append(part[0])
      for piece in part.dropFirst() {
        if spaces >> joint & 1 == 0 { words[words.count - 1] += piece } else { words.append(piece) }
        joint += 1
      }
    }
    return words
  }

  /// The keys of the words, cut at their half-spaces (U+200C, in UTF-8 E2 80 8C).
  private static func parts(_ bytes: UnsafeBufferPointer<UInt8>) -> [[[UInt8]]] {
    var words: [[[UInt8]]] = []
    var pieces: [[UInt8]] = []
    var start = 0
    func cut(_ end: Int) {
      let key = WordKey.key(of: UnsafeBufferPointer(rebasing: bytes[start..<end]))
      if !key.isEmpty { pieces.append(key) }
    }
    func endWord() {
      if !pieces.isEmpty { words.append(pieces) }
      pieces = []
    }
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x20 {
        cut(index)
        endWord()
        index += 1
        start = index
      } else if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] == 0x8C {
        cut(index)
        index += 3
        start = index
      } else {
        index += 1
      }
    }
    cut(bytes.count)
    endWord()
    return words
  }
}
