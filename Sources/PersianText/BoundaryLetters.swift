/// The letters of a word as the half-space model sees them: without marks, and with the hamza forms that writers vary in
/// made one (أ إ → ا, ؤ → و, ئ → ی, ۀ → ه).
package struct BoundaryLetters {
  /// Longer words are left alone: they are no words.
  package static let longest = 40

  /// The letters.
  package private(set) var letters: [UInt16] = []
  /// For each letter the number of bytes of the word up to its end, marks on it included.
  package private(set) var ends: [UInt16] = []

  /// No letters yet.
  package init() {
    letters.reserveCapacity(Self.longest)
    ends.reserveCapacity(Self.longest)
  }

  /// Takes the letters of a word in folded UTF-8.
  ///
  /// - Returns: Whether it is short enough to be a word.
  package mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    letters.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    guard bytes.count <= Self.longest * 4 else { return false }
    var index = 0
    while index < bytes.count {
      let (value, length) = UTF8Scalars.scalar(at: index, in: bytes)
      index += length
      if CodePoint.isMark(value) {
        if !ends.isEmpty { ends[ends.count - 1] = UInt16(index) }
      } else {
        letters.append(Self.letter(value))
        ends.append(UInt16(index))
      }
    }
    return letters.count <= Self.longest
  }

  private static func letter(_ value: UInt32) -> UInt16 {
    switch value {
    case 0x623, 0x625: 0x627
    case 0x624: 0x648
    case 0x626: 0x6CC
    case 0x6C0: 0x647
    default: UInt16(truncatingIfNeeded: value)
    }
  }

  /// The letters of a string.
  static func array(_ text: String) -> [UInt16] {
    var letters: [UInt16] = []
    for scalar in text.unicodeScalars where !CodePoint.isMark(scalar.value) { letters.append(letter(scalar.value)) }
    return letters
  }

  /// The number of a word (``BoundaryKey``).
  static func number(of text: String) -> UInt64 {
    array(text).withUnsafeBufferPointer { BoundaryKey.word($0, 0, $0.count) }
  }
}
