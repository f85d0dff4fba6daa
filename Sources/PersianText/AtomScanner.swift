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

  /// Whether each code point from U+0600 to U+06FF is a letter, as bits.
  private static let letterMasks: SIMD4<UInt64> = {
    var masks = SIMD4<UInt64>()
    for value in 0..<256 where CodePoint.isPersianLetter(0x600 + UInt32(value)) {
      masks[value >> 6] |= 1 << UInt64(value & 63)
    }
    return masks
  }()

  private let letters = Self.letterMasks

  /// The length in bytes of the letter at `index`; 0 where there is none.
  @inline(__always)
  private func letterLength(at index: Int) -> Int {
    let byte = bytes[index]
    if byte < 0x80 { return 0 }
    if byte & 0xFC == 0xD8 {
      let low = byte & 1 == 0 ? letters.x : letters.y
      let high = byte & 1 == 0 ? letters.z : letters.w
      return (byte & 2 == 0 ? low : high) >> UInt64(bytes[index + 1] & 0x3F) & 1 != 0 ? 2 : 0
    }
    let (value, length) = UTF8Scalars.scalar(at: index, in: bytes)
    return CodePoint.isPersianLetter(value) ? length : 0
  }

  /// The next run, with a hash of its bytes.
  @inline(__always)
  package mutating func next() -> (range: Range<Int>, hash: UInt64)? {
    while index < bytes.count, letterLength(at: index) == 0 {
      let byte = bytes[index]
      if byte == 0x20 { index += 1; continue }
      let (value, length) = UTF8Scalars.scalar(at: index, in: bytes)
      marks.formUnion(StyleMark.mark(of: value))
      index += length
    }
    guard index < bytes.count else { return nil }
    let start = index
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    while index < bytes.count, case let length = letterLength(at: index), length > 0 {
      let pair = UInt64(bytes[index]) << 8 | UInt64(bytes[index + 1])
      hash = (hash ^ pair) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
      if pair == 0xD994 { marks.insert(.hamzaAbove) }
      if length == 3 { hash = (hash ^ UInt64(bytes[index + 2])) &* 0x100_0000_01B3 }
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
