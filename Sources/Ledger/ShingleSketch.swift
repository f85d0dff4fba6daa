/// What is kept of a text to tell how like another it is: the smallest hashes of its shingles, three stems each.
///
/// Of a text with no more shingles than are kept, these are all, and what is computed is exact; of longer ones it is
/// estimated (A. Broder, "On the resemblance and containment of documents", 1997).
struct ShingleSketch: Sendable {
  /// The smallest hashes, in order, without repetition.
  let smallest: [UInt64]
  /// How many different shingles the text has.
  let count: Int

  static let most = 192
  private static let stemsPerShingle = 3

  /// The sketch of a text's stems.
  init(of words: IndexWords) { self.init(stems: words.text) }

  /// The sketch of stems that are parted by blanks, UTF-8.
  init(stems: [UInt8]) {
    let stems = stems.split(separator: 0x20).map(Self.hash)
    var hashes: [UInt64] = []
    for start in stems.indices.dropLast(Self.stemsPerShingle - 1) {
      var hash: UInt64 = 0
      for offset in 0..<Self.stemsPerShingle { hash = Self.mix(hash &* 0x9E37_79B9_7F4A_7C15 ^ stems[start + offset]) }
      hashes.append(hash)
    }
    hashes.sort()
    var different: [UInt64] = []
    for hash in hashes where different.last != hash { different.append(hash) }
    count = different.count
    smallest = Array(different.prefix(Self.most))
  }

  /// The share of their shingles that two texts have in common (Jaccard), 0 to 1.
  func resemblance(to other: ShingleSketch) -> Double {
    // Of texts that are known whole, all that both together have is looked at.
    let isWhole = count <= Self.most && other.count <= Self.most
    let size = isWhole ? Int.max : Self.most
    var (first, second, common, seen) = (0, 0, 0, 0)
    while seen < size, first < smallest.count || second < other.smallest.count {
      let (a, b) = (at(first, smallest), at(second, other.smallest))
      if a == b { common += 1 }
      if a <= b { first += 1 }
      if b <= a { second += 1 }
      seen += 1
    }
    return seen == 0 ? 0 : Double(common) / Double(seen)
  }

  /// The share of the shorter text's shingles that the longer one has too.
  func containment(with other: ShingleSketch) -> Double {
    let shared = resemblance(to: other)
    let shorter = Double(min(count, other.count))
    return shorter == 0 ? 0 : min(1, shared / (1 + shared) * Double(count + other.count) / shorter)
  }

  private func at(_ index: Int, _ hashes: [UInt64]) -> UInt64 { index < hashes.count ? hashes[index] : .max }

  /// 64-bit FNV-1a.
  private static func hash(_ stem: ArraySlice<UInt8>) -> UInt64 {
    stem.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// The finaliser of SplitMix64.
  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
