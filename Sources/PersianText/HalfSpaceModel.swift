internal import DataFiles
internal import Diagnostics

/// The trained model of where half-spaces belong: hashed weights of a logistic regression, a table of counts, how much
/// each kind of half-space is to be expected in each context of a text, and the trees of the second stage.
///
/// The file is read where it lies (it is mapped into memory with the program): nothing large is copied. All numbers are
/// little-endian. Layout: magic, checksum of all that follows, sizes, weights, counts, habits, trees; see
/// `docs/repair.md`.
///
/// `@unchecked Sendable`: the memory is never written after `init`; that of the program lives as long as the process, and
/// a copy of other bytes as long as this object.
final class HalfSpaceModel: BoundaryCounts, @unchecked Sendable {
  static let magic: UInt64 = 0x3246_4C41_4844_4E53  // "SNDHALF2"
  static let headerSize = 48
  static let path = "models/half-space.bin"

  /// One unit of a weight.
  private let scale: Float
  private let countMask: Int
  private let weights: UnsafeRawBufferPointer
  private let counts: UnsafeRawBufferPointer
  /// Slope and bias for each context and kind.
  private let habits: [Float]
  /// The second stage, for places in a word and between two words.
  let (insideTrees, betweenTrees): (BoundaryTrees, BoundaryTrees)
  private let owned: UnsafeMutableRawBufferPointer?

  /// - Throws: ``Problem`` `modelDamaged` where the bytes are not such a model, whole.
  init(_ bytes: DataBundle.Bytes) throws(Problem) {
    let buffer: UnsafeRawBufferPointer
    switch bytes {
    case .embedded(let memory):
      buffer = memory
      owned = nil
    case .loaded(let array):
      let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: array.count, alignment: 16)
      copy.copyBytes(from: array)
      buffer = UnsafeRawBufferPointer(copy)
      owned = copy
    }
    guard let parts = Self.parts(of: buffer) else {
      owned?.deallocate()
      throw Problem(.modelDamaged, at: InputPlace(file: Self.path))
    }
    (scale, countMask, habits) = (parts.scale, parts.countMask, parts.habits)
    (insideTrees, betweenTrees) = (parts.inside, parts.between)
    weights = UnsafeRawBufferPointer(rebasing: buffer[parts.weights])
    counts = UnsafeRawBufferPointer(rebasing: buffer[parts.counts])
  }

  deinit { owned?.deallocate() }

  /// - Throws: ``Problem`` `dataFileMissing` or `modelDamaged`.
  convenience init(data: DataBundle) throws(Problem) {
    guard let file = data.files.first(where: { $0.path == Self.path }) else {
      throw Problem(.dataFileMissing, at: InputPlace(file: data.folder), Self.path)
    }
    try self.init(file.bytes)
  }

  private struct Parts {
    var scale: Float
    var countMask: Int
    var weights: Range<Int>
    var counts: Range<Int>
    var habits: [Float]
    var inside: BoundaryTrees
    var between: BoundaryTrees
  }

  private static func parts(of buffer: UnsafeRawBufferPointer) -> Parts? {
    func word(_ offset: Int) -> UInt32 {
      UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    }
    guard buffer.count >= headerSize,
      UInt64(littleEndian: buffer.loadUnaligned(as: UInt64.self)) == magic,
      UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: 8, as: UInt64.self)) == checksum(buffer),
      word(16) == UInt32(BoundaryFeatures.tableBits), word(20) >= 4, word(20) <= 24,
      word(24) == UInt32(SpacingHabit.count), word(28) == UInt32(BoundaryKind.count),
      case let scale = Float(bitPattern: word(32)), scale >= 0, scale <= 1,
      word(36) <= BoundaryTrees.mostTrees, word(40) <= BoundaryTrees.mostTrees
    else { return nil }
    let slots = 1 << Int(word(20))
    let weights = headerSize..<headerSize + (1 << BoundaryFeatures.tableBits)
    let counts = weights.upperBound..<weights.upperBound + slots * 4
    let habitCount = SpacingHabit.count * BoundaryKind.count * 2
    let (insideCount, betweenCount) = (Int(word(36)), Int(word(40)))
    let inside = counts.upperBound + habitCount * 4
    let between = inside + insideCount * BoundaryTrees.encodedSize
    guard buffer.count == between + betweenCount * BoundaryTrees.encodedSize,
      let insideTrees = BoundaryTrees(
        count: insideCount, at: inside, in: buffer, featureCount: BoundaryJudge.insideCount),
      let betweenTrees = BoundaryTrees(
        count: betweenCount, at: between, in: buffer, featureCount: BoundaryJudge.betweenCount)
    else { return nil }
    return Parts(
      scale: scale, countMask: slots - 1, weights: weights, counts: counts,
      habits: (0..<habitCount).map { Float(bitPattern: word(counts.upperBound + $0 * 4)) },
      inside: insideTrees, between: betweenTrees)
  }

  /// A checksum of all bytes after itself, eight at a time.
  static func checksum(_ buffer: UnsafeRawBufferPointer) -> UInt64 {
    var hash = UInt64(buffer.count)
    var offset = 16
    while offset + 8 <= buffer.count {
      let next = UInt64(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      hash = (hash ^ next) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
      offset += 8
    }
    while offset < buffer.count {
      hash = (hash ^ UInt64(buffer[offset])) &* 0x9E37_79B9_7F4A_7C15
      offset += 1
    }
    return hash ^ (hash >> 29)
  }

  /// A slot of the table of counts holds the upper 28 bits of a key and, in its low 4 bits, one more than the bucket.
  static func tag(_ key: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: key >> 32) & ~0xF }

  func fineBucket(_ key: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: key & 0xFFFF_FFFF) & countMask
    // A full table would make this endless: a damaged file must not.
    for _ in 0...64 {
      let value = UInt32(littleEndian: counts.loadUnaligned(fromByteOffset: slot * 4, as: UInt32.self))
      if value == 0 { return 0 }
      if value & ~0xF == Self.tag(key) { return max(0, Int(value & 0xF) - 1) }
      slot = (slot + 1) & countMask
    }
    return 0
  }

  /// The log odds of a half-space at a place with these features.
  func score(_ features: [UInt32]) -> Float {
    var sum: Int32 = 0
    for feature in features { sum += Int32(Int8(bitPattern: weights[Int(feature)])) }
    return Float(sum) * scale
  }

  /// One weight.
  func weight(_ feature: UInt32) -> Float { score([feature]) }

  /// The log odds in a context of the text.
  func adjusted(_ score: Float, kind: Int, context: Int) -> Float {
    let place = (context * BoundaryKind.count + kind) * 2
    return score * habits[place] + habits[place + 1]
  }
}
