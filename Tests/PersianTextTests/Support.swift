import DataFiles
import PersianText
import Testing

/// One reader for all tests.
enum Shared {
  static let reader: Result<PersianReader, any Error> = Result { try PersianReader(data: .embedded) }
}

/// The repaired form of a text, with `|` for the half-space, so that a test can be read.
func repaired(_ text: String) throws -> String {
  let bytes = try Shared.reader.get().repaired(SourceText(text)).bytes
  return visible(String(decoding: bytes, as: UTF8.self))
}

/// `text` with `|` for every half-space.
func visible(_ text: String) -> String {
  String(text.unicodeScalars.map { $0 == "\u{200C}" ? "|" : Character($0) })
}

/// The reading of a text.
func read(_ text: String) throws -> Reading {
  try Shared.reader.get().read(SourceText(text))
}

/// The text of a range of view bytes.
func string(_ range: Range<Int>, of reading: Reading) -> String {
  String(decoding: reading.bytes[range], as: UTF8.self)
}

/// A small generator of random numbers, the same on every machine.
struct TestRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
