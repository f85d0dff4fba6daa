/// The header of a message of HTTP or a record of WARC: names and values (RFC 9112, ISO 28500).
struct HeaderFields {
  private var values: [(name: String, value: String)] = []
  private static let mostFields = 500

  /// Adds a line `Name: value`; what is no such line is passed over.
  mutating func add(_ line: ArraySlice<UInt8>) {
    guard values.count < Self.mostFields, let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return }
    let name = String(decoding: ASCII.trimmed(line[..<colon]), as: UTF8.self).lowercased()
    values.append((name, String(decoding: ASCII.trimmed(line[(colon + 1)...]), as: UTF8.self)))
  }

  /// The first value of a name in small letters.
  subscript(name: String) -> String? { values.first { $0.name == name }?.value }
}

/// An answer of HTTP as an archive keeps it, or a server gives it.
struct HTTPAnswer {
  var status = 0
  var fields = HeaderFields()
  /// The body as it was sent, after the header.
  var body: ArraySlice<UInt8>

  /// Reads a message; `nil` where it does not begin like one.
  init?(_ message: [UInt8]) {
    guard message.starts(with: "HTTP/".utf8) else { return nil }
    var rest = message[...]
    var isFirst = true
    while let end = rest.firstIndex(of: 0x0A) {
      let line = rest[..<end].last == 0x0D ? rest[..<end].dropLast() : rest[..<end]
      rest = rest[(end + 1)...]
      if line.isEmpty { break }
      if isFirst {
        let parts = line.split(separator: 0x20)
        status = parts.count > 1 ? Int(String(decoding: parts[1], as: UTF8.self)) ?? 0 : 0
        isFirst = false
      } else {
        fields.add(line)
      }
    }
    body = rest
  }

  /// The media type, in small letters and without its parameters.
  var mediaType: String { MediaType(fields["content-type"]).name }

  /// The `charset` of the media type.
  var charset: String? { MediaType(fields["content-type"]).charset }
}

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

  /// What a document of this type is: `nil` for what is no text, `.text` also where the type does not say.
  package var canHoldReport: Bool {
    name.isEmpty || name.hasPrefix("text/") && !["text/css", "text/javascript"].contains(name)
      || name == "application/xhtml+xml" || name.hasSuffix("/xml")
      || name.hasSuffix("+xml")
        && name != "image/svg+xml"
  }
}
