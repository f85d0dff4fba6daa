internal import CSanadMath

/// What the network says of one sentence, as numbers of the labels.
struct RawSyntax {
  var tags: [UInt8] = []
  /// For each word what ``NameChain`` finds names by.
  var evidence: [Float] = []
  /// For each word, a value for each feature.
  var features: [UInt8] = []
  var heads: [Int32] = []
  var relations: [UInt8] = []
}

/// Runs the network over batches of sentences. It keeps what it has computed for each word form, and its buffers; one
/// thread uses it at a time.
struct SyntaxNetworkRun {
  private let model: SyntaxModel
  private let treebank = WordFeatures.treebankRow(0)

  // The weights, in order of use.
  private let layers: [[(input: [Float], recurrent: [Float], bias: [Float])]]

  /// For each word form that was met, its first row in `projected`, which has one for each direction.
  private var formRows: [Int] = []
  private var projected: [Float] = []

  init(_ model: SyntaxModel) {
    self.model = model
    layers = [
      [
        (model.weights(.input1), model.weights(.recurrent1), model.weights(.bias1)),
        (model.weights(.input2), model.weights(.recurrent2), model.weights(.bias2)),
      ],
      [
        (model.weights(.input3), model.weights(.recurrent3), model.weights(.bias3)),
        (model.weights(.input4), model.weights(.recurrent4), model.weights(.bias4)),
      ],
    ]
  }

  private var width: Int { model.sizes.width }

  /// Computes the first layer's input for the next form; forms are numbered from 0.
  mutating func prepare(_ rows: WordFeatures.Rows) {
    formRows.append(2 * formRows.count)
    let gates = 4 * width
    var vector = [Float](repeating: 0, count: model.sizes.wordWidth + model.sizes.partWidth)
    model.withTables { tables in
      vector.withUnsafeMutableBufferPointer { buffer in
        if let base = buffer.baseAddress { tables.fill(base, rows, treebank: treebank) }
      }
    }
    for direction in layers[0] {
      var sums = direction.bias
      sanad_matrix_add(vector, direction.input, &sums, 1, vector.count, gates)
      projected += sums
    }
  }

  /// Forgets all forms.
  mutating func forget() {
    formRows.removeAll(keepingCapacity: true)
    projected.removeAll(keepingCapacity: true)
  }

  /// Runs the network over sentences of forms, which must be prepared.
  ///
  /// - Parameter sentences: sorted by falling length.
  func run(_ sentences: [[Int]]) -> [RawSyntax] {
    var spans: [Range<Int>] = []
    for sentence in sentences {
      let start = spans.last?.upperBound ?? 0
      spans.append(start..<start + sentence.count)
    }
    guard let rows = spans.last?.upperBound, rows > 0 else { return sentences.map { _ in RawSyntax() } }
    let forms = sentences.flatMap { $0 }
    var top = [Float](repeating: 0, count: rows * 2 * width)
    for (number, direction) in layers[0].enumerated() {
      let order = StepOrder(spans: spans, isBackward: number == 1)
      var gates = Self.gathered(projected, rows: order.words.map { formRows[forms[$0]] + number }, columns: 4 * width)
      recur(&gates, direction.recurrent, order, to: &top, column: number * width)
    }
    let below = top
    for (number, direction) in layers[1].enumerated() {
      let order = StepOrder(spans: spans, isBackward: number == 1)
      let sums = Self.project(below, rows: rows, weights: direction.input, bias: direction.bias)
      var gates = Self.gathered(sums, rows: order.words, columns: 4 * width)
      recur(&gates, direction.recurrent, order, to: &top, column: number * width)
    }
    return decode(top, spans)
  }

  /// Rows of `columns` numbers, in another order.
  private static func gathered(_ source: [Float], rows: [Int], columns: Int) -> [Float] {
    [Float](unsafeUninitializedCapacity: rows.count * columns) { target, count in
      source.withUnsafeBufferPointer { source in
        for (place, row) in rows.enumerated() {
          let from = UnsafeBufferPointer(rebasing: source[row * columns..<(row + 1) * columns])
          _ = UnsafeMutableBufferPointer(rebasing: target[place * columns..<(place + 1) * columns]).initialize(
            from: from)
        }
      }
      count = rows.count * columns
    }
  }

  /// Runs one direction of a layer, and writes its states to columns of `output`.
  private func recur(
    _ gates: inout [Float], _ recurrent: [Float], _ order: StepOrder, to output: inout [Float], column: Int
  ) {
    var cells = [Float](repeating: 0, count: order.words.count * width)
    var states = cells
    gates.withUnsafeMutableBufferPointer { gates in
      cells.withUnsafeMutableBufferPointer { cells in
        states.withUnsafeMutableBufferPointer { states in
          guard let gates = gates.baseAddress, let cells = cells.baseAddress, let states = states.baseAddress else {
            return
          }
          for (step, rows) in order.steps.enumerated() {
            let here = gates + rows.lowerBound * 4 * width
            var previous: UnsafeMutablePointer<Float>?
            if step > 0 {
              let before = order.steps[step - 1].lowerBound * width
              sanad_matrix_add(states + before, recurrent, here, rows.count, width, 4 * width)
              previous = cells + before
            }
            let start = rows.lowerBound * width
            sanad_cell_step(here, previous, cells + start, states + start, rows.count, width)
          }
        }
      }
    }
    output.withUnsafeMutableBufferPointer { output in
      states.withUnsafeBufferPointer { states in
        for (place, word) in order.words.enumerated() {
          let start = word * 2 * width + column
          let from = UnsafeBufferPointer(rebasing: states[place * width..<(place + 1) * width])
          _ = UnsafeMutableBufferPointer(rebasing: output[start..<start + width]).update(from: from)
        }
      }
    }
  }

  private static func project(_ input: [Float], rows: Int, weights: [Float], bias: [Float]) -> [Float] {
    let columns = bias.count
    var output = gathered(bias, rows: [Int](repeating: 0, count: rows), columns: columns)
    sanad_matrix_add(input, weights, &output, rows, input.count / rows, columns)
    return output
  }

  // MARK: from the last layer to labels

  private func decode(_ top: [Float], _ spans: [Range<Int>]) -> [RawSyntax] {
    let rows = spans.last?.upperBound ?? 0
    func project(_ weights: SyntaxModel.Dense, _ bias: SyntaxModel.Dense) -> [Float] {
      Self.project(top, rows: rows, weights: model.weights(weights), bias: model.weights(bias))
    }
    let tags = project(.tag, .tagBias)
    var dependents = project(.dependent, .dependentBias)
    var heads = project(.head, .headBias)
    Self.bend(&dependents)
    Self.bend(&heads)
    let noBias = [Float](repeating: 0, count: model.sizes.arcWidth)
    let pairs = Self.project(dependents, rows: rows, weights: model.weights(.pair), bias: noBias)
    let relationDependents = project(.relationDependent, .relationBias)
    let noRelationBias = [Float](repeating: 0, count: model.sizes.relationWidth)
    let relationHeads = Self.project(
      top, rows: rows, weights: model.weights(.relationHead), bias: noRelationBias)
    var results: [RawSyntax] = []
    let offsets = model.labels.tagOffsets
    for span in spans {
      var result = RawSyntax()
      for row in span {
        let start = row * model.labels.tagColumns
        result.tags.append(Self.best(tags, start + offsets[0], offsets[1] - offsets[0]))
        tags.withUnsafeBufferPointer { tags in
          if let base = tags.baseAddress { NameChain.addEvidence(of: base + start, to: &result.evidence) }
        }
        for feature in model.labels.features.indices {
          let (low, high) = (offsets[feature + 2], offsets[feature + 3])
          result.features.append(Self.best(tags, start + low, high - low))
        }
      }
      result.heads = arcs(pairs, heads, span)
      result.relations = relations(relationDependents, relationHeads, span, result.heads)
      results.append(result)
    }
    return results
  }

  private static func bend(_ values: inout [Float]) {
    values.withUnsafeMutableBufferPointer { values in
      for index in values.indices { values[index] = max(values[index], values[index] * 0.1) }
    }
  }

  private static func best(_ scores: [Float], _ start: Int, _ count: Int) -> UInt8 {
    var best = start
    for index in start..<start + count where scores[index] > scores[best] { best = index }
    return UInt8(truncatingIfNeeded: best - start)
  }

  private func arcs(_ pairs: [Float], _ heads: [Float], _ span: Range<Int>) -> [Int32] {
    let arcWidth = model.sizes.arcWidth
    let count = span.count
    let columns = (count + 8) / 8 * 8
    // Heads as columns, the root first.
    var vectors = [Float](repeating: 0, count: arcWidth * columns)
    let root = model.weights(.root)
    for index in 0..<arcWidth {
      vectors[index * columns] = root[index]
      for word in 0..<count {
        vectors[index * columns + word + 1] = heads[(span.lowerBound + word) * arcWidth + index]
      }
    }
    var scores = [Float](repeating: 0, count: count * columns)
    var headScores = [Float](repeating: 0, count: columns)
    sanad_matrix_add(model.weights(.headScore), vectors, &headScores, 1, arcWidth, columns)
    pairs.withUnsafeBufferPointer { pairs in
      guard let base = pairs.baseAddress else { return }
      sanad_matrix_add(base + span.lowerBound * arcWidth, vectors, &scores, count, arcWidth, columns)
    }
    let distance = model.weights(.distance)
    for word in 0..<count {
      let row = word * columns
      for head in 0...count { scores[row + head] += headScores[head] }
      for head in 0..<count where head != word {
        scores[row + head + 1] += distance[ArcDistance.column(word: word, head: head)]
      }
    }
    return scores.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { TreeDecoder.heads(scores: $0, stride: columns, count: count) } ?? []
    }
  }

  private func relations(
    _ dependents: [Float], _ heads: [Float], _ span: Range<Int>, _ arcs: [Int32]
  ) -> [UInt8] {
    let relationWidth = model.sizes.relationWidth
    let root = model.weights(.relationRoot)
    var hidden = [Float](repeating: 0, count: span.count * relationWidth)
    for (word, head) in arcs.enumerated() {
      let dependent = (span.lowerBound + word) * relationWidth
      let headStart = (span.lowerBound + Int(head) - 1) * relationWidth
      for index in 0..<relationWidth {
        let below = head == 0 ? root[index] : heads[headStart + index]
        hidden[word * relationWidth + index] = dependents[dependent + index] + below
      }
    }
    Self.bend(&hidden)
    let columns = model.labels.relationColumns
    let scores = Self.project(
      hidden, rows: span.count, weights: model.weights(.relation), bias: model.weights(.relationOutputBias))
    return (0..<span.count).map { Self.best(scores, $0 * columns, model.labels.relations.count) }
  }
}

/// The words of a batch in the order in which a recurrent layer meets them: all first words, all second words …
struct StepOrder {
  /// For each step, its places in `words`.
  private(set) var steps: [Range<Int>] = []
  /// The rows of the words.
  private(set) var words: [Int] = []

  /// - Parameter spans: the rows of the sentences, sorted by falling length.
  init(spans: [Range<Int>], isBackward: Bool) {
    for step in 0..<(spans.first?.count ?? 0) {
      let start = words.count
      for span in spans {
        guard span.count > step else { break }
        words.append(isBackward ? span.upperBound - 1 - step : span.lowerBound + step)
      }
      steps.append(start..<words.count)
    }
  }
}
