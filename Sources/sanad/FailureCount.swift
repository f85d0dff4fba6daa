import ArgumentParser
import Diagnostics

/// Counts the lines that worked and those that did not, says why on standard error, and makes the exit status.
struct FailureCount {
  private var goodLines = 0
  private var badLines = 0

  /// Whether there was no line at all.
  var isNothing: Bool { goodLines + badLines == 0 }

  /// A line was used.
  mutating func good() { goodLines += 1 }

  /// Says what is wrong; an error counts as a line that could not be used.
  mutating func report(_ problem: Problem) {
    writeToStandardError(ProblemText.render(problem))
    if problem.code.severity == .error { badLines += 1 }
  }

  /// A line could not be used; `problem` is said where it is given.
  mutating func bad(_ problem: Problem?) {
    if let problem { writeToStandardError(ProblemText.render(problem)) }
    badLines += 1
  }

  /// Ends the command: exit status 1 where a line could not be used.
  func finish() throws {
    guard badLines > 0 else { return }
    writeToStandardError(ProblemText.render(Problem(.linesFailed, String(badLines), String(badLines + goodLines))))
    throw ExitCode(1)
  }
}

/// Runs a command; a problem that stops it is said in words, with exit status 1.
func reportingProblems(_ body: () throws -> FailureCount) throws {
  let failures: FailureCount
  do {
    failures = try body()
  } catch let problem as Problem {
    writeToStandardError(ProblemText.render(problem))
    throw ExitCode(1)
  }
  try failures.finish()
}
