internal import Coding

/// The numbers in the ids of a record: `e3` is 3. Ids of a record are its letter and the place in its list, from 1.
enum RecordNumber {
  /// The number of an id, or `nil` where it is none.
  static func of(_ id: String?) -> Int? { id.flatMap { Int($0.dropFirst()) } }

  static func entity(_ number: Int) -> String { "e\(number)" }
  static func statement(_ number: Int) -> String { "s\(number)" }
  static func event(_ number: Int) -> String { "v\(number)" }
}

/// Spans in a few bytes: the distance from the end of the one before and the length, each in groups of seven bits.
enum PackedSpans {
  /// The bytes of spans that stand in order and do not overlap; others are packed too, at more bytes.
  static func pack(_ spans: [Span]) -> [UInt8] {
    var bytes: [UInt8] = []
    var end = 0
    for span in spans {
      append(zigzag(span.start - end), to: &bytes)
      append(zigzag(span.end - span.start), to: &bytes)
      end = span.end
    }
    return bytes
  }

  /// The spans of packed bytes, or `nil` where they are damaged.
  static func unpack(_ bytes: [UInt8]) -> [Span]? {
    var spans: [Span] = []
    var (index, end) = (0, 0)
    while index < bytes.count {
      guard let gap = number(in: bytes, &index), let length = number(in: bytes, &index), length >= 0,
        case let (start, isOver) = end.addingReportingOverflow(gap), !isOver,
        case let (next, isFar) = start.addingReportingOverflow(length), !isFar
      else { return nil }
      spans.append(Span(start..<next))
      end = next
    }
    return spans
  }

  private static func zigzag(_ number: Int) -> UInt64 { UInt64(bitPattern: Int64(number << 1 ^ number >> 63)) }

  private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  private static func number(in bytes: [UInt8], _ index: inout Int) -> Int? {
    var (value, shift): (UInt64, UInt64) = (0, 0)
    while index < bytes.count, shift < 63 {
      let byte = bytes[index]
      index += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1)) }
      shift += 7
    }
    return nil
  }
}
