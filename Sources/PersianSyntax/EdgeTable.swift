/// The edges of a trie over word numbers: from a node and a word to a node. Open addressing, filled while dictionaries
/// load and then only read.
struct EdgeTable: Sendable {
  private struct Slot {
    var edge: UInt64
    var target: Int32
  }

  private static let empty = UInt64.max
  private var slots = [Slot](repeating: Slot(edge: empty, target: 0), count: 1 << 8)
  private var count = 0

  /// The node that the edge leads to.
  func target(of node: Int32, _ word: Int32) -> Int32? {
    let edge = Self.edge(node, word)
    let slot = slots[place(of: edge)]
    return slot.edge == edge ? slot.target : nil
  }

  /// The node that the edge leads to, which is `new` where there was no such edge.
  mutating func target(of node: Int32, _ word: Int32, orInsert new: Int32) -> Int32 {
    let edge = Self.edge(node, word)
    let place = place(of: edge)
    if slots[place].edge == edge { return slots[place].target }
    slots[place] = Slot(edge: edge, target: new)
    count += 1
    if count * 2 > slots.count { grow() }
    return new
  }

  /// Where the edge is, or the empty place it belongs in.
  private func place(of edge: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: (edge &* 0x9E37_79B9_7F4A_7C15) >> 24) & mask
    while slots[place].edge != edge, slots[place].edge != Self.empty { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(edge: Self.empty, target: 0), count: old.count * 2)
    for slot in old where slot.edge != Self.empty { slots[place(of: slot.edge)] = slot }
  }

  private static func edge(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}
