/// The edges of a trie over word numbers: from a node and a word to a node. Open addressing, filled while dictionaries
/// load and then only read.
struct EdgeTable: Sendable {
  /// Twelve bytes, where an edge as one number would make it sixteen.
  private struct Slot {
    /// -1 in an empty slot.
    var node: Int32 = -1
    var word: Int32 = -1
    var target: Int32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 8)
  private var count = 0

  /// The node that the edge leads to.
  func target(of node: Int32, _ word: Int32) -> Int32? {
    let slot = slots[place(of: node, word)]
    return slot.node == node ? slot.target : nil
  }

  /// The node that the edge leads to, which is `new` where there was no such edge.
  mutating func target(of node: Int32, _ word: Int32, orInsert new: Int32) -> Int32 {
    let place = place(of: node, word)
    if slots[place].node == node { return slots[place].target }
    slots[place] = Slot(node: node, word: word, target: new)
    count += 1
    if count * 2 > slots.count { grow(to: slots.count * 2) }
    return new
  }

  /// Makes room for so many edges at once.
  mutating func reserve(_ edges: Int) {
    var size = slots.count
    while size < edges * 2, size < 1 << 24 { size *= 2 }
    if size > slots.count { grow(to: size) }
  }

  /// Where the edge is, or the empty place it belongs in.
  private func place(of node: Int32, _ word: Int32) -> Int {
    let edge = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: (edge &* 0x9E37_79B9_7F4A_7C15) >> 24) & mask
    while slots[place].node >= 0, slots[place].node != node || slots[place].word != word { place = (place + 1) & mask }
    return place
  }

  private mutating func grow(to size: Int) {
    let old = slots
    slots = [Slot](repeating: Slot(), count: size)
    for slot in old where slot.node >= 0 { slots[place(of: slot.node, slot.word)] = slot }
  }
}
