/// What a file can be.
public enum IntakeForm: String, Sendable, CaseIterable {
  /// Plain text, one report.
  case text
  /// Articles as JSON, one a line.
  case jsonLines = "jsonl"

  /// How many bytes of a file are looked at to tell what it is.
  static let headLength = 4096

  /// Tells by a file's first bytes what it is; its name counts only where they leave it open.
  init(ofHead head: ArraySlice<UInt8>, name: String) {
    let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head
    let text = start.drop { Self.isBlank($0) }
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") || Self.beginsJSON(text) {
      self = .jsonLines
    } else {
      self = .text
    }
  }

  /// An object with a first key, or an empty one.
  private static func beginsJSON(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == UInt8(ascii: "{") else { return false }
    let inside = text.dropFirst().first { !isBlank($0) }
    return inside == UInt8(ascii: "\"") || inside == UInt8(ascii: "}")
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
