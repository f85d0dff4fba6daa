import ArgumentParser
import DataFiles
import Diagnostics
import Foundation
import PersianText

/// `sanad-train repair`: makes the model of half-spaces from raw text that has them.
struct TrainRepair: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair", abstract: "Makes the half-space model from raw text with its half-spaces, one sentence a line.")

  @Argument(help: "The texts.")
  var texts: [String]

  @Option(help: "Where to write the model.")
  var output = "Data/models/half-space.bin"

  func run() throws {
    var corpus = SpacingCorpus()
    for text in texts {
      let lines = try String(contentsOfFile: text, encoding: .utf8).split(separator: "\n")
      for line in lines { corpus.add(LetterFolding.fold(SourceText(String(line))).bytes) }
    }
    let features = try BoundaryFeatures(data: .embedded)
    let trainer = SpacingTrainer(corpus: corpus, features: features)
    say("\(corpus.lines.count) lines, \(corpus.examples.count) places")
    var habits = HabitTrainer()
    for fold in 0..<SpacingCorpus.foldCount {
      let model = HalfSpaceModelFile(
        weights: trainer.weights(without: fold), counts: corpus.allCounts(without: fold),
        habits: HalfSpaceModelFile.neutralHabits)
      var repair = try HalfSpaceRepair(modelBytes: model.encoded(), features: features)
      for (number, line) in corpus.lines.enumerated() where corpus.fold(ofLine: number) == fold {
        habits.observe(line, with: &repair)
      }
      say("fold \(fold + 1) of \(SpacingCorpus.foldCount)")
    }
    let model = HalfSpaceModelFile(
      weights: trainer.weights(without: nil), counts: corpus.allCounts(without: nil), habits: habits.learn())
    try Data(model.encoded()).write(to: URL(fileURLWithPath: output))
    say("\(output) written")
  }

  private func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}

/// e to the power of `value`, without overflow.
func exponential(_ value: Float) -> Float { Foundation.exp(max(-60, min(60, value))) }
