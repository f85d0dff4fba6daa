/// Finds the runs of Persian letters in folded UTF-8: the pieces that half-spaces and spaces stand between.
package struct AtomScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  /// The marks seen so far.
  package private(set) var marks: StyleMark = []

  /// Scans `bytes`, valid UTF-8.
  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The next run, with a hash of its bytes.
  @inline(__always)
  package mutating func next() -> (range: Range<Int>, hash: UInt64)? {
    while index < bytes.count {
      let (value, length) = UTF8Scalars.scalar(at: index, in: bytes)
      if CodePoint.isPersianLetter(value) { break }
      marks.formUnion(StyleMark.mark(of: value))
      index += length
    }
    guard index < bytes.count else { return nil }
    let start = index
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    while index < bytes.count {
      let (value, length) = UTF8Scalars.scalar(at: index, in: bytes)
      guard CodePoint.isPersianLetter(value) else { break }
      hash = (hash ^ UInt64(value)) &* 0x100_0000_01B3
      hash ^= hash >> 29
      if value == 0x654 { marks.insert(.hamzaAbove) }
      index += length
    }
    return (start..<index, hash)
  }

  /// Whether a half-space stands at `offset`, which lies in the bytes.
  @inline(__always)
  package func isHalfSpace(at offset: Int) -> Bool {
    offset + 2 < bytes.count && bytes[offset] == 0xE2 && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x8C
  }
}
