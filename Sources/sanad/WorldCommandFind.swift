import ArgumentParser
import Chronology
import Coding
import Diagnostics
import Intake
import World

/// `sanad world find`: whom and what words name.
struct WorldFindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Says whom and what words name, and what else they could mean.",
    discussion: """
      With --lines, every line of a file is a text, and each name in it becomes a line of columns with tabs between: \
      line, first and last code point, kind, entry, country, sector, words. A column without a value is "-".
      """)

  @Argument(help: "The words, or a sentence.")
  var words: [String] = []

  @Option(help: "The day that tells who has an office: 2025-03-10.")
  var on: String?

  @Option(help: "A file of texts, one to a line, or - for standard input; in place of words.")
  var lines: String?

  @OptionGroup var data: DataOption

  func validate() throws {
    if words.isEmpty == (lines == nil) { throw ValidationError("give either words or --lines FILE") }
    if let on, CivilDate(iso8601: on) == nil { throw ValidationError("--on takes a day such as 2025-03-10") }
  }

  func run() throws {
    try reportingProblems {
      let finder = try NameFinder(data: try data.bundle())
      let day = on.flatMap { CivilDate(iso8601: $0) }
      var output = StandardOutput()
      guard let lines else {
        let found = finder.names(in: words.joined(separator: " "), on: day)
        for name in found { output.write(WorldFindPage(world: finder.world, day: day).text(of: name)) }
        if found.isEmpty { output.write("no name that the data files know\n") }
        output.flush()
        return FailureCount()
      }
      var failures = FailureCount()
      try LineInput(file: lines).forEachLine(tooLong: { failures.report($0) }) { line, number in
        guard let text = String(validating: line, as: UTF8.self) else {
          failures.report(Problem(.notUTF8, at: InputPlace(file: lines, line: number), "line \(number)"))
          return
        }
        failures.good()
        for name in finder.names(in: text, on: day) { output.write(Self.columns(name, number, finder.world)) }
      }
      output.flush()
      return failures
    }
  }

  private static func columns(_ found: NameFinder.Found, _ line: Int, _ world: World) -> String {
    let entry = found.entry.map { world.entries[$0].id }
    let last = found.span.upperBound - 1
    let columns = [
      String(line), String(found.span.lowerBound + 1), String(last + 1), found.kind.rawValue, entry ?? "-",
      found.country ?? "-", found.sector ?? "-", ProblemText.harmless(found.words),
    ]
    return columns.joined(separator: "\t") + "\n"
  }
}

/// One finding for a person: Latin columns first and Persian last in every line, so that no column moves in a terminal
/// that turns lines by their direction.
private struct WorldFindPage {
  let world: World
  let day: CivilDate?

  func text(of found: NameFinder.Found) -> String {
    let sides = [found.country, found.sector].compactMap { $0 }.joined(separator: " ")
    var text = padded(found.kind.rawValue, 8) + padded(sides, 8) + "  "
    if let entry = found.entry.map({ world.entries[$0] }) {
      text += "\(entry.id), \(ProblemText.harmless(entry.latin))  \(ProblemText.harmless(found.words))\n"
      text += details(of: entry)
    } else {
      text += "no entry of its own  \(ProblemText.harmless(found.words))\n"
    }
    for sense in found.senses where sense.entry != found.entry { text += self.text(of: sense) }
    return text
  }

  private func details(of entry: Entry) -> String {
    var text = ""
    for office in entry.offices where day.map({ office.isHeld(on: $0.description) }) ?? true {
      text += "    \(office.title) of \(office.of), \(office.start) to \(office.end ?? "now")\n"
    }
    if let place = entry.coordinates {
      let region = entry.region.map { ", in \($0)" } ?? ""
      text += "    \(place.latitude) north, \(place.longitude) east\(region)\n"
    }
    return text
  }

  private func text(of sense: Mention.Sense) -> String {
    let entry = world.entries[sense.entry]
    let sides = [entry.country, entry.sector].compactMap { $0 }.joined(separator: " ")
    let use = sense.use == .name ? "" : ", as \(sense.use)"
    return "  . " + padded(entry.kind.rawValue, 13) + padded(sides, 8)
      + "  \(entry.id)\(use)  \(ProblemText.harmless(entry.name))\n"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.utf8.count))
  }
}
