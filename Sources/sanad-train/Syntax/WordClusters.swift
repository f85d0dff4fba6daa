import PersianSyntax

/// Clusters of words with like vectors, in three sizes (k-means over directions).
struct WordClusters {
  var sizes = [64, 256, 1000]
  var rounds = 10
  /// Rarer words have no vector worth a cluster.
  var leastCount = 4

  /// The clusters of each row: six, eight and ten bits. A row without is 0.
  func numbers(_ vectors: Matrix, counts: [Int], seed: UInt64) -> [UInt32] {
    var random = SeededRandom(seed: seed)
    let rows = counts.indices.filter { counts[$0] >= leastCount }
    let points = Matrix(rows.count, vectors.columns)
    for (place, row) in rows.enumerated() {
      points.row(place).update(from: vectors.row(row), count: vectors.columns)
      normalise(points.row(place), vectors.columns)
    }
    var numbers = [UInt32](repeating: 0, count: counts.count)
    for (size, shift) in zip(sizes, [0, 6, 14] as [UInt32]) {
      let found = clusters(points, min(size, rows.count), &random)
      for (place, row) in rows.enumerated() { numbers[row] |= UInt32(found[place]) << shift }
    }
    return numbers
  }

  private func clusters(_ points: Matrix, _ count: Int, _ random: inout SeededRandom) -> [Int] {
    let width = points.columns
    let centres = Matrix((count + 7) / 8 * 8, width)
    for (centre, point) in (0..<points.rows).shuffled(using: &random).prefix(count).enumerated() {
      centres.row(centre).update(from: points.row(point), count: width)
    }
    var nearest = [Int](repeating: 0, count: points.rows)
    for _ in 0..<rounds {
      let likeness = Matrix(points.rows, centres.rows)
      likeness.add(points, times: centres.transposed)
      for point in 0..<points.rows {
        let row = likeness.row(point)
        var best = 0
        for centre in 1..<max(1, count) where row[centre] > row[best] { best = centre }
        nearest[point] = best
      }
      centres.clear()
      for point in 0..<points.rows {
        let (centre, source) = (centres.row(nearest[point]), points.row(point))
        for column in 0..<width { centre[column] += source[column] }
      }
      for centre in 0..<count { normalise(centres.row(centre), width) }
    }
    return nearest
  }

  private func normalise(_ vector: UnsafeMutablePointer<Float>, _ width: Int) {
    var square: Float = 1e-9
    for column in 0..<width { square += vector[column] * vector[column] }
    let scale = 1 / square.squareRoot()
    for column in 0..<width { vector[column] *= scale }
  }
}
