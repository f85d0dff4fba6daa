import ArgumentParser
import Coding
import Diagnostics
import Exchange
import Ledger

/// `sanad export`: the events of a ledger for other programs.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes the events of a ledger for other programs.",
    discussion: """
      jsonl: one event a line. csv: one row an event. geojson: points. graphml: actors and what they did to each other. \
      polecat: the columns of the POLECAT data. cameo: days, sides and CAMEO codes. records: the whole records, as \
      `sanad code` writes them; filters do not apply to these.
      """)

  @Option(help: "jsonl, csv, geojson, graphml, polecat, cameo or records.")
  var format = Format.jsonl

  @OptionGroup var filter: EventFilterOptions

  @OptionGroup var ledger: LedgerOption

  @OptionGroup var data: DataOption

  /// What can be written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case jsonl
    case csv
    case geojson
    case graphml
    case polecat
    case cameo
    case records
  }

  func run() throws {
    try reportingProblems {
      let archive = try Ledger(file: ledger.file)
      var output = StandardOutput()
      var failures = FailureCount()
      if let format = ExportFormat(rawValue: format.rawValue) {
        let list = try EventList(ledger: archive, data: try data.bundle())
        var export = Export(as: format)
        output.write(export.begin())
        for warning in try list.forEach(filter.filter(), { output.write(export.write($0)) }) {
          failures.report(warning)
        }
        output.write(export.end())
      } else {
        try archive.forEachRecord { output.write($0.jsonLine + [UInt8(ascii: "\n")]) }
      }
      output.flush()
      return failures
    }
  }
}
