/// The form under which words are looked up: spelling without what writers vary in.
///
/// Half-spaces, harakat and bare hamza are dropped; أ إ become ا, ؤ becomes و, ئ becomes ی, ۀ becomes ه, digits become
/// Latin digits, Latin letters lower case. «رئیس‌جمهور», «رئيسجمهور» and «رییس‌جمهور» have one key.
public enum WordKey {
  /// Appends the key of folded text to `key`.
  @inline(__always)
  public static func append(_ bytes: UnsafeBufferPointer<UInt8>, to key: inout [UInt8]) {
    var index = 0
    while index < bytes.count {
      let (value, length) = UTF8Scalars.scalar(at: index, in: bytes)
      index += length
      switch value {
      case CodePoint.halfSpace, 0x621, 0x654: continue
      case 0x64B...0x65F, 0x670: continue
      case 0x623, 0x625: UTF8Scalars.append(0x627, to: &key)
      case 0x624: UTF8Scalars.append(0x648, to: &key)
      case 0x626: UTF8Scalars.append(0x6CC, to: &key)
      case 0x6C0: UTF8Scalars.append(0x647, to: &key)
      case 0x6F0...0x6F9: UTF8Scalars.append(value - 0x6F0 + 0x30, to: &key)
      case 0x41...0x5A: UTF8Scalars.append(value + 0x20, to: &key)
      default: UTF8Scalars.append(value, to: &key)
      }
    }
  }

  /// The key of a text, folded first.
  public static func key(of text: String) -> [UInt8] {
    var text = text
    return text.withUTF8(key)
  }

  /// The key of a text in valid UTF-8, folded first.
  public static func key(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(bytes.count)
    append(unfolded: bytes, to: &key)
    return key
  }

  /// Appends the key of a text in valid UTF-8, folded first, to `key`.
  public static func append(unfolded bytes: UnsafeBufferPointer<UInt8>, to key: inout [UInt8]) {
    if appendPlain(bytes, to: &key) { return }
    var sink = PlainSink(source: bytes, view: [])
    LetterFolding.fold(bytes, into: &sink)
    sink.view.withUnsafeBufferPointer { append($0, to: &key) }
  }

  /// What stands in a key for each code point from U+0600 to U+06FF; 0 where nothing does, `unplain` where it depends on
  /// its neighbours or becomes several letters.
  private static let letters: [UInt32] = (0x600...0x6FF as ClosedRange<UInt32>).map { value in
    switch LetterFolding.outcome(for: value) {
    case .keep, .replace:
      var bytes: [UInt8] = []
      UTF8Scalars.append(value, to: &bytes)
      let key = bytes.withUnsafeBufferPointer { buffer in
        var sink = PlainSink(source: buffer, view: [])
        LetterFolding.fold(buffer, into: &sink)
        var key: [UInt8] = []
        sink.view.withUnsafeBufferPointer { append($0, to: &key) }
        return key
      }
      return key.isEmpty ? 0 : key.withUnsafeBufferPointer { UTF8Scalars.scalar(at: 0, in: $0).value }
    default: return unplain
    }
  }

  private static let unplain = UInt32.max

  /// Appends the key of a text of plain letters and signs, of which almost every dictionary is made.
  ///
  /// - Returns: Whether the text was one; otherwise nothing is appended.
  private static func appendPlain(_ bytes: UnsafeBufferPointer<UInt8>, to key: inout [UInt8]) -> Bool {
    // A key is never longer than its text.
    withUnsafeTemporaryAllocation(byteCount: bytes.count, alignment: 1) { buffer in
      guard let count = writePlain(bytes, to: buffer) else { return false }
      key.append(contentsOf: buffer[..<count])
      return true
    }
  }

  /// - Returns: The length of the key; `nil` where the text is not of plain letters and signs.
  private static func writePlain(_ bytes: UnsafeBufferPointer<UInt8>, to key: UnsafeMutableRawBufferPointer) -> Int? {
    letters.withUnsafeBufferPointer { letters in
      var (index, count) = (0, 0)
      while index < bytes.count {
        let byte = bytes[index]
        switch byte {
        case 0x41...0x5A:
          key[count] = byte + 0x20
          count += 1
        case 0x20...0x7E:
          key[count] = byte
          count += 1
        case 0xD8...0xDB:
          let letter = letters[Int(byte & 3) << 6 | Int(bytes[index + 1] & 0x3F)]
          if letter == unplain { return nil }
          if letter >= 0x80 {
            key[count] = UInt8(0xC0 | letter >> 6)
            key[count + 1] = UInt8(0x80 | letter & 0x3F)
            count += 2
          } else if letter != 0 {
            key[count] = UInt8(letter)
            count += 1
          }
          index += 1
        default: return nil
        }
        index += 1
      }
      return count
    }
  }
}
