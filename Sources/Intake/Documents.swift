public import Diagnostics

/// The documents below a path, found one after another: files are opened when it is their turn.
///
/// Folders are walked in the order of their names; hidden files, and links to folders, are passed over. Whoever shows
/// progress keeps it in a variable and calls ``next()``: `for` takes a copy, whose ``bytesRead`` is its own.
public struct Documents: Sequence, IteratorProtocol {
  private let limits: IntakeLimits
  private let form: IntakeForm?
  /// Paths to come, the next one last.
  private var waiting: [String]
  private var current: (any DocumentSource)?
  private var bytesOfEarlierFiles = 0

  init(in paths: [String], as form: IntakeForm?, limits: IntakeLimits) {
    (waiting, self.form, self.limits) = (paths.reversed(), form, limits)
  }

  /// How many bytes of files were read so far; beside ``IntakeReader/size(of:)``, the progress.
  public var bytesRead: Int { bytesOfEarlierFiles + (current?.bytesRead ?? 0) }

  /// The next document, or why there is none at that place; `nil` at the end.
  public mutating func next() -> Result<Document, Problem>? {
    while true {
      if let current {
        if let found = current.next() { return found }
        bytesOfEarlierFiles += current.bytesRead
        self.current = nil
      }
      guard let path = waiting.popLast() else { return nil }
      do throws(Problem) {
        if path != "-", let names = try Folder.contents(of: path) {
          waiting += names.reversed().map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
        } else {
          current = try DocumentFile.open(path, as: form, limits: limits)
        }
      } catch {
        return .failure(error.inFile(path))
      }
    }
  }
}

/// How much is read at most; whatever is larger is a problem of its own, and the rest goes on. In bytes.
public struct IntakeLimits: Sendable, Hashable {
  /// A line of JSONL.
  public var line = 16 << 20
  /// A text or a page.
  public var document = 16 << 20
  /// A feed.
  public var feed = 64 << 20

  /// The limits that suit news.
  public init() {}
}

/// Gives the documents of one file.
protocol DocumentSource: AnyObject {
  /// The next document, or what is wrong at its place; `nil` at the end.
  func next() -> Result<Document, Problem>?

  /// How many bytes of the file were read.
  var bytesRead: Int { get }
}
