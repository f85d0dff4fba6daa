/// Keeps of the blocks of the report what belongs to it.
struct ParagraphFilter {
  private struct Paragraph {
    var text: [UInt8]
    var isHeading: Bool
  }

  private let title: String
  private var kept: [Paragraph] = []
  /// Texts that were kept: a lead is often told again.
  private var seen: Set<[UInt8]> = []
  /// Whether the last line led to other reports, so that links below it do too.
  private var isElsewhere = false
  /// How many letters were kept.
  private(set) var letters = 0

  init(title: String) { self.title = title }

  /// Adds what belongs to the report of a block.
  mutating func add(_ block: PageBlock, isHeading: Bool, isItem: Bool) {
    let leadsElsewhere = BoilerplatePhrases.leadsElsewhere(block.text)
    let isLinks = block.linkShare > (isElsewhere || isItem ? 0.5 : 0.8) && block.letters < 300
    if isLinks || leadsElsewhere && block.letters < 160 {
      isElsewhere = leadsElsewhere || isElsewhere
      dropHeading()
      return
    }
    for line in block.text.split(separator: 0x0A) {
      let line = Array(ASCII.trimmed(line))
      guard !line.isEmpty else { continue }
      let key = BoilerplatePhrases.key(of: line)
      if BoilerplatePhrases.isBoilerplate(line) || !title.isEmpty && key == title {
        if isHeading { isElsewhere = true }
        continue
      }
      guard line.count < 80 || seen.insert(line).inserted else { continue }
      kept.append(Paragraph(text: line, isHeading: isHeading))
      letters += block.letters
      isElsewhere = false
    }
  }

  /// A heading whose links were dropped heads nothing.
  private mutating func dropHeading() {
    if let last = kept.last, last.isHeading { kept.removeLast() }
  }

  /// The paragraphs; a heading at the end, below which nothing stands, is none.
  func paragraphs() -> [[UInt8]] {
    var paragraphs = kept
    while let last = paragraphs.last, last.isHeading, paragraphs.count > 1 { paragraphs.removeLast() }
    return paragraphs.map(\.text)
  }
}
