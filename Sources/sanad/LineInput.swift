import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The lines of a file or of standard input, read in blocks, so that memory does not grow with the input.
struct LineInput {
  /// The file, or `-`.
  var file: String
  /// A longer line is an error of its own; the rest of the input goes on.
  var longestLine = 16 << 20

  private static let blockSize = 1 << 18

  /// Calls `body` with each line, without its end (`\n` or `\r\n`), and its number from 1.
  ///
  /// A line that is longer than ``longestLine`` goes to `passing`, piece by piece and with its line end, and then to
  /// `tooLong`.
  ///
  /// - Throws: ``Problem`` `unreadable` where the file cannot be opened or read; `lineTooLong` is passed to `tooLong`.
  func forEachLine(
    tooLong: (Problem) -> Void, passing: (ArraySlice<UInt8>) -> Void = { _ in },
    _ body: (ArraySlice<UInt8>, Int) -> Void
  ) throws(Problem) {
    var begun: [UInt8] = []  // the line that the last block ended in
    var passed = 0  // bytes of a too long line that were passed on
    var lineNumber = 0
    func end(_ rest: ArraySlice<UInt8>, _ lineEnd: ArraySlice<UInt8>) {
      lineNumber += 1
      let length = passed + begun.count + rest.count
      if length > longestLine {
        passing(begun[...])
        passing(rest)
        passing(lineEnd)
        tooLong(tooLongProblem(lineNumber, length))
      } else if begun.isEmpty {
        body(Self.withoutReturn(rest), lineNumber)
      } else {
        begun += rest
        body(Self.withoutReturn(begun[...]), lineNumber)
      }
      begun.removeAll(keepingCapacity: true)
      passed = 0
    }
    try forEachBlock { block in
      var start = block.startIndex
      while let found = Self.lineEnd(in: block[start...]) {
        end(block[start..<found], block[found...found])
        start = found + 1
      }
      begun += block[start...]
      if passed + begun.count > longestLine {
        passing(begun[...])
        passed += begun.count
        begun.removeAll(keepingCapacity: true)
      }
      return true
    }
    if passed + begun.count > 0 { end([], []) }
  }

  private static func lineEnd(in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress, let found = memchr(base, Int32(UInt8(ascii: "\n")), buffer.count)
      else { return nil }
      return bytes.startIndex + (UnsafeRawPointer(found) - base)
    }
  }

  /// Calls `body` with the bytes, block after block, until there are no more or it returns false.
  ///
  /// - Throws: ``Problem`` `unreadable` where the file cannot be opened or read.
  func forEachBlock(_ body: (ArraySlice<UInt8>) -> Bool) throws(Problem) {
    let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY)
    guard descriptor >= 0 else { throw unreadable() }
    defer { if file != "-" { close(descriptor) } }
    var block = [UInt8](repeating: 0, count: Self.blockSize)
    while true {
      let count = read(descriptor, &block, block.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable()
      }
      if count == 0 || !body(block[..<count]) { return }
    }
  }

  private static func withoutReturn(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    line.last == UInt8(ascii: "\r") ? line.dropLast() : line
  }

  private func unreadable() -> Problem {
    Problem(.unreadable, at: InputPlace(file: file), String(cString: strerror(errno)))
  }

  private func tooLongProblem(_ line: Int, _ length: Int) -> Problem {
    Problem(.lineTooLong, at: InputPlace(file: file, line: line), String(length), String(longestLine))
  }
}
