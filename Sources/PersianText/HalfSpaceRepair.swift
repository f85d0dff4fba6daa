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

/// Restores lost half-spaces in folded text, with the trained model.
///
/// Every word type is judged once and remembered, and so is every pair of words with a space between them: in steady
/// state a word costs one look-up. The memory only saves work; what is decided never depends on texts read before. A line
/// is judged in the light of the lines around it, stretch by stretch (``stretch``): first every line's places and what it
/// shows of its writer are gathered, then they are decided.
package struct HalfSpaceRepair {
  /// A stretch of lines is closed by the line that makes it at least so many bytes long, line ends counted.
  static let stretch = 1 << 16

  private var judge: BoundaryJudge
  private var words = WordMemory()
  private var pairs = PairMemory()
  private var first = BoundaryLetters()
  private var second = BoundaryLetters()
  private var scores: [BoundaryJudge.Scores] = []
  private let markWeights: [Float]

  // The stretch that is being gathered.
  private var lines: [Line] = []
  private var open: [OpenPlace] = []
  private var places: [SpacingPlace] = []
  private var shown: [SIMD4<Float>] = []
  private var around: [SIMD4<Float>] = []

  /// What was gathered of a line.
  private struct Line {
    /// Its part of the places, open ones first, then those that are left when its style is known.
    var places: Range<Int>
    /// How much it speaks for the first style.
    var style: Float
    var habit: SpacingHabit
  }

  /// A place before the style of its line is known.
  private struct OpenPlace {
    var range: Range<Int>
    var kind: Int
    var scores: BoundaryJudge.Scores
  }

  /// Below these log odds a place is not even looked at again.
  private static let leastScore: Float = -5
  /// However much text speaks for a style, some doubt is left.
  private static let mostStyle: Float = 8

  init(model: HalfSpaceModel, features: BoundaryFeatures) {
    judge = BoundaryJudge(model: model, features: features)
    markWeights = (0..<StyleMark.count).map { model.weight(BoundaryFeatures.styleFeature(ofMark: $0)) }
  }

  /// Makes a repairer of a model file's bytes: how the trainer looks at what it made.
  ///
  /// - Throws: ``Problem`` where the model is damaged.
  package init(modelBytes: [UInt8], features: BoundaryFeatures) throws(Problem) {
    self.init(model: try HalfSpaceModel(.loaded(modelBytes)), features: features)
  }

  /// Adds to `repairs` the bytes of folded text that must become a half-space, in order: a space, or nothing. `bytes` is
  /// valid UTF-8.
  mutating func appendRepairs(of bytes: UnsafeBufferPointer<UInt8>, to repairs: inout [Range<Int>]) {
    var start = 0
    while start < bytes.count {
      start = findPlaces(in: bytes, from: start)
      for line in lines {
        for place in places[line.places] {
          let context = line.habit.context(without: place)
          // Two words are made one only where the text has torn ones; an ending or prefix also where it is beyond doubt.
          let isSure = place.range.isEmpty || place.isClear && place.kind != BoundaryKind.compoundWithSpace
          guard isSure || line.habit.showsTorn(without: place) else { continue }
          let score = judge.model.adjusted(place.score, kind: place.kind, context: context)
          if score > 0 { repairs.append(place.range) }
        }
      }
    }
  }

  /// The bytes of folded text at which a half-space is to be put in, or in place of a space.
  package mutating func repairs(of text: UnsafeBufferPointer<UInt8>) -> [Int] {
    var found: [Range<Int>] = []
    appendRepairs(of: text, to: &found)
    return found.map(\.lowerBound)
  }

  /// The places of each line of folded text, in order, with what the line and those around it show of the writer's habit.
  package mutating func places(
    in text: UnsafeBufferPointer<UInt8>
  ) -> [(places: [SpacingPlace], habit: SpacingHabit)] {
    var found: [(places: [SpacingPlace], habit: SpacingHabit)] = []
    var start = 0
    while start < text.count {
      start = findPlaces(in: text, from: start)
      for line in lines { found.append((Array(places[line.places]), line.habit)) }
    }
    return found
  }

  // MARK: A stretch of lines

  /// Finds the places of the lines of the stretch that begins at `start`.
  ///
  /// - Returns: Where the next stretch begins.
  private mutating func findPlaces(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    lines.removeAll(keepingCapacity: true)
    open.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    var end = start
    while end < bytes.count, end - start < Self.stretch {
      let lineStart = end
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      gather(UnsafeBufferPointer(rebasing: bytes[lineStart..<end]), at: lineStart)
      end += 1
    }
    settleStyles()
    settleHabits()
    return end
  }

  private mutating func settleStyles() {
    shown.removeAll(keepingCapacity: true)
    for line in lines { shown.append(SIMD4(line.style, 0, 0, 0)) }
    Surroundings.sums(of: shown, to: &around)
    for index in lines.indices {
      let style = max(-Self.mostStyle, min(Self.mostStyle, lines[index].style + around[index].x))
      let share = HouseStyle.share(style)
      let start = places.count
      for place in open[lines[index].places] {
        let score = place.scores[0] * share + place.scores[1] * (1 - share)
        guard score > Self.leastScore else { continue }
        let place = SpacingPlace(range: place.range, kind: place.kind, score: score)
        if place.isClear {
          if place.range.isEmpty { lines[index].habit.joined += 1 } else { lines[index].habit.torn += 1 }
        }
        places.append(place)
      }
      lines[index].places = start..<places.count
    }
  }

  private mutating func settleHabits() {
    shown.removeAll(keepingCapacity: true)
    for line in lines {
      shown.append(SIMD4(Float(line.habit.present), Float(line.habit.joined), Float(line.habit.torn), 0))
    }
    Surroundings.sums(of: shown, to: &around)
    for index in lines.indices {
      let sum = around[index]
      lines[index].habit.around = SpacingHabit.Around(present: sum.x, joined: sum.y, torn: sum.z)
    }
  }

  /// Finds the places of a line that begins at `base`; a line without words is none.
  private mutating func gather(_ line: UnsafeBufferPointer<UInt8>, at base: Int) {
    let start = open.count
    var habit = SpacingHabit()
    var style: Float = 0
    var scanner = AtomScanner(line)
    var last: Neighbour?
    var rivals: (first: Int, mayBePlural: Bool)?
    while let (range, hash) = scanner.next() {
      let entry = entry(of: UnsafeBufferPointer(rebasing: line[range]), hash)
      let role = words.role(entry)
      let word = Neighbour(range: range, hash: hash, facts: words.facts(entry), role: role)
      if let last {
        if let (first, mayBePlural) = rivals {
          let gap = UnsafeBufferPointer(rebasing: line[last.range.upperBound..<range.lowerBound])
          settleRivals(
            first, mayBePlural && !role.contains(.beginsNoComplement) && EndingRivals.mayGoOn(gap))
          rivals = nil
        }
        let gap = last.range.upperBound..<range.lowerBound
        if gap.count == 1, line[gap.lowerBound] == 0x20 {
          if last.facts.mayJoin(word.facts) { openPlace(between: last, and: word, in: line, at: base) }
        } else if gap.count == 3, scanner.isHalfSpace(at: gap.lowerBound) {
          habit.present += 1
        }
      }
      for index in 0..<words.candidateCount(entry) {
        let candidate = words.candidate(entry, index)
        let offset = base + range.lowerBound + Int(candidate.offset)
        open.append(OpenPlace(range: offset..<offset, kind: Int(candidate.kind), scores: candidate.scores))
      }
      if role.contains(.hasRivals) {
        rivals = (open.count - 2, !(last?.role.contains(.precedesSingular) ?? false))
      }
      style += words.style(entry)
      last = word
    }
    guard let last else { return }
    if let (first, mayBePlural) = rivals {
      let rest = UnsafeBufferPointer(rebasing: line[last.range.upperBound...])
      settleRivals(first, mayBePlural && !rest.isEmpty && EndingRivals.mayGoOn(rest))
    }
    for mark in 0..<StyleMark.count where scanner.marks.contains(StyleMark(rawValue: 1 << mark)) {
      style += markWeights[mark]
    }
    lines.append(Line(places: start..<open.count, style: style, habit: habit))
  }

  private mutating func settleRivals(_ first: Int, _ mayBePlural: Bool) {
    let scores = EndingRivals.settled(
      plural: open[first].scores, single: open[first + 1].scores, mayBePlural: mayBePlural)
    (open[first].scores, open[first + 1].scores) = (scores.plural, scores.single)
  }

  // MARK: Words

  @inline(__always)
  private mutating func entry(of word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    if let known = words.find(word, hash) { return known }
    return words.insert(word, hash, judgement(of: word))
  }

  private mutating func judgement(of word: UnsafeBufferPointer<UInt8>) -> WordMemory.Judgement {
    let isWord = first.read(word)
    return first.letters.withUnsafeBufferPointer { letters in
      var judged = WordMemory.Judgement(facts: BoundaryFeatures.WordFacts(letters, counts: judge.model))
      guard isWord else { return judged }
      judge.scores(inside: letters, to: &scores)
      for (index, scores) in scores.enumerated() where scores.max() > Self.leastScore {
        let kind = BoundaryKind.kind(
          UnsafeBufferPointer(rebasing: letters[...index]), UnsafeBufferPointer(rebasing: letters[(index + 1)...]),
          isSpace: false)
        judged.candidates.append(
          WordMemory.Candidate(offset: first.ends[index], kind: UInt8(kind), scores: scores))
      }
      let hasRivals = settleNeighbours(&judged.candidates, letters)
      judged.role = EndingRivals.role(of: letters, hasRivals: hasRivals) { judge.features.isVerb($0) }
      judged.style = judge.model.weight(BoundaryFeatures.styleFeature(ofWord: letters))
      return judged
    }
  }

  /// Of two places with one letter between them («نیم|ه|شب») at most one is right, unless the letter is «و».
  ///
  /// - Returns: Whether the last two are rivals that only the line can settle.
  private func settleNeighbours(
    _ found: inout [WordMemory.Candidate], _ letters: UnsafeBufferPointer<UInt16>
  ) -> Bool {
    for index in stride(from: 1, to: found.count, by: 1) {
      guard let between = first.ends.firstIndex(of: found[index].offset), between > 0,
        first.ends[between - 1] == found[index - 1].offset, letters[between] != 0x648
      else { continue }
      if index == found.count - 1, EndingRivals.areRivals(letters, between, between + 1) { return true }
      for style in 0..<HouseStyle.count {
        let weaker = found[index].scores[style] < found[index - 1].scores[style] ? index : index - 1
        found[weaker].scores[style] = min(found[weaker].scores[style], -4)
      }
    }
    return false
  }

  // MARK: Pairs of words

  /// A word of the line beside a space.
  private struct Neighbour {
    var range: Range<Int>
    var hash: UInt64
    var facts: BoundaryFeatures.WordFacts
    var role: EndingRivals.Role
  }

  private mutating func openPlace(
    between left: Neighbour, and right: Neighbour, in line: UnsafeBufferPointer<UInt8>, at base: Int
  ) {
    let key = BoundaryKey.mix(BoundaryKey.mix(left.hash, 1), right.hash)
    let judged: PairMemory.Judgement
    if let known = pairs.find(key) {
      judged = known
    } else {
      judged = judgement(of: left, and: right, in: line)
      pairs.insert(key, judged)
    }
    guard judged.scores.max() > Self.leastScore else { return }
    let gap = base + left.range.upperBound..<base + right.range.lowerBound
    open.append(OpenPlace(range: gap, kind: Int(judged.kind), scores: judged.scores))
  }

  private mutating func judgement(
    of left: Neighbour, and right: Neighbour, in line: UnsafeBufferPointer<UInt8>
  ) -> PairMemory.Judgement {
    guard first.read(UnsafeBufferPointer(rebasing: line[left.range])),
      second.read(UnsafeBufferPointer(rebasing: line[right.range])), !first.letters.isEmpty, !second.letters.isEmpty
    else { return PairMemory.Judgement(scores: SIMD2(repeating: -.infinity), kind: 0) }
    return first.letters.withUnsafeBufferPointer { letters in
      second.letters.withUnsafeBufferPointer { next in
        PairMemory.Judgement(
          scores: judge.scores(between: letters, left.facts, and: next, right.facts),
          kind: UInt8(BoundaryKind.kind(letters, next, isSpace: true)))
      }
    }
  }
}
