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
}
