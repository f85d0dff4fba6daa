import ArgumentParser
import Chronology
import Coding
import Diagnostics
import Ledger

/// The filters of events, which several verbs take.
struct EventFilterOptions: ParsableArguments {
  @Option(help: "Who acts: a name, a country code, or an entry of the world files; may be given again for others.")
  var actor: [String] = []

  @Option(help: "Who is acted upon.")
  var recipient: [String] = []

  @Option(help: "Who stands on either side.")
  var participant: [String] = []

  @Option(help: "The PLOVER type, such as ASSAULT.")
  var type: [String] = []

  @Option(help: "Where it happened: a name, a country code, or an entry of the world files.")
  var place: [String] = []

  @Option(help: "The outlet.")
  var source: [String] = []

  @Option(help: "asserted, planned, hypothetical or negated.")
  var status: [String] = []

  @Option(help: "The first day, as 2025-03-10.")
  var from: String?

  @Option(help: "The last day.")
  var to: String?

  /// The filter.
  func filter() throws -> EventFilter {
    var filter = EventFilter()
    (filter.actors, filter.recipients, filter.participants) = (actor, recipient, participant)
    (filter.types, filter.places, filter.sources, filter.statuses) = (type, place, source, status)
    filter.from = try date(from, "--from")
    filter.to = try date(to, "--to")
    return filter
  }

  private func date(_ text: String?, _ option: String) throws -> CivilDate? {
    guard let text else { return nil }
    guard let date = CivilDate(iso8601: text) else { throw Problem(.searchField, text, option) }
    return date
  }
}

/// `sanad events`: the events of a ledger.
struct EventsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "events",
    abstract: "Lists the events of a ledger, the latest first.",
    discussion: "Filters of different kinds narrow each other down; of one kind, any may fit.")

  @OptionGroup var filter: EventFilterOptions

  @OptionGroup var ledger: LedgerOption

  @Option(help: "How many events are shown.")
  var limit = 20

  @Option(help: "Where to go on: what the page before ended with.")
  var after: String?

  @Flag(help: "Write JSON, one event a line.")
  var json = false

  @Flag(help: "Write only how many there are.")
  var count = false

  @OptionGroup var data: DataOption

  func validate() throws {
    if limit < 1 || limit > 100_000 { throw ValidationError("--limit takes a number from 1 to 100000") }
    if let after, EventCursor(after) == nil {
      throw ValidationError("--after takes what the page before ended with")
    }
  }

  func run() throws {
    try reportingProblems {
      let filter = try filter.filter()
      let list = try EventList(ledger: try Ledger(file: ledger.file), data: try data.bundle())
      var output = StandardOutput()
      if count {
        output.write("\(try list.count(filter))\n")
        output.flush()
        return FailureCount()
      }
      let page = try list.page(filter, after: after.flatMap { EventCursor($0) }, limit: limit)
      var failures = FailureCount()
      for warning in page.warnings { failures.report(warning) }
      for event in page.events { output.write(json ? event.jsonLine : Array(Self.text(event).utf8)) }
      output.flush()
      if let next = page.next { writeToStandardError("go on with --after \(next)") }
      return failures
    }
  }

  private static func text(_ event: StoredEvent) -> String {
    let mode = event.event.mode.map { "/" + $0 } ?? ""
    let status = event.event.status == .asserted ? "" : " (\(event.event.status.rawValue))"
    let place = event.event.place.map { " · " + ProblemText.harmless($0.latin ?? $0.name) } ?? ""
    let speakers = event.saidBy.compactMap { $0 }.map(ProblemText.harmless)
    let said = speakers.isEmpty ? "" : " · says \(speakers.joined(separator: " ← "))"
    let witness = [event.witness.source, event.witness.title ?? event.witness.name].compactMap { $0 }
    return """
      \(event.day ?? "no date") \(event.event.type)\(mode)\(status) · \(side(event.actors)) → \(side(event.recipients))\(place)\(said)
      \u{200F}  \(MarkedText.harmless(Array(event.evidence.unicodeScalars)[...]))
        \(ProblemText.harmless(witness.joined(separator: " · "))) · document \(event.witness.document) \(event.event.id)


      """
  }

  private static func side(_ side: [StoredEvent.Side]) -> String {
    if side.isEmpty { return "–" }
    return side.map { ProblemText.harmless($0.latin ?? $0.name) + ($0.country.map { " (\($0))" } ?? "") }
      .joined(separator: ", ")
  }
}
