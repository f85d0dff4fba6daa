internal import DataFiles
package import Diagnostics

/// Judges places by their words alone, in two stages: a linear model over very many features, and trees over the few
/// numbers that say how sure it is, how sure it is of the word's other places, and how often the parts were seen.
package struct BoundaryJudge {
  /// The log odds in each style.
  package typealias Scores = SIMD2<Float>
  /// What the trees see of a place, for one style.
  package typealias Evidence = [UInt8]
  /// The length of ``Evidence`` of a place in a word, and of one between two words.
  package static let (insideCount, betweenCount) = (28, 25)

  /// Below these log odds the linear model's no is final.
  package static let leastLinear: Float = -7
  private static let settled = Scores(repeating: -20)

  let model: HalfSpaceModel
  let features: BoundaryFeatures
  private var scratch: [UInt32] = []
  private var row: Evidence = []
  private var linear: [Scores] = []

  init(model: HalfSpaceModel, features: BoundaryFeatures) {
    self.model = model
    self.features = features
  }

  /// Makes a judge of a model file's bytes: how the trainer looks at what it made.
  ///
  /// - Throws: ``Problem`` where the model is damaged.
  package init(modelBytes: [UInt8], features: BoundaryFeatures) throws(Problem) {
    self.init(model: try HalfSpaceModel(.loaded(modelBytes)), features: features)
  }

  /// What the counts say of a word beside a space.
  package func facts(of word: UnsafeBufferPointer<UInt16>) -> BoundaryFeatures.WordFacts {
    BoundaryFeatures.WordFacts(word, counts: model)
  }

  // MARK: Inside a word

  /// The linear log odds of the place after each letter but the last.
  package mutating func linearScores(inside word: UnsafeBufferPointer<UInt16>) -> [Scores] {
    findLinear(inside: word)
    return linear
  }

  private mutating func findLinear(inside word: UnsafeBufferPointer<UInt16>) {
    linear.removeAll(keepingCapacity: true)
    for offset in stride(from: 1, to: word.count, by: 1) {
      scratch.removeAll(keepingCapacity: true)
      features.append(inside: word, at: offset, counts: model, to: &scratch)
      var scores = Scores(repeating: model.score(scratch))
      for style in 0..<HouseStyle.count {
        scratch.removeAll(keepingCapacity: true)
        features.append(inside: word, at: offset, style: style, counts: model, to: &scratch)
        scores[style] += model.score(scratch)
      }
      linear.append(scores)
    }
  }

  /// The log odds of the place after each letter but the last, both stages told.
  mutating func scores(inside word: UnsafeBufferPointer<UInt16>, to found: inout [Scores]) {
    findLinear(inside: word)
    found.removeAll(keepingCapacity: true)
    for index in linear.indices {
      var scores = linear[index]
      if scores.max() > Self.leastLinear {
        for style in 0..<HouseStyle.count {
          describe(word, at: index + 1, linear, style)
          scores[style] += model.insideTrees.score(row)
        }
      } else {
        scores = Self.settled
      }
      found.append(scores)
    }
  }

  /// What the trees see of the place after letter `offset`, given the linear scores of all places of the word.
  package mutating func evidence(
    inside word: UnsafeBufferPointer<UInt16>, at offset: Int, _ linear: [Scores], style: Int
  ) -> Evidence {
    describe(word, at: offset, linear, style)
    return row
  }

  private mutating func describe(
    _ word: UnsafeBufferPointer<UInt16>, at offset: Int, _ linear: [Scores], _ style: Int
  ) {
    let size = word.count
    let place = offset - 1
    var (best, bestPlace) = (-Float.infinity, place)
    for index in linear.indices where index != place && linear[index][style] > best {
      (best, bestPlace) = (linear[index][style], index)
    }
    row.removeAll(keepingCapacity: true)
    appendScores(linear[place], style)
    row += [UInt8(min(offset, 15)), UInt8(min(size - offset, 15))]
    row += [Self.byte(best), UInt8(clamping: bestPlace - place + 16)]
    row.append(Self.byte(place > 0 ? linear[place - 1][style] : -.infinity))
    row.append(Self.byte(place + 1 < linear.count ? linear[place + 1][style] : -.infinity))
    let left = BoundaryKey.word(word, 0, offset)
    let right = BoundaryKey.word(word, offset, size)
    appendParts(left, right)
    appendWhole(BoundaryKey.word(word, 0, size), offset, style)
    appendLetters(word[offset - 1], word[offset], word[size - 1])
    row.append(UInt8(features.verbCode(word, offset)))
  }

  // MARK: Between two words

  /// The linear log odds of the space between two words.
  package mutating func linearScores(
    between first: UnsafeBufferPointer<UInt16>, _ firstFacts: BoundaryFeatures.WordFacts,
    and second: UnsafeBufferPointer<UInt16>, _ secondFacts: BoundaryFeatures.WordFacts
  ) -> Scores {
    guard let lastLetter = first.last, !second.isEmpty else { return Self.settled }
    scratch.removeAll(keepingCapacity: true)
    features.append(between: first, firstFacts, and: second, secondFacts, counts: model, to: &scratch)
    var scores = Scores(repeating: model.score(scratch))
    for style in 0..<HouseStyle.count {
      scratch.removeAll(keepingCapacity: true)
      features.append(
        between: firstFacts, lastLetter: lastLetter, and: secondFacts, style: style, counts: model, to: &scratch)
      scores[style] += model.score(scratch)
    }
    return scores
  }

  /// The log odds of the space between two words, both stages told. What a prefix of verbs stands before is a verb or
  /// not: that only the first stage knows.
  mutating func scores(
    between first: UnsafeBufferPointer<UInt16>, _ firstFacts: BoundaryFeatures.WordFacts,
    and second: UnsafeBufferPointer<UInt16>, _ secondFacts: BoundaryFeatures.WordFacts
  ) -> Scores {
    var scores = linearScores(between: first, firstFacts, and: second, secondFacts)
    guard scores.max() > Self.leastLinear else { return Self.settled }
    guard !BoundaryKind.isPrefix(first) else { return scores }
    let linear = scores
    for style in 0..<HouseStyle.count {
      describe(first, second, linear, style)
      scores[style] += model.betweenTrees.score(row)
    }
    return scores
  }

  /// What the trees see of the space between two words, neither of them empty.
  package mutating func evidence(
    between first: UnsafeBufferPointer<UInt16>, and second: UnsafeBufferPointer<UInt16>, _ linear: Scores, style: Int
  ) -> Evidence {
    describe(first, second, linear, style)
    return row
  }

  private mutating func describe(
    _ first: UnsafeBufferPointer<UInt16>, _ second: UnsafeBufferPointer<UInt16>, _ linear: Scores, _ style: Int
  ) {
    row.removeAll(keepingCapacity: true)
    appendScores(linear, style)
    row += [UInt8(min(first.count, 15)), UInt8(min(second.count, 15))]
    let left = BoundaryKey.word(first, 0, first.count)
    let right = BoundaryKey.word(second, 0, second.count)
    appendParts(left, right)
    // The number of a run goes on where another ended: that of both words, joined.
    appendWhole(BoundaryKey.word(second, 0, second.count, after: left), first.count, style)
    appendLetters(first[first.count - 1], second[0], second[second.count - 1])
    row += [BoundaryKey.joinedPair(left, right), BoundaryKey.spacedPair(left, right)].map { count($0) }
  }

  // MARK: What both share

  private mutating func appendScores(_ linear: Scores, _ style: Int) {
    row += [Self.byte(linear[style]), Self.byte(linear[1 - style]), UInt8(style)]
  }

  private mutating func appendParts(_ left: UInt64, _ right: UInt64) {
    for key in [BoundaryKey.free(left), BoundaryKey.whole(left), BoundaryKey.left(left)] { row.append(count(key)) }
    for key in [BoundaryKey.free(right), BoundaryKey.whole(right), BoundaryKey.right(right)] { row.append(count(key)) }
    row += [count(BoundaryKey.left(right)), count(BoundaryKey.right(left))]
  }

  private mutating func appendWhole(_ all: UInt64, _ offset: Int, _ style: Int) {
    let (split, kept) = (BoundaryKey.split(all, offset), BoundaryKey.free(all))
    row += [count(split), count(kept), count(BoundaryKey.whole(all))]
    for style in [style, 1 - style] {
      row += [count(BoundaryKey.inStyle(style, split)), count(BoundaryKey.inStyle(style, kept))]
    }
  }

  private mutating func appendLetters(_ before: UInt16, _ after: UInt16, _ last: UInt16) {
    for letter in [before, after, last] { row.append(UInt8(clamping: Int(letter) - 0x620)) }
  }

  private func count(_ key: UInt64) -> UInt8 { UInt8(model.fineBucket(key)) }

  /// Log odds from -10 to 10 in eighths.
  private static func byte(_ score: Float) -> UInt8 { UInt8((max(-10, min(10, score)) + 10) * 8) }
}
