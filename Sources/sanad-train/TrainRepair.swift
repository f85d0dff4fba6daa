import ArgumentParser
import DataFiles
import Diagnostics
import Foundation
import PersianText

/// `sanad-train repair`: makes the model of half-spaces from raw text that has them.
struct TrainRepair: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Makes the half-space model from raw text with its half-spaces, one sentence a line.")

  @Argument(help: "The texts.")
  var texts: [String]

  @Option(help: "Where to write the model.")
  var output = "Data/models/half-space.bin"

  @Option(help: "A CoNLL-U file whose sentences the model is measured on; may be given again.")
  var measure: [String] = []

  @Option(help: "How many folds to learn the habits from.")
  var habitFolds = SpacingCorpus.foldCount

  func run() throws {
    var corpus = SpacingCorpus()
    for (style, text) in texts.enumerated() {
      let lines = try String(contentsOfFile: text, encoding: .utf8).split(separator: "\n")
      for line in lines { corpus.add(LetterFolding.fold(SourceText(String(line))).bytes, style: style) }
    }
    let features = try BoundaryFeatures(data: .embedded)
    let trainer = SpacingTrainer(corpus: corpus, features: features)
    say("\(corpus.lines.count) lines, \(corpus.examples.count) places")
    var habits = HabitTrainer()
    for fold in 0..<habitFolds {
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
    var repair = try HalfSpaceRepair(modelBytes: model.encoded(), features: features)
    for file in measure { try report(on: file, with: &repair) }
  }

  private func report(on file: String, with repair: inout HalfSpaceRepair) throws {
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("# text = ") }.map { LetterFolding.fold(SourceText(String($0.dropFirst(9)))).bytes }
    for damage in Damage.allCases {
      var measure = SpacingMeasure()
      var random = SplitMix(seed: 4)
      for line in lines { measure.measure(line, damage, with: &repair, using: &random) }
      say("\(file.split(separator: "/").last ?? "") \(damage): \(measure.text)")
    }
  }

  private func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}

/// e to the power of `value`, without overflow.
func exponential(_ value: Float) -> Float { Foundation.exp(max(-60, min(60, value))) }
