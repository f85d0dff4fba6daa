public import Diagnostics

/// Repairs a stream of lines as bytes, without offsets: what `sanad repair` runs.
///
/// It does to the lines what ``PersianReader/repaired(_:)`` does to the text that they are, in buffers that are used
/// again: a line is taken, and when there is a stretch of them (``isFull``) they are written.
public struct LineRepairer {
  private var repair: HalfSpaceRepair
  private var folded: [UInt8] = []
  private var repairs: [Range<Int>] = []

  init(repair: HalfSpaceRepair) {
    self.repair = repair
  }

  /// Whether so many lines were taken that what follows changes nothing for them.
  public var isFull: Bool { folded.count >= HalfSpaceRepair.stretch }

  /// Takes a line, which holds no line end.
  ///
  /// - Returns: The encoding that the line was found in.
  /// - Throws: ``Problem`` as ``TextDecoding/decode(_:)`` does; the line is not taken then.
  @discardableResult
  public mutating func take(_ line: ArraySlice<UInt8>) throws(Problem) -> TextDecoding.Encoding {
    let isPlain = line.withUnsafeBufferPointer { bytes in
      let isText = !bytes.contains(where: TextDecoding.isBinary) && TextDecoding.firstInvalidByte(bytes) == nil
      if isText { fold(bytes) }
      return isText
    }
    if isPlain { return .utf8 }
    let decoded = try TextDecoding.decode(line)
    decoded.text.bytes.withUnsafeBufferPointer { fold($0) }
    return decoded.encoding
  }

  /// Appends the repaired forms of the lines taken to `output`, each with a line end, and forgets them.
  public mutating func write(to output: inout [UInt8]) {
    repairs.removeAll(keepingCapacity: true)
    folded.withUnsafeBufferPointer { view in
      repair.appendRepairs(of: view, to: &repairs)
      var position = 0
      for range in repairs {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: view[position..<range.lowerBound]))
        output.append(contentsOf: TextEdit.halfSpace)
        position = range.upperBound
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: view[position...]))
    }
    folded.removeAll(keepingCapacity: true)
  }

  private mutating func fold(_ bytes: UnsafeBufferPointer<UInt8>) {
    var sink = PlainSink(source: bytes, view: folded, keepsLines: true)
    folded = []  // so that the sink's buffer is the only one
    LetterFolding.fold(bytes, into: &sink)
    folded = sink.view
    folded.append(UInt8(ascii: "\n"))
  }
}
