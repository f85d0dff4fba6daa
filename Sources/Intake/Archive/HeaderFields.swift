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
