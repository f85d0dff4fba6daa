import ArgumentParser
import Coding

/// The command line of Sanad.
@main
struct Sanad: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sanad",
    abstract:
      "Reads Persian news and keeps the evidence: who did or said what to whom, where and when, and who says so.",
    version: Sanad.versionText,
    subcommands: [
      ReadCommand.self, CodeCommand.self, ExtractCommand.self, RepairCommand.self, ParseCommand.self, CheckCommand.self,
      DoctorCommand.self, ExplainCommand.self, ScoreCommand.self, IngestCommand.self, SearchCommand.self,
      EventsCommand.self, ExportCommand.self, LedgerCommand.self, WorldCommand.self,
    ])

  /// The version of the program, which records carry too.
  static let versionText = Coder.version
}
