extension TimeGrammar {
  /// A number in digits or words.
  struct Number {
    var value: Int
    var end: Int
    var isOrdinal: Bool
    /// How many digits it is written in; 0 for words.
    var digits: Int
  }

  /// «۲۳», «بیست و سوم», «هزار و چهارصد و سه».
  func number(at start: Int) -> Number? {
    switch kind(start) {
    case .digits(let value, let count): return Number(value: value, end: start + 1, isOrdinal: false, digits: count)
    case .term(.ordinal(let value)): return Number(value: value, end: start + 1, isOrdinal: true, digits: 0)
    case .term(.cardinal(let value)): return words(from: value, at: start)
    default: return nil
    }
  }

  private func words(from first: Int, at start: Int) -> Number {
    var total = 0
    var current = first
    // What may still follow behind «و»: less than the last word's own scale.
    var limit = Self.scale(first)
    var index = start + 1
    if first == 1000 { (total, current) = (1000, 0) }
    while true {
      if term(index) == .cardinal(1000), total == 0, (1...9).contains(current) {
        (total, current, limit) = (current * 1000, 0, 1000)
        index += 1
        continue
      }
      guard isParticle(.and, index) else { break }
      if case .cardinal(let next) = term(index + 1), next < limit {
        current += next
        limit = Self.scale(next)
        index += 2
      } else if case .ordinal(let next) = term(index + 1), next < limit {
        return Number(value: total + current + next, end: index + 2, isOrdinal: true, digits: 0)
      } else {
        break
      }
    }
    return Number(value: total + current, end: index, isOrdinal: false, digits: 0)
  }

  private static func scale(_ number: Int) -> Int {
    number >= 1000 ? 1000 : number >= 100 ? 100 : number >= 20 ? 10 : 0
  }

  // MARK: Years

  /// «۱۴۰۳ خورشیدی», «هزار و چهارصد و سه»: a number that is a year where something else says so.
  func yearNumber(at start: Int) -> Parsed? {
    guard let number = number(at: start), !number.isOrdinal, (1...9999).contains(number.value),
      number.digits == 2 || number.digits == 4 || number.digits == 3 || (number.digits == 0 && number.value >= 20)
    else { return nil }
    var end = number.end
    let era = era(at: &end)
    // A year of one or two digits without era is one of this century's decades: «سال ۵۷», never «سال ۵».
    let digits = number.digits > 0 ? number.digits : String(number.value).utf8.count
    return Parsed(.year(.stated(number.value, digits: digits, era)), end: end)
  }

  /// The era behind a year; moves `index` behind it.
  func era(at index: inout Int) -> Era? {
    guard case .era(let era) = term(index) else { return nil }
    index += 1
    return era
  }

  /// A year without «سال»: with its era, or in «در ۲۰۲۳» where no counted thing follows.
  func bareYear(at start: Int) -> Parsed? {
    guard let parsed = yearNumber(at: start), case .year(.stated(let year, let digits, let era)) = parsed.meaning,
      digits == 4
    else { return nil }
    if era != nil { return parsed }
    guard isParticle(.in, start - 1), (1900...2100).contains(year) || (1300...1420).contains(year) else { return nil }
    switch kind(parsed.end) {
    case .other, .term(.measure), .term(.unit), .digits: return nil
    default: return parsed
    }
  }

  /// The year behind a month, season or feast: «۱۴۰۳», «سال ۱۴۰۳», «امسال», «سال گذشته», «گذشته».
  func yearReference(after start: Int, of calendar: CalendarSystem?) -> (reference: YearReference, end: Int) {
    var index = start
    let isNamed = isUnit(.year, index)
    if isNamed { index += 1 } else if isMark(",", index), case .digits(_, 4) = kind(index + 1) { index += 1 }
    if let year = yearNumber(at: index), case .year(.stated(let value, let digits, let era)) = year.meaning,
      isNamed || era != nil || (isYear(value, digits, of: calendar) && !isMeasured(year.end))
    {
      return (.stated(value, digits: digits, era), year.end)
    }
    switch term(index) {
    case .year(let offset) where !isNamed:
      index += 1
      let era = era(at: &index)
      return (.offset(offset, era?.calendar), index)
    case .turn(let turn):
      if isNamed, let offset = turn.offset {
        index += 1
        let era = era(at: &index)
        return (.offset(offset, era?.calendar), index)
      }
      if turn == .past { return (.toward(.past), index + 1) }
      if turn == .future { return (.toward(.future), index + 1) }
    default: break
    }
    return (.unstated, start)
  }

  /// Whether a number behind a month is its year by its size alone.
  private func isYear(_ value: Int, _ digits: Int, of calendar: CalendarSystem?) -> Bool {
    guard digits == 4 else { return digits == 2 && calendar == .solarHijri && (40...99).contains(value) }
    return switch calendar {
    case .solarHijri: (1200...1499).contains(value)
    case .gregorian: (1500...2199).contains(value)
    case .lunarHijri: (1200...1499).contains(value)
    case nil: (1200...2199).contains(value)
    }
  }

  func isMeasured(_ index: Int) -> Bool {
    switch term(index) {
    case .measure, .unit(.day, _), .unit(.hour, _): true
    default: false
    }
  }

  // MARK: The clock

  /// «ساعت ۱۴:۳۰», «ساعت ۹ و ۳۰ دقیقه صبح», «۱۰ صبح».
  func clockTime(at start: Int) -> (clock: ClockTime, end: Int)? {
    var index = start
    let isNamed = isUnit(.hour, index)
    if isNamed {
      // «۲۴ ساعت ۳ تن»: hours that are counted.
      if hasNumber(before: start) { return nil }
      index += 1
      while isParticle(.about, index) { index += 1 }
    }
    var time: ClockTime
    if case .clock(let shown) = kind(index) {
      time = shown
      index += 1
    } else {
      guard let hour = number(at: index), !hour.isOrdinal, let full = ClockTime(hour: hour.value, minute: 0),
        isNamed || hour.digits > 0, !isMeasured(hour.end), term(hour.end) != .unit(.minute, isPlural: false)
      else { return nil }
      time = full
      index = hour.end
      if isNamed { readMinutes(into: &time, at: &index) }
    }
    if case .dayPart(let part) = term(index) {
      if !isNamed, part == .night || part == .midnight, time.minute == 0 { return nil }
      time = time.moved(to: part)
      // The night of «ساعت ۸ شب گذشته» is also the day's name.
      if term(index + 1) != .turn(.past) { index += 1 }
    } else if !isNamed, case .digits = kind(start) {
      return nil
    }
    return (time, index)
  }

  /// Whether a number ends before `index`.
  func hasNumber(before index: Int) -> Bool {
    switch kind(index - 1) {
    case .digits, .term(.cardinal), .term(.few): true
    default: false
    }
  }

  private func readMinutes(into time: inout ClockTime, at index: inout Int) {
    guard isParticle(.and, index) else { return }
    if isParticle(.half, index + 1) {
      time = ClockTime(hour: time.hour, minute: 30) ?? time
      index += 2
    } else if let minutes = number(at: index + 1), isUnit(.minute, minutes.end),
      let full = ClockTime(hour: time.hour, minute: minutes.value)
    {
      time = full
      index = minutes.end + 1
    }
  }
}

extension Turn {
  /// How many units «… گذشته» is from the current one; `nil` for what does not turn a single unit of the calendar.
  var offset: Int? {
    switch self {
    case .past, .ago: -1
    case .current: 0
    case .future, .hence: 1
    case .recent, .after: nil
    }
  }
}

extension ClockTime {
  /// This time of a twelve-hour clock, in the half of the day that `part` is in.
  func moved(to part: DayPart) -> ClockTime {
    let hour: Int =
      switch part {
      case .morning: self.hour
      case .noon: self.hour < 4 ? self.hour + 12 : self.hour
      case .afternoon, .evening: self.hour < 12 ? self.hour + 12 : self.hour
      case .night, .midnight: (6...11).contains(self.hour) ? self.hour + 12 : self.hour % 12 == 0 ? 0 : self.hour
      }
    return ClockTime(hour: hour, minute: minute) ?? self
  }
}
