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

  /// Looks at the damaged forms of a line with `repair`, which has not learned from it.
  mutating func observe(_ line: [UInt8], with repair: inout HalfSpaceRepair) {
    for damage in [Damage.none, .removed, .spaced, .mixed] {
      let (bytes, lost) = damage.apply(to: line, using: &random)
      let (places, habit) = bytes.withUnsafeBufferPointer { repair.places(in: $0) }
      for place in places {
        let cell = habit.context(without: place) * BoundaryKind.count + place.kind
        observations.append(
          Observation(score: place.score, cell: cell, isHalfSpace: lost.contains(place.range.lowerBound),
            weight: damage == .none ? env("WNONE", 3) : damage == .mixed ? env("WMIX", 0.3) : 1))
      }
    }
  }

  /// The slopes and biases.
  func learn() -> [Float] {
    let cells = SpacingHabit.count * BoundaryKind.count
    var slopeOfKind = [Float](repeating: 1, count: BoundaryKind.count)
    var slopeOfContext = [Float](repeating: 0, count: SpacingHabit.count)
    var biasOfKind = [Float](repeating: 0, count: BoundaryKind.count)
    var biasOfContext = [Float](repeating: 0, count: SpacingHabit.count)
    var biasOfCell = [Float](repeating: 0, count: cells)
    var order = Array(observations.indices)
    var generator = SplitMix(seed: 3)
    for round in 0..<6 {
      let step: Float = 0.02 / Float(1 + round)
      order.shuffle(using: &generator)
      for index in order {
        let seen = observations[index]
        let (kind, context) = (seen.cell % BoundaryKind.count, seen.cell / BoundaryKind.count)
        let score =
          (slopeOfKind[kind] + slopeOfContext[context]) * seen.score + biasOfKind[kind] + biasOfContext[context]
          + biasOfCell[seen.cell]
        let error = seen.weight * (1 / (1 + exponential(-score)) - (seen.isHalfSpace ? 1 : 0))
        slopeOfKind[kind] -= step * error * seen.score * 0.1
        slopeOfContext[context] -= step * error * seen.score * 0.1
        biasOfKind[kind] -= step * error
        biasOfContext[context] -= step * error
        biasOfCell[seen.cell] -= step * (error + 1e-3 * biasOfCell[seen.cell])
      }
    }
    var habits: [Float] = []
    for cell in 0..<cells {
      let (kind, context) = (cell % BoundaryKind.count, cell / BoundaryKind.count)
      habits.append(slopeOfKind[kind] + slopeOfContext[context])
      habits.append(biasOfKind[kind] + biasOfContext[context] + biasOfCell[cell])
    }
    return habits
  }
}

/// What happens to the half-spaces of a text on its way.
enum Damage: CaseIterable {
  case none, removed, spaced, mixed

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
