public import Diagnostics

/// A file or standard input read whole, up to a limit.
public struct WholeFile {
  /// The file, or `-`.
  public var file: String
  /// A larger input is refused: a report is not a library. In bytes.
  public var limit = 16 << 20

  /// The whole of `file`.
  public init(file: String, limit: Int = 16 << 20) {
    (self.file, self.limit) = (file, limit)
  }

  /// The bytes.
  ///
  /// - Throws: ``Problem`` `unreadable` or `tooLarge`.
  public func bytes() throws(Problem) -> [UInt8] {
    do throws(Problem) { return try FileBlocks(file: file).all(atMost: limit) } catch { throw error.inFile(file) }
  }
}
