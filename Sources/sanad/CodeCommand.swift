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
      Standard input is JSONL; a file or folder can also hold what `sanad extract` reads. Each line is an object with "text", and optionally "id", "title", "published", "url", "source" (or NGEC's \
      "event_text" and "date"). Lines that cannot be used are named on standard error, and all others are coded.
      """)

  @Argument(help: "JSONL, or another file or folder of reports; - is standard input.")
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
      var state = State(coder: coder, file: file, jobs: jobs)
      for found in state.reader.documents(in: [file], as: file == "-" ? .jsonLines : nil) {
        // The file itself, and not one of many things in it.
        if case .failure(let problem) = found, problem.place == InputPlace(file: file), state.isNothing {
          throw problem
        }
        state.take(found)
      }
      state.codeBatch()
      if state.failures.isNothing { throw Problem(.empty, at: InputPlace(file: file)) }
      state.output.flush()
      if verbose { state.tally.write() }
      return state.failures
    }
  }

  /// What became of one report.
  private struct Outcome: Sendable {
    var id = ""
    var place = InputPlace()
    var json: [UInt8] = []
    var verdicts: [Verdict] = []
    var problems: [Problem] = []

    /// What is wrong, or the record of what was read.
    init(_ item: IntakeItem, _ coder: Coder) {
      switch item {
      case .problem(let problem): problems = [problem]
      case .article(let found):
        let result = coder.code(found.article)
        id = found.article.id
        place = found.place
        json = result.record.jsonLine + [UInt8(ascii: "\n")]
        verdicts = result.verdicts
        problems = result.warnings.map { $0.atLine(found.place.line ?? 1) }
      }
    }
  }

  /// What goes from document to document.
  private struct State {
    let reader = IntakeReader()
    let coder: Coder
    var file: String
    var jobs: Int
    var output = StandardOutput()
    var failures = FailureCount()
    var tally = VerdictTally()
    private var lineOfID: [String: Int] = [:]
    private var batch: [Document] = []
    private var batchBytes = 0
    private static let documentsPerJob = 32
    /// Long documents make a batch of fewer, so that memory stays bounded.
    private static let mostBytes = 32 << 20

    init(coder: Coder, file: String, jobs: Int) {
      (self.coder, self.file, self.jobs) = (coder, file, jobs)
    }

    /// Whether nothing was met so far.
    var isNothing: Bool { failures.isNothing && batch.isEmpty }

    mutating func take(_ found: Result<Document, Problem>) {
      switch found {
      case .success(let document):
        batch.append(document)
        batchBytes += document.bytes.count
        if batch.count >= jobs * Self.documentsPerJob || batchBytes >= Self.mostBytes { codeBatch() }
      case .failure(let problem):
        codeBatch()
        failures.report(problem.inFile(file))
      }
    }

    /// Reads and codes the waiting documents on all cores and writes their records in the order they came in.
    mutating func codeBatch() {
      guard !batch.isEmpty else { return }
      let (documents, reader, coder) = (batch, reader, coder)
      let outcomes = parallelMap(documents.count, jobs: jobs) { index in
        reader.items(of: documents[index]).map { Outcome($0, coder) }
      }
      for outcome in outcomes.joined() { write(outcome) }
      batch.removeAll(keepingCapacity: true)
      batchBytes = 0
    }

    private mutating func write(_ outcome: Outcome) {
      for problem in outcome.problems { failures.report(problem.inFile(file)) }
      guard !outcome.json.isEmpty else { return }
      if let first = lineOfID[outcome.id] {
        failures.report(Problem(.duplicateID, at: outcome.place, outcome.id, String(first)))
      } else {
        lineOfID[outcome.id] = outcome.place.line ?? 1
      }
      output.write(outcome.json)
      tally.add(outcome.verdicts)
      failures.good()
    }
  }
}
