public import DataFiles
public import Diagnostics
private import Synchronization

/// The front door of PersianText: repairs a text and cuts it into words and sentences.
///
/// A reader may be used from many threads at once.
public struct PersianReader: Sendable {
  private let model: HalfSpaceModel
  private let features: BoundaryFeatures
  private let pool = RepairPool()

  /// Makes a reader with the model and the verb stems of `data`.
  ///
  /// - Throws: ``Problem`` where a data file is missing or malformed, or the model is damaged.
  public init(data: DataBundle) throws(Problem) {
    features = try BoundaryFeatures(data: data)
    model = try HalfSpaceModel(data: data)
  }

  /// Reads a text: letters folded, half-spaces restored, words and sentences cut, every offset led back to the source.
  public func read(_ source: SourceText) -> Reading {
    let (bytes, alignment) = repaired(source)
    let (words, sentences, tokens) = bytes.withUnsafeBufferPointer { buffer in
      let words = WordSegmenter.words(of: buffer)
      let tokens = CliticDivision(model: model, features: features).tokens(of: words, in: buffer)
      return (words, SentenceSegmenter.sentences(of: words, in: buffer), tokens)
    }
    return Reading(
      source: source, bytes: bytes, alignment: alignment, words: words, sentences: sentences, tokens: tokens)
  }

  /// The text as it is printed: repaired, and with the marks, digits and spaces of Persian typesetting (the Academy's
  /// orthography), with its alignment to the source. Nothing is spell-corrected.
  public func published(_ source: SourceText) -> (bytes: [UInt8], alignment: Alignment) {
    let reading = read(source)
    let edits = reading.bytes.withUnsafeBufferPointer { PublishingForm.edits(for: reading.words, in: $0) }
    let (bytes, second) = TextEdit.apply(edits, to: reading.bytes)
    return (bytes, reading.alignment.composed(with: second))
  }

  /// A repairer of lines with this reader's model.
  public func lineRepairer() -> LineRepairer {
    LineRepairer(repair: pool.take() ?? HalfSpaceRepair(model: model, features: features))
  }

  /// The repaired view of a text and its alignment.
  public func repaired(_ source: SourceText) -> (bytes: [UInt8], alignment: Alignment) {
    let folded = LetterFolding.fold(source)
    var repair = pool.take() ?? HalfSpaceRepair(model: model, features: features)
    var repairs: [Range<Int>] = []
    folded.bytes.withUnsafeBufferPointer { repair.appendRepairs(of: $0, to: &repairs) }
    pool.giveBack(repair)
    guard !repairs.isEmpty else { return folded }
    let (bytes, second) = TextEdit.apply(
      repairs.map { TextEdit(range: $0, replacement: TextEdit.halfSpace) }, to: folded.bytes)
    return (bytes, folded.alignment.composed(with: second))
  }
}

/// The repairers that no thread is using, each with the words that it remembers.
private final class RepairPool: Sendable {
  private let idle = Mutex<[HalfSpaceRepair]>([])

  func take() -> HalfSpaceRepair? { idle.withLock { $0.popLast() } }

  func giveBack(_ repair: HalfSpaceRepair) {
    idle.withLock { if $0.count < 64 { $0.append(repair) } }
  }
}
