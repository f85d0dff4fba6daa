package import Diagnostics

/// A trained network, ready to be used.
package final class SyntaxModel: Sendable {
  /// The sizes of the layers.
  package struct Sizes: Sendable, Equatable {
    package var wordWidth: Int
    package var partWidth: Int
    package var width: Int
    package var arcWidth: Int
    package var relationWidth: Int

    package init(wordWidth: Int, partWidth: Int, width: Int, arcWidth: Int, relationWidth: Int) {
      self.wordWidth = wordWidth
      self.partWidth = partWidth
      self.width = width
      self.arcWidth = arcWidth
      self.relationWidth = relationWidth
    }

    package var numbers: [Int] { [wordWidth, partWidth, width, arcWidth, relationWidth] }
  }

  /// The weights that are not tables, in the order of the file.
  package enum Dense: Int, CaseIterable, Sendable {
    case input1, recurrent1, bias1, input2, recurrent2, bias2, input3, recurrent3, bias3, input4, recurrent4, bias4
    case tag, tagBias, dependent, dependentBias, head, headBias, root, pair, headScore, distance
    case relationDependent, relationBias, relationHead, relationRoot, relation, relationOutputBias
  }

  /// How many columns the scores by distance have.
  package static let distances = 32

  let labels: SyntaxLabels
  let sizes: Sizes
  let words: WordTable
  let wordCount: Int
  let lists: WordTable
  private let file: SyntaxModelFile
  private let wordScales: [Float]
  private let partScales: [Float]
  private let weights: [[Float]]

  /// Reads a model.
  ///
  /// - Throws: ``Problem`` `dataValue` where its parts do not fit together.
  package init(_ file: SyntaxModelFile, path: String) throws(Problem) {
    func damaged() -> Problem { Problem(.dataValue, at: InputPlace(file: path), path, "parts that do not fit") }
    self.file = file
    let sizes = file.numbers("sizes", as: Int32.self).map { Int($0) }
    guard sizes.count == 5, sizes.allSatisfy({ $0 > 0 && $0 <= 1024 && $0 % 8 == 0 }),
      let labels = SyntaxLabels(text: file.text("labels"))
    else { throw damaged() }
    self.labels = labels
    self.sizes = Sizes(
      wordWidth: sizes[0], partWidth: sizes[1], width: sizes[2], arcWidth: sizes[3], relationWidth: sizes[4])
    wordScales = file.numbers("words.scale", as: Float.self)
    partScales = file.numbers("parts.scale", as: Float.self)
    wordCount = wordScales.count
    guard file.withSection("words", { $0.count }) == wordCount * sizes[0],
      partScales.count == WordFeatures.partRows,
      file.withSection("parts", { $0.count }) == WordFeatures.partRows * sizes[1],
      let words = WordTable(slots: file.numbers("words.slots", as: UInt32.self), rows: wordCount),
      let lists = WordTable(slots: file.numbers("lists.slots", as: UInt32.self), rows: 1 << KnownList.allCases.count)
    else { throw damaged() }
    self.words = words
    self.lists = lists
    let scales = file.numbers("dense.scale", as: Float.self)
    let values = file.numbers("dense", as: Int16.self)
    var weights: [[Float]] = []
    var start = 0
    for part in Dense.allCases {
      let count = Self.count(of: part, sizes: self.sizes, labels: labels)
      guard part.rawValue < scales.count, start + count <= values.count else { throw damaged() }
      let scale = scales[part.rawValue]
      weights.append(values[start..<start + count].map { Float($0) * scale })
      start += count
    }
    guard start == values.count else { throw damaged() }
    self.weights = weights
  }

  /// How many weights a part has.
  package static func count(of part: Dense, sizes: Sizes, labels: SyntaxLabels) -> Int {
    let gates = 4 * sizes.width
    let top = 2 * sizes.width
    switch part {
    case .input1, .input2: return (sizes.wordWidth + sizes.partWidth) * gates
    case .input3, .input4: return top * gates
    case .recurrent1, .recurrent2, .recurrent3, .recurrent4: return sizes.width * gates
    case .bias1, .bias2, .bias3, .bias4: return gates
    case .tag: return top * labels.tagColumns
    case .tagBias: return labels.tagColumns
    case .dependent, .head: return top * sizes.arcWidth
    case .dependentBias, .headBias, .root, .headScore: return sizes.arcWidth
    case .pair: return sizes.arcWidth * sizes.arcWidth
    case .distance: return distances
    case .relationDependent, .relationHead: return top * sizes.relationWidth
    case .relationBias, .relationRoot: return sizes.relationWidth
    case .relation: return sizes.relationWidth * labels.relationColumns
    case .relationOutputBias: return labels.relationColumns
    }
  }

  /// The weights of a part.
  func weights(_ part: Dense) -> [Float] { weights[part.rawValue] }

  /// Calls `body` with what a word's vector is put together from.
  func withTables<Result>(_ body: (Tables) -> Result) -> Result {
    file.withSection("words") { words in
      file.withSection("parts") { parts in
        body(Tables(words: words, parts: parts, wordScales: wordScales, partScales: partScales, sizes: sizes))
      }
    }
  }

  /// The tables of words and of their parts.
  struct Tables {
    let words: UnsafeRawBufferPointer
    let parts: UnsafeRawBufferPointer
    let wordScales: [Float]
    let partScales: [Float]
    let sizes: Sizes

    /// Writes the vector of a word: that of the word, then the sum of those of its parts and of `treebank`.
    func fill(_ vector: UnsafeMutablePointer<Float>, _ rows: WordFeatures.Rows, treebank: UInt16) {
      let (wordWidth, partWidth) = (sizes.wordWidth, sizes.partWidth)
      for column in 0..<wordWidth + partWidth { vector[column] = 0 }
      if rows.word >= 0, Int(rows.word) < wordScales.count {
        let scale = wordScales[Int(rows.word)]
        let start = Int(rows.word) * wordWidth
        for column in 0..<wordWidth { vector[column] = Float(Int8(bitPattern: words[start + column])) * scale }
      }
      let sum = vector + wordWidth
      for part in rows.parts + [treebank] {
        let scale = partScales[Int(part)]
        let start = Int(part) * partWidth
        for column in 0..<partWidth { sum[column] += Float(Int8(bitPattern: parts[start + column])) * scale }
      }
    }
  }
}

extension SyntaxLabels {
  /// The labels as a section of a model: a line a feature, then the relations.
  package var text: String {
    let lines = features.map { "feature " + ([$0.name] + $0.values.dropFirst()).joined(separator: " ") }
    return (lines + ["relation " + relations.joined(separator: " ")]).joined(separator: "\n")
  }

  /// Reads what `text` wrote.
  package init?(text: String) {
    self.init(features: [], relations: [])
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count >= 2 else { return nil }
      switch words[0] {
      case "feature": features.append(Feature(name: words[1], values: [""] + words.dropFirst(2)))
      case "relation": relations = Array(words.dropFirst())
      default: return nil
      }
    }
    guard !relations.isEmpty, relations.count < 256, features.count < 64 else { return nil }
  }
}
