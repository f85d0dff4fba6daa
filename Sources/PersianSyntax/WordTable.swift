/// Finds the row of a word by its key: open addressing over fingerprints, in a form that can be mapped from a file.
package struct WordTable: Sendable {
  /// Slots of two numbers each: the fingerprint (never 0 where the slot is taken), and the row.
  package private(set) var slots: [UInt32]
  private let mask: Int

  /// A table that gives each key its place in `keys`.
  package init(keys: [[UInt8]]) {
    self.init(rows: keys.enumerated().map { ($1, UInt32($0)) })
  }

  /// A table with these keys and their rows.
  package init(rows: [(key: [UInt8], row: UInt32)]) {
    self.init(hashes: rows.map { ($0.key.withUnsafeBufferPointer { Self.hash($0, seed: 0) }, $0.row) })
  }

  /// A table with the hashes of keys and their rows.
  package init(hashes: [(hash: UInt64, row: UInt32)]) {
    var size = 1024
    while size < hashes.count * 2 { size *= 2 }
    slots = [UInt32](repeating: 0, count: size * 2)
    mask = size - 1
    for (hash, row) in hashes {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot * 2] != 0 { slot = (slot + 1) & mask }
      slots[slot * 2] = Self.fingerprint(hash)
      slots[slot * 2 + 1] = row
    }
  }

  /// The table with these slots, or `nil` where they are no table of at most `rows` rows.
  package init?(slots: [UInt32], rows: Int) {
    let size = slots.count / 2
    guard size > 0, size & (size - 1) == 0, slots.count == size * 2 else { return nil }
    var free = 0
    for slot in 0..<size {
      if slots[slot * 2] == 0 { free += 1 } else if slots[slot * 2 + 1] >= UInt32(rows) { return nil }
    }
    // Without a free slot a search for an unknown word would not end.
    guard free > 0 else { return nil }
    self.slots = slots
    mask = size - 1
  }

  /// The row of a key, or -1.
  @inline(__always)
  package func row(of key: UnsafeBufferPointer<UInt8>) -> Int32 { row(ofHash: Self.hash(key, seed: 0)) }

  /// The row of a key with this hash, or -1.
  @inline(__always)
  package func row(ofHash hash: UInt64) -> Int32 {
    let fingerprint = Self.fingerprint(hash)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot * 2] != 0 {
      if slots[slot * 2] == fingerprint { return Int32(truncatingIfNeeded: slots[slot * 2 + 1]) }
      slot = (slot + 1) & mask
    }
    return -1
  }

  /// The row of a key read as a set of bits; empty where the key is not in the table.
  func set(of key: UnsafeBufferPointer<UInt8>) -> UInt32 {
    UInt32(max(0, row(of: key)))
  }

  private static func fingerprint(_ hash: UInt64) -> UInt32 {
    let high = UInt32(truncatingIfNeeded: hash >> 32)
    return high == 0 ? 1 : high
  }

  /// 64-bit FNV-1a with a last mixing of the bits.
  @inline(__always)
  package static func hash(_ bytes: UnsafeBufferPointer<UInt8>, seed: UInt8) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9
  }
}
