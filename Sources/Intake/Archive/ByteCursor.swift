internal import Diagnostics

/// Takes lines and counted bytes from a source, holding no more than is asked for and one block.
struct ByteCursor {
  private let source: any BlockSource
  private var block: ArraySlice<UInt8> = []

  init(_ source: any BlockSource) { self.source = source }

  /// Forgets what was read ahead.
  mutating func drop() { block = [] }

  /// The next line without its end, at most `limit` bytes of it, the rest passed over; `nil` at the end.
  mutating func line(atMost limit: Int) throws(Problem) -> [UInt8]? {
    var line: [UInt8] = []
    var isAny = false
    while true {
      if block.isEmpty {
        guard let more = try source.next() else { return isAny ? line : nil }
        block = more
      }
      isAny = true
      let end = block.firstIndex(of: 0x0A)
      line += block[..<(end ?? block.endIndex)].prefix(limit - line.count)
      block = end.map { block[($0 + 1)...] } ?? []
      if end != nil {
        if line.last == 0x0D { line.removeLast() }
        return line
      }
    }
  }

  /// The next `count` bytes, fewer where the source ends before.
  mutating func take(_ count: Int) throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      if block.isEmpty {
        guard let more = try source.next() else { break }
        block = more
      }
      let part = block.prefix(count - bytes.count)
      bytes += part
      block = block[part.endIndex...]
    }
    return bytes
  }

  /// Passes over `count` bytes; `false` where the source ends before.
  mutating func skip(_ count: Int) throws(Problem) -> Bool {
    var left = count
    while left > 0 {
      if block.isEmpty {
        guard let more = try source.next() else { return false }
        block = more
      }
      let part = min(left, block.count)
      block = block.dropFirst(part)
      left -= part
    }
    return true
  }
}
