import Diagnostics

/// A file or standard input read whole, up to a limit.
struct WholeFile {
  /// The file, or `-`.
  var file: String
  /// A larger input is refused: a report is not a library.
  var limit = 16 << 20

  /// The bytes.
  ///
  /// - Throws: ``Problem`` `unreadable` or `tooLarge`.
  func bytes() throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    var isTooLarge = false
    try LineInput(file: file, longestLine: limit).forEachBlock { block in
      guard bytes.count + block.count <= limit else {
        isTooLarge = true
        return false
      }
      bytes.append(contentsOf: block)
      return true
    }
    if isTooLarge { throw Problem(.tooLarge, at: InputPlace(file: file), String(limit)) }
    return bytes
  }
}
