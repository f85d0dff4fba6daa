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

  @Argument(help: "The texts, those of one hand joined by commas; of CoNLL-U the `# text =` lines are read.")
  var texts: [String]

  @Option(help: "Where to write the model.")
  var output = "Data/models/half-space.bin"

  @Option(help: "A CoNLL-U file whose sentences the model is measured on; may be given again.")
  var measure: [String] = []

  func run() throws {
    var corpus = SpacingCorpus()
    for (style, group) in texts.enumerated() {
      for file in group.split(separator: ",") {
        for line in try Self.lines(of: String(file)) { corpus.add(line, style: style) }
      }
    }
    let features = try BoundaryFeatures(data: .embedded)
    let trainer = SpacingTrainer(corpus: corpus, features: features)
    say("\(corpus.lines.count) lines, \(corpus.examples.count) places")
    let model = try RepairModelTrainer(corpus: corpus, features: features, trainer: trainer).model { say($0) }
    let bytes = model.encoded()
    try Data(bytes).write(to: URL(fileURLWithPath: output))
    say("\(output) written")
    var repair = try HalfSpaceRepair(modelBytes: bytes, features: features)
    for file in measure { try report(on: file, with: &repair) }
  }

  /// The lines of a text, folded; of CoNLL-U its `# text =` lines.
  private static func lines(of file: String) throws -> [[UInt8]] {
    let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
    let texts = file.hasSuffix(".conllu") ? lines.filter { $0.hasPrefix("# text = ") }.map { $0.dropFirst(9) } : lines
    return texts.map { LetterFolding.fold(SourceText(String($0))).bytes }
  }

  private func report(on file: String, with repair: inout HalfSpaceRepair) throws {
    let lines = try Self.lines(of: file)
    for (name, stretches) in [("as one text", [lines]), ("line by line", lines.map { [$0] })] {
      for damage in Damage.allCases {
        var measure = SpacingMeasure()
        var random = SplitMix(seed: 4)
        for stretch in stretches { measure.measure(stretch, damage, with: &repair, using: &random) }
        say("\(file.split(separator: "/").last ?? "") \(name), \(damage): \(measure.text)")
      }
    }
  }

  private func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}

/// e to the power of `value`, without overflow.
func exponential(_ value: Float) -> Float { Foundation.exp(max(-60, min(60, value))) }
