import ArgumentParser
import Coding
import Diagnostics
import Intake

/// `sanad score`: gold through the coder, for whoever edits the dictionaries.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Codes documents that people coded before, and says how far the two agree.",
    discussion: """
      GOLD is JSONL with "doc", "text", "sentences" and "events", and optionally "quotes" and "figures". Events count \
      by sentence and type; full means that the countries of all sides are right too.
      """)

  @Argument(help: "A JSONL file of gold documents, or - for standard input.")
  var gold: String

  @Option(help: "How many mistakes to show, each with its sentence and what was near.")
  var errors = 0

  @Option(help: "Only mistakes and events of this type, such as ASSAULT.")
  var type: String?

  @Option(help: "A table too: by type, entry, document or confidence.")
  var by: ScorePage.Table?

  @Option(help: "How many documents are coded at a time.")
  var jobs = 1

  @OptionGroup var data: DataOption

  func validate() throws {
    if jobs < 1 || jobs > 1024 { throw ValidationError("--jobs takes a number from 1 to 1024") }
    if errors < 0 { throw ValidationError("--errors takes a number from 0") }
  }

  func run() throws {
    try reportingProblems {
      var failures = FailureCount()
      let bundle = try data.bundle()
      let documents = try documents(&failures)
      let coder = try Coder(data: bundle)
      let records = parallelMap(documents.count, jobs: jobs) { coder.code(documents[$0].article).record }
      var score = Score()
      for (document, record) in zip(documents, records) { score.add(document, record) }
      let page = ScorePage(score: score, type: type)
      var output = StandardOutput()
      output.write(page.summary)
      if let by { output.write("\n" + page.table(by)) }
      if errors > 0 { output.write("\n" + page.mistakes(errors, documents, try Explainer(data: bundle))) }
      output.flush()
      return failures
    }
  }

  private func documents(_ failures: inout FailureCount) throws(Problem) -> [GoldDocument] {
    var documents: [GoldDocument] = []
    var problems: [Problem] = []
    var lineOfID: [String: Int] = [:]
    try LineInput(file: gold).forEachLine(tooLong: { problems.append($0) }) { line, number in
      guard line.contains(where: { $0 > 0x20 }) else { return }
      do throws(Problem) {
        let document = try GoldJSON.document(of: line)
        if let first = lineOfID.updateValue(number, forKey: document.id) {
          problems.append(Problem(.duplicateID, document.id, String(first)).atLine(number))
        }
        documents.append(document)
      } catch {
        problems.append(error.atLine(number))
      }
    }
    if documents.isEmpty, problems.isEmpty { throw Problem(.empty, at: InputPlace(file: gold)) }
    for _ in documents { failures.good() }
    for problem in problems { failures.report(problem.inFile(gold)) }
    return documents
  }
}
