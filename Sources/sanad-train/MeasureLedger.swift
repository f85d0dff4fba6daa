import ArgumentParser
import Chronology
import Ledger

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `sanad-train ledger`: how long questions to a ledger take, in a process that stays.
struct MeasureLedger: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "Times questions to a ledger, read from standard input: `search QUERY`, or `events` and filters.",
    discussion: """
      Filters of events are fields with tabs between them, such as actor=IRN or type=ASSAULT. For each question a line \
      is written: milliseconds by the clock and of the processor, how many were found, and the question.
      """)

  @Argument(help: "The ledger.")
  var file: String

  func run() throws {
    let ledger = try Ledger(file: file)
    let searcher = try Searcher(ledger: ledger)
    let list = try EventList(ledger: ledger)
    while let line = readLine() {
      let parts = line.split(separator: "\t").map(String.init)
      guard let kind = parts.first else { continue }
      let (start, used) = (ContinuousClock.now, clock())
      let count: Int
      if kind == "search" {
        count = try searcher.search(try SearchQuery(parts.dropFirst().joined(separator: " "))).count
      } else {
        count = try list.page(Self.filter(parts.dropFirst())).events.count
      }
      let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
      let processor = Double(clock() - used) * 1000 / Double(CLOCKS_PER_SEC)
      print("\(milliseconds)\t\(processor)\t\(count)\t\(line)")
    }
  }

  private static func filter(_ fields: ArraySlice<String>) -> EventFilter {
    var filter = EventFilter()
    for field in fields {
      let pair = field.split(separator: "=", maxSplits: 1).map(String.init)
      guard pair.count == 2 else { continue }
      switch pair[0] {
      case "actor": filter.actors.append(pair[1])
      case "recipient": filter.recipients.append(pair[1])
      case "participant": filter.participants.append(pair[1])
      case "type": filter.types.append(pair[1])
      case "place": filter.places.append(pair[1])
      case "source": filter.sources.append(pair[1])
      case "status": filter.statuses.append(pair[1])
      case "from": filter.from = CivilDate(iso8601: pair[1])
      case "to": filter.to = CivilDate(iso8601: pair[1])
      default: break
      }
    }
    return filter
  }
}
