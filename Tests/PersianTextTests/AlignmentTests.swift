import PersianText
import Testing

@Suite("The alignment")
struct AlignmentTests {
  @Test("of a text that is its own view is the identity")
  func identity() {
    let alignment = Alignment(identityOfLength: 5)
    #expect(alignment.sourceRange(1..<4) == 1..<4)
    #expect(alignment.viewRange(1..<4) == 1..<4)
    #expect(alignment.sourceRange(5..<5) == 5..<5)
  }

  @Test("leads from a replacement to all that it stands for, and back")
  func replacement() {
    var alignment = Alignment()
    alignment.appendCopy(2)
    alignment.appendReplacement(view: 4, source: 3)
    alignment.appendCopy(2)
    #expect(alignment.sourceRange(3..<4) == 2..<5)
    #expect(alignment.viewRange(2..<3) == 2..<6)
    #expect(alignment.sourceRange(6..<8) == 5..<7)
  }

  @Test("gives an insertion an empty place, and a deletion too")
  func insertionAndDeletion() {
    var alignment = Alignment()
    alignment.appendCopy(2)
    alignment.appendInsertion(3)
    alignment.appendCopy(2)
    alignment.appendDeletion(4)
    #expect(alignment.sourceRange(2..<5) == 2..<2)
    #expect(alignment.sourceRange(0..<7) == 0..<4)
    #expect(alignment.viewRange(4..<8) == 7..<7)
    #expect(alignment.sourceLength == 8)
  }

  /// The same edits as a plain list: for every view byte the source bytes it stands for.
  private struct Plain {
    var origins: [Range<Int>] = []
    var sourceLength = 0
  }

  private func makeRandom(_ random: inout TestRandom, sourceLength: Int) -> (Alignment, Plain) {
    var alignment = Alignment()
    var plain = Plain()
    while plain.sourceLength < sourceLength {
      let source = Int.random(in: 0...min(4, sourceLength - plain.sourceLength), using: &random)
      let view = Int.random(in: 0...4, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        alignment.appendCopy(source)
        for offset in 0..<source { plain.origins.append(plain.sourceLength + offset..<plain.sourceLength + offset + 1) }
      case 1:
        alignment.appendReplacement(view: view, source: source)
        for _ in 0..<view { plain.origins.append(plain.sourceLength..<plain.sourceLength + source) }
      case 2: alignment.appendDeletion(source)
      default:
        alignment.appendInsertion(view)
        for _ in 0..<view { plain.origins.append(plain.sourceLength..<plain.sourceLength) }
        continue
      }
      plain.sourceLength += source
    }
    return (alignment, plain)
  }

  @Test("says of every view byte what a plain list of origins says", arguments: 0..<200)
  func againstPlainList(_ seed: UInt64) {
    var random = TestRandom(state: seed)
    let (alignment, plain) = makeRandom(&random, sourceLength: 20)
    #expect(alignment.viewLength == plain.origins.count)
    for (index, origin) in plain.origins.enumerated() {
      #expect(alignment.sourceRange(index..<index + 1) == origin)
    }
  }

  @Test("of a view of a view covers what the two say one after the other", arguments: 0..<300)
  func composition(_ seed: UInt64) {
    var random = TestRandom(state: seed &+ 1000)
    let (first, _) = makeRandom(&random, sourceLength: 16)
    let (second, _) = makeRandom(&random, sourceLength: first.viewLength)
    let both = first.composed(with: second)
    #expect(both.viewLength == second.viewLength)
    #expect(both.sourceLength == first.sourceLength)
    var end = 0
    for index in 0..<both.viewLength {
      let range = both.sourceRange(index..<index + 1)
      #expect(range.lowerBound >= 0 && range.upperBound <= first.sourceLength)
      #expect(range.lowerBound >= end - 16)
      end = max(end, range.upperBound)
      let middle = second.sourceRange(index..<index + 1)
      let oneByOne = first.sourceRange(middle)
      if !middle.isEmpty, !range.isEmpty {
        #expect(oneByOne.lowerBound <= range.lowerBound && range.upperBound <= oneByOne.upperBound)
      }
    }
  }

  @Test("never traps on a range that lies outside")
  func outside() {
    let alignment = Alignment(identityOfLength: 3)
    #expect(alignment.sourceRange(7..<9).upperBound <= 3)
    #expect(alignment.viewRange(7..<9).upperBound <= 3)
    #expect(Alignment().sourceRange(0..<5) == 0..<0)
  }
}
