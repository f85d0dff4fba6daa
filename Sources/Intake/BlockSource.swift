internal import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Bytes that come block after block, so that memory does not grow with the input.
protocol BlockSource: AnyObject {
  /// The next block, not empty; `nil` at the end.
  ///
  /// - Throws: ``Problem`` where the rest cannot be had. After that there are no more blocks.
  func next() throws(Problem) -> ArraySlice<UInt8>?

  /// How many bytes of the file itself were read: of a compressed one, the compressed bytes.
  var bytesRead: Int { get }
}

/// The blocks of a file or of standard input.
final class FileBlocks: BlockSource {
  private let file: String
  private let descriptor: Int32
  private(set) var bytesRead = 0
  private static let blockSize = 1 << 18

  /// Opens `file`; `-` is standard input.
  ///
  /// - Throws: ``Problem`` `unreadable`.
  init(file: String) throws(Problem) {
    self.file = file
    descriptor = file == "-" ? STDIN_FILENO : open(file, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw Self.unreadable(file) }
  }

  deinit {
    if file != "-", descriptor >= 0 { close(descriptor) }
  }

  func next() throws(Problem) -> ArraySlice<UInt8>? {
    var count = 0
    var reason: Int32 = 0
    let block = [UInt8](unsafeUninitializedCapacity: Self.blockSize) { buffer, filled in
      repeat {
        count = read(descriptor, buffer.baseAddress, buffer.count)
        reason = errno
      } while count < 0 && reason == EINTR
      filled = max(0, count)
    }
    if count < 0 { throw Self.unreadable(file, reason) }
    bytesRead += count
    return block.isEmpty ? nil : block[...]
  }

  private static func unreadable(_ file: String, _ reason: Int32 = errno) -> Problem {
    Problem(.unreadable, at: InputPlace(file: file), String(cString: strerror(reason)))
  }
}

/// A source of which some blocks were already looked at.
final class ResumedBlocks: BlockSource {
  private var first: ArraySlice<UInt8>?
  private let rest: any BlockSource

  /// The bytes `first`, then those of `rest`.
  init(_ first: ArraySlice<UInt8>, then rest: any BlockSource) {
    self.first = first.isEmpty ? nil : first
    self.rest = rest
  }

  var bytesRead: Int { rest.bytesRead }

  func next() throws(Problem) -> ArraySlice<UInt8>? {
    if let first {
      self.first = nil
      return first
    }
    return try rest.next()
  }
}

extension BlockSource {
  /// All that is left.
  ///
  /// - Throws: ``Problem`` `tooLarge` where that is more than `limit` bytes.
  func all(atMost limit: Int) throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    while let block = try next() {
      guard block.count <= limit - bytes.count else { throw Problem(.tooLarge, String(limit)) }
      bytes.append(contentsOf: block)
    }
    return bytes
  }
}
