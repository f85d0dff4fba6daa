import Diagnostics
import PersianSyntax

/// The steps of the training, each network kept in a folder where one is given.
struct SyntaxTraining {
  let data: SyntaxData
  let split: Split
  let seed: UInt64
  let work: String?
  private let start = ContinuousClock().now

  /// The sizes of the networks that learn from the treebanks alone.
  static let wide = NetworkSizes()
  /// The sizes of those that learn from raw text, and of the one that is kept.
  static let narrow = NetworkSizes(width: 64, arcWidth: 64, relationWidth: 64)

  init(data: SyntaxData, split: Split, seed: UInt64, work: String?) {
    self.data = data
    self.split = split
    self.seed = seed
    self.work = work
  }

  /// Networks that learn from the treebanks, on top of one that has read the raw text.
  func teachers(_ count: Int, rounds: Int) throws(Problem) -> [SyntaxNetwork] {
    var prepared: SyntaxNetwork?
    var networks: [SyntaxNetwork] = []
    for number in 0..<UInt64(max(0, count)) {
      let network = network(Self.wide, seed: seed &+ number)
      try keep(network, as: "teacher-\(rounds)-\(number)") { () throws(Problem) in
        let first: SyntaxNetwork
        if let prepared { first = prepared } else { first = try reader() }
        prepared = first
        network.copyFirstLayer(of: first)
        train(
          network, split.learnt, rounds: rounds, dropout: Dropout(), seed: seed &+ number, name: "teacher \(number)")
      }
      networks.append(network)
    }
    say("\(count) teachers together" + split.score(networks, data.labels))
    return networks
  }

  /// Networks that learn from the raw text as `teachers` annotate it, and three times from the treebanks.
  func pupils(
    _ count: Int, of teachers: [SyntaxNetwork], nameTeachers: [SyntaxNetwork], rounds: Int, name: String
  ) throws(Problem) -> [SyntaxNetwork] {
    guard count > 0, let first = teachers.first else { return [] }
    var annotated: [TrainingSentence]?
    var networks: [SyntaxNetwork] = []
    for number in 0..<UInt64(count) {
      let network = network(Self.narrow, seed: seed &+ 1000 &+ number)
      network.copyTables(of: first)
      network.trainsWords = true
      try keep(network, as: "\(name)-\(rounds)-\(number)") {
        let selfTraining = SelfTraining(teachers: teachers, nameTeachers: nameTeachers)
        let automatic = annotated ?? selfTraining.sentences(data.raw, data: data)
        annotated = automatic
        let all = automatic + split.learnt + split.learnt + split.learnt
        train(network, all, rounds: rounds, dropout: .light, seed: seed &+ 10 &+ number, name: "\(name) \(number)")
      }
      networks.append(network)
    }
    if count > 1 { say("\(count) together" + split.score(networks, data.labels)) }
    return networks
  }

  /// A network whose tables and first layer have learnt from raw text.
  private func reader() throws(Problem) -> SyntaxNetwork {
    let network = network(Self.wide, seed: seed)
    try keep(network, as: "reader") {
      network.setWords(WordVectors().train(data.rowSentences, counts: data.counts, seed: seed))
      say("word vectors")
      let raw = data.raw.filter { $0.count > 2 && $0.count < 100 }.map { forms in
        var sentence = TrainingSentence()
        sentence.forms = forms
        data.addRows(to: &sentence)
        return sentence
      }
      var training = NeighbourTraining()
      training.seed = seed
      training.train(network, raw, counts: data.counts) { round, loss in say("reader, round \(round): loss \(loss)") }
    }
    return network
  }

  private func network(_ sizes: NetworkSizes, seed: UInt64) -> SyntaxNetwork {
    var random = SeededRandom(seed: seed)
    return SyntaxNetwork(sizes: sizes, labels: data.labels, wordCount: data.keys.count, random: &random)
  }

  private func train(
    _ network: SyntaxNetwork, _ sentences: [TrainingSentence], rounds: Int, dropout: Dropout, seed: UInt64, name: String
  ) {
    var trainer = NetworkTrainer()
    trainer.rounds = rounds
    trainer.seed = seed
    trainer.dropout = dropout
    trainer.train(network, sentences) { round, loss in
      let isMeasured = (rounds - round) % 5 == 1 || rounds < 10
      say("\(name), round \(round): loss \(loss)" + (isMeasured ? split.score([network], data.labels) : ""))
    }
  }

  /// Takes a network from the folder, or makes it and puts it there.
  private func keep(_ network: SyntaxNetwork, as name: String, make: () throws(Problem) -> Void) throws(Problem) {
    // The reader sees no treebank, so it is the same for all parts that are left out.
    let path = work.map { "\($0)/\(name)-\(seed)" + (name == "reader" ? "" : "-" + split.name) }
    if let path, NetworkFile.read(path, into: network) {
      say("\(name) was there")
      return
    }
    try make()
    if let path { try NetworkFile.write(network, to: path) }
  }

  private func say(_ text: String) { print("\((ContinuousClock().now - start).components.seconds) s: \(text)") }
}
