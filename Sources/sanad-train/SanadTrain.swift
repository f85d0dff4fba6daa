import ArgumentParser

/// The command line that makes Sanad's models.
@main
struct SanadTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sanad-train",
    abstract: "Makes the models that Sanad reads with, from treebanks and raw text.",
    subcommands: [
      TrainRepair.self, MeasureSegments.self, SyntaxCommand.self, NamesCommand.self, TrainConfidence.self,
      MeasureLedger.self,
    ])
}
