import ArgumentParser
import Coding
import Diagnostics

/// `sanad explain`: why a report was read as it was, record by record.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says why a report was read as it was: words, trees, entries of the dictionaries and rules.",
    discussion: """
      FILE is plain text, or JSONL (a name ending in .jsonl, or --jsonl). For each sentence it shows the tree, the \
      records with the reasons for each of their parts, and what was found and why it became no record.
      """)

  @Argument(help: "A text or JSONL file, or - for standard input.")
  var file: String

  @Option(help: "Only this sentence, counted from 1.")
  var sentence: Int?

  @Option(help: "Only the sentence at this code point of the report, counted from 0.")
  var at: Int?

  @Option(help: "Only this record: e1, s1, v1; f1 and r1 are the first figure and relation.")
  var record: String?

  @Option(help: "The report with this id, where FILE holds several.")
  var id: String?

  @Option(help: "When the report was published: 2025-03-10 or 2025-03-10T18:00:00+03:00.")
  var published: String?

  @Flag(help: "Take standard input or FILE as JSONL.")
  var jsonl = false

  @OptionGroup var data: DataOption

  func validate() throws {
    if [sentence != nil, at != nil, record != nil].count(where: { $0 }) > 1 {
      throw ValidationError("give one of --sentence, --at and --record")
    }
  }

  func run() throws {
    try reportingProblems {
      var failures = FailureCount()
      let articles = try ArticleInput(file: file, published: published, isJSONL: jsonl).articles(&failures)
      let article = try self.article(of: articles)
      let explanation = try Explainer(data: try data.bundle()).explain(article)
      let page = ExplanationPage(article: article, explanation: explanation)
      var output = StandardOutput()
      output.write(try text(of: page, explanation))
      output.flush()
      failures.good()
      return failures
    }
  }

  private func article(of articles: [Article]) throws(Problem) -> Article {
    let chosen = id.map { id in articles.filter { $0.id == id } } ?? articles
    guard let article = chosen.first else { throw refusal("no report of this file has the id \(id ?? "")") }
    if chosen.count > 1 {
      throw refusal("this file holds \(chosen.count) reports: name one with --id, such as --id \(article.id)")
    }
    return article
  }

  private func text(of page: ExplanationPage, _ explanation: Explanation) throws(Problem) -> String {
    if let record {
      guard let item = explanation.records.first(where: { $0.id == record }) else {
        let known = ["e", "s", "v", "f", "r"].compactMap { kind in
          explanation.records.last { $0.id?.hasPrefix(kind) == true }?.id.map { "\(kind)1 to \($0)" }
        }
        throw refusal(
          "this report has no record \(record)"
            + (known.isEmpty ? ": nothing was read from it" : "; it has " + known.joined(separator: ", ")))
      }
      return page.text(of: item)
    }
    let count = explanation.sentences.count
    if let sentence {
      guard (1...max(count, 1)).contains(sentence), count > 0 else {
        throw refusal("this report has the sentences 1 to \(count), not \(sentence)")
      }
      return page.text(ofSentence: sentence - 1)
    }
    if let at {
      // A code point between two sentences belongs to the one before it.
      let spans = explanation.result.record.sentences
      guard at >= 0, let end = spans.last?.end, at < end else {
        throw refusal("this report has the code points 0 to \((spans.last?.end ?? 1) - 1), not \(at)")
      }
      return page.text(ofSentence: spans.lastIndex { $0.start <= at } ?? 0)
    }
    return (0..<count).map { page.text(ofSentence: $0) }.joined()
  }

  private func refusal(_ text: String) -> Problem { Problem(.badOption, at: InputPlace(file: file), text) }
}
