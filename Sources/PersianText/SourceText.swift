/// A text as it came, decoded to UTF-8 and otherwise unchanged. Everything else is a view of it by offset.
public struct SourceText: Sendable {
  /// The text as valid UTF-8.
  public let bytes: [UInt8]
  /// The number of code points before every 64th byte, so that an offset is converted in constant time.
  private let codePointsBefore: [UInt32]
  /// The length in Unicode code points.
  public let codePointCount: Int

  private static let stride = 64

  /// Makes a source of bytes that are valid UTF-8.
  init(validated bytes: [UInt8]) {
    self.bytes = bytes
    var counts: [UInt32] = []
    counts.reserveCapacity(bytes.count / Self.stride + 1)
    var count: UInt32 = 0
    for (index, byte) in bytes.enumerated() {
      if index % Self.stride == 0 { counts.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    codePointsBefore = counts
    codePointCount = Int(count)
  }

  /// Makes a source of a Swift string.
  public init(_ text: String) {
    self.init(validated: Array(text.utf8))
  }

  /// The offset in code points of the byte at `offset`, which must begin a code point or be the end.
  public func codePointOffset(ofByte offset: Int) -> Int {
    guard offset < bytes.count else { return codePointCount }
    let block = offset / Self.stride
    var count = Int(codePointsBefore[block])
    var index = block * Self.stride
    while index < offset {
      if bytes[index] & 0xC0 != 0x80 { count += 1 }
      index += 1
    }
    return count
  }

  /// The byte at which the code point number `offset` begins.
  public func byteOffset(ofCodePoint offset: Int) -> Int {
    guard offset < codePointCount else { return bytes.count }
    var (low, high) = (0, codePointsBefore.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(codePointsBefore[middle]) <= offset { low = middle } else { high = middle }
    }
    var index = low * Self.stride
    var count = Int(codePointsBefore[low])
    while index < bytes.count {
      if bytes[index] & 0xC0 != 0x80 {
        if count == offset { return index }
        count += 1
      }
      index += 1
    }
    return bytes.count
  }

  /// The code point offsets of a range of bytes.
  public func codePointRange(ofBytes range: Range<Int>) -> Range<Int> {
    codePointOffset(ofByte: range.lowerBound)..<codePointOffset(ofByte: range.upperBound)
  }

  /// The text of a range of bytes.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
