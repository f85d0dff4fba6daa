import PersianSyntax

/// Prepares the first layer and the tables on raw text: one direction learns to foretell the next word, the other the one
/// before (Peters and others 2018, in small).
struct NeighbourTraining {
  var rounds = 3
  var rate: Float = 2e-3
  var batchWords = 700
  var noise = 256
  var seed: UInt64 = 1

  func train(_ network: SyntaxNetwork, _ raw: [TrainingSentence], counts: [Int], report: (Int, Float) -> Void) {
    var random = SeededRandom(seed: seed)
    let width = network.sizes.width
    let next = Parameter(counts.count, width, isTable: true)
    let last = Parameter(counts.count, width, isTable: true)
    next.randomise(&random, scale: 0.3)
    last.randomise(&random, scale: 0.3)
    let before = network.trainsWords
    network.trainsWords = true
    defer { network.trainsWords = before }
    let layer = network.layers[0]
    let parameters = [network.words, network.parts, next, last] + layer.forward.parameters + layer.backward.parameters
    let sampler = NoiseSampler(counts: counts)
    var trainer = NetworkTrainer()
    trainer.batchWords = batchWords
    let total = raw.reduce(0) { $0 + $1.count } / batchWords * rounds
    var time = 0
    for round in 0..<rounds {
      var loss: Float = 0
      var words = 0
      for batch in trainer.batches(raw, &random) {
        let pass = BatchPass(
          network, batch, dropout: Dropout(word: 0.1, ownPart: 0.3, input: 0.1, layer: 0.1, recurrent: 0),
          random: SeededRandom(seed: random.next()), firstLayerOnly: true)
        let gradient = Matrix(pass.rowCount, 2 * width)
        let drawn = sampler.draw(noise, &random)
        loss += learn(pass, next, gradient, column: 0, offset: 1, drawn, sampler)
        loss += learn(pass, last, gradient, column: width, offset: -1, drawn, sampler)
        words += pass.rowCount
        pass.layersBackward(gradient)
        time += 1
        let rise = min(1, Float(time) / 100)
        let fall = max(0.05, 1 - Float(time) / Float(max(1, total)))
        for parameter in parameters {
          parameter.step(rate: rate * rise * fall, scale: 1 / Float(pass.rowCount), beta1: 0.9, beta2: 0.99, time: time)
        }
      }
      report(round, loss / Float(max(1, words)))
    }
  }

  /// Soft-max over the right word and the drawn ones, each lowered by how often it is drawn.
  private func learn(
    _ pass: BatchPass, _ output: Parameter, _ gradient: Matrix, column: Int, offset: Int, _ drawn: [Int],
    _ sampler: NoiseSampler
  ) -> Float {
    let width = output.value.columns
    var targets: [(row: Int, word: Int)] = []
    for (sentence, span) in zip(pass.sentences, pass.spans) {
      for word in 0..<sentence.count {
        let other = word + offset
        guard sentence.rows.indices.contains(other), sentence.rows[other].isKnown else { continue }
        targets.append((span.start + word, Int(sentence.rows[other].word)))
      }
    }
    let states = Matrix(targets.count, width)
    for (index, target) in targets.enumerated() {
      states.row(index).update(from: pass.firstLayer.row(target.row) + column, count: width)
    }
    let vectors = Matrix(drawn.count, width)
    for (index, word) in drawn.enumerated() { vectors.row(index).update(from: output.value.row(word), count: width) }
    let scores = Matrix(targets.count, drawn.count)
    scores.add(states, times: vectors.transposed)
    let scoreGradient = Matrix(targets.count, drawn.count)
    let stateGradient = Matrix(targets.count, width)
    var loss: Float = 0
    let line = Matrix(1, drawn.count + 8)
    let lineGradient = Matrix(1, drawn.count + 8)
    for (index, target) in targets.enumerated() {
      let (state, own) = (states.row(index), output.value.row(target.word))
      var sum: Float = 0
      for place in 0..<width { sum += state[place] * own[place] }
      lineGradient.clear()
      line.values[0] = sum - sampler.logarithm(target.word)
      for (place, word) in drawn.enumerated() {
        line.values[place + 1] =
          word == target.word ? -1e9 : scores.row(index)[place] - sampler.logarithm(word)
      }
      loss += SoftMax.loss(line.values, lineGradient.values, drawn.count + 1, gold: 0, scale: 1)
      output.touch(target.word)
      let (ownGradient, into) = (output.gradient.row(target.word), stateGradient.row(index))
      let pull = lineGradient.values[0]
      for place in 0..<width {
        ownGradient[place] += pull * state[place]
        into[place] += pull * own[place]
      }
      for place in drawn.indices { scoreGradient.row(index)[place] = lineGradient.values[place + 1] }
    }
    stateGradient.add(scoreGradient, times: vectors)
    let vectorGradient = Matrix(drawn.count, width)
    vectorGradient.add(scoreGradient.transposed, times: states)
    for (index, word) in drawn.enumerated() {
      output.touch(word)
      let (source, target) = (vectorGradient.row(index), output.gradient.row(word))
      for place in 0..<width { target[place] += source[place] }
    }
    for (index, target) in targets.enumerated() {
      let (source, into) = (stateGradient.row(index), gradient.row(target.row) + column)
      for place in 0..<width { into[place] += source[place] }
    }
    return loss
  }
}

/// Draws words as often as their count to the power of 3/4.
struct NoiseSampler {
  private var bounds: [Float] = []
  private var logarithms: [Float] = []

  init(counts: [Int]) {
    let shares = counts.map { count in
      let root = Float(count).squareRoot()
      return root * root.squareRoot()
    }
    let total = shares.reduce(0, +)
    var sum: Float = 0
    for share in shares {
      sum += share / total
      bounds.append(sum)
      logarithms.append(Scalar.log(share / total))
    }
  }

  func logarithm(_ word: Int) -> Float { logarithms[word] }

  /// Different words, in the order of the table.
  func draw(_ count: Int, _ random: inout SeededRandom) -> [Int] {
    var drawn: Set<Int> = []
    while drawn.count < min(count, bounds.count / 2 / 8 * 8) {
      let point = random.unit()
      var (low, high) = (0, bounds.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if bounds[middle] < point { low = middle + 1 } else { high = middle }
      }
      drawn.insert(low)
    }
    return drawn.sorted()
  }
}
