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
    var articles: [Article] = []
    var problems: [Problem] = []
    if isJSONL || file.hasSuffix(".jsonl") {
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
