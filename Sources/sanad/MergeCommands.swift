import ArgumentParser
import Coding
import Diagnostics
import Ledger

extension LedgerCommand {
  /// `sanad ledger merge`: the same text and the same event, told by several reports.
  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge",
      abstract: "Finds copies of texts, and events that several reports tell.",
      discussion: """
        Documents and records stay as they are: `sanad ledger merges` shows what was put together and why, and takes it \
        apart again.
        """)

    @OptionGroup var ledger: LedgerOption

    @Option(help: "How many reports are read at a time.")
    var jobs = 2

    @OptionGroup var data: DataOption

    func run() throws {
      try reportingProblems {
        let found = try Ledger(file: ledger.file).merge(data: try data.bundle(), jobs: max(1, min(jobs, 1024)))
        var output = StandardOutput()
        output.write(
          "\(found.copies) of \(found.documents) documents are copies; "
            + "\(found.merged) of \(found.events) events are told by an earlier report too\n")
        output.flush()
        return FailureCount()
      }
    }
  }

  /// `sanad ledger merges`: what was put together.
  struct Merges: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merges",
      abstract: "Shows events that several reports tell: why they are one, and where the reports differ.")

    @OptionGroup var ledger: LedgerOption

    @Option(help: "How many events are shown, the latest first.")
    var limit = 20

    @Option(help: "Take this event out of its group, for good; its number is that of `sanad events --json`.")
    var part: Int64?

    @Flag(help: "Write the groups as event numbers, one group a line, and copies as document numbers.")
    var numbers = false

    func run() throws {
      try reportingProblems {
        let archive = try Ledger(file: ledger.file)
        var output = StandardOutput()
        if let part {
          guard try archive.part(part) else { throw Problem(.filterValue, "merged event", String(part)) }
          output.write("event \(part) stands alone\n")
        } else if numbers {
          for copy in try archive.copies() { output.write("copy\t\(copy.document)\t\(copy.original)\n") }
          for group in try archive.merges(limit: .max) {
            let events = group.tellings.map { "\($0.event.id):\($0.event.witness.document)" }
            output.write("event\t\(group.tellings[0].event.event.type)\t\(events.joined(separator: "\t"))\n")
          }
        } else {
          for group in try archive.merges(limit: max(1, limit)) { output.write(Self.text(group)) }
        }
        output.flush()
        return FailureCount()
      }
    }

    private static func text(_ group: MergedEvent) -> String {
      var text = ""
      for (index, telling) in group.tellings.enumerated() {
        let event = telling.event
        if index == 0 { text += "\(event.day ?? "no date") \(event.event.type) · \(group.tellings.count) reports\n" }
        let sentence = MarkedText.harmless(Array(event.evidence.unicodeScalars)[...])
        let outlet = ProblemText.harmless(event.witness.source ?? event.witness.name)
        text += "\u{200F}  \(outlet): \(sentence)\n"
        text += "    event \(event.id)" + (telling.why.map { " — " + ProblemText.harmless($0) } ?? "") + "\n"
      }
      for difference in group.differences {
        let told = difference.told.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value.count))" }
        text += "  \(difference.what): \(ProblemText.harmless(told.joined(separator: " | ")))\n"
      }
      return text + "\n"
    }
  }
}
