/// The inflection of nouns and adjectives, as keys.
enum NounEndings {
  /// Endings, the longest first, with the least length in bytes of what they stand on.
  static let endings: [(bytes: [UInt8], leastStem: Int)] = [
    ("هایشان", 4), ("هایمان", 4), ("هایتان", 4), ("ترینها", 4), ("هایی", 4), ("هایش", 4), ("هایم", 4), ("هایت", 4),
    ("های", 4), ("ترین", 4), ("گان", 6), ("یان", 6), ("ها", 4), ("تر", 6), ("ات", 6), ("ان", 6), ("ین", 8), ("یی", 4),
    ("شان", 6), ("ی", 6),
  ].map { (Array($0.0.utf8), $0.1) }.sorted { $0.bytes.count > $1.bytes.count }

  /// The key without its longest ending; the whole key where it has none.
  static func stem(of key: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    for ending in endings where key.count >= ending.bytes.count + ending.leastStem {
      let start = key.count - ending.bytes.count
      var matches = true
      for offset in 0..<ending.bytes.count where key[start + offset] != ending.bytes[offset] {
        matches = false
        break
      }
      if matches { return UnsafeBufferPointer(rebasing: key[..<start]) }
    }
    return key
  }
}
