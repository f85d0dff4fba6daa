/// What a line shows of its writer's habit and of what became of its half-spaces: whether it has any, and how many places
/// without doubt lack one, in joined words («میکند») and in torn ones («می کند»); and what the lines around it show.
package struct SpacingHabit: Sendable {
  /// What became of the half-spaces of the lines around a line.
  package enum Around: Int, CaseIterable, Sendable {
    case unknown, kept, joined, torn, mixed

    /// What decayed counts of the lines around say: half-spaces that stand, and places that lack one.
    init(present: Float, joined: Float, torn: Float) {
      let lost = joined + torn
      if present + lost < 0.5 {
        self = .unknown
      } else if present > 3 * lost {
        self = .kept
      } else if lost > 3 * present {
        self = joined > torn ? .joined : .torn
      } else {
        self = .mixed
      }
    }
  }

  private static let ownCount = 32
  /// The number of contexts.
  package static let count = ownCount * Around.allCases.count

  /// Half-spaces that stand in the line.
  package var present = 0
  /// Joined words that without doubt lack one.
  package var joined = 0
  /// Spaces that without doubt should be one.
  package var torn = 0
  /// What the lines around show.
  package var around = Around.unknown

  /// Nothing seen yet.
  package init() {}

  /// The context that the counts make, from 0 below ``count``.
  package var context: Int {
    let lost = joined + torn
    let presence = present == 0 ? 0 : lost == 0 ? 3 : present < lost ? 1 : 2
    let loss = (joined > 0 ? 1 : 0) + (torn > 0 ? 2 : 0)
    return around.rawValue * Self.ownCount + presence * 8 + loss * 2 + (present + lost > 3 ? 1 : 0)
  }

  /// Whether the rest of the line, or the lines around, have lost half-spaces to spaces.
  func showsTorn(without place: SpacingPlace) -> Bool {
    let others = torn - (place.isClear && !place.range.isEmpty ? 1 : 0)
    return others > 0 || around == .torn || around == .mixed
  }

  /// The context as the rest of the text shows it, `place` left out.
  package func context(without place: SpacingPlace) -> Int {
    guard place.isClear else { return context }
    var rest = self
    if place.range.isEmpty { rest.joined -= 1 } else { rest.torn -= 1 }
    return rest.context
  }
}

/// What the lines around each line say together: a nearer line counts for more.
enum Surroundings {
  /// How much less a line counts with each line that it is further away.
  private static let decay: Float = 0.95

  /// For each line the sum over all others, each weighted by its distance.
  static func sums(of values: [SIMD4<Float>], to sums: inout [SIMD4<Float>]) {
    sums.removeAll(keepingCapacity: true)
    var carried = SIMD4<Float>.zero
    for value in values {
      sums.append(carried)
      carried = (carried + value) * decay
    }
    carried = .zero
    for index in values.indices.reversed() {
      sums[index] += carried
      carried = (carried + values[index]) * decay
    }
  }
}
