import ArgumentParser
import Diagnostics
import PersianSyntax

/// `sanad-train syntax`: the tagger, parser and name recogniser.
struct SyntaxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "syntax", abstract: "Trains the network that tags, parses and finds names.")

  @Option(help: "The folder with the treebanks, the names and the raw text.")
  var ud = "../shared/ud"

  @Option(help: "Where the model is written.")
  var model = "Data/models/syntax.model"

  @Flag(help: "Leave out every seventh sentence of the treebanks, measure on those, and write no model.")
  var heldOut = false

  @Option(help: "The seed of everything random.")
  var seed: UInt64 = 1

  @Option(help: "How many networks learn from the treebanks alone.")
  var teachers = 4

  @Option(help: "Rounds over the treebanks.")
  var rounds = 26

  @Option(help: "How many networks learn from what the first ones say of raw text, to teach the last one.")
  var successors = 3

  @Option(help: "Rounds over all sentences for those.")
  var successorRounds = 3

  @Option(help: "Rounds over all sentences for the network that is kept.")
  var lastRounds = 5

  @Option(help: "A folder where trained networks are kept, so that a run that was stopped can go on.")
  var work: String?

  func run() throws {
    let data = try SyntaxData(folder: ud)
    let split = Split(data, heldOut: heldOut ? Fold(number: 3, count: 7) : nil)
    let training = SyntaxTraining(data: data, split: split, seed: seed, work: work)
    let first = try training.teachers(teachers, rounds: rounds)
    let second = try training.pupils(
      successors, of: first, nameTeachers: Array(first.prefix(2)), rounds: successorRounds, name: "successor")
    let last = try training.pupils(
      1, of: second.isEmpty ? first : second, nameTeachers: Array(first.prefix(2)), rounds: lastRounds, name: "last")
    guard !heldOut, let network = last.first else { return }
    try ModelWriter.write(network, data: data, to: model)
  }
}

/// Every so manieth sentence.
struct Fold {
  var number: Int
  var count: Int

  func contains(_ index: Int) -> Bool { index % count == number }
}

/// What is learnt from and what is measured on.
struct Split {
  var name = "full"
  var learnt: [TrainingSentence] = []
  private var held: [(name: String, sentences: [TrainingSentence])] = []

  init(_ data: SyntaxData, heldOut: Fold?) {
    guard let heldOut else {
      learnt = data.perdt + data.seraji
      return
    }
    name = "without-\(heldOut.number)-of-\(heldOut.count)"
    for (treebank, sentences) in [("PerDT", data.perdt), ("Seraji", data.seraji)] {
      var measured: [TrainingSentence] = []
      for (index, sentence) in sentences.enumerated() {
        if heldOut.contains(index) { measured.append(sentence) } else { learnt.append(sentence) }
      }
      // What is measured is the scheme of the output.
      for index in measured.indices { measured[index].treebank = 0 }
      held.append((treebank, measured))
    }
  }

  func score(_ networks: [SyntaxNetwork], _ labels: SyntaxLabels) -> String {
    held.map { name, sentences in
      var score = NetworkScore()
      for (prediction, gold) in zip(NetworkScore.predict(networks, sentences), sentences) {
        score.add(prediction, gold: gold, labels: labels)
      }
      return "\n  \(name) \(score.text)"
    }.joined()
  }
}
