/// The grammar of time expressions, by recursive descent over the tokens of one sentence.
///
/// Each method that reads something takes the index of its first token and gives what was read with the index behind
/// it, or `nil`. Where several readings are possible they are tried in order, the longer first; nothing is taken back once
/// it was read.
struct TimeGrammar {
  /// Something that was read.
  struct Parsed {
    var meaning: TimeMeaning
    /// The index of the token behind it.
    var end: Int
    var clock: ClockTime?
    var isApproximate = false
    /// «امروز سه‌شنبه ۱۴ سرطان»: the date is the anchor's own.
    var isToday = false

    init(_ meaning: TimeMeaning, end: Int) {
      self.meaning = meaning
      self.end = end
    }

    func ending(at end: Int) -> Parsed {
      var copy = self
      copy.end = end
      return copy
    }
  }

  let tokens: [TimeToken]

  func kind(_ index: Int) -> TimeToken.Kind? { tokens.indices.contains(index) ? tokens[index].kind : nil }

  func term(_ index: Int) -> TimeTerm? {
    if case .term(let term) = kind(index) { term } else { nil }
  }

  func isParticle(_ particle: Particle, _ index: Int) -> Bool { term(index) == .particle(particle) }

  func isMark(_ character: Unicode.Scalar, _ index: Int) -> Bool {
    kind(index) == .mark(UInt8(ascii: character))
  }

  func isUnit(_ unit: TimeUnit, _ index: Int) -> Bool {
    if case .unit(unit, _) = term(index) { true } else { false }
  }

  // MARK: Expressions

  /// The expression that begins at `start`.
  func expression(at start: Int) -> Parsed? {
    // The preposition is not part of the expression.
    if isParticle(.in, start) { return nil }
    var index = start
    let isApproximate = isParticle(.about, index)
    if isApproximate { index += 1 }
    guard var first = timed(at: index) else { return nil }
    first.isApproximate = first.isApproximate || isApproximate
    return extended(first, from: start) ?? first
  }

  /// «از A تا B», «A تا B», «بین A و B», «از A تاکنون».
  private func extended(_ first: Parsed, from start: Int) -> Parsed? {
    if isParticle(.untilNow, first.end), isParticle(.from, start - 1) {
      return Parsed(.range(first.meaning, .day), end: first.end + 1)
    }
    let isBetween = isParticle(.between, start - 1) && isParticle(.and, first.end)
    guard isBetween || isParticle(.until, first.end) else { return nil }
    guard let (from, second) = end(of: first, at: first.end + 1) else { return nil }
    var whole = Parsed(.range(from, second.meaning), end: second.end)
    whole.clock = first.clock
    whole.isApproximate = first.isApproximate || second.isApproximate
    return whole
  }

  /// The second bound of a range, and the first, which may take its year or its era from the second.
  private func end(of first: Parsed, at index: Int) -> (TimeMeaning, Parsed)? {
    if case .year(.stated(let year, let digits, let era)) = first.meaning, let second = yearNumber(at: index),
      case .year(.stated(let lastYear, let lastDigits, let lastEra)) = second.meaning
    {
      return (
        .year(.stated(year, digits: digits, era ?? lastEra)),
        Parsed(.year(.stated(lastYear, digits: lastDigits, lastEra ?? era)), end: second.end)
      )
    }
    guard let second = timed(at: index) ?? weekdayName(at: index) else { return nil }
    return (first.meaning.takingYear(of: second.meaning), second)
  }

  /// A day or period with the times of day around it.
  private func timed(at start: Int) -> Parsed? {
    var index = start
    var clock: ClockTime?
    if let read = clockTime(at: index) {
      clock = read.clock
      index = read.end
    }
    if case .dayPart(let part) = term(index), !isTurn(index + 1) {
      index += 1
      if let time = clock { clock = time.moved(to: part) }
    }
    let afterClock = index
    if clock != nil, isMark(",", index) { index += 1 }
    while isParticle(.in, index) || isParticle(.about, index) { index += 1 }
    guard var parsed = core(at: index, hasDayPart: afterClock > start) else {
      guard let clock else { return nil }
      var alone = Parsed(.clock, end: afterClock)
      alone.clock = clock
      return alone
    }
    parsed.clock = clock
    return withTimeBehind(parsed)
  }

  private func isTurn(_ index: Int) -> Bool {
    if case .turn = term(index) { true } else { false }
  }

  /// «دوشنبه شب», «دیروز ساعت ۱۶».
  private func withTimeBehind(_ day: Parsed) -> Parsed {
    var parsed = day
    if case .dayPart(let part) = term(parsed.end) {
      parsed.end += 1
      parsed.clock = parsed.clock?.moved(to: part)
    }
    if parsed.clock == nil {
      var index = parsed.end
      while isMark(",", index) || isParticle(.about, index) || isParticle(.in, index) { index += 1 }
      if let read = clockTime(at: index) {
        parsed.clock = read.clock
        parsed.end = read.end
      }
    }
    return parsed
  }

  // MARK: What an expression is built around

  private func core(at index: Int, hasDayPart: Bool) -> Parsed? {
    switch kind(index) {
    case .digits, .clock: return counted(at: index) ?? date(at: index) ?? bareYear(at: index)
    case .numericDate(let year, let month, let day): return Parsed(.numericDate(year, month, day), end: index + 1)
    case .term(let term): return core(of: term, at: index, hasDayPart: hasDayPart)
    default: return nil
    }
  }

  private func core(of term: TimeTerm, at index: Int, hasDayPart: Bool) -> Parsed? {
    switch term {
    case .cardinal, .few: counted(at: index) ?? date(at: index) ?? bareYear(at: index)
    case .ordinal: date(at: index)
    case .month: monthName(at: index, hasEvidence: false)
    case .weekday(let day, let needsEvidence):
      weekday(day, at: index, hasEvidence: !needsEvidence || hasDayPart || isBoundOfRange(index))
    case .unit(let unit, let isPlural): isPlural ? plural(unit, at: index) : single(unit, at: index)
    case .day(let offset): day(offset, at: index)
    case .year(let offset): yearWord(offset, at: index)
    case .stretch(let stretch): part(stretch, at: index)
    case .season: season(at: index)
    case .dayPart(.night) where self.term(index + 1) == .turn(.past):
      // «شب گذشته».
      dayInApposition(.distance(.day, 1, .past), end: index + 2)
    case .vague(let time): Parsed(.vague(time), end: index + 1)
    case .feast(let calendar, let month, let day): feast(calendar, month, day, at: index)
    case .particle(.this): this(at: index)
    case .particle, .turn, .era, .dayPart, .measure, .noTime: nil
    }
  }

  private func isBoundOfRange(_ index: Int) -> Bool {
    guard isParticle(.from, index - 1), isParticle(.until, index + 1) else { return false }
    if case .weekday = term(index + 2) { return true }
    return false
  }

  /// «این هفته», «همین ماه»; «این سال» and «این روز» point back into the text.
  func this(at index: Int) -> Parsed? {
    switch term(index + 1) {
    case .unit(let unit, false):
      switch unit {
      case .week, .month:
        var end = index + 2
        let era = era(at: &end)
        return Parsed(.unit(unit, 0, era?.calendar), end: end)
      case .year, .day, .decade, .century: return Parsed(.elsewhere(unit), end: index + 2)
      // «این فصل» is a chapter as well.
      case .season, .hour, .minute: return nil
      }
    case .day(0): return day(0, at: index + 1)
    default: return nil
    }
  }
}

extension TimeMeaning {
  /// The anchor's own day.
  static var day: TimeMeaning { .distance(.day, 0, .past) }

  /// This bound of a range, with the year of the other where it has none: «از حمل تا جوزای ۱۴۰۳».
  func takingYear(of other: TimeMeaning) -> TimeMeaning {
    switch (self, other) {
    case (.day(let calendar, let month, let day, let last, .unstated), .day(let other, _, _, _, let year))
    where calendar == other:
      .day(calendar, month: month, day: day, lastDay: last, year)
    case (.month(let calendar, let month, .unstated), .month(let other, _, let year)) where calendar == other:
      .month(calendar, month, year)
    case (.season(let season, .unstated), .season(_, let year)): .season(season, year)
    default: self
    }
  }
}
