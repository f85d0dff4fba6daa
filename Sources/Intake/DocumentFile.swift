internal import Diagnostics

/// Opens a file and finds out by its content what is in it.
enum DocumentFile {
  /// The documents of the file at `path`, read as `form` where that is given.
  ///
  /// - Throws: ``Problem`` `unreadable`, or `empty` where there is no byte in it.
  static func open(_ path: String, as form: IntakeForm?, limits: IntakeLimits) throws(Problem) -> any DocumentSource {
    try open(FileBlocks(file: path), path, form, limits)
  }

  private static func open(
    _ blocks: any BlockSource, _ path: String, _ form: IntakeForm?, _ limits: IntakeLimits
  ) throws(Problem) -> any DocumentSource {
    let source = ResumedBlocks(blocks, lookingAt: IntakeForm.headLength)
    let head = source.beginning
    if head.isEmpty {
      _ = try source.next()
      throw Problem(.empty)
    }
    // What was packed twice is no file of a newsroom.
    if head.starts(with: [0x1F, 0x8B]), !(blocks is GunzipBlocks) {
      return try open(GunzipBlocks(source), path, form, limits)
    }
    switch form ?? IntakeForm(ofHead: head, name: path) {
    case .jsonLines: return LineDocuments(source, path, limits)
    case .text: return WholeDocument(source, path, .text, limits.document)
    case .html: return WholeDocument(source, path, .html, limits.document)
    case .feed: return WholeDocument(source, path, .feed, limits.feed)
    case .warc: return ArchiveDocuments(source, path, limits)
    }
  }
}

/// The one document that a file is.
final class WholeDocument: DocumentSource {
  private let source: any BlockSource
  private let path: String
  private let form: Document.Form
  private let limit: Int
  private var isRead = false

  init(_ source: any BlockSource, _ path: String, _ form: Document.Form, _ limit: Int) {
    (self.source, self.path, self.form, self.limit) = (source, path, form, limit)
  }

  var bytesRead: Int { source.bytesRead }

  func next() -> Result<Document, Problem>? {
    guard !isRead else { return nil }
    isRead = true
    do throws(Problem) {
      return .success(Document(form: form, bytes: try source.all(atMost: limit), place: InputPlace(file: path)))
    } catch {
      return .failure(error.inFile(path))
    }
  }
}

/// The lines of a JSONL file; empty ones are passed over.
final class LineDocuments: DocumentSource {
  private let source: any BlockSource
  private var lines: LineCursor
  private let path: String
  private let longestLine: Int
  private var isAtEnd = false

  init(_ source: any BlockSource, _ path: String, _ limits: IntakeLimits) {
    (self.source, self.path, longestLine) = (source, path, limits.line)
    lines = LineCursor(source, longestLine: limits.line)
  }

  var bytesRead: Int { source.bytesRead }

  func next() -> Result<Document, Problem>? {
    guard !isAtEnd else { return nil }
    do throws(Problem) {
      while let part = try lines.next() {
        switch part {
        case .line(let line):
          guard line.contains(where: { $0 > 0x20 }) else { continue }
          return .success(Document(form: .jsonLine, bytes: Array(line), place: place))
        case .piece: continue
        case .tooLong(let length):
          return .failure(Problem(.lineTooLong, at: place, String(length), String(longestLine)))
        }
      }
      isAtEnd = true
      return nil
    } catch {
      isAtEnd = true
      return .failure(error.inFile(path))
    }
  }

  private var place: InputPlace { InputPlace(file: path, line: lines.number) }
}
