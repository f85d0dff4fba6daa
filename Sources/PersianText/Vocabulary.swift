/// A number for each word form that any dictionary knows, so that reading compares integers, not strings.
///
/// Filled while the dictionaries load, then only read. Open addressing over one arena of key bytes: a look-up allocates
/// nothing.
public struct Vocabulary: Sendable {
  /// The number of a known word form.
  public typealias WordID = Int32

  private var slots: [Int32]
  private var starts: [Int32] = [0]
  private var arena: [UInt8] = []
  private var mask: Int

  /// An empty vocabulary.
  ///
  /// - Parameter forms: for how many forms there is to be room at once.
  public init(expecting forms: Int = 1 << 10) {
    var size = 1 << 10
    while size < forms * 2, size < 1 << 24 { size *= 2 }
    slots = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  /// How many word forms are known.
  public var count: Int { starts.count - 1 }

  /// The number of the form with this key, given it now if it has none.
  public mutating func intern(_ key: [UInt8]) -> WordID {
    key.withUnsafeBufferPointer { intern($0) }
  }

  /// The number of the form `word` is written in, given it now if it has none.
  public mutating func intern(_ word: String) -> WordID {
    intern(WordKey.key(of: word))
  }

  /// The number of the form with this key, given it now if it has none.
  public mutating func intern(_ key: UnsafeBufferPointer<UInt8>) -> WordID {
    var slot = Int(truncatingIfNeeded: Self.hash(key)) & mask
    while slots[slot] >= 0 {
      if equals(slots[slot], key) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    let id = Int32(count)
    slots[slot] = id
    arena.append(contentsOf: key)
    starts.append(Int32(arena.count))
    if count * 2 > slots.count { grow() }
    return id
  }

  /// The number of the form with this key, or `nil` where no dictionary has it.
  public func lookup(_ key: UnsafeBufferPointer<UInt8>) -> WordID? {
    var slot = Int(truncatingIfNeeded: Self.hash(key)) & mask
    while slots[slot] >= 0 {
      if equals(slots[slot], key) { return slots[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The number of the form with this key, or `nil`.
  public func lookup(_ key: some Collection<UInt8>) -> WordID? {
    key.withContiguousStorageIfAvailable { lookup($0) } ?? Array(key).withUnsafeBufferPointer { lookup($0) }
  }

  /// The number of the form that `word` is written in, or `nil`.
  public func lookup(_ word: String) -> WordID? {
    lookup(WordKey.key(of: word))
  }

  /// The key of a form.
  public func key(of id: WordID) -> ArraySlice<UInt8> {
    arena[Int(starts[Int(id)])..<Int(starts[Int(id) + 1])]
  }

  private func equals(_ id: Int32, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = Int(starts[Int(id)])
    guard Int(starts[Int(id) + 1]) - start == key.count else { return false }
    return arena.withUnsafeBytes { arena in
      let known = UnsafeRawBufferPointer(rebasing: arena[start..<start + key.count])
      let wanted = UnsafeRawBufferPointer(key)
      var offset = 0
      while offset + 8 <= key.count {
        let first = known.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        if first != wanted.loadUnaligned(fromByteOffset: offset, as: UInt64.self) { return false }
        offset += 8
      }
      while offset < key.count {
        if known[offset] != wanted[offset] { return false }
        offset += 1
      }
      return true
    }
  }

  private mutating func grow() {
    mask = slots.count * 2 - 1
    slots = [Int32](repeating: -1, count: mask + 1)
    for id in 0..<Int32(count) {
      let hash = key(of: id).withUnsafeBufferPointer(Self.hash)
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = id
    }
  }

  /// Eight bytes a step, each multiplied by 2⁶⁴ divided by the golden ratio.
  private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(key)
    var hash = UInt64(key.count)
    var offset = 0
    func mix(_ value: UInt64) {
      hash = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 32
    }
    while offset + 8 <= bytes.count {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    mix(rest)
    return hash
  }
}
