import PersianSyntax

/// A sentence for the chain that finds names: for each word its features, the network's evidence and the tag.
struct NameSentence {
  var features: [[UInt64]] = []
  var evidence: [Float] = []
  var tags: [Int] = []
}

/// Trains the chain: likelihood of the whole sequence, step by step with rates that fall for each weight as it is met
/// (Duchi, Hazan and Singer 2011).
struct NameTraining {
  var rounds: Int
  /// How far each step goes.
  var rate: Float
  /// How strongly weights are held to zero.
  var restraint: Float

  init(rounds: Int, rate: Float, restraint: Float) {
    self.rounds = rounds
    self.rate = rate
    self.restraint = restraint
  }

  static let tags = SyntaxLabels.nameTags.count
  /// The first rows are those of transitions from each tag, then of evidence, then of features.
  private static let evidenceRow = 8
  private static let featureRow = evidenceRow + NameChain.evidence

  /// All weights, 8 a row.
  private var weights = [Float](repeating: 0, count: featureRow * 8)
  private var rowOfFeature: [UInt64: Int] = [:]

  var transitionWeights: ArraySlice<Float> { weights[..<(Self.evidenceRow * 8)] }
  var evidenceWeights: ArraySlice<Float> { weights[(Self.evidenceRow * 8)..<(Self.featureRow * 8)] }

  /// The features that say something, with their weights.
  var features: [(hash: UInt64, weights: ArraySlice<Float>)] {
    rowOfFeature.sorted { $0.key < $1.key }.map { ($0.key, weights[$0.value * 8..<$0.value * 8 + 8]) }.filter {
      $0.weights.contains { abs($0) > 0.03 }
    }
  }

  /// An inner tag stands only behind one of its kind; so it is when reading, too.
  static func isAllowed(_ previous: Int, _ tag: Int) -> Bool {
    tag == 0 || tag % 2 == 1 || previous == tag || previous == tag - 1
  }

  mutating func train(_ sentences: [NameSentence], seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for previous in 0..<Self.tags {
      for tag in 0..<Self.tags where !Self.isAllowed(previous, tag) {
        weights[previous * 8 + tag] = -100
      }
    }
    // The scores of names that the network gives count from the start as they are.
    for tag in 0..<Self.tags { weights[(Self.evidenceRow + PartOfSpeech.allCases.count + tag) * 8 + tag] = 0.5 }
    for feature in sentences.lazy.flatMap(\.features).joined() where rowOfFeature[feature] == nil {
      rowOfFeature[feature] = weights.count / 8
      weights += [Float](repeating: 0, count: 8)
    }
    let numbered = sentences.map { (sentence: $0, rows: $0.features.map(known)) }
    var met = [Float](repeating: 0, count: weights.count / 8)
    for sentence in numbered {
      for rows in sentence.rows { for row in rows { met[row] += 1 } }
      for row in 0..<Self.featureRow { met[row] += Float(sentence.rows.count) }
    }
    var squares = [Float](repeating: 1e-2, count: weights.count)
    for _ in 0..<rounds {
      for index in sentences.indices.shuffled(using: &random) {
        learn(numbered[index].sentence, numbered[index].rows, met, &squares)
      }
    }
  }

  /// The rows of those features that were met in training.
  private func known(_ features: [UInt64]) -> [Int] { features.compactMap { rowOfFeature[$0] } }

  /// The score of each tag of each word.
  private func scores(_ sentence: NameSentence, _ rows: [[Int]]) -> [[Float]] {
    rows.indices.map { word in
      var sum = [Float](repeating: 0, count: Self.tags)
      for row in rows[word] { for tag in 0..<Self.tags { sum[tag] += weights[row * 8 + tag] } }
      for output in 0..<NameChain.evidence {
        let value = sentence.evidence[word * NameChain.evidence + output]
        for tag in 0..<Self.tags { sum[tag] += value * weights[(Self.evidenceRow + output) * 8 + tag] }
      }
      return sum
    }
  }

  /// The likeliest tags.
  func tags(_ sentence: NameSentence) -> [Int] {
    let scores = scores(sentence, sentence.features.map(known))
    var origins: [[Int]] = []
    var best = [Float](repeating: 0, count: Self.tags)
    for (word, here) in scores.enumerated() {
      let from = (0..<Self.tags).map { tag in
        (0..<(word == 0 ? 1 : Self.tags)).max { best[$0] + transition($0, tag) < best[$1] + transition($1, tag) } ?? 0
      }
      best = (0..<Self.tags).map { best[from[$0]] + transition(from[$0], $0) + here[$0] }
      origins.append(from)
    }
    var tag = best.indices.max { best[$0] < best[$1] } ?? 0
    var tags: [Int] = []
    for from in origins.reversed() {
      tags.append(tag)
      tag = from[tag]
    }
    return tags.reversed()
  }

  private func transition(_ previous: Int, _ tag: Int) -> Float { weights[previous * 8 + tag] }

  private mutating func learn(
    _ sentence: NameSentence, _ rows: [[Int]], _ met: [Float], _ squares: inout [Float]
  ) {
    let count = rows.count
    guard count > 0 else { return }
    let scores = scores(sentence, rows)
    // Forward and backward sums, as logarithms.
    var ahead = [[Float]](repeating: [Float](repeating: -1e9, count: Self.tags), count: count)
    var behind = [[Float]](repeating: [Float](repeating: 0, count: Self.tags), count: count)
    for tag in 0..<Self.tags { ahead[0][tag] = transition(0, tag) + scores[0][tag] }
    for word in 1..<max(1, count) {
      for tag in 0..<Self.tags {
        ahead[word][tag] =
          scores[word][tag] + Self.logSum((0..<Self.tags).map { ahead[word - 1][$0] + transition($0, tag) })
      }
    }
    for word in stride(from: count - 2, through: 0, by: -1) {
      for tag in 0..<Self.tags {
        behind[word][tag] = Self.logSum(
          (0..<Self.tags).map { transition(tag, $0) + scores[word + 1][$0] + behind[word + 1][$0] })
      }
    }
    let total = Self.logSum(ahead[count - 1])
    for word in 0..<count {
      var gradient = (0..<Self.tags).map { Self.exp(ahead[word][$0] + behind[word][$0] - total) }
      gradient[sentence.tags[word]] -= 1
      for previous in 0..<Self.tags {
        guard word > 0 || previous == 0 else { continue }
        let before = word == 0 ? 0 : ahead[word - 1][previous]
        let isGold = word == 0 || sentence.tags[word - 1] == previous
        for tag in 0..<Self.tags where Self.isAllowed(previous, tag) {
          let p = Self.exp(before + transition(previous, tag) + scores[word][tag] + behind[word][tag] - total)
          let gold: Float = isGold && sentence.tags[word] == tag ? 1 : 0
          step(previous * 8 + tag, p - gold, met[0], &squares)
        }
      }
      guard gradient.contains(where: { abs($0) > 1e-4 }) else { continue }
      for row in rows[word] {
        for tag in 0..<Self.tags { step(row * 8 + tag, gradient[tag], met[row], &squares) }
      }
      for output in 0..<NameChain.evidence {
        let value = sentence.evidence[word * NameChain.evidence + output]
        guard value != 0 else { continue }
        for tag in 0..<Self.tags {
          step((Self.evidenceRow + output) * 8 + tag, gradient[tag] * value, met[Self.evidenceRow], &squares)
        }
      }
    }
  }

  @inline(__always)
  private mutating func step(_ index: Int, _ gradient: Float, _ met: Float, _ squares: inout [Float]) {
    let whole = gradient + 2 * restraint / max(1, met) * weights[index]
    squares[index] += whole * whole
    weights[index] -= rate * whole / squares[index].squareRoot()
  }

  private static func logSum(_ values: [Float]) -> Float {
    let most = values.max() ?? 0
    return most + Scalar.log(values.reduce(0) { $0 + exp($1 - most) })
  }

  private static func exp(_ x: Float) -> Float { Activation.exp(SIMD8(repeating: max(x, -80)))[0] }
}
