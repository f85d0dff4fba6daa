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
  /// The last source letter, of two bytes as its view is, and the next `count` source bytes become one letter of two.
  mutating func replaceLastLetter(by letter: UInt32, for count: Int)
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

  mutating func replaceLastLetter(by letter: UInt32, for count: Int) {
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
    if written == count {
      alignment.appendCopy(count)
    } else {
      alignment.appendReplacement(view: written, source: count)
    }
  }

  mutating func drop(_ count: Int) { alignment.appendDeletion(count) }

  mutating func replaceLastLetter(by letter: UInt32, for count: Int) {
    plain.replaceLastLetter(by: letter, for: count)
    alignment.removeLastCopy(2)
    alignment.appendReplacement(view: 2, source: 2 + count)
  }
}
