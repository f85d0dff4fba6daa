import ArgumentParser
import Diagnostics
import World

/// `sanad world stats`: how much the files of actors and places know.
struct WorldStatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Counts the entries and names of actors and places by kind, country and sector.")

  @Option(help: "How many countries and sectors are shown; 0 for all.")
  var top = 20

  @OptionGroup var data: DataOption

  func validate() throws {
    if top < 0 { throw ValidationError("--top takes a number from 0") }
  }

  func run() throws {
    try reportingProblems {
      let statistics = try WorldStatistics(data: try data.bundle())
      var output = StandardOutput()
      output.write(table("kind", statistics.kinds, isTotalled: true))
      output.write("\n" + table("country", statistics.countries))
      output.write("\n" + table("sector", statistics.sectors))
      output.flush()
      return FailureCount()
    }
  }

  /// Latin letters and digits only, so that no terminal has a direction to mistake.
  private func table(_ title: String, _ rows: [WorldStatistics.Row], isTotalled: Bool = false) -> String {
    func line(_ key: String, _ entries: String, _ names: String) -> String {
      key + spaces(14 - key.utf8.count) + spaces(9 - entries.utf8.count) + entries + spaces(9 - names.utf8.count)
        + names + "\n"
    }
    let shown = isTotalled || top == 0 ? rows[...] : rows.prefix(top)
    var text = line(title, "entries", "names")
    for row in shown { text += line(ProblemText.harmless(row.key), String(row.entries), String(row.names)) }
    let rest = rows[shown.endIndex...]
    let (others, all) = (rest.isEmpty ? [] : [("and \(rest.count) more", rest)], isTotalled ? [("all", rows[...])] : [])
    for (name, rows) in others + all {
      text += line(name, String(rows.reduce(0) { $0 + $1.entries }), String(rows.reduce(0) { $0 + $1.names }))
    }
    return text
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
