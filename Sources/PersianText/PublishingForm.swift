/// Clean Persian for readers: the repaired text with the marks, digits and spaces that Persian typesetting uses.
///
/// Follows the orthography of the Academy of Persian Language and Literature («دستور خط فارسی»): no space before a mark
/// and one after it, none inside brackets and quotation marks, « » for quotations, «هٔ» for the ezafe after a silent ه,
/// Persian digits with ٫ ٬ ٪. Words, addresses, handles and Latin text stay as they are; nothing is spell-corrected.
struct PublishingForm {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let words: [Word]
  /// For each word the number of the last one before it that is no mark; -1 where there is none.
  private let contentBefore: [Int32]
  private var edits: [TextEdit] = []

  /// The changes that a view needs to be published, in order.
  static func edits(for words: [Word], in bytes: UnsafeBufferPointer<UInt8>) -> [TextEdit] {
    var form = PublishingForm(bytes: bytes, words: words)
    form.run()
    return form.edits
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, words: [Word]) {
    self.bytes = bytes
    self.words = words
    var last: Int32 = -1
    var before: [Int32] = []
    for (index, word) in words.enumerated() {
      before.append(last)
      if word.kind != .punctuation { last = Int32(clamping: index) }
    }
    contentBefore = before
  }

  // MARK: Marks

  /// What a mark does to the spaces around it.
  private enum Side { case none, opens, closes, stops }

  private mutating func run() {
    let quotes = quotationSides()
    var last: (index: Int, side: Side)?
    for (index, word) in words.enumerated() {
      let side = quotes[index] ?? side(of: index)
      let gap = (last.map { words[$0.index].range.upperBound } ?? 0)..<word.range.lowerBound
      space(gap, after: last, before: (index, side))
      change(index, side)
      last = (index, side)
    }
    let rest = (words.last?.range.upperBound ?? 0)..<bytes.count
    if !rest.isEmpty, !hasBreak(rest) { edits.append(TextEdit(range: rest, replacement: [])) }
  }

  private func side(of index: Int) -> Side {
    guard words[index].kind == .punctuation else { return .none }
    switch mark(index) {
    case 0x28, 0x5B, 0x7B, 0xAB, 0x201C: return .opens
    case 0x29, 0x5D, 0x7D, 0xBB, 0x201D: return .closes
    case 0x21, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x60C, 0x61B, 0x61F, 0x6D4, 0x2026:
      return isPersian(index) ? .stops : .none
    default: return .none
    }
  }

  /// Straight quotation marks of a line open and close in turn; where one has no partner, they are left.
  private func quotationSides() -> [Int: Side] {
    var sides: [Int: Side] = [:]
    var line: [Int] = []
    func close() {
      if line.count % 2 == 0 {
        for (number, index) in line.enumerated() { sides[index] = number % 2 == 0 ? .opens : .closes }
      }
      line.removeAll()
    }
    for index in words.indices {
      if index > 0, hasBreak(words[index - 1].range.upperBound..<words[index].range.lowerBound) { close() }
      if words[index].kind == .punctuation, mark(index) == 0x22 { line.append(index) }
    }
    close()
    return sides
  }

  private mutating func change(_ index: Int, _ side: Side) {
    let range = words[index].range
    switch words[index].kind {
    case .number: changeDigits(range, index)
    case .word: changeEzafe(range)
    case .punctuation:
      let isQuotation = [0x22, 0x201C, 0x201D, 0x201E].contains(mark(index))
      if isQuotation, side == .opens { replace(range, by: 0xAB) }
      if isQuotation, side == .closes { replace(range, by: 0xBB) }
      guard side == .stops || mark(index) == 0x25, isPersian(index) else { return }
      switch mark(index) {
      case 0x2C: replace(range, by: 0x60C)
      case 0x3B: replace(range, by: 0x61B)
      case 0x3F: replace(range, by: 0x61F)
      case 0x25: replace(range, by: 0x66A)
      case 0x2E where range.count == 3: replace(range, by: 0x2026)
      default: break
      }
    default: break
    }
  }

  /// Whether the mark follows Persian letters or a number, not Latin text.
  private func isPersian(_ index: Int) -> Bool {
    let before = Int(contentBefore[index])
    guard before >= 0 else { return false }
    let (value, _) = UTF8Scalars.scalar(before: words[before].range.upperBound, in: bytes)
    return CodePoint.isPersianLetter(value) || words[before].kind == .number && !touchesLatin(before)
  }

  // MARK: Digits and letters

  private mutating func changeDigits(_ range: Range<Int>, _ index: Int) {
    guard !touchesLatin(index), isAmongPersian(index) else { return }
    let hasOnePoint = bytes[range].count { $0 == UInt8(ascii: ".") } == 1
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = bytes[place]
      let next = TextEdit(range: place..<place + 1, replacement: [])
      switch byte {
      case 0x30...0x39: edits.append(next.with(0x6F0 + UInt32(byte) - 0x30))
      case UInt8(ascii: ".") where hasOnePoint: edits.append(next.with(0x66B))
      case UInt8(ascii: ",") where isThousands(place, range): edits.append(next.with(0x66C))
      default: break
      }
      place += 1
    }
  }

  /// A comma before exactly three digits.
  private func isThousands(_ place: Int, _ range: Range<Int>) -> Bool {
    var digits = 0
    var index = place + 1
    while index < range.upperBound, digits < 4 {
      let (value, length) = UTF8Scalars.scalar(at: index, in: bytes)
      guard CodePoint.isDigit(value) else { break }
      digits += 1
      index += length
    }
    return digits == 3
  }

  /// Whether the nearest word, before it or else after it, is Persian; a number alone is.
  private func isAmongPersian(_ index: Int) -> Bool {
    let near =
      words[..<index].suffix(8).last { $0.kind == .word } ?? words[index...].prefix(8).first { $0.kind == .word }
    guard let near else { return true }
    return bytes[near.range.lowerBound] >= 0x80
  }

  private func touchesLatin(_ index: Int) -> Bool {
    let range = words[index].range
    let before = range.lowerBound > 0 ? bytes[range.lowerBound - 1] : 0x20
    let after = range.upperBound < bytes.count ? bytes[range.upperBound] : 0x20
    return Self.isLatin(before) || Self.isLatin(after)
  }

  private static func isLatin(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
  }

  /// «خانه‌ی» and «خانۀ» are «خانهٔ».
  private mutating func changeEzafe(_ range: Range<Int>) {
    let text = bytes[range]
    for (ending, kept) in [(Array("ه\u{200C}ی".utf8), 2), (Array("ۀ".utf8), 0)]
    where text.suffix(ending.count).elementsEqual(ending) {
      let place = range.upperBound - ending.count + kept..<range.upperBound
      edits.append(TextEdit(range: place, replacement: Array((kept == 0 ? "ه\u{654}" : "\u{654}").utf8)))
      return
    }
  }

  // MARK: Spaces

  private mutating func space(
    _ gap: Range<Int>, after last: (index: Int, side: Side)?, before next: (index: Int, side: Side)
  ) {
    if hasBreak(gap) { return }
    let wanted = last.map { isSpaceWanted(gap, $0, next) } ?? false
    if gap.isEmpty == !wanted, gap.count <= 1 { return }
    edits.append(TextEdit(range: gap, replacement: wanted ? [0x20] : []))
  }

  private func isSpaceWanted(
    _ gap: Range<Int>, _ last: (index: Int, side: Side), _ next: (index: Int, side: Side)
  ) -> Bool {
    if last.side == .opens || next.side == .closes || next.side == .stops { return false }
    switch (last.side, next.side) {
    case (.stops, _): return !gap.isEmpty || (joinsNothing(last.index) && isText(next.index))
    case (_, .opens): return !gap.isEmpty || isText(last.index) || last.side == .closes
    case (.closes, _): return !gap.isEmpty || isText(next.index)
    default: return !gap.isEmpty
    }
  }

  /// A point or colon may stand inside an abbreviation, an address or a time; between two whole words it does not.
  private func joinsNothing(_ index: Int) -> Bool {
    guard [0x2E, 0x3A].contains(mark(index)) else { return true }
    guard index > 0, index + 1 < words.count else { return false }
    return isLongWord(index - 1) && isLongWord(index + 1)
  }

  private func isLongWord(_ index: Int) -> Bool {
    words[index].kind == .word && words[index].range.count > 2 && bytes[words[index].range.lowerBound] >= 0x80
  }

  private func isText(_ index: Int) -> Bool { words[index].kind == .word || words[index].kind == .number }

  private func hasBreak(_ range: Range<Int>) -> Bool { bytes[range].contains(UInt8(ascii: "\n")) }

  private func mark(_ index: Int) -> UInt32 {
    UTF8Scalars.scalar(at: words[index].range.lowerBound, in: bytes).value
  }

  private mutating func replace(_ range: Range<Int>, by value: UInt32) {
    edits.append(TextEdit(range: range, replacement: []).with(value))
  }
}
