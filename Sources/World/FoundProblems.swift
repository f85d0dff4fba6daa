internal import Diagnostics

/// What is done about the problems of data files: a coder stops at the first, a check goes on to the last.
final class FoundProblems {
  private(set) var all: [Problem] = []
  private let stopsAtFirst: Bool

  init(stopsAtFirst: Bool) { self.stopsAtFirst = stopsAtFirst }

  /// - Throws: `problem`, where the first is the last.
  func report(_ problem: Problem) throws(Problem) {
    if stopsAtFirst { throw problem }
    all.append(problem)
  }
}
