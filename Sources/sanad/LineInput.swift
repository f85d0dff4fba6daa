import Diagnostics
import PersianText

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
  /// The lines of UTF-16 can only be told apart when it is decoded, so there is a limit to all of it.
  private static let mostWide = 1 << 28

  /// Calls `body` with each line, without its end (`\n` or `\r\n`), and its number from 1.
  ///
  /// A line that is longer than ``longestLine`` goes to `passing`, piece by piece and with its line end, and then to
  /// `tooLong`. UTF-16 with a byte order mark is decoded.
  ///
  /// - Throws: ``Problem`` `unreadable` where the file cannot be opened or read, `tooLarge` or `notUTF8` for UTF-16 that
  ///   cannot be used; `lineTooLong` is passed to `tooLong`.
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
    var wide: [UInt8]?
    var isStart = true
    try forEachBlock { block in
      if isStart, block.starts(with: [0xFF, 0xFE]) || block.starts(with: [0xFE, 0xFF]) { wide = [] }
      isStart = false
      if wide != nil {
        wide?.append(contentsOf: block)
        return wide?.count ?? 0 <= Self.mostWide
      }
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
    if let wide {
      for line in try Self.lines(ofWide: wide, file) { end(line, []) }
    } else if passed + begun.count > 0 {
      end([], [])
    }
  }

  private static func lines(ofWide bytes: [UInt8], _ file: String) throws(Problem) -> [ArraySlice<UInt8>] {
    guard bytes.count <= mostWide else {
      throw Problem(.tooLarge, at: InputPlace(file: file), String(mostWide))
    }
    do throws(Problem) {
      let text = try TextDecoding.decode(bytes).text.bytes[...]
      let lines = text.last == UInt8(ascii: "\n") ? text.dropLast() : text
      return lines.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    } catch {
      throw error.inFile(file)
    }
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
