package import Diagnostics

/// The recogniser of names: a linear chain (Lafferty, McCallum and Pereira 2001) over words, lists of names and what the
/// network says of each word.
package final class NameChain: Sendable {
  /// What a word of the network's tag layer is given to the chain as: the scores of parts of speech and names.
  package static let evidence = PartOfSpeech.allCases.count + SyntaxLabels.nameTags.count

  /// Appends the evidence in a row of the tag layer: each score less the best of its kind, but no less than -10, so that
  /// it does not depend on what a network adds to all of them.
  package static func addEvidence(of row: UnsafePointer<Float>, to result: inout [Float]) {
    let tags = PartOfSpeech.allCases.count
    for range in [0..<tags, tags..<evidence] {
      var most = row[range.lowerBound]
      for index in range { most = max(most, row[index]) }
      for index in range { result.append(max(-10, row[index] - most)) }
    }
  }

  /// A score for each tag; one place is unused.
  package typealias Scores = SIMD8<Float>

  /// What the chain knows of word forms, whatever the sentence; forms are numbered from 0.
  struct Forms: Sendable {
    fileprivate var keys: [[UInt8]] = []
    fileprivate var longest: [Int] = []
    /// The share of each form in the decisions on the words around it: a score for each place, from the word that
    /// stands ``NameFeatures/reach`` words before it on.
    fileprivate var shares: [Scores] = []

    /// Forgets all forms.
    mutating func forget() {
      keys.removeAll(keepingCapacity: true)
      longest.removeAll(keepingCapacity: true)
      shares.removeAll(keepingCapacity: true)
    }
  }

  private let phrases: NamePhrases
  private let clusters: WordTable
  /// The row of weights of each feature.
  private let features: WordTable
  private let weights: [Int16]
  private let scale: Float
  /// From each tag to each.
  private let transitions: [Scores]
  private let evidenceWeights: [Scores]
  private let ends: [Scores]

  /// Reads a model.
  ///
  /// - Throws: ``Problem`` `dataValue` where its parts do not fit together.
  package init(_ file: SyntaxModelFile, path: String) throws(Problem) {
    func table(_ name: String, _ rows: Int) -> WordTable? {
      WordTable(slots: file.numbers(name, as: UInt32.self), rows: rows)
    }
    func scores(_ name: String) -> [Scores] {
      let numbers = file.numbers(name, as: Float.self)
      return (0..<numbers.count / 8).map { row in Scores((0..<8).map { numbers[row * 8 + $0] }) }
    }
    guard let lists = table("lists", 1 << NameList.allCases.count), let lengths = table("lengths", 256),
      let clusters = table("clusters", 1 << 24), case let weights = file.numbers("weights", as: Int16.self),
      weights.count % 8 == 0, let features = table("features", weights.count / 8)
    else { throw Problem(.dataValue, at: InputPlace(file: path), path, "parts that do not fit") }
    phrases = NamePhrases(lists: lists, lengths: lengths)
    self.clusters = clusters
    self.weights = weights
    self.features = features
    scale = file.numbers("scale", as: Float.self).first ?? 0
    transitions = scores("transitions")
    evidenceWeights = scores("evidence")
    guard transitions.count == 8, evidenceWeights.count == Self.evidence else {
      throw Problem(.dataValue, at: InputPlace(file: path), path, "parts that do not fit")
    }
    var ends: [Scores] = []
    for offset in -NameFeatures.reach...NameFeatures.reach {
      ends.append(Self.score(NameFeatures.outside(offset: offset), features, weights, scale))
    }
    self.ends = ends
  }

  /// What a feature says of each tag: nothing where it was not met in training.
  @inline(__always)
  private static func score(_ feature: UInt64, _ features: WordTable, _ weights: [Int16], _ scale: Float) -> Scores {
    let start = Int(features.row(ofHash: feature)) * 8
    guard start >= 0 else { return Scores() }
    var integers = SIMD8<Int16>()
    for column in 0..<8 { integers[column] = weights[start + column] }
    return Scores(integers) * scale
  }

  /// Adds the next form.
  ///
  /// - Parameter key: of the form, by ``WordFeatures/key(of:)``.
  func add(_ key: [UInt8], to forms: inout Forms) {
    let cluster = UInt32(max(0, key.withUnsafeBufferPointer { clusters.row(of: $0) }))
    for offset in -NameFeatures.reach...NameFeatures.reach {
      var sum = Scores()
      for feature in NameFeatures.features(key: key, clusters: cluster, offset: offset) {
        sum += Self.score(feature, features, weights, scale)
      }
      forms.shares.append(sum)
    }
    forms.keys.append(key)
    forms.longest.append(phrases.longest(from: key))
  }

  /// The likeliest tags of a sentence, as indices of ``SyntaxLabels/nameTags``.
  ///
  /// - Parameters:
  ///   - words: the numbers of its forms.
  ///   - evidence: for each word, ``evidence`` scores of the network.
  func tags(_ words: [Int], _ forms: Forms, evidence: [Float]) -> [UInt8] {
    guard !words.isEmpty, evidence.count == words.count * Self.evidence else {
      return [UInt8](repeating: 0, count: words.count)
    }
    let sets = phrases.sets(count: words.count) { (forms.keys[words[$0]], forms.longest[words[$0]]) }
    var origins: [SIMD8<Int32>] = []
    origins.reserveCapacity(words.count)
    var best = Scores()
    for word in words.indices {
      let here = scores(word, words, forms, sets, evidence)
      var from = SIMD8<Int32>()
      // Before the first word there is nothing, which is tag 0.
      var next = transitions[0] + best[0]
      for previous in 1..<(word == 0 ? 1 : SyntaxLabels.nameTags.count) {
        let other = transitions[previous] + best[previous]
        let isBetter = other .> next
        next.replace(with: other, where: isBetter)
        from.replace(with: Int32(previous), where: isBetter)
      }
      best = next + here
      origins.append(from)
    }
    var tag = 0
    for other in 1..<SyntaxLabels.nameTags.count where best[other] > best[tag] { tag = other }
    var tags = [UInt8](repeating: 0, count: words.count)
    for word in words.indices.reversed() {
      tags[word] = UInt8(tag)
      tag = Int(origins[word][tag])
    }
    return tags
  }

  private func scores(
    _ word: Int, _ words: [Int], _ forms: Forms, _ sets: [UInt64], _ evidence: [Float]
  ) -> Scores {
    let reach = NameFeatures.reach
    var sum = Scores()
    for place in 0...2 * reach {
      // The word there, which sees this one from the other side.
      let other = word + place - reach
      sum += words.indices.contains(other) ? forms.shares[words[other] * (2 * reach + 1) + place] : ends[place]
    }
    NameFeatures.listFeatures(sets, at: word) { sum += Self.score($0, features, weights, scale) }
    for output in 0..<Self.evidence { sum += evidence[word * Self.evidence + output] * evidenceWeights[output] }
    return sum
  }
}
