import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Buffered writing to standard output.
struct StandardOutput {
  private var buffer: [UInt8] = []
  private static let limit = 1 << 16

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Writes bytes; they may stay in the buffer until `flush`.
  mutating func write(_ bytes: some Sequence<UInt8>) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.limit { flush() }
  }

  /// Writes a string.
  mutating func write(_ text: String) { write(text.utf8) }

  /// Passes on what is in the buffer. A reader that went away (`| head`) ends the process quietly.
  mutating func flush() {
    var written = 0
    while written < buffer.count {
      let count = buffer[written...].withUnsafeBytes { Self.writeSome($0, to: STDOUT_FILENO) }
      if count <= 0 {
        if errno == EINTR { continue }
        if errno == EPIPE { exit(0) }
        let reason = String(cString: strerror(errno))
        writeToStandardError(ProblemText.render(Problem(.notWritable, at: InputPlace(file: "standard output"), reason)))
        exit(1)
      }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes some of the bytes; returns how many, or -1 with `errno` set.
  static func writeSome(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes.baseAddress, bytes.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, bytes.baseAddress, bytes.count)
    #else
      Darwin.write(descriptor, bytes.baseAddress, bytes.count)
    #endif
  }
}

/// Writes a line to standard error.
func writeToStandardError(_ line: String) {
  var bytes = Array((line + "\n").utf8)[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { StandardOutput.writeSome($0, to: STDERR_FILENO) }
    if count <= 0 { return }
    bytes = bytes.dropFirst(count)
  }
}
