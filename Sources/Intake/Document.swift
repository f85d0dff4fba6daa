public import Diagnostics

/// Bytes that hold a report, or some, as they were found: nothing is decoded yet.
///
/// Finding documents is quick and goes in order; reading them (``IntakeReader/items(of:)``) is the work that can be spread
/// over the cores.
public struct Document: Sendable, Hashable {
  /// What the bytes are.
  public enum Form: String, Sendable, CaseIterable {
    /// Plain text, one report.
    case text
    /// One line of JSONL.
    case jsonLine
    /// A page, one report.
    case html
    /// RSS or Atom, many reports.
    case feed
  }

  /// What the bytes are.
  public var form: Form
  /// The bytes, without transfer or content encoding.
  public var bytes: [UInt8]
  /// Where it was found: the file, and the line of JSONL.
  public var place: InputPlace
  /// The address it was fetched from, where that is known.
  public var url: String?
  /// The encoding its transport named: the `charset` of HTTP.
  public var charset: String?
  /// When it was published, ISO 8601, where whoever asks knows it; what the document says itself goes before.
  public var published: String?

  /// Makes a document; what is not known stays `nil`.
  public init(
    form: Form, bytes: [UInt8], place: InputPlace = InputPlace(), url: String? = nil, charset: String? = nil,
    published: String? = nil
  ) {
    (self.form, self.bytes, self.place) = (form, bytes, place)
    (self.url, self.charset, self.published) = (url, charset, published)
  }
}
