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
    func bucket(_ key: UInt64) -> Int {
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
      example.first.withUnsafeBufferPointer { first in
        if let second = example.second {
          second.withUnsafeBufferPointer { features.append(between: first, and: $0, counts: counts, to: &scratch) }
        } else {
          features.append(inside: first, at: example.offset, counts: counts, to: &scratch)
        }
      }
      all += scratch
      starts.append(all.count)
      used.append(number)
    }
    var order = Array(used.indices)
    var random = SplitMix(seed: 1)
    for _ in 0..<rounds {
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
    }
    return weights
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
