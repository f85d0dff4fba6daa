import ArgumentParser
import DataFiles
import Diagnostics
import PersianSyntax

/// `sanad-train names`: the chain that finds names.
struct NamesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names", abstract: "Trains the chain that finds names over what the network says.")

  @Option(help: "The folder with the treebanks, the names and the raw text.")
  var ud = "../shared/ud"

  @Option(help: "Where the model is written.")
  var model = "Data/models/names.model"

  @Option(help: "The seed of everything random.")
  var seed: UInt64 = 1

  @Option(help: "In how many parts the sentences are cut, each read by a network that has not seen it.")
  var folds = 3

  @Option(help: "Rounds over the treebanks for those networks.")
  var rounds = 14

  @Option(help: "Rounds over the sentences for the chain.")
  var chainRounds = 18

  @Option(help: "How far each step of the chain's training goes.")
  var rate: Float = 0.2

  @Option(help: "How strongly the chain's weights are held to zero.")
  var restraint: Float = 0.25

  @Option(help: "A folder where trained networks are kept, so that a run that was stopped can go on.")
  var work: String?

  func run() throws {
    let data = try SyntaxData(folder: ud)
    let tagged = NameReader.sentences(try SyntaxData.read(ud + "/perdt-dev-ner.txt"))
    let lists = try NamePhraseReader(.embedded)
    let phrases = NamePhrases(lists: lists.listTable, lengths: lists.lengthTable)
    var sentences = [NameSentence](repeating: NameSentence(), count: tagged.count)
    var clusters: [UInt32] = []
    for number in 0..<folds {
      let fold = Fold(number: number, count: folds)
      let training = SyntaxTraining(data: data, split: Split(data, heldOut: fold), seed: seed, work: work)
      guard let network = try training.teachers(1, rounds: rounds).first else { continue }
      if clusters.isEmpty {
        clusters = WordClusters().numbers(network.words.value, counts: data.counts, seed: seed)
      }
      for (index, sentence) in tagged.enumerated() where fold.contains(index) {
        sentences[index] = Self.sentence(sentence, network, data, phrases, clusters)
      }
    }
    measure(sentences)
    var training = chain
    training.train(sentences, seed: seed)
    var table: [[UInt8]: UInt32] = [:]
    for (key, number) in zip(data.keys, clusters) where number != 0 { table[key] = number }
    try ModelWriter.write(training, lists: lists, clusters: NamePhraseReader.table(table), to: model)
  }

  private var chain: NameTraining { NameTraining(rounds: chainRounds, rate: rate, restraint: restraint) }

  /// Says how well sentences are read by chains that have not seen them.
  private func measure(_ sentences: [NameSentence]) {
    var score = NetworkScore()
    for number in 0..<folds {
      let fold = Fold(number: number, count: folds)
      var training = chain
      training.train(sentences.indices.filter { !fold.contains($0) }.map { sentences[$0] }, seed: seed)
      for index in sentences.indices where fold.contains(index) {
        score.add(names: training.tags(sentences[index]), gold: sentences[index].tags)
      }
    }
    print("names of sentences that were not seen: " + score.namesText)
  }

  private static func sentence(
    _ tagged: NameReader.Tagged, _ network: SyntaxNetwork, _ data: SyntaxData, _ phrases: NamePhrases,
    _ clusters: [UInt32]
  ) -> NameSentence {
    var forms = TrainingSentence()
    forms.forms = tagged.map(\.word)
    data.addRows(to: &forms)
    var result = NameSentence()
    let pass = BatchPass(network, [forms], dropout: nil, random: SeededRandom(seed: 0))
    for word in 0..<forms.count { NameChain.addEvidence(of: pass.tagScores.row(word), to: &result.evidence) }
    let keys = forms.forms.map(SyntaxData.key)
    let sets = phrases.sets(count: keys.count) { (keys[$0], phrases.longest(from: keys[$0])) }
    for word in keys.indices {
      var features: [UInt64] = []
      for offset in -NameFeatures.reach...NameFeatures.reach {
        guard keys.indices.contains(word + offset) else {
          features.append(NameFeatures.outside(offset: offset))
          continue
        }
        let row = keys[word + offset].withUnsafeBufferPointer { data.table.row(of: $0) }
        let number = row >= 0 ? clusters[Int(row)] : 0
        features += NameFeatures.features(key: keys[word + offset], clusters: number, offset: offset)
      }
      NameFeatures.listFeatures(sets, at: word) { features.append($0) }
      result.features.append(features)
    }
    for (word, pair) in tagged.enumerated() {
      let tag = SyntaxLabels.nameTags.firstIndex(of: pair.tag) ?? 0
      // A name that goes on without having begun, begins here.
      result.tags.append(NameTraining.isAllowed(word == 0 ? 0 : result.tags[word - 1], tag) ? tag : tag - 1)
    }
    return result
  }
}
