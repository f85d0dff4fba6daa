/// The words of a batch in the order in which a recurrent layer meets them: all first words, all second words …
///
/// Sentences are sorted by falling length, so that those still going on are always the first ones.
struct PackedOrder {
  /// For each step, where its rows begin, and how many sentences still go on.
  private(set) var steps: [(start: Int, count: Int)] = []
  /// For each row in this order, the row of the word in the batch.
  private(set) var wordRow: [Int] = []

  /// - Parameter starts: where each sentence begins in the batch, and its length, sorted by falling length.
  init(sentences: [(start: Int, count: Int)], isBackward: Bool) {
    for step in 0..<(sentences.first?.count ?? 0) {
      let going = sentences.prefix { $0.count > step }
      steps.append((wordRow.count, going.count))
      for sentence in going { wordRow.append(sentence.start + (isBackward ? sentence.count - 1 - step : step)) }
    }
  }

  func gather(_ source: Matrix) -> Matrix {
    let result = Matrix(source.rows, source.columns)
    for (row, word) in wordRow.enumerated() { result.row(row).update(from: source.row(word), count: source.columns) }
    return result
  }

  /// Adds the rows in this order to columns of a matrix in the order of the batch.
  func scatter(_ source: Matrix, to target: Matrix, column: Int = 0) {
    for (row, word) in wordRow.enumerated() {
      let (from, to) = (source.row(row), target.row(word) + column)
      for index in 0..<source.columns { to[index] += from[index] }
    }
  }
}
