/// One change of a view: the bytes of `range` become other bytes.
struct TextEdit: Sendable, Equatable {
  var range: Range<Int>
  var replacement: [UInt8]

  /// U+200C in UTF-8.
  static let halfSpace: [UInt8] = [0xE2, 0x80, 0x8C]

  /// The same change with a code point put in.
  func with(_ value: UInt32) -> TextEdit {
    var bytes: [UInt8] = []
    UTF8Scalars.append(value, to: &bytes)
    return TextEdit(range: range, replacement: bytes)
  }

  /// The text with all edits made, and its alignment with `bytes`. The edits are in order and do not overlap.
  static func apply(_ edits: [TextEdit], to bytes: [UInt8]) -> (bytes: [UInt8], alignment: Alignment) {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.count * 3)
    var alignment = Alignment()
    var position = 0
    for edit in edits {
      result.append(contentsOf: bytes[position..<edit.range.lowerBound])
      alignment.appendCopy(edit.range.lowerBound - position)
      result.append(contentsOf: edit.replacement)
      alignment.appendReplacement(view: edit.replacement.count, source: edit.range.count)
      position = edit.range.upperBound
    }
    result.append(contentsOf: bytes[position...])
    alignment.appendCopy(bytes.count - position)
    return (result, alignment)
  }
}
