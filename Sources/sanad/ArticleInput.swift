import Coding
import Diagnostics
import Intake

/// The reports of a file or of standard input: plain text, or JSONL.
struct ArticleInput {
  /// The file, or `-`.
  var file: String
  /// When a plain text was published.
  var published: String?
  /// Whether to take it as JSONL whatever its name.
  var isJSONL: Bool

  /// The articles; lines that cannot be used are named on standard error.
  ///
  /// - Throws: ``Problem`` where the file cannot be read, or holds no article.
  func articles(_ failures: inout FailureCount) throws(Problem) -> [Article] {
    let reader = IntakeReader()
    var articles: [Article] = []
    var problems: [Problem] = []
    for found in reader.documents(in: [file], as: isJSONL ? .jsonLines : nil) {
      do throws(Problem) {
        var document = try found.get()
        document.published = published
        for item in reader.items(of: document) {
          switch item {
          case .article(let found): articles.append(found.article)
          case .problem(let problem): problems.append(problem)
          }
        }
      } catch {
        problems.append(error)
      }
    }
    if articles.isEmpty, problems.count == 1 { throw problems[0] }
    if articles.isEmpty, problems.isEmpty { throw Problem(.empty, at: InputPlace(file: file)) }
    for problem in problems { failures.report(problem.inFile(file)) }
    return articles
  }
}
