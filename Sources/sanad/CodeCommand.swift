import ArgumentParser
import Coding
import DataFiles
import Diagnostics
import Dispatch
import Intake

/// `sanad code`: articles as JSONL in, records as JSONL out.
struct CodeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code",
    abstract: "Codes articles: JSONL in, one record a line out.",
    discussion: """
      Each line is an object with "text", and optionally "id", "title", "published", "url", "source" (or NGEC's \
      "event_text" and "date"). Lines that cannot be used are named on standard error, and all others are coded.
      """)

  @Argument(help: "A JSONL file, or - for standard input.")
  var file = "-"

  @Option(help: "How many articles are coded at a time.")
  var jobs = 1

  @Flag(help: "Count on standard error what became of the sentences.")
  var verbose = false

  @OptionGroup var data: DataOption

  func validate() throws {
    if jobs < 1 || jobs > 1024 { throw ValidationError("--jobs takes a number from 1 to 1024") }
  }

  func run() throws {
    try reportingProblems {
      let coder = try Coder(data: try data.bundle())
      var state = State(file: file, jobs: jobs)
      try LineInput(file: file).forEachLine(tooLong: { state.fail($0) }) { line, number in
        state.take(line, number, coder)
      }
      state.codeBatch(coder)
      if state.failures.isNothing { throw Problem(.empty, at: InputPlace(file: file)) }
      state.output.flush()
      if verbose { state.tally.write() }
      return state.failures
    }
  }

  /// What goes from line to line.
  private struct State {
    var file: String
    var jobs: Int
    var output = StandardOutput()
    var failures = FailureCount()
    var tally = VerdictTally()
    private var lineOfID: [String: Int] = [:]
    private var batch: [(article: Article, line: Int)] = []
    private static let articlesPerJob = 8

    init(file: String, jobs: Int) {
      self.file = file
      self.jobs = jobs
    }

    mutating func fail(_ problem: Problem) {
      failures.report(problem.inFile(file))
    }

    mutating func take(_ line: ArraySlice<UInt8>, _ number: Int, _ coder: Coder) {
      guard line.contains(where: { $0 > 0x20 }) else { return }
      do throws(Problem) {
        let result = try ArticleJSON.article(of: line, number: number)
        for warning in result.warnings { failures.report(warning.atLine(number).inFile(file)) }
        if let first = lineOfID[result.article.id] {
          failures.report(
            Problem(.duplicateID, at: InputPlace(file: file, line: number), result.article.id, String(first)))
        } else {
          lineOfID[result.article.id] = number
        }
        batch.append((result.article, number))
      } catch {
        fail(error.atLine(number))
      }
      if batch.count >= jobs * Self.articlesPerJob { codeBatch(coder) }
    }

    /// Codes the waiting articles on all cores and writes their records in the order they came in.
    mutating func codeBatch(_ coder: Coder) {
      guard !batch.isEmpty else { return }
      let articles = batch
      let results = parallelMap(articles.count, jobs: jobs) { index in
        let result = coder.code(articles[index].article)
        return (json: result.record.jsonLine, verdicts: result.verdicts, warnings: result.warnings)
      }
      for (index, result) in results.enumerated() {
        output.write(result.json)
        output.write([UInt8(ascii: "\n")])
        tally.add(result.verdicts)
        for warning in result.warnings { failures.report(warning.atLine(articles[index].line).inFile(file)) }
        failures.good()
      }
      batch.removeAll(keepingCapacity: true)
    }
  }
}
