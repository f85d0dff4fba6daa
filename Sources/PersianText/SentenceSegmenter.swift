/// Groups the words of a view into sentences.
///
/// A sentence ends at a line break, and after `.`, `!`, `؟`, `?`, `…` or `۔` with the closing quotation marks and
/// brackets that follow, unless the point belongs to an abbreviation («ه. ش.») or an initial.
enum SentenceSegmenter {
  /// The sentences as ranges of word indices, covering all words.
  static func sentences(of words: [Word], in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < words.count {
      var end = index + 1
      var isEnd = endsSentence(index, words, bytes)
      if isEnd {
        while end < words.count, closes(words[end], after: words[end - 1], bytes) { end += 1 }
        // «می‌گوید: «برو!» و رفت.» — a mark inside a quotation that the sentence goes on after.
        if end < words.count, end > index + 1, goesOn(words[end], bytes) { isEnd = false }
      }
      isEnd = isEnd || endsDateline(index, from: start, words, bytes)
      if end == words.count || isEnd || hasBreak(words[end - 1], words[end], bytes) {
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
    case 0x21, 0x3F, 0x61F, 0x6D4: return true
    case 0x2026: return endsParagraph(index, words, bytes)
    case 0x2E:
      if word.range.count > 1 { return endsParagraph(index, words, bytes) }
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

  /// Three dots stand for what is left out («علم، هنر و… را»): only at the end of a paragraph they surely end a sentence.
  private static func endsParagraph(_ index: Int, _ words: [Word], _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    index + 1 == words.count || hasBreak(words[index], words[index + 1], bytes)
  }

  /// «تهران - ایرنا:» and «کابل - خبرگزاری باختر:» at the start of a report are sentences of their own.
  private static func endsDateline(
    _ index: Int, from start: Int, _ words: [Word], _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard index - start >= 3, index - start <= 8, index + 1 < words.count,
      scalar(of: words[index], bytes) == 0x3A, words[index].kind == .punctuation
    else { return false }
    var dashes = 0
    for word in start..<index {
      if words[word].kind == .word { continue }
      guard isDash(scalar(of: words[word], bytes)), word > start, word + 1 < index else { return false }
      dashes += 1
    }
    return dashes == 1
  }

  private static func isDash(_ value: UInt32) -> Bool {
    value == 0x2D || value == 0x640 || (0x2010...0x2015).contains(value)
  }

  private static func scalar(of word: Word, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    UTF8Scalars.scalar(at: word.range.lowerBound, in: bytes).value
  }

  /// Whether `word` closes the sentence that ends before it. A straight quotation mark after a space opens the next one.
  private static func closes(_ word: Word, after last: Word, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let isAdjacent = word.range.lowerBound == last.range.upperBound
    let value = scalar(of: word, bytes)
    if word.kind == .punctuation, value == 0x22 || value == 0x2E {
      return isAdjacent || value == 0x2E && isCloser(last, bytes)
    }
    return isCloser(word, bytes) && !hasBreak(last, word, bytes)
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
