import ArgumentParser
import Coding
import Diagnostics
import World

/// `sanad world check`: whether the files of actors and places are in order.
struct WorldCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks the files of actors and places, and that every example of theirs is read as its record says.",
    discussion: """
      Fields and their values, ids and names that stand twice, country codes (ISO 3166-1) and sectors, coordinates, \
      terms of office, and what records say of each other. Exit status 1 where something is wrong.
      """)

  @OptionGroup var data: DataOption

  func run() throws {
    try reportingProblems {
      let bundle = try data.bundle()
      let report = try WorldCheck.run(on: bundle)
      for problem in report.problems { writeToStandardError(ProblemText.render(problem)) }
      var count = report.problems.count
      // What cannot be loaded cannot be read either.
      var examples = "examples not run"
      if let check = try? ExampleCheck(data: bundle) {
        let run = try check.runNames()
        for failure in run.failures {
          writeToStandardError(
            ProblemText.render(Problem(.dataExample, at: failure.place, failure.sentence, failure.found)))
        }
        count += run.failures.count
        examples = "\(run.count) examples"
      }
      var output = StandardOutput()
      output.write("\(report.records) records, \(examples): \(count == 0 ? "all in order" : "\(count) problems")\n")
      output.flush()
      if count > 0 { throw ExitCode(1) }
      return FailureCount()
    }
  }
}
