import PersianSyntax

extension BatchPass {
  /// Adds the gradients of the loss, and returns the loss.
  func learn() -> Float {
    let sizes = network.sizes
    let topGradient = Matrix(rowCount, top.columns)
    var loss = tagLoss(topGradient)
    let pairGradient = Matrix(rowCount, sizes.arcWidth)
    let headGradient = Matrix(rowCount, sizes.arcWidth)
    let relationDependentGradient = Matrix(rowCount, sizes.relationWidth)
    let relationHeadGradient = Matrix(rowCount, sizes.relationWidth)
    for index in sentences.indices {
      loss += arcLoss(index, pairGradient, headGradient)
      loss += relationLoss(index, relationDependentGradient, relationHeadGradient)
    }
    network.pair.gradient.add(dependents.transposed, times: pairGradient)
    let dependentGradient = Matrix(rowCount, sizes.arcWidth)
    dependentGradient.add(pairGradient, times: network.pair.value.transposed)
    hiddenBackward(
      dependents, dependentGradient, dependentKeep, network.dependent, network.dependentBias, topGradient)
    hiddenBackward(heads, headGradient, headKeep, network.head, network.headBias, topGradient)
    let topTransposed = top.transposed
    relationDependentGradient.addRows(to: network.relationBias.gradient)
    network.relationDependent.gradient.add(topTransposed, times: relationDependentGradient)
    topGradient.add(relationDependentGradient, times: network.relationDependent.value.transposed)
    network.relationHead.gradient.add(topTransposed, times: relationHeadGradient)
    topGradient.add(relationHeadGradient, times: network.relationHead.value.transposed)
    layersBackward(topGradient)
    return loss
  }

  /// Sends the gradient of the highest layer that was run down to the tables.
  func layersBackward(_ topGradient: Matrix) {
    var gradient = topGradient
    for layer in passes.indices.reversed() {
      multiply(gradient, layerKeeps[layer])
      let below = Matrix(rowCount, passes[layer].forward.x.columns)
      network.layers[layer].forward.backward(
        passes[layer].forward, outputGradient: gradient, column: 0, inputGradient: below)
      network.layers[layer].backward.backward(
        passes[layer].backward, outputGradient: gradient, column: network.sizes.width, inputGradient: below)
      gradient = below
    }
    multiply(gradient, inputKeep)
    inputBackward(gradient)
  }

  private func inputBackward(_ gradient: Matrix) {
    let sizes = network.sizes
    for (sentence, span) in zip(sentences, spans) {
      let treebank = Int(WordFeatures.treebankRow(sentence.treebank))
      for (offset, rows) in sentence.rows.enumerated() {
        let row = span.start + offset
        let source = gradient.row(row)
        if network.trainsWords, rows.word >= 0, usesWord[row] {
          network.words.touch(Int(rows.word))
          add(source, to: network.words.gradient.row(Int(rows.word)), sizes.wordWidth)
        }
        network.parts.touch(treebank)
        add(source + sizes.wordWidth, to: network.parts.gradient.row(treebank), sizes.partWidth)
        for (index, part) in rows.parts.enumerated() where index > 0 || usesOwnPart[row] {
          network.parts.touch(Int(part))
          add(source + sizes.wordWidth, to: network.parts.gradient.row(Int(part)), sizes.partWidth)
        }
      }
    }
  }

  private func tagLoss(_ topGradient: Matrix) -> Float {
    let gradient = Matrix(rowCount, tagScores.columns)
    let offsets = network.labels.tagOffsets
    var loss: Float = 0
    for (sentence, span) in zip(sentences, spans) {
      for word in 0..<sentence.count {
        let (scores, target) = (tagScores.row(span.start + word), gradient.row(span.start + word))
        func learn(_ output: Int, _ gold: Int8, _ scale: Float, also: Int? = nil) {
          guard gold >= 0 else { return }
          loss += SoftMax.loss(
            scores + offsets[output], target + offsets[output], offsets[output + 1] - offsets[output], gold: Int(gold),
            also: also, scale: scale)
        }
        // Seraji's nouns are proper nouns as well.
        let isNoun = sentence.treebank == 1 && sentence.tags[word] == TagNumbers.noun
        learn(0, sentence.tags[word], 1, also: isNoun ? Int(TagNumbers.properNoun) : nil)
        learn(1, sentence.names[word], 1)
        for (index, feature) in sentence.features.enumerated() { learn(2 + index, feature[word], 0.3) }
      }
    }
    gradient.addRows(to: network.tagBias.gradient)
    network.tag.gradient.add(top.transposed, times: gradient)
    topGradient.add(gradient, times: network.tag.value.transposed)
    return loss
  }

  private func arcLoss(_ index: Int, _ pairGradient: Matrix, _ headGradient: Matrix) -> Float {
    let sentence = sentences[index]
    guard sentence.heads.contains(where: { $0 >= 0 }) else { return 0 }
    let span = spans[index]
    let scores = arcScores(index)
    let gradient = Matrix(scores.rows, scores.columns)
    var loss: Float = 0
    for word in 0..<span.count where sentence.heads[word] >= 0 {
      loss += SoftMax.loss(
        scores.row(word), gradient.row(word), span.count + 1, gold: Int(sentence.heads[word]),
        scale: sentence.weights[word])
      for head in 1...span.count {
        let column = ArcDistance.column(word: word, head: head - 1)
        network.distance.gradient.values[column] += gradient.row(word)[head]
      }
    }
    let width = network.sizes.arcWidth
    let headRows = headMatrix(index, columns: scores.columns)
    pairGradient.add(gradient, times: headRows, to: span.start, rows: span.count)
    // The gradient of each head: what the words that look at it ask for, and the score of being a head at all.
    let rowGradient = Matrix(scores.columns, width)
    let ownPairs = Matrix(span.count, width)
    ownPairs.values.update(from: pairs.row(span.start), count: ownPairs.count)
    rowGradient.add(gradient.transposed, times: ownPairs)
    for head in 0...span.count {
      var sum: Float = 0
      for word in 0..<span.count { sum += gradient.row(word)[head] }
      let (target, vector) = (rowGradient.row(head), headRows.row(head))
      for column in 0..<width {
        network.headScore.gradient.values[column] += sum * vector[column]
        target[column] += sum * network.headScore.value.values[column]
      }
      add(target, to: head == 0 ? network.root.gradient.values : headGradient.row(span.start + head - 1), width)
    }
    return loss
  }

  private func relationLoss(_ index: Int, _ dependentGradient: Matrix, _ headGradient: Matrix) -> Float {
    let sentence = sentences[index]
    let span = spans[index]
    let (scores, hidden) = relationScores(index, heads: sentence.heads.map { max(0, Int($0)) })
    let gradient = Matrix(scores.rows, scores.columns)
    var loss: Float = 0
    for word in 0..<span.count where sentence.relations[word] >= 0 && sentence.heads[word] >= 0 {
      loss += SoftMax.loss(
        scores.row(word), gradient.row(word), network.labels.relations.count, gold: Int(sentence.relations[word]),
        scale: sentence.weights[word])
    }
    gradient.addRows(to: network.relationOutputBias.gradient)
    network.relation.gradient.add(hidden.transposed, times: gradient)
    let hiddenGradient = Matrix(span.count, hidden.columns)
    hiddenGradient.add(gradient, times: network.relation.value.transposed)
    for word in 0..<span.count {
      let (source, state) = (hiddenGradient.row(word), hidden.row(word))
      for column in 0..<hidden.columns where state[column] < 0 { source[column] *= 0.1 }
      add(source, to: dependentGradient.row(span.start + word), hidden.columns)
      let head = Int(sentence.heads[word])
      guard head >= 0 else { continue }
      add(
        source, to: head == 0 ? network.relationRoot.gradient.values : headGradient.row(span.start + head - 1),
        hidden.columns)
    }
    return loss
  }

  private func hiddenBackward(
    _ state: Matrix, _ gradient: Matrix, _ keep: Matrix?, _ weights: Parameter, _ bias: Parameter, _ topGradient: Matrix
  ) {
    multiply(gradient, keep)
    for index in 0..<gradient.count where state.values[index] < 0 { gradient.values[index] *= 0.1 }
    gradient.addRows(to: bias.gradient)
    weights.gradient.add(top.transposed, times: gradient)
    topGradient.add(gradient, times: weights.value.transposed)
  }
}
