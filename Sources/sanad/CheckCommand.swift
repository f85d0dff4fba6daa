import ArgumentParser
import Coding
import Diagnostics

/// `sanad check`: whether the data files are well formed and their examples are read as they say.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks the data files: their form, their references, and that every example is read as its record says.")

  @OptionGroup var data: DataOption

  func run() throws {
    try reportingProblems {
      let report = try ExampleCheck(data: try data.bundle()).run()
      var output = StandardOutput()
      for failure in report.failures {
        let place = "\(failure.place.file ?? "?"):\(failure.place.line ?? 0)"
        output.write("\(place): \(ProblemText.harmless(failure.rule))\n  \(ProblemText.harmless(failure.sentence))\n")
        output.write(
          "  should be  \(ProblemText.harmless(failure.expected))\n  was read   \(ProblemText.harmless(failure.found))\n"
        )
      }
      output.write("\(report.count) examples, \(report.failures.count) not read as their records say\n")
      output.flush()
      if !report.failures.isEmpty { throw ExitCode(1) }
      return FailureCount()
    }
  }
}
