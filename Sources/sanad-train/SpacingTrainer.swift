import PersianText

/// Learns the weights of the half-space model: a logistic regression by stochastic gradient descent with AdaGrad's steps
/// (Duchi, Hazan and Singer 2011).
struct SpacingTrainer {
  let corpus: SpacingCorpus
  let features: BoundaryFeatures
  var rounds = 8
  private let step: Float = 0.15
  private let decay: Float = 2e-5
  /// A frequent word counts no more than this many rare ones.
  private let mostWeight: Float = 30

  init(corpus: SpacingCorpus, features: BoundaryFeatures) {
    self.corpus = corpus
    self.features = features
  }

  private struct CountsWithout: BoundaryCounts {
    let corpus: SpacingCorpus
    let first: Int?
    let second: Int?
    func fineBucket(_ key: UInt64) -> Int {
      HalfSpaceModelFile.bucket(corpus.count(key, without: first, and: second))
    }
  }

  /// Weights learned from all folds but `leftOut`.
  func weights(without leftOut: Int?) -> [Float] {
    var weights = [Float](repeating: 0, count: 1 << BoundaryFeatures.tableBits)
    var squares = [Float](repeating: 1e-3, count: weights.count)
    var starts: [Int] = [0]
    var all: [UInt32] = []
    var used: [Int] = []
    var scratch: [UInt32] = []
    for (number, example) in corpus.examples.enumerated() where example.fold != leftOut {
      scratch.removeAll(keepingCapacity: true)
      let counts = CountsWithout(corpus: corpus, first: leftOut, second: example.fold)
      append(example, counts, to: &scratch)
      all += scratch
      starts.append(all.count)
      used.append(number)
    }
    var order = Array(used.indices)
    var random = SplitMix(seed: 1)
    var average = [Float](repeating: 0, count: weights.count)
    for round in 0..<rounds {
      order.shuffle(using: &random)
      for position in order {
        let example = corpus.examples[used[position]]
        let total = example.yes + example.no
        let size = min(total, mostWeight)
        var score: Float = 0
        for index in starts[position]..<starts[position + 1] { score += weights[Int(all[index])] }
        let error = size * (1 / (1 + exponential(-score)) - example.yes / total)
        for index in starts[position]..<starts[position + 1] {
          let place = Int(all[index])
          let gradient = error + decay * weights[place]
          squares[place] += gradient * gradient
          weights[place] -= step * gradient / squares[place].squareRoot()
        }
      }
      guard round >= rounds / 2 else { continue }
      for place in weights.indices { average[place] += weights[place] / Float(rounds - rounds / 2) }
    }
    learnStyles(without: leftOut, into: &average)
    return average
  }

  private func append(_ example: SpacingCorpus.Example, _ counts: CountsWithout, to features: inout [UInt32]) {
    example.first.withUnsafeBufferPointer { first in
      guard let second = example.second, let lastLetter = first.last else {
        self.features.append(inside: first, at: example.offset, counts: counts, to: &features)
        self.features.append(
          inside: first, at: example.offset, style: example.style, counts: counts, to: &features)
        return
      }
      second.withUnsafeBufferPointer { second in
        let left = BoundaryFeatures.WordFacts(first, counts: counts)
        let right = BoundaryFeatures.WordFacts(second, counts: counts)
        self.features.append(between: first, left, and: second, right, counts: counts, to: &features)
        self.features.append(
          between: left, lastLetter: lastLetter, and: right, style: example.style, counts: counts, to: &features)
      }
    }
  }

  /// Learns which words and marks speak for which style.
  private func learnStyles(without leftOut: Int?, into weights: inout [Float]) {
    var lines: [(features: [UInt32], isFirst: Bool)] = []
    var frequencies: [UInt32: Int] = [:]
    for (number, line) in corpus.lines.enumerated() where corpus.fold(ofLine: number) != leftOut {
      let damage = Damage.allCases[number % Damage.allCases.count]
      var random = SplitMix(seed: UInt64(number))
      let features = SpacingCorpus.styleFeatures(of: damage.apply(to: line, using: &random).bytes)
      for feature in features { frequencies[feature, default: 0] += 1 }
      lines.append((features.sorted(), corpus.styles[number] == 0))
    }
    let share = Float(lines.count { $0.isFirst }) / Float(max(1, lines.count))
    let least = 5
    for index in lines.indices { lines[index].features.removeAll { frequencies[$0, default: 0] < least } }
    // The hand that wrote more is not the likelier one to meet: both count the same, and there is no bias.
    let sizes = (first: 0.5 / max(share, 1e-3), second: 0.5 / max(1 - share, 1e-3))
    var learned = [UInt32: Float]()
    var random = SplitMix(seed: 5)
    for round in 0..<6 {
      lines.shuffle(using: &random)
      for (features, isFirst) in lines {
        let sum = features.reduce(Float(0)) { $0 + learned[$1, default: 0] }
        let error = (1 / (1 + exponential(-sum)) - (isFirst ? 1 : 0)) * (isFirst ? sizes.first : sizes.second)
        let step = 0.1 / Float(1 + round)
        for feature in features {
          learned[feature, default: 0] -= step * (error + 1e-3 * learned[feature, default: 0])
        }
      }
    }
    for (feature, weight) in learned { weights[Int(feature)] = weight }
  }
}

/// A small generator of random numbers that gives the same ones on every machine (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
