import PersianSyntax

/// What a network says of a sentence.
struct Prediction {
  var tags: [Int] = []
  var names: [Int] = []
  /// For each feature, the value of each word.
  var features: [[Int]] = []
  var heads: [Int] = []
  var relations: [Int] = []
  /// The probability of each arc with its relation.
  var certainty: [Float] = []
}

/// Predicts with one network or several whose probabilities are added up, and counts what is right.
struct NetworkScore {
  var words = 0
  var tags = 0
  var foldedTags = 0
  var heads = 0
  var arcs = 0
  var lightVerbs = (right: 0, predicted: 0, gold: 0)
  var names = (right: 0, predicted: 0, gold: 0)

  static func predict(_ networks: [SyntaxNetwork], _ sentences: [TrainingSentence]) -> [Prediction] {
    let order = sentences.indices.sorted { sentences[$0].count > sentences[$1].count }
    var predictions = [Prediction](repeating: Prediction(), count: sentences.count)
    for start in stride(from: 0, to: order.count, by: 16) {
      let indices = Array(order[start..<min(start + 16, order.count)])
      let batch = indices.map { sentences[$0] }
      let passes = networks.map { BatchPass($0, batch, dropout: nil, random: SeededRandom(seed: 0)) }
      for (place, index) in indices.enumerated() { predictions[index] = predict(passes, place) }
    }
    return predictions
  }

  private static func predict(_ passes: [BatchPass], _ place: Int) -> Prediction {
    var prediction = Prediction()
    guard let first = passes.first else { return prediction }
    let span = first.spans[place]
    guard span.count > 0 else { return prediction }
    let offsets = first.network.labels.tagOffsets
    for word in 0..<span.count {
      prediction.tags.append(best(passes.map { $0.tagScores.row(span.start + word) }, offsets[1]).index)
      prediction.names.append(
        best(passes.map { $0.tagScores.row(span.start + word) + offsets[1] }, offsets[2] - offsets[1]).index)
    }
    for feature in first.network.labels.features.indices {
      let offset = offsets[feature + 2]
      prediction.features.append(
        (0..<span.count).map { word in
          best(passes.map { $0.tagScores.row(span.start + word) + offset }, offsets[feature + 3] - offset).index
        })
    }
    var total: Matrix?
    for pass in passes {
      let scores = pass.arcScores(place)
      let sum = total ?? Matrix(scores.rows, scores.columns)
      for word in 0..<span.count {
        let p = SoftMax.probabilities(scores.row(word), span.count + 1)
        for head in 0...span.count { sum.row(word)[head] += p[head] / Float(passes.count) }
      }
      total = sum
    }
    guard let total else { return prediction }
    let logarithms = Matrix(total.rows, total.columns)
    for index in 0..<total.count { logarithms.values[index] = Scalar.log(max(total.values[index], 1e-9)) }
    prediction.heads = TreeDecoder.heads(scores: logarithms.values, stride: total.columns, count: span.count).map {
      Int($0)
    }
    let relationScores = passes.map { $0.relationScores(place, heads: prediction.heads).scores }
    for word in 0..<span.count {
      let relation = best(relationScores.map { $0.row(word) }, first.network.labels.relations.count)
      prediction.relations.append(relation.index)
      prediction.certainty.append(total.row(word)[prediction.heads[word]] * relation.probability)
    }
    return prediction
  }

  private static func best(
    _ scores: [UnsafeMutablePointer<Float>], _ count: Int
  ) -> (index: Int, probability: Float) {
    var sum = [Float](repeating: 0, count: count)
    for row in scores {
      let p = SoftMax.probabilities(row, count)
      for index in 0..<count { sum[index] += p[index] }
    }
    let index = sum.indices.max { sum[$0] < sum[$1] } ?? 0
    return (index, sum[index] / Float(scores.count))
  }

  mutating func add(_ prediction: Prediction, gold: TrainingSentence, labels: SyntaxLabels) {
    words += gold.count
    let light = labels.relations.firstIndex(of: "compound:lvc") ?? -1
    for word in 0..<gold.count {
      let tag = Int8(prediction.tags[word])
      tags += tag == gold.tags[word] ? 1 : 0
      foldedTags += fold(tag) == fold(gold.tags[word]) ? 1 : 0
      let isHead = prediction.heads[word] == Int(gold.heads[word])
      heads += isHead ? 1 : 0
      let goldRelation = Int(gold.relations[word])
      if goldRelation >= 0, isHead, main(labels, prediction.relations[word]) == main(labels, goldRelation) { arcs += 1 }
      let (isLight, saysLight) = (goldRelation == light, prediction.relations[word] == light)
      lightVerbs.gold += isLight ? 1 : 0
      lightVerbs.predicted += saysLight ? 1 : 0
      lightVerbs.right += isLight && saysLight && isHead ? 1 : 0
    }
    if gold.names.contains(where: { $0 >= 0 }) {
      add(names: prediction.names, gold: gold.names.map { max(0, Int($0)) })
    }
  }

  mutating func add(names said: [Int], gold: [Int]) {
    let (right, said) = (spans(gold), spans(said))
    names.gold += right.count
    names.predicted += said.count
    names.right += right.intersection(said).count
  }

  private func fold(_ tag: Int8) -> Int8 {
    let tags = PartOfSpeech.allCases
    guard tag >= 0 else { return tag }
    switch tags[Int(tag)] {
    case .properNoun: return TagNumbers.noun
    case .particle: return Int8(tags.firstIndex(of: .adposition) ?? 0)
    default: return tag
    }
  }

  private func main(_ labels: SyntaxLabels, _ relation: Int) -> Substring {
    labels.relations[relation].prefix { $0 != ":" }
  }

  private func spans(_ tags: [Int]) -> Set<[Int]> {
    var spans: Set<[Int]> = []
    var open: (kind: Int, start: Int)?
    for (word, tag) in (tags + [0]).enumerated() {
      let kind = (tag + 1) / 2
      if let span = open, tag == 0 || tag % 2 == 1 || kind != span.kind {
        spans.insert([span.kind, span.start, word])
        open = nil
      }
      if tag != 0, open == nil { open = (kind, word) }
    }
    return spans
  }

  var namesText: String {
    "\(percent(2 * names.right, names.predicted + names.gold)) (\(names.predicted) said, \(names.gold) there)"
  }

  private func percent(_ part: Int, _ whole: Int) -> String {
    let value = (Double(part) * 10000 / Double(max(1, whole))).rounded() / 100
    return "\(value)"
  }

  var text: String {
    return "UPOS \(percent(tags, words)) folded \(percent(foldedTags, words)) UAS \(percent(heads, words)) "
      + "LAS \(percent(arcs, words)) lvc \(percent(2 * lightVerbs.right, lightVerbs.predicted + lightVerbs.gold)) "
      + "names \(percent(2 * names.right, names.predicted + names.gold)) (\(words) words)"
  }
}
