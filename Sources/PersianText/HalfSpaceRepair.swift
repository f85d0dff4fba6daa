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
  private var open: [OpenPlace] = []
  private var places: [SpacingPlace] = []
  private let markWeights: [Float]

  /// A place before the style of its line is known.
  private struct OpenPlace {
    var range: Range<Int>
    var kind: Int
    var scores: SIMD2<Float>
  }

  /// Below these log odds a place is not even looked at again.
  private static let leastScore: Float = -5

  init(model: HalfSpaceModel, features: BoundaryFeatures) {
    self.model = model
    self.features = features
    markWeights = Self.markWeights(of: model)
  }

  /// Makes a repairer of a model file's bytes: how the trainer looks at what it made.
  ///
  /// - Throws: ``Problem`` where the model is damaged.
  package init(modelBytes: [UInt8], features: BoundaryFeatures) throws(Problem) {
    model = try HalfSpaceModel(.loaded(modelBytes))
    self.features = features
    markWeights = Self.markWeights(of: model)
  }

  /// Adds to `repairs` the bytes of folded text that must become a half-space, in order: a space, or nothing. `bytes` is
  /// valid UTF-8.
  mutating func appendRepairs(of bytes: UnsafeBufferPointer<UInt8>, to repairs: inout [Range<Int>]) {
    var start = 0
    while start < bytes.count {
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      appendRepairs(ofLine: UnsafeBufferPointer(rebasing: bytes[start..<end]), at: start, to: &repairs)
      start = end + 1
    }
  }

  private mutating func appendRepairs(
    ofLine line: UnsafeBufferPointer<UInt8>, at base: Int, to repairs: inout [Range<Int>]
  ) {
    let habit = findPlaces(in: line)
    guard !places.isEmpty else { return }
    for place in places {
      let context = habit.context(without: place)
      if model.adjusted(place.score, kind: place.kind, context: context) > 0 {
        repairs.append(base + place.range.lowerBound..<base + place.range.upperBound)
      }
    }
  }

  /// The bytes of folded text at which a half-space is to be put in, or in place of a space.
  package mutating func repairs(of line: UnsafeBufferPointer<UInt8>) -> [Int] {
    var found: [Range<Int>] = []
    appendRepairs(of: line, to: &found)
    return found.map(\.lowerBound)
  }

  /// The places of a line of folded text, in order, and what they show of its writer's habit.
  package mutating func places(in line: UnsafeBufferPointer<UInt8>) -> ([SpacingPlace], SpacingHabit) {
    let habit = findPlaces(in: line)
    return (places, habit)
  }

  private static func markWeights(of model: HalfSpaceModel) -> [Float] {
    (0..<StyleMark.count).map { model.weight(BoundaryFeatures.styleFeature(ofMark: $0)) }
  }

  private mutating func findPlaces(in line: UnsafeBufferPointer<UInt8>) -> SpacingHabit {
    open.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    var habit = SpacingHabit()
    var style: Float = 0
    var scanner = AtomScanner(line)
    var last: (range: Range<Int>, hash: UInt64, facts: BoundaryFeatures.WordFacts)?
    while let (range, hash) = scanner.next() {
      let entry = entry(of: UnsafeBufferPointer(rebasing: line[range]), hash)
      let facts = words.facts(entry)
      if let last {
        let gap = last.range.upperBound..<range.lowerBound
        if gap.count == 1, line[gap.lowerBound] == 0x20 {
          if last.facts.mayJoin(facts) {
            openPlace(between: last, and: (range, hash, facts), in: line, gap)
          }
        } else if gap.count == 3, scanner.isHalfSpace(at: gap.lowerBound) {
          habit.present += 1
        }
      }
      for index in 0..<words.candidateCount(entry) {
        let candidate = words.candidate(entry, index)
        let offset = range.lowerBound + Int(candidate.offset)
        open.append(OpenPlace(range: offset..<offset, kind: Int(candidate.kind), scores: candidate.scores))
      }
      style += words.style(entry)
      last = (range, hash, facts)
    }
    for mark in 0..<StyleMark.count where scanner.marks.contains(StyleMark(rawValue: 1 << mark)) {
      style += markWeights[mark]
    }
    let share = HouseStyle.share(style)
    for place in open {
      let score = place.scores[0] * share + place.scores[1] * (1 - share)
      guard score > Self.leastScore else { continue }
      let place = SpacingPlace(range: place.range, kind: place.kind, score: score)
      if place.isClear { if place.range.isEmpty { habit.joined += 1 } else { habit.torn += 1 } }
      places.append(place)
    }
    return habit
  }

  @inline(__always)
  private mutating func entry(of word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    if let known = words.find(word, hash) { return known }
    return words.insert(word, hash, judge(word))
  }

  private mutating func judge(_ word: UnsafeBufferPointer<UInt8>) -> WordMemory.Judgement {
    let isWord = first.read(word)
    return first.letters.withUnsafeBufferPointer { letters in
      var judged = WordMemory.Judgement(facts: BoundaryFeatures.WordFacts(letters, counts: model))
      guard isWord else { return judged }
      for offset in stride(from: 1, to: letters.count, by: 1) {
        scratch.removeAll(keepingCapacity: true)
        features.append(inside: letters, at: offset, counts: model, to: &scratch)
        var scores = SIMD2<Float>(repeating: model.score(scratch))
        for style in 0..<HouseStyle.count {
          scratch.removeAll(keepingCapacity: true)
          features.append(inside: letters, at: offset, style: style, counts: model, to: &scratch)
          scores[style] += model.score(scratch)
        }
        guard scores.max() > Self.leastScore else { continue }
        let kind = BoundaryKind.kind(
          UnsafeBufferPointer(rebasing: letters[..<offset]), UnsafeBufferPointer(rebasing: letters[offset...]),
          isSpace: false)
        judged.candidates.append(
          WordMemory.Candidate(offset: first.ends[offset - 1], kind: UInt8(kind), scores: scores))
      }
      Self.settleNeighbours(&judged.candidates, letters, first.ends)
      judged.style = model.weight(BoundaryFeatures.styleFeature(ofWord: letters))
      return judged
    }
  }

  /// Of two places with one letter between them («زمین|ه|ای») at most one is right, unless the letter is «و».
  private static func settleNeighbours(
    _ found: inout [WordMemory.Candidate], _ letters: UnsafeBufferPointer<UInt16>, _ ends: [UInt16]
  ) {
    for index in stride(from: 1, to: found.count, by: 1) {
      guard let between = ends.firstIndex(of: found[index].offset), between > 0,
        ends[between - 1] == found[index - 1].offset, letters[between] != 0x648
      else { continue }
      for style in 0..<HouseStyle.count {
        let weaker = found[index].scores[style] < found[index - 1].scores[style] ? index : index - 1
        found[weaker].scores[style] = min(found[weaker].scores[style], -4)
      }
    }
  }

  /// A word of the line beside a space.
  private typealias Neighbour = (range: Range<Int>, hash: UInt64, facts: BoundaryFeatures.WordFacts)

  private mutating func openPlace(
    between left: Neighbour, and right: Neighbour, in line: UnsafeBufferPointer<UInt8>, _ gap: Range<Int>
  ) {
    let key = BoundaryKey.mix(left.hash, right.hash &+ 1)
    let judged: PairMemory.Judgement
    if let known = pairs.find(key) {
      judged = known
    } else {
      judged = judge(left, right, in: line)
      pairs.insert(key, judged)
    }
    guard judged.scores.max() > Self.leastScore else { return }
    open.append(OpenPlace(range: gap, kind: Int(judged.kind), scores: judged.scores))
  }

  private mutating func judge(
    _ left: Neighbour, _ right: Neighbour, in line: UnsafeBufferPointer<UInt8>
  ) -> PairMemory.Judgement {
    guard first.read(UnsafeBufferPointer(rebasing: line[left.range])),
      second.read(UnsafeBufferPointer(rebasing: line[right.range])), let lastLetter = first.letters.last,
      !second.letters.isEmpty
    else { return PairMemory.Judgement(scores: SIMD2(repeating: -.infinity), kind: 0) }
    return first.letters.withUnsafeBufferPointer { letters in
      second.letters.withUnsafeBufferPointer { next in
        scratch.removeAll(keepingCapacity: true)
        features.append(between: letters, left.facts, and: next, right.facts, counts: model, to: &scratch)
        var scores = SIMD2<Float>(repeating: model.score(scratch))
        for style in 0..<HouseStyle.count {
          scratch.removeAll(keepingCapacity: true)
          features.append(
            between: left.facts, lastLetter: lastLetter, and: right.facts, style: style, counts: model, to: &scratch)
          scores[style] += model.score(scratch)
        }
        return PairMemory.Judgement(scores: scores, kind: UInt8(BoundaryKind.kind(letters, next, isSpace: true)))
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
