package import Diagnostics

/// Undoes the codings that a body was sent in (RFC 9110, RFC 9112).
package enum BodyCoding {
  /// The body as it was before it was sent; at most `limit` bytes.
  ///
  /// Archives keep bodies as they came or undone, whatever the header says; so what does not look coded is left as it is.
  ///
  /// - Throws: ``Problem`` `unknownCoding`, `unpacksTooLarge`, `tooLarge` or `damagedArchive`.
  package static func decoded(
    _ body: ArraySlice<UInt8>, transfer: String?, content: String?, limit: Int
  ) throws(Problem) -> [UInt8] {
    var bytes = body
    if transfer?.lowercased().contains("chunked") == true, let joined = joinedChunks(body) { bytes = joined[...] }
    switch content?.lowercased() ?? "" {
    case "", "identity": break
    case "gzip", "x-gzip", "deflate":
      guard isPacked(bytes) else { break }
      return try GunzipBlocks(ArrayBlocks(Array(bytes)), isHTTP: true).all(atMost: limit)
    case let coding:
      // What is text all the same was undone already.
      guard bytes.first == UInt8(ascii: "<") || bytes.first == UInt8(ascii: "{") else {
        throw Problem(.unknownCoding, coding)
      }
    }
    guard bytes.count <= limit else { throw Problem(.tooLarge, String(limit)) }
    return Array(bytes)
  }

  /// The mark of gzip, or the header of zlib with its check bits.
  private static func isPacked(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, let second = bytes.dropFirst().first else { return false }
    return first == 0x1F && second == 0x8B || first & 0x0F == 8 && (Int(first) << 8 | Int(second)) % 31 == 0
  }

  /// The chunks as one; `nil` where it does not begin with the size of one. What is cut off ends there.
  private static func joinedChunks(_ body: ArraySlice<UInt8>) -> [UInt8]? {
    var joined: [UInt8] = []
    var rest = body
    var isFirst = true
    while let end = rest.firstIndex(of: 0x0A) {
      let digits = ASCII.trimmed(rest[..<end]).prefix { ASCII.hexadecimal($0) != nil }
      guard !digits.isEmpty, digits.count <= 8 else { return isFirst ? nil : joined }
      let size = digits.reduce(0) { $0 << 4 | Int(ASCII.hexadecimal($1) ?? 0) }
      isFirst = false
      if size == 0 { return joined }
      let chunk = rest[(end + 1)...].prefix(size)
      joined += chunk
      rest = rest[chunk.endIndex...]
      // The end of line behind the chunk.
      rest = rest.starts(with: [0x0D, 0x0A]) ? rest.dropFirst(2) : rest.first == 0x0A ? rest.dropFirst() : rest
    }
    return isFirst ? nil : joined
  }
}
