public import Diagnostics
internal import PersianText

/// The lines of a file or of standard input, read in blocks, so that memory does not grow with the input.
public struct LineInput {
  /// The file, or `-`.
  public var file: String
  /// A longer line, in bytes, is an error of its own; the rest of the input goes on.
  public var longestLine = 16 << 20

  /// The lines of `file`.
  public init(file: String, longestLine: Int = 16 << 20) {
    (self.file, self.longestLine) = (file, longestLine)
  }

  /// Calls `body` with each line, without its end (`\n` or `\r\n`), and its number from 1.
  ///
  /// A line that is longer than ``longestLine`` goes to `passing`, piece by piece and with its line end, and then to
  /// `tooLong`. UTF-16 with a byte order mark is decoded.
  ///
  /// - Throws: ``Problem`` `unreadable` where the file cannot be opened or read, `tooLarge` or `notUTF8` for UTF-16 that
  ///   cannot be used; `lineTooLong` is passed to `tooLong`.
  public func forEachLine(
    tooLong: (Problem) -> Void, passing: (ArraySlice<UInt8>) -> Void = { _ in },
    _ body: (ArraySlice<UInt8>, Int) -> Void
  ) throws(Problem) {
    var lines = LineCursor(try source(), longestLine: longestLine)
    while let part = try lines.next() {
      switch part {
      case .line(let line): body(line, lines.number)
      case .piece(let piece): passing(piece)
      case .tooLong(let length):
        let place = InputPlace(file: file, line: lines.number)
        tooLong(Problem(.lineTooLong, at: place, String(length), String(longestLine)))
      }
    }
  }

  /// The lines of UTF-16 can only be told apart when it is decoded, so there is a limit to all of it.
  private static let mostWide = 1 << 28

  /// The blocks of the file, those of UTF-16 decoded.
  private func source() throws(Problem) -> any BlockSource {
    let whole = ResumedBlocks(try FileBlocks(file: file), lookingAt: 2)
    let mark = whole.beginning
    guard mark.starts(with: [0xFF, 0xFE]) || mark.starts(with: [0xFE, 0xFF]) else { return whole }
    do throws(Problem) {
      let text = try TextDecoding.decode(try whole.all(atMost: Self.mostWide)).text
      return DecodedBytes(text.bytes)
    } catch {
      throw error.inFile(file)
    }
  }

  /// Calls `body` with the bytes, block after block, until there are no more or it returns false.
  ///
  /// - Throws: ``Problem`` `unreadable` where the file cannot be opened or read.
  public func forEachBlock(_ body: (ArraySlice<UInt8>) -> Bool) throws(Problem) {
    let source = try FileBlocks(file: file)
    while let block = try source.next(), body(block) {}
  }
}
