internal import Chronology
internal import PersianSyntax
internal import PersianText

/// Says where in a report an act is told: in its headline, its lead, its body, or as background to these.
struct PositionReader {
  let text: TaggedReading
  let times: [TimeExpression]
  /// The day of the report.
  let anchor: CivilDate?
  let hasHeadline: Bool
  /// The first sentence after the headline that tells something; a dateline of its own tells nothing.
  private let lead: Int?

  /// Why an act stands where it stands.
  enum Sign: Hashable {
    /// The order of the sentences.
    case order
    /// The verb is in the past perfect.
    case pastPerfect
    /// It was over long before the report was written.
    case date
    /// These words say so: «پیش از این», «سال گذشته».
    case words(Range<Int>)
  }

  /// Days after which an act is no news.
  private static let daysOfNews = 31

  init(
    text: TaggedReading, times: [TimeExpression], anchor: CivilDate?, hasTitle: Bool, sentences: [SentenceReading]
  ) {
    self.text = text
    self.times = times
    self.anchor = anchor
    hasHeadline = hasTitle || Self.hasHeadline(text.reading)
    let first = hasHeadline ? 1 : 0
    lead = sentences.dropFirst(first).first { $0.clauses.contains { $0.verb != nil } }?.index
  }

  /// The position of an event whose time is known, and why.
  func position(of event: EventDraft, in sentence: SentenceReading) -> (position: Event.Position, sign: Sign) {
    if sentence.index == 0, hasHeadline { return (.headline, .order) }
    let clause = sentence.clauses[event.clause]
    if clause.verb?.analysis.aspect == .pluperfect { return (.background, .pastPerfect) }
    if let anchor, let end = event.time?.end, let before = anchor.adding(days: -Self.daysOfNews),
      end < before.description
    {
      return (.background, .date)
    }
    if let words = pastWords(in: clause) { return (.background, .words(words)) }
    return (sentence.index == lead ? .lead : .body, .order)
  }

  // MARK: Words that say it was before

  private func pastWords(in clause: Clause) -> Range<Int>? {
    if let word = clause.words.first(where: { text.classes[$0].contains(.background) }) { return word..<word + 1 }
    return beforeThis(in: clause) ?? undatedYear(in: clause)
  }

  /// «پیش از این» alone; in «پیش از این حمله» it is a preposition.
  private func beforeThis(in clause: Clause) -> Range<Int>? {
    for word in clause.words where word > 0 && text.isWord(word, "این") {
      guard let before = text.preposition(at: word - 1), ["پیش از", "قبل از"].contains(before.spelling) else {
        continue
      }
      let next = word + 1
      let isAlone = next >= text.classes.count || !text.isContent(next)
      if isAlone { return before.words.lowerBound..<next }
    }
    return nil
  }

  /// «سال گذشته» where the day of the report is not known, so that it has no dates.
  private func undatedYear(in clause: Clause) -> Range<Int>? {
    times.first { time in
      time.start == nil && time.precision >= .year && time.precision != .vague
        && clause.words.contains(time.words.lowerBound)
        && time.words.contains { text.isWord($0, "گذشته") || text.isWord($0, "پیش") || text.isWord($0, "قبل") }
    }?.words
  }

  // MARK: The headline

  /// Whether the first sentence is a headline: a line of its own that does not end like a sentence.
  private static func hasHeadline(_ reading: Reading) -> Bool {
    guard reading.sentences.count > 1, let first = reading.sentences.first, let last = first.last else { return false }
    let end = reading.words[last].range.upperBound
    let next = reading.words[reading.sentences[1].lowerBound].range.lowerBound
    let isLine = reading.bytes[end..<next].contains(UInt8(ascii: "\n"))
    let closing = reading.string(ofWords: last..<last + 1)
    return isLine && closing != "."
  }
}
