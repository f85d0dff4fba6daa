internal import Diagnostics

/// The pages, feeds and texts of a web archive (WARC 0.17 to 1.1, ISO 28500).
///
/// Records are read one at a time. Of answers only those of status 200 count; pictures, scripts and requests are passed
/// over. What is damaged is told, and reading goes on with the next record that is found.
final class ArchiveDocuments: DocumentSource {
  private let source: any BlockSource
  private var cursor: ByteCursor
  private let path: String
  private let limits: IntakeLimits
  private var number = 0
  private var isAtEnd = false
  /// Whether the last record was whole, so that another must follow.
  private var isInStep = true
  private static let longestLine = 64 << 10
  private static let mostLines = 1000

  init(_ source: any BlockSource, _ path: String, _ limits: IntakeLimits) {
    (self.source, self.path, self.limits) = (source, path, limits)
    cursor = ByteCursor(source)
  }

  var bytesRead: Int { source.bytesRead }

  func next() -> Result<Document, Problem>? {
    while !isAtEnd {
      do throws(Problem) {
        if let document = try nextRecord() { return .success(document) }
      } catch {
        // A packed record that is damaged is over; a file that cannot be read is so for good.
        if error.code == .unreadable { isAtEnd = true }
        if error.code == .damagedArchive || error.code == .unpacksTooLarge, !isTold {
          cursor.drop()
          isInStep = false
        }
        isTold = false
        return .failure(error.inFile("\(path), record \(number)"))
      }
    }
    return nil
  }

  /// Whether the problem was found in a record that was read to its end.
  private var isTold = false

  /// Reads a record; `nil` where there is no document in it, and at the end.
  private func nextRecord() throws(Problem) -> Document? {
    guard let fields = try header() else { return nil }
    guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
      isInStep = false
      throw Problem(.damagedArchive, "a record does not say how long it is")
    }
    let type = fields["warc-type"]?.lowercased() ?? ""
    let media = MediaType(fields["content-type"])
    let isWanted = type == "response" || (type == "resource" || type == "conversion") && media.canHoldReport
    guard isWanted else {
      if try !cursor.skip(length) { isAtEnd = true }
      return nil
    }
    let body = try cursor.take(min(length, limits.document + Self.longestLine))
    let isWhole = body.count == length
    if !isWhole, try !cursor.skip(length - body.count) {
      isAtEnd = true
      throw Problem(.damagedArchive, "it ends within a record")
    }
    isTold = true
    let document = try self.document(body, isWhole: isWhole, type: type, media: media, fields: fields)
    isTold = false
    return document
  }

  /// The header of the next record; `nil` at the end.
  private func header() throws(Problem) -> HeaderFields? {
    while true {
      guard let line = try cursor.line(atMost: Self.longestLine) else {
        isAtEnd = true
        return nil
      }
      if line.starts(with: "WARC/".utf8) { break }
      if line.isEmpty || !isInStep { continue }
      isInStep = false
      throw Problem(.damagedArchive, "a record should begin here")
    }
    isInStep = true
    number += 1
    var fields = HeaderFields()
    for _ in 0..<Self.mostLines {
      guard let line = try cursor.line(atMost: Self.longestLine), !line.isEmpty else { break }
      fields.add(line[...])
    }
    return fields
  }

  private func document(
    _ body: [UInt8], isWhole: Bool, type: String, media: MediaType, fields: HeaderFields
  ) throws(Problem) -> Document? {
    var (bytes, media) = (body, media)
    if type == "response" {
      guard let answer = HTTPAnswer(body), answer.status == 200 else { return nil }
      media = MediaType(answer.fields["content-type"])
      guard media.canHoldReport else { return nil }
      guard isWhole else { throw Problem(.tooLarge, String(limits.document)) }
      bytes = try BodyCoding.decoded(
        answer.body, transfer: answer.fields["transfer-encoding"], content: answer.fields["content-encoding"],
        limit: limits.document)
    } else if !isWhole {
      throw Problem(.tooLarge, String(limits.document))
    }
    let url = fields["warc-target-uri"].map { $0.hasPrefix("<") ? String($0.dropFirst().dropLast()) : $0 }
    if bytes.isEmpty || url?.hasSuffix("/robots.txt") == true { return nil }
    return Document(
      media: media, bytes: bytes, place: InputPlace(file: "\(path), record \(number)"), url: url)
  }
}
