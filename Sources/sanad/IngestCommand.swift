import ArgumentParser
import Coding
import DataFiles
import Diagnostics
import Intake
import Ledger

/// `sanad ingest`: files and folders into a ledger.
struct IngestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ingest",
    abstract: "Reads files and folders into a ledger.",
    discussion: """
      Each report is kept whole, with everything that was read from it. A report that the ledger has is passed over, so \
      a run that was stopped is taken up by running it again.
      """)

  @Argument(help: "Files and folders, or - for standard input.")
  var paths: [String]

  @OptionGroup var ledger: LedgerOption

  @Option(help: "How many reports are read and coded at a time.")
  var jobs = 2

  @OptionGroup var data: DataOption

  func validate() throws {
    if jobs < 1 || jobs > 1024 { throw ValidationError("--jobs takes a number from 1 to 1024") }
  }

  func run() throws {
    try reportingProblems {
      let bundle = try data.bundle()
      let archive = try Ledger(file: ledger.file, creating: true)
      let interruption = Interruption()
      let line = ProgressLine()
      defer { line.close() }
      let reader = IntakeReader(data: bundle)
      let total = paths.reduce(0) { $0 + ($1 == "-" ? 0 : reader.size(of: $1)) }
      let fraction = Fraction()
      let ingestion = try Ingestion(
        ledger: archive, coder: try Coder(data: bundle), stem: try SearchStem(data: bundle), jobs: jobs
      ) { progress in
        line.show(
          "\(progress.stored) stored, \(progress.known) known", done: progress.stored + progress.known,
          fraction: fraction.value, always: true)
      }
      var failures = FailureCount()
      var documents = reader.documents(in: paths)
      var isAtEnd = false
      while !isAtEnd, !interruption.came {
        isAtEnd = try take(&documents, reader, ingestion, &failures, line)
        if total > 0 { fraction.set(Double(documents.bytesRead) / Double(total)) }
      }
      let progress = try ingestion.finish()
      line.close()
      if !isAtEnd {
        failures.report(Problem(.ingestStopped, String(progress.stored), String(progress.known)))
        throw ExitCode(130)
      }
      if progress.stored + progress.known == 0, failures.isNothing {
        throw Problem(.empty, at: InputPlace(file: paths.first))
      }
      writeToStandardError("\(progress.stored) documents stored, \(progress.known) were there before")
      return failures
    }
  }

  /// Takes some documents, reading them on all cores.
  ///
  /// - Returns: Whether these were the last.
  private func take(
    _ documents: inout Documents, _ reader: IntakeReader, _ ingestion: Ingestion, _ failures: inout FailureCount,
    _ line: ProgressLine
  ) throws -> Bool {
    var found: [Result<Document, Problem>] = []
    var bytes = 0
    while found.count < jobs * Self.documentsPerJob, bytes < Self.mostBytes, let next = documents.next() {
      found.append(next)
      if case .success(let document) = next { bytes += document.bytes.count }
    }
    let read = parallelMap(found.count, jobs: jobs) { [found] index -> [IntakeItem] in
      switch found[index] {
      case .success(let document): reader.items(of: document)
      case .failure(let problem): [.problem(problem)]
      }
    }
    for item in read.joined() {
      switch item {
      case .article(let article):
        try ingestion.add(article.article, from: article.place.file ?? "-")
        failures.good()
      case .problem(let problem):
        line.close()
        failures.report(problem)
      }
    }
    return found.isEmpty
  }

  /// As much as is read at once.
  private static let documentsPerJob = 32
  private static let mostBytes = 16 << 20
}
