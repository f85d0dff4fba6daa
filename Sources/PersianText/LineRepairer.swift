public import Diagnostics

/// Repairs a stream of lines as bytes, without offsets: what `sanad repair` runs.
///
/// It does to each line what ``PersianReader/repaired(_:)`` does, in buffers that are used again.
public struct LineRepairer {
  private var repair: HalfSpaceRepair
  private var folded: [UInt8] = []
  private var repairs: [Range<Int>] = []

  init(repair: HalfSpaceRepair) {
    self.repair = repair
  }

  /// Appends the repaired form of `line`, which holds no line end, to `output`.
  ///
  /// - Returns: The encoding that the line was found in.
  /// - Throws: ``Problem`` as ``TextDecoding/decode(_:)`` does; `output` is unchanged then.
  @discardableResult
  public mutating func append(
    repairOf line: ArraySlice<UInt8>, to output: inout [UInt8]
  ) throws(Problem) -> TextDecoding.Encoding {
    let isPlain = line.withUnsafeBufferPointer { bytes in
      let isText = !bytes.contains(where: TextDecoding.isBinary) && TextDecoding.firstInvalidByte(bytes) == nil
      if isText { append(repairOfText: bytes, to: &output) }
      return isText
    }
    if isPlain { return .utf8 }
    let decoded = try TextDecoding.decode(line)
    decoded.text.bytes.withUnsafeBufferPointer { append(repairOfText: $0, to: &output) }
    return decoded.encoding
  }

  private mutating func append(repairOfText bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    folded.removeAll(keepingCapacity: true)
    var sink = PlainSink(source: bytes, view: folded, keepsLines: true)
    folded = []  // so that the sink's buffer is the only one
    LetterFolding.fold(bytes, into: &sink)
    folded = sink.view
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
  }
}
