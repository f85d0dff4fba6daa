/// One change of the spacing: the bytes of `range` (a space, or nothing) become a half-space.
struct SpacingEdit: Sendable, Equatable {
  var range: Range<Int>

  private static let halfSpace: [UInt8] = [0xE2, 0x80, 0x8C]

  /// The text with all edits made, and its alignment with `bytes`. The edits are in order and do not overlap.
  static func apply(_ edits: [SpacingEdit], to bytes: [UInt8]) -> (bytes: [UInt8], alignment: Alignment) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.count * 3)
    var alignment = Alignment()
    var position = 0
    for edit in edits {
      result.append(contentsOf: bytes[position..<edit.range.lowerBound])
      alignment.appendCopy(edit.range.lowerBound - position)
      result.append(contentsOf: halfSpace)
      alignment.appendReplacement(view: 3, source: edit.range.count)
      position = edit.range.upperBound
    }
    result.append(contentsOf: bytes[position...])
    alignment.appendCopy(bytes.count - position)
    return (result, alignment)
  }
}
