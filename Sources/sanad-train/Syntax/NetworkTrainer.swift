import PersianSyntax

/// Trains a network, batch by batch.
struct NetworkTrainer {
  var rounds = 30
  var rate: Float = 2e-3
  var batchWords = 320
  var dropout = Dropout()
  var seed: UInt64 = 1

  func train(_ network: SyntaxNetwork, _ sentences: [TrainingSentence], report: (Int, Float) -> Void) {
    var random = SeededRandom(seed: seed)
    let words = sentences.reduce(0) { $0 + $1.count }
    let total = max(1, words / batchWords * rounds)
    var time = 0
    for round in 0..<rounds {
      var loss: Float = 0
      for batch in batches(sentences, &random) {
        let pass = BatchPass(network, batch, dropout: dropout, random: SeededRandom(seed: random.next()))
        loss += pass.learn()
        time += 1
        let progress = min(1, Float(time) / Float(total))
        // Rises over the first steps, then falls along a half cosine.
        let rise = min(1, Float(time) / 100)
        let fall = 0.5 * (1 + cosine(progress)) * 0.97 + 0.03
        step(network, rate: rate * rise * fall, scale: 1 / Float(pass.rowCount), time: time)
      }
      report(round, loss / Float(max(1, words)))
    }
  }

  /// Sentences of like length together, so that no step runs for one long sentence alone.
  func batches(_ sentences: [TrainingSentence], _ random: inout SeededRandom) -> [[TrainingSentence]] {
    let order = sentences.indices.map { ($0, Float(sentences[$0].count) * (1 + random.symmetric(0.3)), random.next()) }
    let byLength = order.sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map(\.0)
    var batches: [[TrainingSentence]] = []
    var current: [TrainingSentence] = []
    var words = 0
    for index in byLength {
      current.append(sentences[index])
      words += sentences[index].count
      if words >= batchWords {
        batches.append(current.sorted { $0.count > $1.count })
        current = []
        words = 0
      }
    }
    if !current.isEmpty { batches.append(current.sorted { $0.count > $1.count }) }
    batches.shuffle(using: &random)
    return batches
  }

  private func step(_ network: SyntaxNetwork, rate: Float, scale: Float, time: Int) {
    var square: Float = 0
    for parameter in network.parameters { square += parameter.gradientSquare() }
    let norm = square.squareRoot() * scale
    // A batch in which the gradient explodes must not undo the others.
    let clipped = norm > 5 ? scale * 5 / norm : scale
    for parameter in network.parameters {
      parameter.step(rate: rate, scale: clipped, beta1: 0.9, beta2: 0.99, time: time)
    }
  }

  /// cos(πx) for x in 0...1, by Bhaskara's approximation.
  private func cosine(_ x: Float) -> Float {
    let y = 1 - 4 * x * x
    let mirrored = 1 - 4 * (1 - x) * (1 - x)
    return x <= 0.5 ? y / (1 + x * x) : -mirrored / (1 + (1 - x) * (1 - x))
  }
}
