package import Diagnostics

/// A media type: `text/html; charset=utf-8`.
package struct MediaType {
  /// The type without its parameters, in small letters.
  package private(set) var name = ""
  /// The encoding it names.
  package private(set) var charset: String?

  package init(_ text: String?) {
    let parts = (text ?? "").prefix(300).split(separator: ";").map { PageText.line(String($0)).lowercased() }
    name = parts.first ?? ""
    charset = parts.dropFirst().first { $0.hasPrefix("charset=") }.map { String($0.dropFirst(8)) }
  }

  /// Whether a document of this type can hold a report; one without a type can.
  package var canHoldReport: Bool {
    if name == "image/svg+xml" || name == "text/css" || name == "text/javascript" { return false }
    return name.isEmpty || name.hasPrefix("text/") || name.hasSuffix("/xml") || name.hasSuffix("+xml")
  }
}

extension Document {
  /// A document that came with a media type, known by its content; `nil` where it holds no report.
  package init?(media: MediaType, bytes: [UInt8], place: InputPlace, url: String?) {
    let form: Form
    switch IntakeForm(ofHead: bytes.prefix(IntakeForm.headLength), name: "") {
    case .html: form = .html
    case .feed: form = .feed
    case .text where media.name == "text/html" || media.name == "application/xhtml+xml": form = .html
    case .text where media.name == "text/plain": form = .text
    case .text, .jsonLines, .warc: return nil
    }
    self.init(form: form, bytes: bytes, place: place, url: url, charset: media.charset)
  }
}
