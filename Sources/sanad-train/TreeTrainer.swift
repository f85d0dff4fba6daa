import PersianText

/// Grows the trees of the second stage: gradient boosting of the logistic loss (Friedman 2001) from the linear model's
/// score, with second-order steps and symmetric trees, each level's question the one that serves all branches best.
struct TreeTrainer {
  /// Places as rows of bytes, all equally long, one after the other.
  private var rows: [UInt8] = []
  private var bases: [Float] = []
  private var shares: [Float] = []
  private var weights: [Float] = []
  private let width: Int

  var treeCount = 300
  private let step: Float = 0.08
  /// What keeps a leaf of few places small.
  private let prior: Float = 8
  /// A frequent word counts no more than this many rare ones.
  private let mostWeight: Float = 30

  init(width: Int) { self.width = width }

  /// Adds a place: what the trees see of it, the linear score, and how often it had a half-space and had none.
  mutating func add(_ evidence: BoundaryJudge.Evidence, base: Float, yes: Float, no: Float) {
    precondition(evidence.count == width)
    rows += evidence
    bases.append(base)
    shares.append(yes / (yes + no))
    weights.append(min(yes + no, mostWeight))
  }

  /// Grows the trees.
  func grown() -> BoundaryTrees {
    var trees = BoundaryTrees()
    var scores = bases
    var random = SplitMix(seed: 3)
    for _ in 0..<treeCount {
      // Each tree sees half of what there is, so that no two make the same mistake.
      let features = (0..<width).shuffled(using: &random).prefix((width + 1) / 2).sorted()
      var gradients = [SIMD2<Float>](repeating: .zero, count: scores.count)
      for index in scores.indices {
        let chance = 1 / (1 + exponential(-scores[index]))
        gradients[index] = SIMD2(chance - shares[index], chance * (1 - chance)) * weights[index]
      }
      let (questions, leaves) = tree(features, gradients)
      var sums = [SIMD2<Float>](repeating: .zero, count: 1 << BoundaryTrees.depth)
      for index in leaves.indices { sums[Int(leaves[index])] += gradients[index] }
      let values = sums.map { -step * $0.x / ($0.y + prior) }
      for index in leaves.indices { scores[index] += values[Int(leaves[index])] }
      trees.append(questions: questions, leaves: values)
    }
    return trees
  }

  /// The questions of a tree, and the leaf of each row.
  private func tree(
    _ features: [Int], _ gradients: [SIMD2<Float>]
  ) -> (questions: [(feature: UInt8, least: UInt8)], leaves: [UInt8]) {
    var leaves = [UInt8](repeating: 0, count: gradients.count)
    var questions: [(feature: UInt8, least: UInt8)] = []
    for level in 0..<BoundaryTrees.depth {
      var best: (gain: Float, feature: Int, least: Int) = (-.infinity, 0, 0)
      for feature in features {
        var cells = [SIMD2<Float>](repeating: .zero, count: 256 << level)
        for index in gradients.indices {
          cells[Int(leaves[index]) << 8 | Int(rows[index * width + feature])] += gradients[index]
        }
        let (gain, least) = bestQuestion(cells)
        if gain > best.gain { best = (gain, feature, least) }
      }
      questions.append((UInt8(best.feature), UInt8(best.least)))
      for index in leaves.indices {
        leaves[index] = leaves[index] << 1 | (rows[index * width + best.feature] >= UInt8(best.least) ? 1 : 0)
      }
    }
    return (questions, leaves)
  }

  /// The least value of a byte that parts the branches best, and what is gained; `cells` are 256 for each branch.
  private func bestQuestion(_ cells: [SIMD2<Float>]) -> (gain: Float, least: Int) {
    var gains = [Float](repeating: 0, count: 256)
    for branch in stride(from: 0, to: cells.count, by: 256) {
      let total = cells[branch..<branch + 256].reduce(SIMD2<Float>.zero, +)
      var below = SIMD2<Float>.zero
      for least in 1..<256 {
        below += cells[branch + least - 1]
        gains[least] += gain(below) + gain(total - below) - gain(total)
      }
    }
    var best = 1
    for least in 2..<256 where gains[least] > gains[best] { best = least }
    return (gains[best], best)
  }

  private func gain(_ sum: SIMD2<Float>) -> Float { sum.x * sum.x / (sum.y + prior) }
}
