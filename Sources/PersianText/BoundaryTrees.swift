/// A sum of symmetric decision trees over bytes: every level of a tree asks one question of all its branches, so that a
/// tree is a few comparisons and one look-up (the form of Kohavi's oblivious decision trees, 1994, boosted as by Friedman
/// 2001).
package struct BoundaryTrees: Sendable {
  /// The questions of each tree.
  package static let depth = 5
  static let leafCount = 1 << depth
  /// What a tree takes in a model file: for each question a byte's number and the least value that says yes, then leaves.
  static let encodedSize = 2 * depth + 4 * leafCount
  /// More are no model of ours.
  static let mostTrees = 4096

  private(set) var questions: [(feature: UInt8, least: UInt8)] = []
  private(set) var leaves: [Float] = []

  /// No trees: a score of 0.
  package init() {}

  /// How many trees there are.
  var count: Int { leaves.count / Self.leafCount }

  /// Adds a tree of ``depth`` questions; the first question decides the highest bit of the number of a leaf.
  package mutating func append(questions: [(feature: UInt8, least: UInt8)], leaves: [Float]) {
    precondition(questions.count == Self.depth && leaves.count == Self.leafCount)
    self.questions += questions
    self.leaves += leaves
  }

  /// Reads `count` trees that begin at `offset`; `nil` where one asks for a byte that there is not.
  init?(count: Int, at offset: Int, in buffer: UnsafeRawBufferPointer, featureCount: Int) {
    var place = offset
    for _ in 0..<count {
      for _ in 0..<Self.depth {
        guard Int(buffer[place]) < featureCount else { return nil }
        questions.append((buffer[place], buffer[place + 1]))
        place += 2
      }
      for _ in 0..<Self.leafCount {
        let bits = UInt32(littleEndian: buffer.loadUnaligned(fromByteOffset: place, as: UInt32.self))
        leaves.append(Float(bitPattern: bits))
        place += 4
      }
    }
  }

  /// The bytes of a model file.
  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    for tree in 0..<count {
      for question in questions[tree * Self.depth..<(tree + 1) * Self.depth] {
        bytes += [question.feature, question.least]
      }
      for leaf in leaves[tree * Self.leafCount..<(tree + 1) * Self.leafCount] {
        withUnsafeBytes(of: leaf.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    return bytes
  }

  /// The sum for a row of bytes, as long as the rows the trees were grown on.
  package func score(_ row: [UInt8]) -> Float {
    var sum: Float = 0
    var question = 0
    for tree in 0..<count {
      var leaf = 0
      for _ in 0..<Self.depth {
        leaf = leaf << 1 | (row[Int(questions[question].feature)] >= questions[question].least ? 1 : 0)
        question += 1
      }
      sum += leaves[tree * Self.leafCount + leaf]
    }
    return sum
  }
}
