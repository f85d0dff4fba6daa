internal import PersianText

/// The words of a reading as the search index has them: stems, parted by blanks.
///
/// Signs and symbols have no place in it. What is no letter or digit parts stems, as the index's own tokenizer does.
struct IndexWords {
  /// The stems, UTF-8.
  private(set) var text: [UInt8] = []

  /// Appends the words of `range`.
  init(_ range: Range<Int>, of reading: Reading, stem: SearchStem) {
    reading.bytes.withUnsafeBufferPointer { bytes in
      for word in range {
        for token in Self.tokens(of: reading.words[word], in: bytes, stem: stem) {
          if !text.isEmpty { text.append(0x20) }
          text.append(contentsOf: token)
        }
      }
    }
  }

  /// The stems of one word: one for letters, and for addresses and numbers one for each part.
  static func tokens(of word: Word, in bytes: UnsafeBufferPointer<UInt8>, stem: SearchStem) -> [[UInt8]] {
    switch word.kind {
    case .punctuation, .symbol: return []
    default: break
    }
    var key: [UInt8] = []
    WordKey.append(UnsafeBufferPointer(rebasing: bytes[word.range]), to: &key)
    return key.split { !isTokenByte($0) }.map { stem.stem(of: Array($0)) }.filter { !$0.isEmpty }
  }

  /// Whether the tokenizer of the index (`ascii`) takes a byte into a word.
  static func isTokenByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x80...: true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    default: false
    }
  }
}
