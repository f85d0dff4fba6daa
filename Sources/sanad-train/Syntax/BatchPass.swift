import PersianSyntax

/// A batch on its way through the network.
final class BatchPass {
  let network: SyntaxNetwork
  let sentences: [TrainingSentence]
  let spans: [(start: Int, count: Int)]
  let rowCount: Int
  private var random: SeededRandom
  private let dropout: Dropout?

  private(set) var usesWord: [Bool] = []
  private(set) var usesOwnPart: [Bool] = []
  private(set) var inputKeep: Matrix?
  private(set) var passes: [(forward: RecurrentLayer.Pass, backward: RecurrentLayer.Pass)] = []
  private(set) var layerKeeps: [Matrix?] = []
  private(set) var top: Matrix
  private(set) var firstLayer = Matrix(0, 0)
  private let usesFirstLayerOnly: Bool
  private(set) var tagScores: Matrix
  private(set) var dependents: Matrix
  private(set) var heads: Matrix
  private(set) var pairs: Matrix
  private(set) var relationDependents: Matrix
  private(set) var relationHeads: Matrix
  private(set) var dependentKeep: Matrix?
  private(set) var headKeep: Matrix?

  /// - Parameter sentences: sorted by falling length.
  /// - Parameter dropout: `nil` where nothing is learnt.
  /// - Parameter firstLayerOnly: for a pass that learns from ``firstLayer``.
  init(
    _ network: SyntaxNetwork, _ sentences: [TrainingSentence], dropout: Dropout?, random: SeededRandom,
    firstLayerOnly: Bool = false
  ) {
    usesFirstLayerOnly = firstLayerOnly
    self.network = network
    self.sentences = sentences
    self.dropout = dropout
    self.random = random
    var spans: [(start: Int, count: Int)] = []
    var start = 0
    for sentence in sentences {
      spans.append((start, sentence.count))
      start += sentence.count
    }
    self.spans = spans
    rowCount = start
    let sizes = network.sizes
    top = Matrix(0, 0)
    tagScores = Matrix(rowCount, network.labels.tagColumns)
    dependents = Matrix(rowCount, sizes.arcWidth)
    heads = Matrix(rowCount, sizes.arcWidth)
    pairs = Matrix(rowCount, sizes.arcWidth)
    relationDependents = Matrix(rowCount, sizes.relationWidth)
    relationHeads = Matrix(rowCount, sizes.relationWidth)
    forward()
  }

  // MARK: forward

  private func forward() {
    var x = input()
    for layer in network.layers {
      let output = Matrix(rowCount, 2 * network.sizes.width)
      let first = layer.forward.forward(
        x, order: PackedOrder(sentences: spans, isBackward: false), keep: recurrentKeep(), to: output, column: 0)
      let second = layer.backward.forward(
        x, order: PackedOrder(sentences: spans, isBackward: true), keep: recurrentKeep(), to: output,
        column: network.sizes.width)
      passes.append((first, second))
      let keep = sentenceKeep(dropout?.layer, columns: output.columns)
      multiply(output, keep)
      layerKeeps.append(keep)
      x = output
      if passes.count == 1 { firstLayer = output }
      if usesFirstLayerOnly { return }
    }
    top = x
    tagScores.add(row: network.tagBias.value)
    tagScores.add(top, times: network.tag.value)
    hidden(dependents, network.dependent, network.dependentBias)
    hidden(heads, network.head, network.headBias)
    dependentKeep = wordKeep(dropout?.hidden, columns: dependents.columns)
    headKeep = wordKeep(dropout?.hidden, columns: heads.columns)
    multiply(dependents, dependentKeep)
    multiply(heads, headKeep)
    pairs.add(dependents, times: network.pair.value)
    relationDependents.add(row: network.relationBias.value)
    relationDependents.add(top, times: network.relationDependent.value)
    relationHeads.add(top, times: network.relationHead.value)
  }

  private func input() -> Matrix {
    let sizes = network.sizes
    let x = Matrix(rowCount, sizes.wordWidth + sizes.partWidth)
    usesWord = [Bool](repeating: true, count: rowCount)
    usesOwnPart = [Bool](repeating: true, count: rowCount)
    for (sentence, span) in zip(sentences, spans) {
      let treebank = Int(WordFeatures.treebankRow(sentence.treebank))
      for (offset, rows) in sentence.rows.enumerated() {
        let row = span.start + offset
        if let dropout {
          usesWord[row] = random.unit() >= dropout.word
          usesOwnPart[row] = random.unit() >= dropout.ownPart
        }
        let target = x.row(row)
        if rows.word >= 0, usesWord[row] {
          target.update(from: network.words.value.row(Int(rows.word)), count: sizes.wordWidth)
        }
        add(network.parts.value.row(treebank), to: target + sizes.wordWidth, sizes.partWidth)
        for (index, part) in rows.parts.enumerated() where index > 0 || usesOwnPart[row] {
          add(network.parts.value.row(Int(part)), to: target + sizes.wordWidth, sizes.partWidth)
        }
      }
    }
    inputKeep = wordKeep(dropout?.input, columns: x.columns)
    multiply(x, inputKeep)
    return x
  }

  private func hidden(_ target: Matrix, _ weights: Parameter, _ bias: Parameter) {
    target.add(row: bias.value)
    target.add(top, times: weights.value)
    for index in 0..<target.count where target.values[index] < 0 { target.values[index] *= 0.1 }
  }

  /// The scores of all arcs of a sentence: a row a word, a column a head, the root first; columns padded to 8.
  func arcScores(_ sentence: Int) -> Matrix {
    let span = spans[sentence]
    let columns = (span.count + 1 + 7) / 8 * 8
    let headColumns = headMatrix(sentence, columns: columns).transposed
    let scores = Matrix(span.count, columns)
    scores.add(pairs, from: span.start, times: headColumns, rows: span.count)
    let headScores = Matrix(1, columns)
    headScores.add(network.headScore.value, times: headColumns)
    for word in 0..<span.count {
      let row = scores.row(word)
      for head in 0...span.count {
        row[head] += headScores.values[head]
        if head > 0 {
          row[head] += network.distance.value.values[ArcDistance.column(word: word, head: head - 1)]
        }
      }
      row[word + 1] = -1e9
      for head in span.count + 1..<max(columns, span.count + 1) { row[head] = -1e9 }
    }
    return scores
  }

  func headMatrix(_ sentence: Int, columns: Int) -> Matrix {
    let span = spans[sentence]
    let matrix = Matrix(columns, network.sizes.arcWidth)
    matrix.row(0).update(from: network.root.value.values, count: matrix.columns)
    matrix.row(1).update(from: heads.row(span.start), count: span.count * matrix.columns)
    return matrix
  }

  /// The scores of the relations of each word, below the heads that are given.
  func relationScores(_ sentence: Int, heads: [Int]) -> (scores: Matrix, hidden: Matrix) {
    let span = spans[sentence]
    let width = network.sizes.relationWidth
    let hidden = Matrix(span.count, width)
    for word in 0..<span.count {
      let target = hidden.row(word)
      add(relationDependents.row(span.start + word), to: target, width)
      let head = heads[word]
      add(
        head == 0 ? network.relationRoot.value.values : relationHeads.row(span.start + head - 1), to: target, width)
      for index in 0..<width where target[index] < 0 { target[index] *= 0.1 }
    }
    let scores = Matrix(span.count, network.labels.relationColumns)
    scores.add(row: network.relationOutputBias.value)
    scores.add(hidden, times: network.relation.value)
    return (scores, hidden)
  }

  // MARK: dropout

  private func recurrentKeep() -> Matrix? {
    guard let dropout else { return nil }
    return mask(rows: sentences.count, columns: network.sizes.width, dropout.recurrent)
  }

  private func sentenceKeep(_ rate: Float?, columns: Int) -> Matrix? {
    guard let rate else { return nil }
    let bySentence = mask(rows: sentences.count, columns: columns, rate)
    let keep = Matrix(rowCount, columns)
    for (index, span) in spans.enumerated() {
      for row in span.start..<span.start + span.count {
        keep.row(row).update(from: bySentence.row(index), count: columns)
      }
    }
    return keep
  }

  private func wordKeep(_ rate: Float?, columns: Int) -> Matrix? {
    rate.map { mask(rows: rowCount, columns: columns, $0) }
  }

  private func mask(rows: Int, columns: Int, _ rate: Float) -> Matrix {
    let mask = Matrix(rows, columns)
    let kept = 1 / (1 - rate)
    for index in 0..<mask.count { mask.values[index] = random.unit() < rate ? 0 : kept }
    return mask
  }

  func multiply(_ matrix: Matrix, _ keep: Matrix?) {
    guard let keep else { return }
    for index in 0..<matrix.count { matrix.values[index] *= keep.values[index] }
  }

  @inline(__always)
  func add(_ source: UnsafeMutablePointer<Float>, to target: UnsafeMutablePointer<Float>, _ count: Int) {
    for index in 0..<count { target[index] += source[index] }
  }
}
