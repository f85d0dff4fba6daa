public import Diagnostics

/// The records of a data file as stretches of its bytes, without a copy: what ``DataRecord`` is made from, and what a
/// large dictionary is read with.
public enum RecordScanner {
  /// A field, as bytes that are valid only while the record is being looked at.
  public struct Field {
    /// The name before the colon.
    public var name: UnsafeRawBufferPointer
    /// The value, without surrounding blanks; UTF-8.
    public var value: UnsafeRawBufferPointer
    /// The line it begins in, counted from 1.
    public var line: Int
  }

  /// The names of fields that only people and tests read.
  private static let unread: [[UInt8]] = ["example", "not", "note"].map { Array($0.utf8) }

  /// Calls `body` with the fields of each record, in order.
  ///
  /// - Parameters:
  ///   - bytes: the file, valid UTF-8. A byte order mark at the beginning is passed over.
  ///   - file: its path, for messages.
  ///   - examples: whether fields called `example`, `not` and `note` are among them.
  /// - Throws: ``Problem`` `dataSyntax` where a line is neither a field, a continuation, a comment nor empty,
  ///   `dataDuplicate` where a record has two ids, and what `body` throws.
  public static func forEachRecord(
    in bytes: UnsafeRawBufferPointer, file: String, examples: Bool, _ body: ([Field]) throws(Problem) -> Void
  ) throws(Problem) {
    var record = OpenRecord(file: file)
    defer { record.freeJoined() }
    var line = 0
    var isSkipped = false
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      line += 1
      let end = lineEnd(bytes, from: start)
      let content = trimmed(bytes, start, end)
      start = end + 1
      guard let first = content.first else {
        try record.close(body)
        continue
      }
      switch bytes[first] {
      case UInt8(ascii: "#"), UInt8(ascii: "%"): continue
      case UInt8(ascii: "+"):
        if !isSkipped { try record.continueValue(slice(bytes, trimmed(bytes, first + 1, content.upperBound)), line) }
      default:
        var colon = first
        while colon < content.upperBound, isNameByte(bytes[colon]) { colon += 1 }
        guard colon > first, colon < content.upperBound, bytes[colon] == UInt8(ascii: ":") else {
          throw Problem(.dataSyntax, at: InputPlace(file: file, line: line), text(slice(bytes, content)))
        }
        let name = slice(bytes, first..<colon)
        isSkipped = !examples && unread.contains { $0.count == name.count && $0.elementsEqual(name) }
        if isSkipped { continue }
        let value = slice(bytes, trimmed(bytes, colon + 1, content.upperBound))
        try record.append(Field(name: name, value: value, line: line))
      }
    }
    try record.close(body)
  }

  /// The text of bytes.
  static func text(_ bytes: UnsafeRawBufferPointer) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func slice(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[range])
  }

  /// Where the line that begins at `start` ends: eight bytes a step, since most lines are longer.
  private static func lineEnd(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    let (ones, highs) = (UInt64(0x0101_0101_0101_0101), UInt64(0x8080_8080_8080_8080))
    var end = start
    while end + 8 <= bytes.count {
      // A byte of `word` is 0 where the file has a line feed; the lowest one sets the lowest high bit.
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: end, as: UInt64.self)) ^ (ones &* 0x0A)
      let found = (word &- ones) & ~word & highs
      if found != 0 { return end + found.trailingZeroBitCount / 8 }
      end += 8
    }
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
  }

  /// The range without blanks (space, tab, CR) at its ends.
  private static func trimmed(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Range<Int> {
    var (low, high) = (start, end)
    while low < high, isBlank(bytes[low]) { low += 1 }
    while high > low, isBlank(bytes[high - 1]) { high -= 1 }
    return low..<high
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}

/// The record that is being read.
private struct OpenRecord {
  let file: String
  private var fields: [RecordScanner.Field] = []
  /// The value of the last field, where it goes on over several lines.
  private var continued: [UInt8] = []
  /// Values that were put together from several lines.
  private var joined: [UnsafeMutableRawBufferPointer] = []

  init(file: String) { self.file = file }

  mutating func append(_ field: RecordScanner.Field) throws(Problem) {
    endValue()
    if isID(field), let other = fields.first(where: isID) {
      throw Problem(
        .dataDuplicate, at: InputPlace(file: file, line: field.line), "id", "line \(other.line) of this record")
    }
    fields.append(field)
  }

  mutating func continueValue(_ rest: UnsafeRawBufferPointer, _ line: Int) throws(Problem) {
    guard let last = fields.last else {
      throw Problem(.dataSyntax, at: InputPlace(file: file, line: line), "nothing to continue")
    }
    if continued.isEmpty { continued.append(contentsOf: last.value) }
    continued.append(0x20)
    continued.append(contentsOf: rest)
  }

  mutating func close(_ body: ([RecordScanner.Field]) throws(Problem) -> Void) throws(Problem) {
    guard !fields.isEmpty else { return }
    endValue()
    try body(fields)
    fields.removeAll(keepingCapacity: true)
    freeJoined()
  }

  mutating func freeJoined() {
    for buffer in joined { buffer.deallocate() }
    joined.removeAll(keepingCapacity: true)
  }

  private mutating func endValue() {
    guard !continued.isEmpty else { return }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: continued.count, alignment: 1)
    buffer.copyBytes(from: continued)
    joined.append(buffer)
    fields[fields.count - 1].value = UnsafeRawBufferPointer(buffer)
    continued.removeAll(keepingCapacity: true)
  }

  private func isID(_ field: RecordScanner.Field) -> Bool {
    field.name.count == 2 && field.name[0] == UInt8(ascii: "i") && field.name[1] == UInt8(ascii: "d")
  }
}
