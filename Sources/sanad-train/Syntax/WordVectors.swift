import PersianSyntax

/// Vectors of words learnt from raw text: skip-gram with negative samples (Mikolov and others 2013), with other outputs
/// for each place around the word (Ling and others 2015), since order is what syntax needs.
struct WordVectors {
  var width = 64
  var rounds = 12
  var negatives = 5
  var places = [-2, -1, 1, 2]

  /// - Parameter sentences: rows of words; negative where a word is not known.
  func train(_ sentences: [[Int32]], counts: [Int], seed: UInt64) -> Matrix {
    var random = SeededRandom(seed: seed)
    let words = Matrix(counts.count, width)
    for index in 0..<words.count { words.values[index] = random.symmetric(0.5 / Float(width)) }
    let outputs = places.map { _ in Matrix(counts.count, width) }
    let noise = noiseTable(counts)
    let total = sentences.reduce(0) { $0 + $1.count } * rounds
    var done = 0
    let update = UnsafeMutablePointer<Float>.allocate(capacity: width)
    defer { update.deallocate() }
    for _ in 0..<rounds {
      for sentence in sentences {
        let rate = max(0.0005, 0.03 * (1 - Float(done) / Float(total)))
        done += sentence.count
        for (position, word) in sentence.enumerated() where word >= 0 {
          // Frequent words are met often enough.
          let share = Float(counts[Int(word)]) / Float(max(1, total / rounds))
          if share > 1e-3, random.unit() > (1e-3 / share).squareRoot() { continue }
          for (place, offset) in places.enumerated() {
            let other = position + offset
            guard sentence.indices.contains(other), sentence[other] >= 0 else { continue }
            step(words.row(Int(word)), outputs[place], Int(sentence[other]), noise, rate, update, &random)
          }
        }
      }
    }
    return words
  }

  private func step(
    _ vector: UnsafeMutablePointer<Float>, _ output: Matrix, _ target: Int, _ noise: [Int32], _ rate: Float,
    _ update: UnsafeMutablePointer<Float>, _ random: inout SeededRandom
  ) {
    update.update(repeating: 0, count: width)
    for sample in 0...negatives {
      let other = sample == 0 ? target : Int(noise[Int(random.next() % UInt64(noise.count))])
      if sample > 0, other == target { continue }
      let row = output.row(other)
      var sum = SIMD8<Float>(repeating: 0)
      for index in stride(from: 0, to: width, by: 8) {
        sum += MatrixProduct.load(vector + index) * MatrixProduct.load(row + index)
      }
      let probability = Activation.sigmoid(SIMD8(repeating: sum.sum()))[0]
      let gradient = ((sample == 0 ? 1 : 0) - probability) * rate
      for index in stride(from: 0, to: width, by: 8) {
        let old = MatrixProduct.load(row + index)
        MatrixProduct.store(MatrixProduct.load(update + index) + gradient * old, update + index)
        MatrixProduct.store(old + gradient * MatrixProduct.load(vector + index), row + index)
      }
    }
    for index in 0..<width { vector[index] += update[index] }
  }

  /// Words as often as their count to the power of 3/4.
  private func noiseTable(_ counts: [Int]) -> [Int32] {
    var table: [Int32] = []
    for (word, count) in counts.enumerated() {
      let root = Float(count).squareRoot()
      let share = max(1, Int((root * root.squareRoot()).rounded()))
      for _ in 0..<share { table.append(Int32(word)) }
    }
    return table
  }
}
