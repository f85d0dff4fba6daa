import ArgumentParser
import Coding
import Diagnostics
import Intake

/// `sanad read`: one report, marked up for a person in a terminal, and its records as sentences.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Reads a report for a person: its text with what was found, then the records as sentences.",
    discussion: """
      FILE is plain text, or JSONL (a name ending in .jsonl, or --jsonl) of which every article is read.
      """)

  @Argument(help: "A text or JSONL file, or - for standard input.")
  var file: String

  @Option(help: "When the report was published: 2025-03-10 or 2025-03-10T18:00:00+03:00.")
  var published: String?

  @Flag(help: "Take standard input or FILE as JSONL.")
  var jsonl = false

  @Option(help: "Colours: auto, always or never.")
  var colour = Colour.auto

  @OptionGroup var data: DataOption

  /// When to write colours.
  enum Colour: String, ExpressibleByArgument, CaseIterable {
    case auto
    case always
    case never
  }

  func run() throws {
    try reportingProblems {
      var failures = FailureCount()
      let articles = try self.articles(&failures)
      let coder = try Coder(data: try data.bundle())
      var output = StandardOutput()
      for (index, article) in articles.enumerated() {
        if index > 0 { output.write("\n" + String(repeating: "═", count: 72) + "\n\n") }
        let result = coder.code(article)
        for warning in result.warnings { failures.report(warning.inFile(file)) }
        ReportPage(article: article, result: result, usesColour: usesColour).write(to: &output)
        failures.good()
      }
      output.flush()
      return failures
    }
  }

  private var usesColour: Bool {
    switch colour {
    case .auto: StandardOutput.isTerminal
    case .always: true
    case .never: false
    }
  }

  private func articles(_ failures: inout FailureCount) throws(Problem) -> [Article] {
    var articles: [Article] = []
    var problems: [Problem] = []
    if jsonl || file.hasSuffix(".jsonl") {
      try LineInput(file: file).forEachLine(tooLong: { problems.append($0) }) { line, number in
        guard line.contains(where: { $0 > 0x20 }) else { return }
        do throws(Problem) {
          let result = try ArticleJSON.article(of: line, number: number)
          problems += result.warnings.map { $0.atLine(number) }
          articles.append(result.article)
        } catch {
          problems.append(error.atLine(number))
        }
      }
    } else {
      let bytes = try WholeFile(file: file).bytes()
      do throws(Problem) {
        let result = try PlainText.article(of: bytes, id: file, published: published)
        problems += result.warnings
        articles.append(result.article)
      } catch {
        throw error.inFile(file)
      }
    }
    if articles.isEmpty, problems.isEmpty { throw Problem(.empty, at: InputPlace(file: file)) }
    for problem in problems { failures.report(problem.inFile(file)) }
    return articles
  }
}
