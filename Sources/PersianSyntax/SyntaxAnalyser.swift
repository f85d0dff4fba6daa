public import DataFiles
public import Diagnostics
internal import PersianText

/// The front door of PersianSyntax: parts of speech, lemmas, features, dependency trees, ezafe and names.
///
/// The words are those of Universal Dependencies, with clitics apart («کتاب» «ش»); words that are not cut so are
/// understood too, with less to say of their clitics. The scheme is that of UD Persian PerDT (Rasooli and others 2020).
public struct SyntaxAnalyser: Sendable {
  /// Reads the forms of verbs.
  public let verbs: VerbAnalyser

  private let model: SyntaxModel
  private let features: WordFeatures
  private let lemmatiser: Lemmatiser
  private let chain: NameChain

  /// The paths of the models in the data.
  private static let (modelPath, chainPath) = ("models/syntax.model", "models/names.model")

  /// Makes an analyser with the model and the lists of `data`.
  ///
  /// - Throws: ``Problem`` where a file is missing, malformed or damaged.
  public init(data: DataBundle) throws(Problem) {
    let file = try Self.model(Self.modelPath, data)
    verbs = try VerbAnalyser(data: data)
    model = try SyntaxModel(file, path: Self.modelPath)
    features = WordFeatures(verbs: verbs, lists: model.lists)
    lemmatiser = try Lemmatiser(verbs: verbs, list: file.text("lemmas"), data: data)
    chain = try NameChain(Self.model(Self.chainPath, data), path: Self.chainPath)
  }

  private static func model(_ path: String, _ data: DataBundle) throws(Problem) -> SyntaxModelFile {
    guard let file = data.files.first(where: { $0.path == path }) else {
      throw Problem(.dataFileMissing, at: InputPlace(file: data.folder), path)
    }
    return try SyntaxModelFile(file.bytes, path: path)
  }

  /// The syntax of one sentence.
  public func parse(_ words: [String]) -> SyntaxTree {
    var session = session()
    return session.parse([words]).first ?? SyntaxTree(nodes: [])
  }

  /// What parses many sentences, and remembers the words it has met.
  public func session() -> Session { Session(self, SyntaxNetworkRun(model)) }

  /// Parses sentence after sentence on one thread. Its results do not depend on what it has parsed before.
  public struct Session: Sendable {
    private let analyser: SyntaxAnalyser
    private var run: SyntaxNetworkRun
    private var forms: [String: Int] = [:]
    private var entries: [Entry] = []
    private var nameForms = NameChain.Forms()
    private var lemmas: [LemmaKey: String] = [:]
    private var featureTexts: [ArraySlice<UInt8>: String] = [:]
    private let lemmaFeature: Int?

    /// What is remembered of a form.
    private struct Entry {
      var key: [UInt8]
      var analyses: [VerbAnalysis]
    }

    private struct LemmaKey: Hashable {
      var form: Int
      var tag: PartOfSpeech
      var script: UInt8
    }

    /// How many forms are remembered before all are forgotten: bounds the memory.
    private static let mostForms = 16384
    /// Sentences that are run together.
    private static let batchSize = 32
    /// A longer sentence is parsed in pieces: the scores of all pairs of words are kept at once.
    private static let longestSentence = 256

    fileprivate init(_ analyser: SyntaxAnalyser, _ run: SyntaxNetworkRun) {
      self.analyser = analyser
      self.run = run
      lemmaFeature = analyser.model.labels.features.firstIndex { $0.name == LemmaScript.featureName }
    }

    /// The syntax of sentences, each a list of word forms.
    public mutating func parse(_ sentences: [[String]]) -> [SyntaxTree] {
      var trees = [SyntaxTree](repeating: SyntaxTree(nodes: []), count: sentences.count)
      let order = sentences.indices.sorted { (sentences[$0].count, $1) > (sentences[$1].count, $0) }
      var batch: [Int] = []
      for index in order {
        if sentences[index].count > Self.longestSentence {
          trees[index] = parseInPieces(sentences[index])
        } else if !sentences[index].isEmpty {
          batch.append(index)
          if batch.count == Self.batchSize { flush(&batch, sentences, &trees) }
        }
      }
      flush(&batch, sentences, &trees)
      return trees
    }

    private mutating func flush(_ batch: inout [Int], _ sentences: [[String]], _ trees: inout [SyntaxTree]) {
      guard !batch.isEmpty else { return }
      if entries.count > Self.mostForms { forget() }
      let numbers = batch.map { sentences[$0].map { number(of: $0) } }
      for (place, raw) in run.run(numbers).enumerated() {
        trees[batch[place]] = tree(sentences[batch[place]], numbers[place], raw)
      }
      batch.removeAll(keepingCapacity: true)
    }

    /// The pieces hang on the root of the first one.
    private mutating func parseInPieces(_ words: [String]) -> SyntaxTree {
      var pieces: [[String]] = []
      for start in stride(from: 0, to: words.count, by: Self.longestSentence) {
        pieces.append(Array(words[start..<min(start + Self.longestSentence, words.count)]))
      }
      var whole = SyntaxTree(nodes: [])
      var root: Int?
      for piece in parse(pieces) {
        let start = whole.nodes.count
        for node in piece.nodes {
          var node = node
          node.head = node.head.map { $0 + start } ?? root
          if root != nil, node.head == root { node.relation = "parataxis" }
          whole.nodes.append(node)
        }
        if root == nil { root = whole.nodes.firstIndex { $0.head == nil } }
      }
      return whole
    }

    private mutating func forget() {
      forms.removeAll(keepingCapacity: true)
      entries.removeAll(keepingCapacity: true)
      lemmas.removeAll(keepingCapacity: true)
      nameForms.forget()
      run.forget()
    }

    private mutating func number(of form: String) -> Int {
      if let number = forms[form] { return number }
      let number = entries.count
      forms[form] = number
      var copy = form
      let entry = copy.withUTF8 { bytes in
        let (features, model) = (analyser.features, analyser.model)
        run.prepare(features.rows(of: bytes) { model.words.row(of: $0) })
        let key = WordFeatures.key(of: bytes)
        return Entry(key: key, analyses: key.withUnsafeBufferPointer { analyser.verbs.analyses(ofKey: $0) })
      }
      entries.append(entry)
      analyser.chain.add(entry.key, to: &nameForms)
      return number
    }

    // MARK: from numbers to a tree

    private mutating func tree(_ words: [String], _ numbers: [Int], _ raw: RawSyntax) -> SyntaxTree {
      let labels = analyser.model.labels
      let names = analyser.chain.tags(numbers, nameForms, evidence: raw.evidence)
      let tags = zip(raw.tags, names).map { tag, name in
        let tag = PartOfSpeech.allCases[Int(tag)]
        return name > 0 && Self.canBeProper(tag) ? .properNoun : tag
      }
      let relations = raw.relations.map { labels.relations[Int($0)] }
      let ezafe = Ezafe.marks(forms: words, tags: tags, heads: raw.heads, relations: relations)
      var nodes: [SyntaxTree.Node] = []
      nodes.reserveCapacity(words.count)
      for word in words.indices {
        let values = raw.features[word * labels.features.count..<(word + 1) * labels.features.count]
        nodes.append(
          SyntaxTree.Node(
            tag: tags[word], lemma: lemma(words[word], numbers[word], tags[word], values),
            features: featureText(tags[word], values), head: raw.heads[word] == 0 ? nil : Int(raw.heads[word]) - 1,
            relation: raw.heads[word] == 0 ? "root" : relations[word], name: nameTag(names[word]),
            hasEzafe: ezafe[word]))
      }
      return SyntaxTree(nodes: nodes)
    }

    /// Whether a word with this part of speech is a proper noun where it is in a name.
    private static func canBeProper(_ tag: PartOfSpeech) -> Bool {
      switch tag {
      case .noun, .adjective, .adverb, .interjection, .other, .verb: true
      default: false
      }
    }

    private func nameTag(_ number: UInt8) -> SyntaxTree.NameTag? {
      guard number > 0 else { return nil }
      return SyntaxTree.NameTag(
        kind: SyntaxTree.NameTag.Kind.allCases[(Int(number) - 1) / 2], isFirst: number % 2 == 1)
    }

    private mutating func featureText(_ tag: PartOfSpeech, _ values: ArraySlice<UInt8>) -> String {
      switch tag {
      case .punctuation, .adposition, .coordinator, .subordinator: return ""
      default: break
      }
      if let text = featureTexts[values] { return text }
      var text = ""
      for (feature, value) in zip(analyser.model.labels.features, values) where value > 0 {
        guard feature.name != LemmaScript.featureName else { continue }
        if !text.isEmpty { text += "|" }
        text += feature.name + "=" + feature.values[Int(value)]
      }
      if featureTexts.count < 4096 { featureTexts[ArraySlice(Array(values))] = text }
      return text
    }

    private mutating func lemma(
      _ form: String, _ number: Int, _ tag: PartOfSpeech, _ values: ArraySlice<UInt8>
    ) -> String {
      let script = lemmaFeature.map { values[values.startIndex + $0] } ?? 0
      let key = LemmaKey(form: number, tag: tag, script: script)
      if let lemma = lemmas[key] { return lemma }
      let entry = entries[number]
      let features = analyser.model.labels.features
      let lemma = analyser.lemmatiser.lemma(
        of: form, key: entry.key, tag: tag,
        script: lemmaFeature.flatMap { LemmaScript(text: features[$0].values[Int(script)]) }, verb: entry.analyses.first
      )
      lemmas[key] = lemma
      return lemma
    }
  }
}
