internal import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Cuts the blocks of a source into lines. No more than one line and one block is held.
struct LineCursor {
  /// What comes next.
  enum Part {
    /// A line without its end (`\n` or `\r\n`).
    case line(ArraySlice<UInt8>)
    /// A piece of a line that is too long, with its end where it has one.
    case piece(ArraySlice<UInt8>)
    /// The too long line is over; it had this many bytes.
    case tooLong(Int)
  }

  private let source: any BlockSource
  private let longestLine: Int
  private var block: ArraySlice<UInt8> = []
  /// The line that the last block ended in.
  private var begun: [UInt8] = []
  /// How many bytes of a too long line were passed on.
  private var passed = 0
  private var lengthToTell: Int?
  /// The number of the line that was returned last, or is being returned in pieces; from 1.
  private(set) var number = 0

  /// Lines of `source`; of those longer than `longestLine` bytes only pieces are returned.
  init(_ source: any BlockSource, longestLine: Int) {
    (self.source, self.longestLine) = (source, longestLine)
  }

  /// The next part, `nil` at the end.
  mutating func next() throws(Problem) -> Part? {
    if let length = lengthToTell {
      lengthToTell = nil
      return .tooLong(length)
    }
    while true {
      if block.isEmpty {
        guard let more = try source.next() else { return passed + begun.count > 0 ? end([], 0) : nil }
        block = more
      }
      if let found = Self.lineEnd(in: block) {
        let rest = block[..<found]
        block = block[(found + 1)...]
        return end(rest, 1)
      }
      begun += block
      block = []
      if passed + begun.count > longestLine {
        if passed == 0 { number += 1 }
        passed += begun.count
        defer { begun.removeAll(keepingCapacity: true) }
        return .piece(begun[...])
      }
    }
  }

  private mutating func end(_ rest: ArraySlice<UInt8>, _ ends: Int) -> Part {
    let length = passed + begun.count + rest.count
    if passed == 0 { number += 1 }
    defer {
      begun = []
      passed = 0
    }
    if length > longestLine {
      lengthToTell = length
      return .piece((begun + rest + [UInt8](repeating: UInt8(ascii: "\n"), count: ends))[...])
    }
    if begun.isEmpty { return .line(Self.withoutReturn(rest)) }
    begun += rest
    return .line(Self.withoutReturn(begun[...]))
  }

  private static func withoutReturn(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }

  private static func lineEnd(in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let found = memchr(base, Int32(UInt8(ascii: "\n")), buffer.count)
      else { return nil }
      return bytes.startIndex + (UnsafeRawPointer(found) - base)
    }
  }
}
