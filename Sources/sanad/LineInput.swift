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
  /// - Throws: ``Problem`` `unreadable` where the file cannot be opened or read; `lineTooLong` is passed to `tooLong`.
  func forEachLine(
    tooLong: (Problem) -> Void, _ body: (ArraySlice<UInt8>, Int) -> Void
  ) throws(Problem) {
    var buffer: [UInt8] = []
    var lineNumber = 0
    var scanned = 0  // bytes of the buffer known to hold no line end
    var skipped = 0  // bytes of a too long line that were thrown away
    try forEachBlock { block in
      buffer.append(contentsOf: block)
      var start = 0
      while let end = buffer[max(start, scanned)...].firstIndex(of: UInt8(ascii: "\n")) {
        lineNumber += 1
        if skipped + end - start > longestLine {
          tooLong(tooLongProblem(lineNumber, skipped + end - start))
          skipped = 0
        } else {
          body(Self.withoutReturn(buffer[start..<end]), lineNumber)
        }
        start = end + 1
        scanned = start
      }
      buffer.removeFirst(start)
      if buffer.count > longestLine {
        skipped += buffer.count
        buffer.removeAll(keepingCapacity: true)
      }
      scanned = buffer.count
      return true
    }
    if skipped + buffer.count > longestLine {
      tooLong(tooLongProblem(lineNumber + 1, skipped + buffer.count))
    } else if !buffer.isEmpty {
      body(Self.withoutReturn(buffer[...]), lineNumber + 1)
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
