public import DataFiles
public import Diagnostics

/// The front door of PersianText: repairs a text and cuts it into words and sentences.
public struct PersianReader: Sendable {
  private let repair: HalfSpaceRepair

  /// Makes a reader with the compounds and verb stems of `data`.
  ///
  /// - Throws: ``Problem`` where a data file is missing or malformed.
  public init(data: DataBundle) throws(Problem) {
    repair = try HalfSpaceRepair(data: data)
  }

  /// Reads a text: letters folded, half-spaces restored, words and sentences cut, every offset led back to the source.
  public func read(_ source: SourceText) -> Reading {
    let (bytes, alignment) = repaired(source)
    let (words, sentences) = bytes.withUnsafeBufferPointer { buffer in
      let words = WordSegmenter.words(of: buffer)
      return (words, SentenceSegmenter.sentences(of: words, in: buffer))
    }
    return Reading(source: source, bytes: bytes, alignment: alignment, words: words, sentences: sentences)
  }

  /// The repaired view of a text and its alignment.
  public func repaired(_ source: SourceText) -> (bytes: [UInt8], alignment: Alignment) {
    let folded = LetterFolding.fold(source)
    let edits = repair.edits(for: folded.bytes)
    guard !edits.isEmpty else { return folded }
    let (bytes, second) = SpacingEdit.apply(edits, to: folded.bytes)
    return (bytes, folded.alignment.composed(with: second))
  }
}
