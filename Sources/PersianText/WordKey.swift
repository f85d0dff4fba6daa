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
    var sink = PlainSink(source: bytes, view: [])
    LetterFolding.fold(bytes, into: &sink)
    var key: [UInt8] = []
    key.reserveCapacity(sink.view.count)
    sink.view.withUnsafeBufferPointer { append($0, to: &key) }
    return key
  }
}
