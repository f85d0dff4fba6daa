/// The parts of a half-space model, and its file.
package struct HalfSpaceModelFile {
  /// The weights, 2 to the power of ``BoundaryFeatures/tableBits`` of them.
  package var weights: [Float]
  /// How often each key was seen; buckets of it are kept.
  package var counts: [(key: UInt64, bucket: Int)]
  /// The second stage, for places in a word and between two words.
  package var insideTrees = BoundaryTrees()
  package var betweenTrees = BoundaryTrees()
  /// Slope and bias for each context and, in it, each kind.
  package var habits = Self.neutralHabits

  /// Begins a model that knows of no habits and has no second stage.
  package init(weights: [Float], counts: [(key: UInt64, bucket: Int)]) {
    self.weights = weights
    self.counts = counts
  }

  /// Slope 1 and bias 0 everywhere: a model that knows of no habits.
  private static var neutralHabits: [Float] {
    (0..<SpacingHabit.count * BoundaryKind.count).flatMap { _ in [1, 0] as [Float] }
  }

  /// The bucket of a count: 0 never, then 1, 2, 3–4, 5–8 and so on, at most 14. Features see no more than 7.
  package static func bucket(_ count: Int) -> Int {
    count <= 0 ? 0 : min(14, Int.bitWidth - (count - 1).leadingZeroBitCount + 1)
  }

  /// The bytes of the file (layout: ``HalfSpaceModel``).
  package func encoded() -> [UInt8] {
    var largest: Float = 0
    for weight in weights { largest = max(largest, abs(weight)) }
    // A few very large weights must not make all others coarse: they are cut off.
    let scale = min(largest, 5) / 127
    var bits = 4
    while 1 << bits < counts.count * 3 / 2 { bits += 1 }
    var table = [UInt32](repeating: 0, count: 1 << bits)
    for (key, bucket) in counts where bucket > 0 {
      var slot = Int(truncatingIfNeeded: key & 0xFFFF_FFFF) & (table.count - 1)
      while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = HalfSpaceModel.tag(key) | UInt32(bucket + 1)
    }
    var bytes: [UInt8] = []
    func append(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) } }
    withUnsafeBytes(of: HalfSpaceModel.magic.littleEndian) { bytes.append(contentsOf: $0) }
    bytes += [UInt8](repeating: 0, count: 8)
    append(UInt32(BoundaryFeatures.tableBits))
    append(UInt32(bits))
    append(UInt32(SpacingHabit.count))
    append(UInt32(BoundaryKind.count))
    append(scale.bitPattern)
    append(UInt32(insideTrees.count))
    append(UInt32(betweenTrees.count))
    while bytes.count < HalfSpaceModel.headerSize { bytes.append(0) }
    for weight in weights {
      let unit = scale > 0 ? (weight / scale).rounded() : 0
      bytes.append(UInt8(bitPattern: Int8(max(-127, min(127, unit)))))
    }
    for slot in table { append(slot) }
    for value in habits { append(value.bitPattern) }
    bytes += insideTrees.encoded + betweenTrees.encoded
    let checksum = bytes.withUnsafeBytes { HalfSpaceModel.checksum($0) }
    withUnsafeBytes(of: checksum.littleEndian) { bytes.replaceSubrange(8..<16, with: $0) }
    return bytes
  }
}
