import ArgumentParser
import Coding
import Diagnostics

/// `sanad read`: one report, marked up for a person in a terminal, and its records as sentences.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Reads a report for a person: its text with what was found, then the records as sentences.",
    discussion: """
      FILE is plain text, a page (HTML), or one of many reports: JSONL, a feed, a web archive, a folder. What it is, is \
      told by its content.
      """)

  @Argument(help: "A file or folder, or - for standard input.")
  var file: String

  @Option(help: "When the report was published: 2025-03-10 or 2025-03-10T18:00:00+03:00.")
  var published: String?

  @Flag(help: "Take it as JSONL, whatever it looks like.")
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
      let articles = try ArticleInput(file: file, published: published, isJSONL: jsonl).articles(&failures)
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
}
