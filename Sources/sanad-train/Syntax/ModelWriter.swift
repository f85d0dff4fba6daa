import Diagnostics
import PersianSyntax

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Writes a trained network as a model: tables as 8-bit numbers with a scale a row, the rest as 16-bit numbers.
enum ModelWriter {
  static func write(_ network: SyntaxNetwork, data: SyntaxData, to path: String) throws(Problem) {
    let sizes = SyntaxModel.Sizes(
      wordWidth: network.sizes.wordWidth, partWidth: network.sizes.partWidth, width: network.sizes.width,
      arcWidth: network.sizes.arcWidth, relationWidth: network.sizes.relationWidth)
    let words = table(network.words.value)
    let parts = table(network.parts.value)
    var dense: [UInt8] = []
    var scales: [UInt8] = []
    for part in SyntaxModel.Dense.allCases {
      let values = weights(part, of: network)
      let count = SyntaxModel.count(of: part, sizes: sizes, labels: network.labels)
      let used = (0..<count).map { values.values[$0] }
      let scale = max(used.map(abs).max() ?? 0, 1e-9) / 32767
      scales += SyntaxModelFile.bytes(of: scale.bitPattern)
      for value in used { dense += SyntaxModelFile.bytes(of: Int16((value / scale).rounded())) }
    }
    let file = SyntaxModelFile.encode([
      ("sizes", sizes.numbers.flatMap { SyntaxModelFile.bytes(of: Int32($0)) }),
      ("labels", Array(network.labels.text.utf8)),
      ("lemmas", Array(LemmaList.text(data.perdt).utf8)),
      ("words.slots", data.table.slots.flatMap { SyntaxModelFile.bytes(of: $0) }),
      ("lists.slots", data.lists.slots.flatMap { SyntaxModelFile.bytes(of: $0) }),
      ("words.scale", words.scales), ("words", words.values), ("parts.scale", parts.scales), ("parts", parts.values),
      ("dense.scale", scales), ("dense", dense),
    ])
    try write(file, to: path)
  }

  /// Writes the chain that finds names: its weights as 16-bit numbers of one scale.
  static func write(
    _ chain: NameTraining, lists: NamePhraseReader, clusters: WordTable, to path: String
  ) throws(Problem) {
    let features = chain.features
    let scale = max(features.lazy.flatMap(\.weights).map(abs).max() ?? 0, 1e-9) / 32767
    let table = WordTable(hashes: features.enumerated().map { ($1.hash, UInt32($0)) })
    func floats(_ values: ArraySlice<Float>) -> [UInt8] {
      values.flatMap { SyntaxModelFile.bytes(of: $0.bitPattern) }
    }
    func slots(_ table: WordTable) -> [UInt8] { table.slots.flatMap { SyntaxModelFile.bytes(of: $0) } }
    try write(
      SyntaxModelFile.encode([
        ("lists", slots(lists.listTable)), ("lengths", slots(lists.lengthTable)), ("clusters", slots(clusters)),
        ("features", slots(table)), ("scale", floats([scale])),
        ("weights", features.flatMap(\.weights).flatMap { SyntaxModelFile.bytes(of: Int16(($0 / scale).rounded())) }),
        ("transitions", floats(chain.transitionWeights)), ("evidence", floats(chain.evidenceWeights)),
      ]), to: path)
  }

  private static func write(_ file: [UInt8], to path: String) throws(Problem) {
    do { try Data(file).write(to: URL(fileURLWithPath: path)) } catch {
      throw Problem(.notWritable, at: InputPlace(file: path), "\(error)")
    }
  }

  private static func table(_ matrix: Matrix) -> (values: [UInt8], scales: [UInt8]) {
    var values: [UInt8] = []
    var scales: [UInt8] = []
    values.reserveCapacity(matrix.count)
    for row in 0..<matrix.rows {
      let source = matrix.row(row)
      var most: Float = 1e-9
      for column in 0..<matrix.columns { most = max(most, abs(source[column])) }
      let scale = most / 127
      scales += SyntaxModelFile.bytes(of: scale.bitPattern)
      for column in 0..<matrix.columns { values.append(UInt8(bitPattern: Int8((source[column] / scale).rounded()))) }
    }
    return (values, scales)
  }

  private static func weights(_ part: SyntaxModel.Dense, of network: SyntaxNetwork) -> Matrix {
    func layer(_ number: Int, _ parameter: KeyPath<RecurrentLayer, Parameter>) -> Matrix {
      let pair = network.layers[number / 2]
      return (number % 2 == 0 ? pair.forward : pair.backward)[keyPath: parameter].value
    }
    switch part {
    case .input1: return layer(0, \.input)
    case .recurrent1: return layer(0, \.recurrent)
    case .bias1: return layer(0, \.bias)
    case .input2: return layer(1, \.input)
    case .recurrent2: return layer(1, \.recurrent)
    case .bias2: return layer(1, \.bias)
    case .input3: return layer(2, \.input)
    case .recurrent3: return layer(2, \.recurrent)
    case .bias3: return layer(2, \.bias)
    case .input4: return layer(3, \.input)
    case .recurrent4: return layer(3, \.recurrent)
    case .bias4: return layer(3, \.bias)
    case .tag: return network.tag.value
    case .tagBias: return network.tagBias.value
    case .dependent: return network.dependent.value
    case .dependentBias: return network.dependentBias.value
    case .head: return network.head.value
    case .headBias: return network.headBias.value
    case .root: return network.root.value
    case .pair: return network.pair.value
    case .headScore: return network.headScore.value
    case .distance: return network.distance.value
    case .relationDependent: return network.relationDependent.value
    case .relationBias: return network.relationBias.value
    case .relationHead: return network.relationHead.value
    case .relationRoot: return network.relationRoot.value
    case .relation: return network.relation.value
    case .relationOutputBias: return network.relationOutputBias.value
    }
  }
}

/// The lemmas of the treebank that do not depend on the sentence.
enum LemmaList {
  /// A line for each word: tag, key, lemma. A word with two lemmas is in it only where one of them is rare.
  static func text(_ sentences: [TrainingSentence]) -> String {
    var counts: [String: [String: Int]] = [:]
    for sentence in sentences {
      for word in 0..<sentence.count where sentence.tags[word] >= 0 && sentence.lemmas[word] != "_" {
        let key = SyntaxData.key(sentence.forms[word])
        let tag = PartOfSpeech.allCases[Int(sentence.tags[word])]
        guard !key.contains(0x30), tag != .punctuation, !key.isEmpty else { continue }
        let entry = "\(tag.rawValue)\t\(String(decoding: key, as: UTF8.self))"
        counts[entry, default: [:]][sentence.lemmas[word], default: 0] += 1
      }
    }
    var lines: [String] = []
    for (entry, lemmas) in counts {
      let total = lemmas.values.reduce(0, +)
      guard let best = lemmas.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value * 5 >= total * 4 else {
        continue
      }
      lines.append(entry + "\t" + best.key)
    }
    return lines.sorted().joined(separator: "\n")
  }
}
