public import DataFiles
public import Diagnostics
public import PersianText

/// The front door of Chronology: finds the words of time in a reading, and the days they mean.
public struct TimeReader: Sendable {
  private let lexicon: TimeLexicon
  /// The calendar that «ماه گذشته», «سال جاری» and their like count in where the text does not say.
  public var civilCalendar: CalendarSystem = .solarHijri

  /// Makes a reader with the words of time of `data`.
  ///
  /// - Throws: ``Problem`` where `language/times.rec` is missing or malformed.
  public init(data: DataBundle) throws(Problem) {
    try self.init(records: data.records(of: TimeLexicon.path))
  }

  /// Makes a reader with the words of time of `records`, as of a file that is being edited.
  ///
  /// - Throws: ``Problem`` where a record is not one of time words.
  public init(records: [DataRecord]) throws(Problem) {
    lexicon = try TimeLexicon(records: records)
  }

  /// The time expressions of a reading, in order and without overlap.
  ///
  /// - Parameters:
  ///   - anchor: the day of writing. Without one, what is relative to it stays without dates.
  ///   - direction: asked for the words of an expression that does not say itself which way it points; answer what the
  ///     tense of its clause says. Unstated, a weekday is the last one, and a day or month without its year the nearest.
  public func read(
    _ reading: Reading, anchor: CivilDate?, direction: (Range<Int>) -> TimeDirection = { _ in .unstated }
  ) -> [TimeExpression] {
    var expressions: [TimeExpression] = []
    forEachExpression(of: reading, in: reading.sentences[...]) { parsed, words in
      let resolver = TimeResolver(anchor: anchor, calendar: civilCalendar, direction: direction(words))
      let resolved = resolver.resolve(parsed.meaning)
      expressions.append(
        TimeExpression(
          words: words, start: resolved.start, end: resolved.end, precision: resolved.precision,
          isRelative: resolved.isRelative, isApproximate: resolved.isApproximate || parsed.isApproximate,
          clock: parsed.clock))
    }
    return expressions
  }

  /// The day of writing, as the first sentences tell it in full: «کابل، ۱۴ سرطان ۱۴۰۳ –», «امروز سه‌شنبه ۱۴ سرطان ۱۴۰۳»,
  /// or else the first full date there. `nil` where there is none; a day without its year is none.
  public func dateline(of reading: Reading) -> Dateline? {
    let resolver = TimeResolver(anchor: nil, calendar: civilCalendar, direction: .unstated)
    var best: Dateline?
    forEachExpression(of: reading, in: reading.sentences.prefix(Self.datelineSentences)) { parsed, words in
      guard best?.evidence == nil || best?.evidence == .lead else { return }
      let resolved = resolver.resolve(parsed.meaning)
      guard let day = resolved.start, resolved.end == day, resolved.precision == .day, !resolved.isApproximate else {
        return
      }
      if isHeading(words, in: reading) {
        best = Dateline(date: day, words: words, evidence: .heading)
      } else if parsed.isToday {
        best = Dateline(date: day, words: words, evidence: .today)
      } else if best == nil {
        best = Dateline(date: day, words: words, evidence: .lead)
      }
    }
    return best
  }

  /// How many sentences a dateline is looked for in.
  private static let datelineSentences = 4

  /// Whether the words stand before the report: few words before them in their line, and behind them a dash, a colon, a
  /// bracket or the end of the line.
  private func isHeading(_ words: Range<Int>, in reading: Reading) -> Bool {
    var start = words.lowerBound
    while start > 0, !hasBreak(before: start, in: reading) { start -= 1 }
    guard words.lowerBound - start <= 5 else { return false }
    guard words.upperBound < reading.words.count, !hasBreak(before: words.upperBound, in: reading) else { return true }
    let next = reading.bytes[reading.words[words.upperBound].range]
    return ["-", "–", "—", ":", ")", "|", "/"].contains { next.elementsEqual($0.utf8) }
  }

  private func hasBreak(before index: Int, in reading: Reading) -> Bool {
    let gap = reading.words[index - 1].range.upperBound..<reading.words[index].range.lowerBound
    return reading.bytes[gap].contains(UInt8(ascii: "\n"))
  }

  private func forEachExpression(
    of reading: Reading, in sentences: ArraySlice<Range<Int>>, _ body: (TimeGrammar.Parsed, Range<Int>) -> Void
  ) {
    var tokenizer = TimeTokenizer(lexicon: lexicon, reading: reading)
    var tokens: [TimeToken] = []
    for sentence in sentences where tokenizer.tokenize(sentence, into: &tokens) {
      let grammar = TimeGrammar(tokens: tokens)
      var index = 0
      while index < tokens.count {
        if let parsed = grammar.expression(at: index), parsed.end > index {
          body(parsed, tokens[index].words.lowerBound..<tokens[parsed.end - 1].words.upperBound)
          index = parsed.end
        } else {
          index += 1
        }
      }
    }
  }
}
