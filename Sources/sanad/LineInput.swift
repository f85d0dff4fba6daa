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
  /// A line that is longer than ``longestLine`` goes to `passing`, piece by piece as it is read and with its line end,
  /// and then to `tooLong`.
  ///
  /// - Throws: ``Problem`` `unreadable` where the file cannot be opened or read; `lineTooLong` is passed to `tooLong`.
  func forEachLine(
    tooLong: (Problem) -> Void, passing: (ArraySlice<UInt8>) -> Void = { _ in },
    _ body: (ArraySlice<UInt8>, Int) -> Void
  ) throws(Problem) {
    let descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY)
    guard descriptor >= 0 else { throw unreadable() }
    defer { if file != "-" { close(descriptor) } }
    var buffer = [UInt8](repeating: 0, count: Self.blockSize * 2)
    var filled = 0  // bytes of the buffer that hold input
    var lineNumber = 0
    var scanned = 0  // bytes of the buffer known to hold no line end
    var passed = 0  // bytes of a too long line that were passed on
    while true {
      if buffer.count - filled < Self.blockSize { buffer += [UInt8](repeating: 0, count: buffer.count) }
      let count = buffer.withUnsafeMutableBytes {
        read(descriptor, $0.baseAddress?.advanced(by: filled), Self.blockSize)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw unreadable()
      }
      if count == 0 { break }
      filled += count
      var start = 0
      while let end = Self.lineEnd(in: buffer, from: max(start, scanned), to: filled) {
        lineNumber += 1
        if passed > 0 || end - start > longestLine {
          passing(buffer[start...end])
          tooLong(tooLongProblem(lineNumber, passed + end - start))
          passed = 0
        } else {
          body(Self.withoutReturn(buffer[start..<end]), lineNumber)
        }
        start = end + 1
        scanned = start
      }
      if start > 0 {
        buffer.withUnsafeMutableBytes { $0.copyBytes(from: UnsafeRawBufferPointer(rebasing: $0[start..<filled])) }
        filled -= start
      }
      if filled > longestLine || passed > 0 {
        passing(buffer[..<filled])
        passed += filled
        filled = 0
      }
      scanned = filled
    }
    if passed > 0 {
      passing(buffer[..<filled])
      tooLong(tooLongProblem(lineNumber + 1, passed + filled))
    } else if filled > 0 {
      body(Self.withoutReturn(buffer[..<filled]), lineNumber + 1)
    }
  }

  private static func lineEnd(in buffer: [UInt8], from start: Int, to end: Int) -> Int? {
    buffer.withUnsafeBytes { bytes in
      guard start < end, let base = bytes.baseAddress,
        let found = memchr(base + start, Int32(UInt8(ascii: "\n")), end - start)
      else { return nil }
      return UnsafeRawPointer(found) - base
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
