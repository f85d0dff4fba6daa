import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file that is written in blocks, under another name until it is whole; or standard output, where the name is `-`.
struct OutputFile: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var isWhole = false

  private static let blockSize = 1 << 16
  private var draft: String { path + ".part" }

  /// Opens the file.
  ///
  /// - Throws: ``Problem`` `notWritable`.
  init(_ path: String) throws(Problem) {
    self.path = path
    descriptor = path == "-" ? STDOUT_FILENO : open(path + ".part", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    if descriptor < 0 { throw Self.problem(path) }
  }

  deinit {
    guard path != "-" else { return }
    close(descriptor)
    if !isWhole { unlink(draft) }
  }

  /// Writes a text; it may stay in the buffer until ``finish()``.
  ///
  /// - Throws: ``Problem`` `notWritable`.
  mutating func write(_ text: String) throws(Problem) {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Self.blockSize { try flush() }
  }

  /// Writes what is left and gives the file its name.
  ///
  /// - Throws: ``Problem`` `notWritable`.
  mutating func finish() throws(Problem) {
    try flush()
    if path != "-", rename(draft, path) != 0 { throw Self.problem(path) }
    isWhole = true
  }

  private mutating func flush() throws(Problem) {
    var written = 0
    while written < buffer.count {
      let count = buffer[written...].withUnsafeBytes { StandardOutput.writeSome($0, to: descriptor) }
      if count <= 0 {
        if errno == EINTR { continue }
        throw Self.problem(path)
      }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func problem(_ path: String) -> Problem {
    Problem(
      .notWritable, at: InputPlace(file: path == "-" ? "standard output" : path), String(cString: strerror(errno)))
  }
}
