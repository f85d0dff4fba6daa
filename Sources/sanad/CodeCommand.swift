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

  /// What became of one line.
  private struct Outcome: Sendable {
    var id = ""
    var json: [UInt8] = []
    var verdicts: [Verdict] = []
    var warnings: [Problem] = []
    /// Why the line could not be used.
    var failure: Problem?

    /// Reads and codes a line; this is the work that is spread over the cores.
    init(of line: [UInt8], _ number: Int, _ coder: Coder) {
      do throws(Problem) {
        let read = try ArticleJSON.article(of: line, number: number)
        let result = coder.code(read.article)
        id = read.article.id
        json = result.record.jsonLine
        verdicts = result.verdicts
        warnings = read.warnings + result.warnings
      } catch {
        failure = error
      }
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
    private var batch: [(line: [UInt8], number: Int)] = []
    private var batchBytes = 0
    private static let linesPerJob = 32
    /// Long lines make a batch of fewer, so that memory stays bounded.
    private static let mostBytes = 32 << 20

    init(file: String, jobs: Int) {
      self.file = file
      self.jobs = jobs
    }

    mutating func fail(_ problem: Problem) {
      failures.report(problem.inFile(file))
    }

    mutating func take(_ line: ArraySlice<UInt8>, _ number: Int, _ coder: Coder) {
      guard line.contains(where: { $0 > 0x20 }) else { return }
      batch.append((Array(line), number))
      batchBytes += line.count
      if batch.count >= jobs * Self.linesPerJob || batchBytes >= Self.mostBytes { codeBatch(coder) }
    }

    /// Codes the waiting lines on all cores and writes their records in the order they came in.
    mutating func codeBatch(_ coder: Coder) {
      guard !batch.isEmpty else { return }
      let lines = batch
      let outcomes = parallelMap(lines.count, jobs: jobs) { Outcome(of: lines[$0].line, lines[$0].number, coder) }
      for (outcome, line) in zip(outcomes, lines) { write(outcome, line.number) }
      batch.removeAll(keepingCapacity: true)
      batchBytes = 0
    }

    private mutating func write(_ outcome: Outcome, _ number: Int) {
      for warning in outcome.warnings { failures.report(warning.atLine(number).inFile(file)) }
      if let failure = outcome.failure { return fail(failure.atLine(number)) }
      if let first = lineOfID[outcome.id] {
        failures.report(Problem(.duplicateID, at: InputPlace(file: file, line: number), outcome.id, String(first)))
      } else {
        lineOfID[outcome.id] = number
      }
      output.write(outcome.json)
      output.write([UInt8(ascii: "\n")])
      tally.add(outcome.verdicts)
      failures.good()
    }
  }
}
