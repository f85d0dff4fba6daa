import ArgumentParser
import Coding
import Diagnostics
import Intake

/// `sanad extract`: pages, feeds, archives and folders in, articles as JSONL out.
struct ExtractCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Takes the reports out of pages, feeds, archives and folders, and writes them as JSONL.",
    discussion: """
      What a file is, is told by its content: a page (HTML), a feed (RSS, Atom), a web archive (WARC), any of these \
      packed with gzip, plain text, or JSONL. Each line that is written is what `sanad code` takes, with "authors", and \
      "summary" where only a teaser was there.
      """)

  @Argument(help: "Files and folders, or - for standard input.")
  var paths = ["-"]

  func run() throws {
    try reportingProblems {
      var failures = FailureCount()
      var output = StandardOutput()
      for item in IntakeReader().items(in: paths) {
        switch item {
        case .problem(let problem): failures.report(problem)
        case .article(let found):
          output.write(ArticleJSON.line(of: found))
          failures.good()
        }
      }
      output.flush()
      if failures.isNothing { throw Problem(.empty, at: InputPlace(file: paths.first)) }
      return failures
    }
  }
}
