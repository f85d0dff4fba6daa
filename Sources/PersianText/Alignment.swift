/// Where each byte of a view comes from in the text it was made from.
///
/// A view is the source with letters folded, signs dropped and half-spaces put in. Offsets on both sides are UTF-8
/// bytes. The alignment is a list of pieces, so that a text that needed no repair costs nothing, and a look-up is a
/// binary search.
public struct Alignment: Sendable, Hashable {
  /// A run of view bytes with one origin.
  struct Piece: Sendable, Hashable {
    /// First view byte of the run.
    var view: Int
    /// Source byte that the run begins at.
    var source: Int
    /// Bytes of source that the whole run stands for, or `nil` where each byte stands for one.
    var replacedLength: Int?
  }

  private(set) var pieces: [Piece] = []
  /// Length of the view in bytes.
  public private(set) var viewLength = 0
  /// Length of the source in bytes.
  public private(set) var sourceLength = 0

  /// The alignment of an empty view with an empty source; a view is described by appending to it in order.
  public init() {}

  /// The alignment of a view that is its source, byte for byte.
  public init(identityOfLength length: Int) {
    appendCopy(length)
  }

  // MARK: Building

  /// The next `count` view bytes are the next `count` source bytes, or letters of the same length put in their place.
  public mutating func appendCopy(_ count: Int) {
    guard count > 0 else { return }
    let continues: Bool =
      if let last = pieces.last, last.replacedLength == nil {
        last.source + (viewLength - last.view) == sourceLength
      } else {
        false
      }
    if !continues { pieces.append(Piece(view: viewLength, source: sourceLength, replacedLength: nil)) }
    viewLength += count
    sourceLength += count
  }

  /// The next `viewCount` view bytes stand, together, for the next `sourceCount` source bytes.
  public mutating func appendReplacement(view viewCount: Int, source sourceCount: Int) {
    if viewCount > 0 { pieces.append(Piece(view: viewLength, source: sourceLength, replacedLength: sourceCount)) }
    viewLength += viewCount
    sourceLength += sourceCount
  }

  /// The next `count` source bytes are not in the view.
  public mutating func appendDeletion(_ count: Int) {
    sourceLength += count
  }

  /// The next `count` view bytes are in no source.
  public mutating func appendInsertion(_ count: Int) {
    appendReplacement(view: count, source: 0)
  }

  /// Takes back the last `count` view bytes, which were appended as a copy.
  mutating func removeLastCopy(_ count: Int) {
    viewLength -= count
    sourceLength -= count
    if let last = pieces.last, last.view >= viewLength { pieces.removeLast() }
  }

  // MARK: Asking

  /// The source bytes that the view bytes of `range` were made from. What was dropped at its ends is left out; an empty
  /// range gives an empty range. What lies outside the view is cut off.
  public func sourceRange(_ viewRange: Range<Int>) -> Range<Int> {
    let range = viewRange.clamped(to: 0..<viewLength)
    let lower = sourceStart(ofViewByte: range.lowerBound)
    guard !range.isEmpty else { return lower..<lower }
    let index = pieceIndex(ofViewByte: range.upperBound - 1)
    let last = pieces[index]
    let upper = last.source + (last.replacedLength ?? (range.upperBound - last.view))
    return lower..<max(lower, upper)
  }

  /// The view bytes that stand for the source bytes of `range`; where all of them were dropped, the empty range at
  /// their place.
  public func viewRange(_ sourceRange: Range<Int>) -> Range<Int> {
    let range = sourceRange.clamped(to: 0..<sourceLength)
    let lower = firstViewByte(whoseSourceEndsAfter: range.lowerBound)
    guard !range.isEmpty else { return lower..<lower }
    var upper = lower
    if let index = lastPiece(startingBeforeSource: range.upperBound) {
      let piece = pieces[index]
      let pieceEnd = index + 1 < pieces.count ? pieces[index + 1].view : viewLength
      upper = piece.replacedLength == nil ? min(pieceEnd, piece.view + range.upperBound - piece.source) : pieceEnd
    }
    return lower..<max(lower, upper)
  }

  /// The alignment of a view of this view: `next` describes how it was made.
  public func composed(with next: Alignment) -> Alignment {
    var result = Alignment()
    var position = 0  // in the middle text
    for (index, piece) in next.pieces.enumerated() {
      if piece.source > position {
        result.appendDeletion(sourceStart(ofViewByte: piece.source) - result.sourceLength)
        position = piece.source
      }
      let end = index + 1 < next.pieces.count ? next.pieces[index + 1].view : next.viewLength
      let count = end - piece.view
      if let replaced = piece.replacedLength {
        let target = replaced == 0 ? nil : sourceRange(position..<position + replaced)
        if let target {
          result.appendDeletion(target.lowerBound - result.sourceLength)
          result.appendReplacement(view: count, source: target.count)
        } else {
          result.appendInsertion(count)
        }
        position += replaced
      } else {
        appendCopies(of: position..<position + count, to: &result)
        position += count
      }
    }
    result.appendDeletion(sourceLength - result.sourceLength)
    return result
  }

  // MARK: Looking up

  private func appendCopies(of range: Range<Int>, to result: inout Alignment) {
    guard !range.isEmpty else { return }
    var index = pieceIndex(ofViewByte: range.lowerBound)
    var position = range.lowerBound
    while position < range.upperBound {
      let piece = pieces[index]
      let pieceEnd = index + 1 < pieces.count ? pieces[index + 1].view : viewLength
      let end = min(pieceEnd, range.upperBound)
      if let replaced = piece.replacedLength {
        // A replacement that is cut by the copy keeps its whole source at its first part.
        let isStart = position == piece.view
        result.appendDeletion(max(0, piece.source - result.sourceLength))
        result.appendReplacement(view: end - position, source: isStart ? replaced : 0)
      } else {
        result.appendDeletion(max(0, piece.source + position - piece.view - result.sourceLength))
        result.appendCopy(end - position)
      }
      position = end
      index += 1
    }
  }

  private func sourceStart(ofViewByte byte: Int) -> Int {
    guard byte < viewLength else { return sourceLength }
    let piece = pieces[pieceIndex(ofViewByte: byte)]
    return piece.replacedLength == nil ? piece.source + byte - piece.view : piece.source
  }

  /// The last piece that begins at or before the view byte.
  private func pieceIndex(ofViewByte byte: Int) -> Int {
    partition { $0.view <= byte } - 1
  }

  private func lastPiece(startingBeforeSource offset: Int) -> Int? {
    let index = partition { $0.source < offset } - 1
    return index >= 0 ? index : nil
  }

  private func firstViewByte(whoseSourceEndsAfter offset: Int) -> Int {
    let next = partition { $0.source <= offset }
    guard next > 0 else { return pieces.first?.view ?? viewLength }
    let piece = pieces[next - 1]
    let pieceEnd = next < pieces.count ? pieces[next].view : viewLength
    if let replaced = piece.replacedLength {
      return offset < piece.source + replaced ? piece.view : pieceEnd
    }
    return min(pieceEnd, piece.view + offset - piece.source)
  }

  /// The number of pieces at the front for which `holds` is true; it must be true for a prefix and false for the rest.
  private func partition(_ holds: (Piece) -> Bool) -> Int {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if holds(pieces[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
