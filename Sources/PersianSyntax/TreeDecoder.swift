/// The best dependency tree under given scores of arcs: Chu-Liu/Edmonds with exactly one word below the root.
package enum TreeDecoder {
  /// Finds the heads of `count` words.
  ///
  /// - Parameter scores: row `d` (a word, from 0) and column `h` (0 is the root, `h` the word `h - 1`), `stride` columns
  ///   in a row.
  /// - Returns: for each word its head: 0 for the root, else the head's index plus one.
  package static func heads(scores: UnsafePointer<Float>, stride: Int, count: Int) -> [Int32] {
    guard count > 0 else { return [] }
    var heads = greedy(scores, stride, count)
    let roots = heads.count { $0 == 0 }
    if roots == 1, !hasCycle(heads) { return heads }
    // The best single root: each candidate would need a decoding of its own, so only the likeliest are tried.
    var candidates = Array(0..<count)
    let margin = { (word: Int) in scores[word * stride] - bestOther(scores, stride, count, word) }
    candidates.sort { (margin($0), $1) > (margin($1), $0) }
    var bestScore = -Float.infinity
    for root in candidates.prefix(3) {
      let tree = maximumTree(scores, stride, count, root: root)
      var total: Float = 0
      for word in 0..<count { total += scores[word * stride + Int(tree[word])] }
      if total > bestScore {
        bestScore = total
        heads = tree
      }
    }
    return heads
  }

  private static func greedy(_ scores: UnsafePointer<Float>, _ stride: Int, _ count: Int) -> [Int32] {
    var heads = [Int32](repeating: 0, count: count)
    for word in 0..<count {
      let row = scores + word * stride
      var best = 0
      for head in 1...count where head != word + 1 && row[head] > row[best] { best = head }
      heads[word] = Int32(best)
    }
    return heads
  }

  private static func bestOther(
    _ scores: UnsafePointer<Float>, _ stride: Int, _ count: Int, _ word: Int
  ) -> Float {
    var best = -Float.infinity
    for head in 1...count where head != word + 1 { best = max(best, scores[word * stride + head]) }
    return best == -Float.infinity ? 0 : best
  }

  private static func hasCycle(_ heads: [Int32]) -> Bool {
    var mark = [Int32](repeating: 0, count: heads.count + 1)
    for start in 1...heads.count where mark[start] == 0 {
      var word = start
      while word != 0, mark[word] == 0 {
        mark[word] = Int32(start)
        word = Int(heads[word - 1])
      }
      if word != 0, mark[word] == Int32(start) { return true }
    }
    return false
  }

  /// The maximum tree in which `root` is the only child of the root.
  private static func maximumTree(
    _ scores: UnsafePointer<Float>, _ stride: Int, _ count: Int, root: Int
  ) -> [Int32] {
    // Nodes 0..<count are words; `root` has no head, every other word has a word as its head.
    var weights = [Float](repeating: -.infinity, count: count * count)
    for word in 0..<count where word != root {
      for head in 0..<count where head != word { weights[word * count + head] = scores[word * stride + head + 1] }
    }
    let tree = Arborescence(size: count, root: root).solve(weights)
    var heads = [Int32](repeating: 0, count: count)
    for word in 0..<count where word != root { heads[word] = Int32(tree[word] + 1) }
    return heads
  }
}

/// Chu-Liu/Edmonds in O(n³): contracts one cycle after the other, then opens them again.
private struct Arborescence {
  /// A cycle that became one node: the words in each of its nodes, and the arcs that made it.
  struct Contraction {
    var members: [[Int]]
    var arcs: [(node: Int, head: Int)]
  }

  let size: Int
  let root: Int

  /// Heads of all nodes but the root (which gets itself), for `weights[node * size + head]`.
  func solve(_ initial: [Float]) -> [Int] {
    var weights = initial
    // The arc of the first graph that a weight now stands for.
    var origin = (0..<size * size).map { (node: $0 / size, head: $0 % size) }
    var alive = [Bool](repeating: true, count: size)
    var contractions: [Contraction] = []
    var members = (0..<size).map { [$0] }
    while true {
      var best = [Int](repeating: -1, count: size)
      for node in 0..<size where alive[node] && node != root {
        var choice = -1
        for head in 0..<size where alive[head] && head != node {
          if choice < 0 || weights[node * size + head] > weights[node * size + choice] { choice = head }
        }
        best[node] = choice
      }
      guard let cycle = findCycle(best, alive) else { return open(best, alive, origin, contractions) }
      contractions.append(
        Contraction(members: cycle.map { members[$0] }, arcs: cycle.map { origin[$0 * size + best[$0]] }))
      let kept = cycle[0]
      let gains = cycle.map { weights[$0 * size + best[$0]] }
      for other in 0..<size where alive[other] && !cycle.contains(other) {
        var (inBest, outBest) = (-1, -1)
        var inScore = -Float.infinity
        for (position, node) in cycle.enumerated() {
          let entering = weights[node * size + other] - gains[position]
          if inBest < 0 || entering > inScore { (inBest, inScore) = (node, entering) }
          if outBest < 0 || weights[other * size + node] > weights[other * size + outBest] { outBest = node }
        }
        let (inOrigin, outOrigin) = (origin[inBest * size + other], origin[other * size + outBest])
        let outScore = weights[other * size + outBest]
        weights[kept * size + other] = inScore
        origin[kept * size + other] = inOrigin
        weights[other * size + kept] = outScore
        origin[other * size + kept] = outOrigin
      }
      for node in cycle.dropFirst() {
        alive[node] = false
        members[kept] += members[node]
      }
    }
  }

  private func findCycle(_ best: [Int], _ alive: [Bool]) -> [Int]? {
    var mark = [Int](repeating: -1, count: size)
    for start in 0..<size where alive[start] && mark[start] < 0 {
      var node = start
      while node >= 0, node != root, mark[node] < 0 {
        mark[node] = start
        node = best[node]
      }
      guard node >= 0, node != root, mark[node] == start else { continue }
      var cycle = [node]
      var next = best[node]
      while next != node {
        cycle.append(next)
        next = best[next]
      }
      return cycle
    }
    return nil
  }

  private func open(
    _ best: [Int], _ alive: [Bool], _ origin: [(node: Int, head: Int)],
    _ contractions: [Contraction]
  ) -> [Int] {
    var heads = [Int](repeating: root, count: size)
    for node in 0..<size where alive[node] && node != root && best[node] >= 0 {
      let arc = origin[node * size + best[node]]
      heads[arc.node] = arc.head
    }
    // The later contractions are the outer ones. When one is opened, exactly one of its words has its head: the arc of
    // the cycle into the node that holds this word is the one that does not stand.
    var entered = Set<Int>()
    for node in 0..<size where alive[node] && node != root && best[node] >= 0 {
      entered.insert(origin[node * size + best[node]].node)
    }
    for contraction in contractions.reversed() {
      let broken = contraction.members.firstIndex { $0.contains { entered.contains($0) } }
      for (position, arc) in contraction.arcs.enumerated() where position != broken {
        heads[arc.node] = arc.head
        entered.insert(arc.node)
      }
    }
    return heads
  }
}
