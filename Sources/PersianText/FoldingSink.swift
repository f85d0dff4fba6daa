/// What ``LetterFolding`` tells of its way through a text.
protocol FoldingSink {
  /// The bytes of a range of the source are kept.
  mutating func copy(_ range: Range<Int>)
  /// The next `count` source bytes become one letter.
  mutating func put(_ letter: UInt32, for count: Int)
  /// The next `count` source bytes become letters.
  mutating func put(_ letters: [UInt32], for count: Int)
  /// The next `count` source bytes are not in the view.
  mutating func drop(_ count: Int)
  /// The code point that the view ends with; 0 where it is empty.
  var lastLetter: UInt32 { get }
  /// The letter that the view ends with, of two bytes, becomes another one of two bytes.
  mutating func replaceLastLetter(by letter: UInt32)
}

/// Makes the view alone.
struct PlainSink: FoldingSink {
  let source: UnsafeBufferPointer<UInt8>
  var view: [UInt8]
  /// Whether a line must stay one line: other signs for a line break become spaces.
  var keepsLines = false

  @inline(__always)
  mutating func copy(_ range: Range<Int>) {
    view.append(contentsOf: UnsafeBufferPointer(rebasing: source[range]))
  }

  mutating func put(_ letter: UInt32, for count: Int) {
    UTF8Scalars.append(keepsLines && letter == 0x0A ? 0x20 : letter, to: &view)
  }

  mutating func put(_ letters: [UInt32], for count: Int) {
    for letter in letters { UTF8Scalars.append(letter, to: &view) }
  }

  mutating func drop(_ count: Int) {}

  var lastLetter: UInt32 { UTF8Scalars.last(of: view) }

  mutating func replaceLastLetter(by letter: UInt32) {
    view.removeLast(2)
    UTF8Scalars.append(letter, to: &view)
  }
}

/// Makes the view and its alignment.
struct AligningSink: FoldingSink {
  private var plain: PlainSink
  private(set) var alignment = Alignment()

  init(source: UnsafeBufferPointer<UInt8>) {
    plain = PlainSink(source: source, view: [])
    plain.view.reserveCapacity(source.count)
  }

  var view: [UInt8] { plain.view }

  mutating func copy(_ range: Range<Int>) {
    plain.copy(range)
    alignment.appendCopy(range.count)
  }

  mutating func put(_ letter: UInt32, for count: Int) {
    let before = plain.view.count
    plain.put(letter, for: count)
    align(plain.view.count - before, count)
  }

  mutating func put(_ letters: [UInt32], for count: Int) {
    let before = plain.view.count
    plain.put(letters, for: count)
    alignment.appendReplacement(view: plain.view.count - before, source: count)
  }

  private mutating func align(_ written: Int, _ count: Int) {
    if written == count { alignment.appendCopy(count) } else { alignment.appendReplacement(view: written, source: count) }
  }

  mutating func drop(_ count: Int) { alignment.appendDeletion(count) }

  var lastLetter: UInt32 { plain.lastLetter }

  mutating func replaceLastLetter(by letter: UInt32) { plain.replaceLastLetter(by: letter) }
}
