import ArgumentParser
import Coding
import DataFiles
import Diagnostics
import Foundation
import Intake

/// `sanad-train confidence`: fits how likely events are to be right to documents that people coded.
struct TrainConfidence: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confidence",
    abstract: "Makes Data/coding/confidence.rec from gold documents, and says what it is worth on those left out.")

  @Argument(help: "JSONL files of gold in which every act is coded.")
  var gold: [String]

  @Option(help: "Where to write the weights.")
  var output = "Data/coding/confidence.rec"

  @Option(help: "How many parts the documents are cut into, each of which is judged by the others.")
  var folds = 8

  @Option(help: "The folder of data files to read the documents with.")
  var data: String?

  func validate() throws {
    if folds < 2 { throw ValidationError("--folds takes a number from 2") }
  }

  func run() throws {
    let coder = try Coder(data: try data.map { try DataBundle.embedded.overlaid(by: $0) } ?? .embedded)
    var parts = [[ConfidenceExample]](repeating: [], count: folds)
    var number = 0
    for file in gold {
      for line in try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n") {
        // Whole documents go to one part: events of one report are alike.
        parts[number % folds] += coder.confidenceExamples(of: try GoldJSON.document(of: Array(line.utf8)))
        number += 1
      }
    }
    let all = parts.flatMap { $0 }
    say("\(number) documents, \(all.count) events, \(all.count { $0.isRight }) right")
    var best = (penalty: 0.0, loss: Double.infinity)
    for penalty in [0.5, 1, 2, 4, 8, 16, 32] {
      let judged = leftOut(parts, penalty)
      let reliability = Reliability(judged)
      let loss =
        judged.map { -log(max(1e-9, $0.isRight ? $0.confidence : 1 - $0.confidence)) }.reduce(0, +)
        / Double(max(1, judged.count))
      say(
        "penalty \(penalty): log loss \(rounded(loss)), Brier \(rounded(reliability.brier)) "
          + "(base \(rounded(reliability.brierOfBase))), calibration error \(rounded(reliability.calibrationError))")
      if loss < best.loss { best = (penalty, loss) }
    }
    try write(ConfidenceFit(all, penalty: best.penalty), documents: number, events: all.count)
    say("\(output) written, with penalty \(best.penalty)")
  }

  /// The events of each part, judged by weights that never saw it.
  private func leftOut(_ parts: [[ConfidenceExample]], _ penalty: Double) -> [(confidence: Double, isRight: Bool)] {
    parts.indices.flatMap { part in
      let fit = ConfidenceFit(parts.indices.filter { $0 != part }.flatMap { parts[$0] }, penalty: penalty)
      return parts[part].map { (fit.probability($0.features), $0.isRight) }
    }
  }

  private func write(_ fit: ConfidenceFit, documents: Int, events: Int) throws {
    var text = """
      # How likely an event is to be right, type and sides: each record adds its weight to the log-odds of the events it is
      # true of. Made by `sanad-train confidence` from \(events) events in \(documents) documents; not to be edited by hand.

      """
    for (feature, weight) in zip(ConfidenceFeatures.all, fit.weights) {
      text += "\nid: \(feature.id)\nweight: \(rounded(weight))\nnote: \(feature.note)\n"
    }
    try text.write(toFile: output, atomically: true, encoding: .utf8)
  }

  private func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }

  private func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}

/// A logistic model whose weights are kept small by a penalty on their squares.
struct ConfidenceFit {
  /// The weights, in the order of ``ConfidenceFeatures/all``.
  private(set) var weights: [Double]

  /// Fits by Newton's method in one coordinate after the other; the first, which every event has, pays no penalty.
  init(_ examples: [ConfidenceExample], penalty: Double) {
    weights = [Double](repeating: 0, count: ConfidenceFeatures.all.count)
    let members = ConfidenceFeatures.all.map { feature in
      examples.indices.filter { examples[$0].features.contains(feature.feature) }
    }
    var logOdds = [Double](repeating: 0, count: examples.count)
    for _ in 0..<200 {
      var change = 0.0
      for feature in weights.indices where !members[feature].isEmpty {
        let penalty = feature == 0 ? 1e-6 : penalty
        var gradient = -penalty * weights[feature]
        var curvature = penalty
        for example in members[feature] {
          let probability = 1 / (1 + exp(-logOdds[example]))
          gradient += (examples[example].isRight ? 1 : 0) - probability
          curvature += probability * (1 - probability)
        }
        let step = max(-1, min(1, gradient / curvature))
        weights[feature] += step
        for example in members[feature] { logOdds[example] += step }
        change = max(change, abs(step))
      }
      if change < 1e-6 { break }
    }
  }

  func probability(_ features: ConfidenceFeatures) -> Double {
    let sum = zip(ConfidenceFeatures.all, weights).map { features.contains($0.feature) ? $1 : 0 }.reduce(0, +)
    return 1 / (1 + exp(-sum))
  }
}
