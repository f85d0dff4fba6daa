/// Groups the words of a view into sentences.
///
/// A sentence ends at a line break, and after `.`, `!`, `؟`, `?`, `…` or `۔` with the closing quotation marks and
/// brackets that follow, unless the point belongs to an abbreviation («ه. ش.») or an initial.
enum SentenceSegmenter {
  /// No writer's sentence has as many words. What has more (a table, hostile input) is cut here, so that work which
  /// grows with the length of a sentence stays bounded.
  static let longestSentence = 400

  /// The sentences as ranges of word indices, covering all words.
  static func sentences(of words: [Word], in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < words.count {
      var end = index + 1
      var isEnd = endsSentence(index, words, bytes)
      if isEnd {
        while end < words.count, isCloser(words[end], bytes), !hasBreak(words[end - 1], words[end], bytes) { end += 1 }
        // «می‌گوید: «برو!» و رفت.» — a mark inside a quotation that the sentence goes on after.
        if end < words.count, end > index + 1, goesOn(words[end], bytes) { isEnd = false }
      }
      if end == words.count || isEnd || end - start >= longestSentence || hasBreak(words[end - 1], words[end], bytes) {
        sentences.append(start..<end)
        start = end
      }
      index = end
    }
    return sentences
  }

  private static func endsSentence(_ index: Int, _ words: [Word], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let word = words[index]
    guard word.kind == .punctuation else { return false }
    let (value, _) = UTF8Scalars.scalar(at: word.range.lowerBound, in: bytes)
    switch value {
    case 0x21, 0x3F, 0x61F, 0x2026, 0x6D4: return true
    case 0x2E:
      let isFollowedBySpace = index + 1 == words.count || words[index + 1].range.lowerBound > word.range.upperBound
      let isCloserNext = index + 1 < words.count && isCloser(words[index + 1], bytes)
      return (isFollowedBySpace || isCloserNext) && !isAbbreviation(index, words, bytes)
    default: return false
    }
  }

  /// A single letter before the point: «ه. ش.», «ج. ا. ایران», an initial.
  private static func isAbbreviation(_ index: Int, _ words: [Word], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index > 0, index + 1 < words.count, case let previous = words[index - 1], previous.kind == .word,
      previous.range.upperBound == words[index].range.lowerBound
    else { return false }
    return UTF8Scalars.scalar(at: previous.range.lowerBound, in: bytes).length == previous.range.count
  }

  private static func isCloser(_ word: Word, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard word.kind == .punctuation else { return false }
    switch UTF8Scalars.scalar(at: word.range.lowerBound, in: bytes).value {
    case 0xBB, 0x201D, 0x2019, 0x29, 0x5D, 0x22, 0x21, 0x3F, 0x61F, 0x203A: return true
    default: return false
    }
  }

  /// After a closing quotation mark these go on with the sentence: a comma, a dash, «و», «که».
  private static func goesOn(_ word: Word, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = bytes[word.range]
    return ["و", "که", "،", ",", "؛"].contains { text.elementsEqual($0.utf8) }
  }

  private static func hasBreak(_ first: Word, _ second: Word, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes[first.range.upperBound..<second.range.lowerBound].contains(UInt8(ascii: "\n"))
  }
}
