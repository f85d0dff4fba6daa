import ArgumentParser
import Coding
import DataFiles
import Diagnostics
import Ledger

/// `sanad ledger`: what keeps a ledger in order.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "Checks a ledger and brings it up to date.",
    subcommands: [Check.self, Recode.self, Reindex.self, Merge.self, Merges.self])

  /// `sanad ledger check`: whether everything is as it was stored.
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Says whether everything in a ledger is as it was stored, and the search index in step with it.")

    @OptionGroup var ledger: LedgerOption

    func run() throws {
      try reportingProblems {
        let report = try Ledger(file: ledger.file).check()
        for problem in report.problems { writeToStandardError(ProblemText.render(problem.inFile(ledger.file))) }
        var output = StandardOutput()
        output.write(
          "\(report.documents) documents, \(report.records) records, \(report.events) events: "
            + (report.problems.isEmpty ? "all is well\n" : "\(report.problems.count) faults\n"))
        output.flush()
        if !report.problems.isEmpty { throw ExitCode(1) }
        return FailureCount()
      }
    }
  }

  /// `sanad ledger recode`: new records where the coder or its data changed.
  struct Recode: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "recode",
      abstract: "Codes again what another version of the data coded; the old records stay in the ledger.")

    @OptionGroup var ledger: LedgerOption

    @Option(help: "How many reports are coded at a time.")
    var jobs = 2

    @OptionGroup var data: DataOption

    func validate() throws {
      if jobs < 1 || jobs > 1024 { throw ValidationError("--jobs takes a number from 1 to 1024") }
    }

    func run() throws {
      try reportingProblems {
        let bundle = try data.bundle()
        let archive = try Ledger(file: ledger.file)
        let interruption = Interruption()
        let line = ProgressLine()
        defer { line.close() }
        let count = try archive.recode(
          with: try Coder(data: bundle), stem: try SearchStem(data: bundle), jobs: jobs
        ) { done, total in
          line.show("\(done) of \(total) coded", done: done, fraction: Double(done) / Double(total))
          return !interruption.came
        }
        line.close()
        writeToStandardError("\(count) documents coded again")
        return FailureCount()
      }
    }
  }

  /// `sanad ledger reindex`: the search index made anew.
  struct Reindex: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "reindex", abstract: "Makes the search index of a ledger anew from its documents and records.")

    @OptionGroup var ledger: LedgerOption

    @Option(help: "How many reports are read at a time.")
    var jobs = 2

    @OptionGroup var data: DataOption

    func run() throws {
      try reportingProblems {
        try Ledger(file: ledger.file).reindex(stem: try SearchStem(data: try data.bundle()), jobs: jobs)
        return FailureCount()
      }
    }
  }
}
