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

/// A source whose beginning was already looked at.
final class ResumedBlocks: BlockSource {
  private var head: ArraySlice<UInt8>
  private var problem: Problem?
  private let rest: any BlockSource

  /// Looks at the first `count` bytes of `source`, fewer where it ends or cannot be read before.
  init(_ source: any BlockSource, lookingAt count: Int) {
    rest = source
    head = []
    do throws(Problem) {
      while head.count < count, let block = try source.next() { head = head.isEmpty ? block : head + block }
    } catch {
      problem = error
    }
  }

  /// The beginning.
  var beginning: ArraySlice<UInt8> { head }

  var bytesRead: Int { rest.bytesRead }

  func next() throws(Problem) -> ArraySlice<UInt8>? {
    if !head.isEmpty {
      defer { head = [] }
      return head
    }
    if let problem {
      self.problem = nil
      throw problem
    }
    return try rest.next()
  }
}

/// Bytes that are in memory already, as one block.
final class DecodedBytes: BlockSource {
  private var block: ArraySlice<UInt8>?
  let bytesRead: Int

  /// The blocks of `bytes`.
  init(_ bytes: [UInt8]) {
    block = bytes.isEmpty ? nil : bytes[...]
    bytesRead = bytes.count
  }

  func next() throws(Problem) -> ArraySlice<UInt8>? {
    defer { block = nil }
    return block
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
