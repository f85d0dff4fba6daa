import PersianText

/// Learns how much a text's own spacing says about each place in it: for every context and kind a slope and a bias that
/// are put on the score of the words alone.
///
/// The texts are those of the corpus, damaged in the ways that happen: half-spaces kept, removed, turned into spaces, or
/// some of each. The scores come from models that have not seen the sentence.
struct HabitTrainer {
  private struct Observation {
    var score: Float
    var cell: Int
    var isHalfSpace: Bool
    var weight: Float
  }

  private var observations: [Observation] = []
  private var random = SplitMix(seed: 2)

  /// Looks at the damaged forms of lines with `repair`, which has not learned from them: as a text that went one way, as
  /// a collection of lines that went each its own, and each line alone.
  mutating func observe(_ lines: [[UInt8]], with repair: inout HalfSpaceRepair) {
    for damage in Damage.allCases {
      observe(lines.map { ($0, damage) }, weight: damage.weight, with: &repair)
      for line in lines { observe([(line, damage)], weight: damage.weight, with: &repair) }
    }
    let fates = lines.map { line in (line, Damage.allCases.randomElement(using: &random) ?? .none) }
    observe(fates, weight: 1, with: &repair)
  }

  private mutating func observe(
    _ lines: [(line: [UInt8], damage: Damage)], weight: Float, with repair: inout HalfSpaceRepair
  ) {
    var text: [UInt8] = []
    var lost: Set<Int> = []
    for (line, damage) in lines {
      let damaged = damage.apply(to: line, using: &random)
      lost.formUnion(damaged.lost.map { $0 + text.count })
      text += damaged.bytes + [UInt8(ascii: "\n")]
    }
    for (places, habit) in text.withUnsafeBufferPointer({ repair.places(in: $0) }) {
      for place in places {
        let cell = habit.context(without: place) * BoundaryKind.count + place.kind
        observations.append(
          Observation(
            score: place.score, cell: cell, isHalfSpace: lost.contains(place.range.lowerBound), weight: weight))
      }
    }
  }

  /// The slopes and biases: for each context by itself first, then for each kind in it, held to the context's where
  /// little was seen.
  func learn() -> [Float] {
    var byCell = [[Observation]](repeating: [], count: SpacingHabit.count * BoundaryKind.count)
    for seen in observations { byCell[seen.cell].append(seen) }
    var habits: [Float] = []
    for context in 0..<SpacingHabit.count {
      let cells = byCell[context * BoundaryKind.count..<(context + 1) * BoundaryKind.count]
      let shared = Line(slope: 1, bias: 0).fitted(to: Array(cells.joined()), prior: 5)
      for cell in cells {
        let line = shared.fitted(to: cell, prior: 5)
        habits += [Float(line.slope), Float(line.bias)]
      }
    }
    return habits
  }

  /// A straight line from the score of the words to the log odds.
  private struct Line {
    var slope: Double
    var bias: Double

    /// The line of greatest likelihood, by Newton's method, with a Gaussian prior around this one.
    func fitted(to observations: [Observation], prior: Double) -> Line {
      var line = self
      for _ in 0..<12 {
        var gradient = (slope: prior * (line.slope - slope), bias: prior * (line.bias - bias))
        var (slopes, both, biases) = (prior, 0.0, prior)
        for seen in observations {
          let score = Double(seen.score)
          let chance = Double(1 / (1 + exponential(-Float(line.slope * score + line.bias))))
          let error = Double(seen.weight) * (chance - (seen.isHalfSpace ? 1 : 0))
          gradient.slope += error * score
          gradient.bias += error
          let curvature = Double(seen.weight) * chance * (1 - chance)
          slopes += curvature * score * score
          both += curvature * score
          biases += curvature
        }
        let determinant = slopes * biases - both * both
        guard determinant > 1e-9 else { break }
        line.slope -= max(-1, min(1, (biases * gradient.slope - both * gradient.bias) / determinant))
        line.bias -= max(-2, min(2, (slopes * gradient.bias - both * gradient.slope) / determinant))
      }
      return line
    }
  }
}

/// What happens to the half-spaces of a text on its way.
enum Damage: CaseIterable {
  case none, removed, spaced, mixed

  /// How much a text in this state counts. Most texts are right, and to leave those alone matters most; few mix all
  /// damages at random.
  var weight: Float {
    switch self {
    case .none: 3
    case .removed, .spaced: 1
    case .mixed: 0.4
    }
  }

  private static let halfSpace: [UInt8] = [0xE2, 0x80, 0x8C]

  /// The line as it arrives, and the places in it at which half-spaces were lost.
  func apply(to line: [UInt8], using random: inout SplitMix) -> (bytes: [UInt8], lost: Set<Int>) {
    var bytes: [UInt8] = []
    var lost: Set<Int> = []
    var index = 0
    while index < line.count {
      guard line[index...].starts(with: Self.halfSpace) else { bytes.append(line[index]); index += 1; continue }
      index += Self.halfSpace.count
      let fate = self == .mixed ? [Damage.none, .removed, .spaced].randomElement(using: &random) ?? .none : self
      if fate == .none { bytes += Self.halfSpace; continue }
      lost.insert(bytes.count)
      if fate == .spaced { bytes.append(0x20) }
    }
    return (bytes, lost)
  }
}
