import ArgumentParser

/// `sanad world`: what the data files know of actors and places, for whoever edits them.
struct WorldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "world",
    abstract: "Looks into the data files of actors and places: find, check, stats, import-geonames.",
    subcommands: [WorldFindCommand.self, WorldCheckCommand.self, WorldStatsCommand.self, WorldImportCommand.self])
}
