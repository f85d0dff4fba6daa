/// A text made readable: the original, the repaired view of it with its alignment, and the words and sentences of the view.
public struct Reading: Sendable {
  /// The original.
  public let source: SourceText
  /// The repaired view, valid UTF-8.
  public let bytes: [UInt8]
  /// Which bytes of the source each byte of the view stands for.
  public let alignment: Alignment
  /// The words of the view.
  public let words: [Word]
  /// The sentences, as ranges of indices into `words`; together they are all words.
  public let sentences: [Range<Int>]

  /// The words as syntax counts them: ``words``, with clitics divided from what they lean on.
  public let tokens: [SyntacticWord]

  /// The view as a string.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The words of a range as the view has them, spaces between them included.
  public func string(ofWords range: Range<Int>) -> String {
    String(decoding: bytes[viewRange(ofWords: range)], as: UTF8.self)
  }

  /// The view bytes from the first to the last word of a range.
  public func viewRange(ofWords range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let place = range.lowerBound < words.count ? words[range.lowerBound].range.lowerBound : bytes.count
      return place..<place
    }
    return words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
  }

  /// The bytes of the source that the words of a range were read from.
  public func sourceRange(ofWords range: Range<Int>) -> Range<Int> {
    alignment.sourceRange(viewRange(ofWords: range))
  }

  /// The code points of the source that the words of a range were read from: the offsets that records carry.
  public func codePoints(ofWords range: Range<Int>) -> Range<Int> {
    source.codePointRange(ofBytes: sourceRange(ofWords: range))
  }
}
