import ArgumentParser
import Coding
import Diagnostics
import Ledger

/// `sanad search`: the documents of a ledger by their words.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Finds documents of a ledger by their words.",
    discussion: """
      All words must be there, in any of their forms. "Words in quotation marks" follow each other, -word is left out, \
      begin* stands for longer words. actor:NAME, place:NAME, type:TYPE, source:OUTLET, from:DATE and to:DATE narrow it \
      down; a name is as the reports have it, a country code, or an entry of the world files.
      """)

  @Argument(help: "What to look for.")
  var query: [String]

  @OptionGroup var ledger: LedgerOption

  @Option(help: "How many documents are shown.")
  var limit = 10

  @Option(help: "How many are left out at the beginning.")
  var offset = 0

  @Flag(help: "Write JSON, one document a line.")
  var json = false

  @OptionGroup var data: DataOption

  func validate() throws {
    if limit < 1 || limit > 1000 || offset < 0 {
      throw ValidationError("--limit takes a number from 1 to 1000, --offset one from 0")
    }
  }

  func run() throws {
    try reportingProblems {
      let query = try SearchQuery(query.joined(separator: " "))
      let searcher = try Searcher(ledger: try Ledger(file: ledger.file), data: try data.bundle())
      let results = try searcher.search(query, limit: limit, offset: offset)
      var failures = FailureCount()
      for warning in results.warnings { failures.report(warning) }
      var output = StandardOutput()
      for hit in results.hits { output.write(json ? hit.jsonLine : page(hit)) }
      if !json { output.write("\(results.isMore ? "more than " : "")\(results.count) documents\n") }
      output.flush()
      return failures
    }
  }

  private func page(_ hit: Searcher.Hit) -> [UInt8] {
    let article = hit.article
    let head = [article.title, article.source, article.published].compactMap { $0 }.filter { !$0.isEmpty }
    let isTerminal = StandardOutput.isTerminal
    var text =
      "\u{200F}" + ProblemText.harmless(head.isEmpty ? article.id : head.joined(separator: " · ")) + "\n\u{200F}  "
    let scalars = Array(hit.snippet.text.unicodeScalars)
    var position = 0
    for mark in hit.snippet.marks {
      let range = max(0, mark.start - hit.snippet.span.start)..<min(scalars.count, mark.end - hit.snippet.span.start)
      guard range.lowerBound >= position else { continue }
      text += MarkedText.harmless(scalars[position..<range.lowerBound])
      text += (isTerminal ? "\u{1B}[1m" : "[") + MarkedText.harmless(scalars[range]) + (isTerminal ? "\u{1B}[0m" : "]")
      position = range.upperBound
    }
    text += MarkedText.harmless(scalars[position...]) + "\n"
    text += "  document \(hit.document)" + (article.url.map { " · " + ProblemText.harmless($0) } ?? "") + "\n\n"
    return Array(text.utf8)
  }
}
