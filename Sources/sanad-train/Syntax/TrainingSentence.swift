import PersianSyntax

/// A sentence with what is known about it; -1 stands for what is not.
struct TrainingSentence {
  var forms: [String] = []
  var rows: [WordFeatures.Rows] = []
  /// By whose rules it is annotated: 0 is the scheme of the output.
  var treebank: UInt8 = 0
  var tags: [Int8] = []
  /// For each feature of the labels, the value of each word.
  var features: [[Int8]] = []
  var names: [Int8] = []
  var heads: [Int16] = []
  var relations: [Int16] = []
  /// How much an arc counts.
  var weights: [Float] = []
  var lemmas: [String] = []

  var count: Int { forms.count }
}

/// Reads treebanks into training sentences.
struct TreebankReader {
  var labels: SyntaxLabels

  static func sentences(_ text: String) -> [CoNLLU.Sentence] {
    var reader = CoNLLU.Reader()
    var sentences: [CoNLLU.Sentence] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let sentence = reader.take(ArraySlice(Array(line.utf8))) { sentences.append(sentence) }
    }
    if let last = reader.finish() { sentences.append(last) }
    return sentences
  }

  /// The features and relations that occur at least twice.
  static func labels(of sentences: [CoNLLU.Sentence]) -> SyntaxLabels {
    var values: [String: [String: Int]] = [:]
    var relations: [String: Int] = [:]
    for line in sentences.flatMap(\.lines) where line.isWord {
      relations[line.columns[7], default: 0] += 1
      for (name, value) in features(line.columns) { values[name, default: [:]][value, default: 0] += 1 }
    }
    let features = values.sorted { $0.key < $1.key }.map { name, counts in
      SyntaxLabels.Feature(
        name: name, values: [""] + counts.filter { $0.value > 2 && $0.key != "" && $0.key != "?" }.keys.sorted())
    }
    return SyntaxLabels(
      features: features.filter { $0.values.count > 1 }, relations: relations.filter { $0.value > 1 }.keys.sorted())
  }

  static func pairs(_ features: String) -> [(String, String)] {
    features.split(separator: "|").compactMap { pair in
      let parts = pair.split(separator: "=", maxSplits: 1)
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
  }

  /// The features of a word, and as one more the script of its lemma; verbs are left to the analyser.
  static func features(_ columns: [String]) -> [(String, String)] {
    guard columns[3] != "VERB", columns[3] != "AUX" else { return pairs(columns[5]) }
    let script = LemmaScript(form: columns[1], lemma: columns[2]).map(\.text) ?? "?"
    return pairs(columns[5]) + [(LemmaScript.featureName, script)]
  }

  func sentence(_ source: CoNLLU.Sentence, treebank: UInt8) -> TrainingSentence {
    var sentence = TrainingSentence()
    sentence.treebank = treebank
    let lines = source.lines.filter(\.isWord).map(\.columns)
    sentence.features = [[Int8]](repeating: [], count: labels.features.count)
    for columns in lines {
      sentence.forms.append(columns[1])
      sentence.lemmas.append(columns[2])
      sentence.tags.append(Int8(PartOfSpeech.allCases.firstIndex { $0.rawValue == columns[3] } ?? -1))
      let values = Dictionary(Self.features(columns)) { first, _ in first }
      for (index, feature) in labels.features.enumerated() {
        let value = feature.values.firstIndex(of: values[feature.name] ?? "") ?? -1
        sentence.features[index].append(treebank == 0 ? Int8(value) : -1)
      }
      sentence.names.append(-1)
      sentence.heads.append(Int16(columns[6]) ?? -1)
      sentence.relations.append(Int16(labels.relations.firstIndex(of: columns[7]) ?? -1))
      sentence.weights.append(1)
    }
    return sentence
  }
}
