internal import Coding
public import DataFiles
internal import Diagnostics

/// The front door of Intake: turns files and folders into reports and problems, in order.
///
/// ```swift
/// let reader = IntakeReader()
/// for item in reader.items(in: ["archive/"]) {
///   switch item {
///   case .article(let found): store(found.article)
///   case .problem(let problem): print(ProblemText.render(problem))
///   }
/// }
/// ```
///
/// Nothing is thrown: whatever is wrong is an item with its file and place, and the next item follows. What a file is,
/// is told by its content. To spread the work over cores, take ``documents(in:as:)`` and call ``items(of:)`` on them.
public struct IntakeReader: Sendable {
  /// How much is read at most.
  public var limits: IntakeLimits
  private let dates: PublicationDates

  /// Makes a reader that reads dates of publication with the words of time of `data`.
  public init(data: DataBundle = .embedded, limits: IntakeLimits = IntakeLimits()) {
    self.limits = limits
    dates = PublicationDates(data: data)
  }

  /// The documents of files and folders, in order; `-` is standard input.
  ///
  /// - Parameter form: what the files are, where that is not to be told by their content.
  public func documents(in paths: [String], as form: IntakeForm? = nil) -> Documents {
    Documents(in: paths, as: form, limits: limits)
  }

  /// The reports and problems of files and folders, in order, each read when it is asked for.
  public func items(in paths: [String], as form: IntakeForm? = nil) -> some Sequence<IntakeItem> {
    documents(in: paths, as: form).lazy.flatMap { (found) -> [IntakeItem] in
      switch found {
      case .success(let document): items(of: document)
      case .failure(let problem): [.problem(problem)]
      }
    }
  }

  /// The bytes of all files below `path`, for showing progress beside ``Documents/bytesRead``.
  public func size(of path: String) -> Int { Folder.size(of: path) }

  /// The reports in a document, and what is wrong with it.
  public func items(of document: Document) -> [IntakeItem] {
    let place = document.place
    do throws(Problem) {
      switch document.form {
      case .text:
        let read = try PlainText.article(
          of: document.bytes, id: document.url ?? place.file ?? "-", published: document.published)
        var article = read.article
        article.url = document.url
        return [.article(FoundArticle(article, at: place))] + problems(read.warnings, of: document)
      case .jsonLine:
        let read = try ArticleJSON.article(of: document.bytes, number: place.line ?? 1)
        return [.article(FoundArticle(read.article, at: place))] + problems(read.warnings, of: document)
      case .html:
        let read = try PageReader(dates: dates).read(document)
        return [.article(read.found)] + problems(read.warnings, of: document)
      case .feed:
        return try FeedReader(dates: dates).read(document)
      }
    } catch {
      return problems([error], of: document)
    }
  }

  private func problems(_ problems: [Problem], of document: Document) -> [IntakeItem] {
    problems.map { problem in
      var placed = problem
      placed.place.file = problem.place.file ?? document.place.file ?? document.url
      placed.place.line = problem.place.line ?? document.place.line
      return .problem(placed)
    }
  }
}
