package import Diagnostics
internal import DataFiles

/// A place at which a half-space may be missing, and how likely it is by the words alone.
package struct SpacingPlace: Sendable {
  /// The bytes that would become a half-space: a space, or nothing between two letters.
  package var range: Range<Int>
  /// The kind (``BoundaryKind``).
  package var kind: Int
  /// The log odds, before the habit of the text is known.
  package var score: Float

  /// Whether the words alone leave no doubt that a half-space is missing.
  @inline(__always)
  package var isClear: Bool { score > 3 }
}

/// Restores lost half-spaces in folded text, with the trained model, line by line.
///
/// Every word type is judged once and remembered, and so is every pair of words with a space between them: in steady
/// state a word costs one look-up. The memory only saves work; what is decided never depends on what was read before.
package struct HalfSpaceRepair {
  private let model: HalfSpaceModel
  private let features: BoundaryFeatures
  private var words = WordMemory()
  private var pairs = PairMemory()
  private var first = BoundaryLetters()
  private var second = BoundaryLetters()
  private var scratch: [UInt32] = []
  private var places: [SpacingPlace] = []

  /// Below these log odds a place is not even looked at again.
  private static let leastScore: Float = -5

  init(model: HalfSpaceModel, features: BoundaryFeatures) {
    self.model = model
    self.features = features
  }

  /// Makes a repairer of a model file's bytes: how the trainer looks at what it made.
  ///
  /// - Throws: ``Problem`` where the model is damaged.
  package init(modelBytes: [UInt8], features: BoundaryFeatures) throws(Problem) {
    model = try HalfSpaceModel(.loaded(modelBytes))
    self.features = features
  }

  /// Adds to `edits` the changes that folded text needs, in order. `bytes` is valid UTF-8.
  mutating func appendEdits(for bytes: UnsafeBufferPointer<UInt8>, to edits: inout [SpacingEdit]) {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      appendEdits(forLine: UnsafeBufferPointer(rebasing: bytes[start..<end]), at: start, to: &edits)
      start = end + 1
    }
  }

  private mutating func appendEdits(
    forLine line: UnsafeBufferPointer<UInt8>, at base: Int, to edits: inout [SpacingEdit]
  ) {
    let habit = findPlaces(in: line)
    guard !places.isEmpty else { return }
    for place in places {
      let context = habit.context(without: place)
      if model.adjusted(place.score, kind: place.kind, context: context) > 0 {
        edits.append(SpacingEdit(range: base + place.range.lowerBound..<base + place.range.upperBound))
      }
    }
  }

  /// The places of a line of folded text, in order, and what they show of its writer's habit.
  package mutating func places(in line: UnsafeBufferPointer<UInt8>) -> ([SpacingPlace], SpacingHabit) {
    let habit = findPlaces(in: line)
    return (places, habit)
  }

  private mutating func findPlaces(in line: UnsafeBufferPointer<UInt8>) -> SpacingHabit {
    places.removeAll(keepingCapacity: true)
    var habit = SpacingHabit()
    var scanner = AtomScanner(line)
    var last: (range: Range<Int>, hash: UInt64)?
    while let atom = scanner.next() {
      if let last {
        let gap = last.range.upperBound..<atom.range.lowerBound
        if gap.count == 1, line[gap.lowerBound] == 0x20 {
          appendPlace(between: last.range, last.hash, and: atom.range, atom.hash, in: line, gap, &habit)
        } else if gap.count == 3, scanner.isHalfSpace(at: gap.lowerBound) {
          habit.present += 1
        }
      }
      appendPlaces(inside: atom.range, atom.hash, in: line, &habit)
      last = (atom.range, atom.hash)
    }
    return habit
  }

  private mutating func appendPlaces(
    inside range: Range<Int>, _ hash: UInt64, in line: UnsafeBufferPointer<UInt8>, _ habit: inout SpacingHabit
  ) {
    let word = UnsafeBufferPointer(rebasing: line[range])
    let entry: Int
    if let known = words.find(word, hash) {
      entry = known
    } else {
      entry = words.insert(word, hash, candidates(inside: word))
    }
    let count = words.candidateCount(entry)
    for index in 0..<count {
      let candidate = words.candidate(entry, index)
      let offset = range.lowerBound + Int(candidate.offset)
      let place = SpacingPlace(range: offset..<offset, kind: Int(candidate.kind), score: candidate.score)
      if place.isClear { habit.joined += 1 }
      places.append(place)
    }
  }

  private mutating func candidates(inside word: UnsafeBufferPointer<UInt8>) -> [WordMemory.Candidate] {
    guard first.read(word) else { return [] }
    var found: [WordMemory.Candidate] = []
    first.letters.withUnsafeBufferPointer { letters in
      for offset in stride(from: 1, to: letters.count, by: 1) {
        scratch.removeAll(keepingCapacity: true)
        features.append(inside: letters, at: offset, counts: model, to: &scratch)
        let score = model.score(scratch)
        guard score > Self.leastScore else { continue }
        let kind = BoundaryKind.kind(
          UnsafeBufferPointer(rebasing: letters[..<offset]), UnsafeBufferPointer(rebasing: letters[offset...]),
          isSpace: false)
        found.append(WordMemory.Candidate(offset: first.ends[offset - 1], kind: UInt8(kind), score: score))
      }
    }
    return found
  }

  private mutating func appendPlace(
    between left: Range<Int>, _ leftHash: UInt64, and right: Range<Int>, _ rightHash: UInt64,
    in line: UnsafeBufferPointer<UInt8>, _ gap: Range<Int>, _ habit: inout SpacingHabit
  ) {
    let key = BoundaryKey.mix(leftHash, rightHash &+ 1)
    let judged: PairMemory.Judgement
    if let known = pairs.find(key) {
      judged = known
    } else {
      judged = judge(UnsafeBufferPointer(rebasing: line[left]), UnsafeBufferPointer(rebasing: line[right]))
      pairs.insert(key, judged)
    }
    guard judged.score > Self.leastScore else { return }
    let place = SpacingPlace(range: gap, kind: Int(judged.kind), score: judged.score)
    if place.isClear { habit.torn += 1 }
    places.append(place)
  }

  private mutating func judge(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> PairMemory.Judgement {
    guard first.read(left), second.read(right), !first.letters.isEmpty, !second.letters.isEmpty else {
      return PairMemory.Judgement(score: -.infinity, kind: 0)
    }
    return first.letters.withUnsafeBufferPointer { left in
      second.letters.withUnsafeBufferPointer { right in
        scratch.removeAll(keepingCapacity: true)
        features.append(between: left, and: right, counts: model, to: &scratch)
        let kind = BoundaryKind.kind(left, right, isSpace: true)
        return PairMemory.Judgement(score: model.score(scratch), kind: UInt8(kind))
      }
    }
  }
}

extension SpacingHabit {
  /// The context as the rest of the text shows it, `place` left out.
  package func context(without place: SpacingPlace) -> Int {
    guard place.isClear else { return context }
    var rest = self
    if place.range.isEmpty { rest.joined -= 1 } else { rest.torn -= 1 }
    return rest.context
  }
}
