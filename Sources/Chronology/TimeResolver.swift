/// Turns what an expression says into days.
struct TimeResolver {
  /// The days of an expression, as far as they are known.
  struct Resolved {
    var start: CivilDate?
    var end: CivilDate?
    var precision: TimeExpression.Precision
    var isRelative: Bool
    var isApproximate = false

    init(
      _ days: ClosedRange<CivilDate>?, _ precision: TimeExpression.Precision, relative: Bool, approximate: Bool = false
    ) {
      (start, end) = (days?.lowerBound, days?.upperBound)
      (self.precision, isRelative, isApproximate) = (precision, relative, approximate)
    }

    var days: ClosedRange<CivilDate>? {
      guard let start, let end, start <= end else { return nil }
      return start...end
    }
  }

  /// The day of writing, where it is known.
  let anchor: CivilDate?
  /// The calendar of «ماه گذشته» and «امسال» where none is said.
  let calendar: CalendarSystem
  let direction: TimeDirection

  func resolve(_ meaning: TimeMeaning) -> Resolved {
    switch meaning {
    case .day(let calendar, let month, let day, let last, let year):
      resolveDay(calendar, month, day...max(day, last), year)
    case .dayOfMonth(let day, let offset, let calendar): dayOfMonth(day, offset, calendar ?? self.calendar)
    case .numericDate(let year, let month, let day): numericDate(year, month, day)
    case .month(let calendar, let month, let year): resolveMonth(calendar, month, year)
    case .season(let season, let year): resolveSeason(season, year)
    case .year(let reference): resolveYear(reference)
    case .decade(let decade, let era): resolveDecade(decade, era)
    case .century(let century, let era): resolveCentury(century, era)
    case .weekday(let day, let reference): Resolved(weekday(day, reference, around: anchor), .day, relative: true)
    case .unit(let unit, let offset, let calendar):
      Resolved(period(unit, offset, calendar ?? self.calendar), unit.precision, relative: true)
    case .distance(let unit, let count, let direction): distance(unit, count, direction)
    case .span(let unit, let count, let direction): span(unit, count, direction)
    case .stretch(let stretch, let whole): resolveStretch(stretch, whole)
    case .portion(let index, let months, let whole): portion(index, months, whole)
    case .range(let first, let last): range(first, last)
    case .vague(let time): vague(time)
    case .elsewhere(let unit): Resolved(nil, unit.precision, relative: true)
    case .clock: Resolved(nil, .day, relative: true)
    }
  }

  // MARK: Relative to the anchor

  /// A weekday; without more the last one, or where the caller knows of the future the next, the anchor's own included.
  func weekday(_ day: Weekday, _ reference: WeekdayReference, around anchor: CivilDate?) -> ClosedRange<CivilDate>? {
    guard let anchor else { return nil }
    let back = (anchor.weekday.rawValue - day.rawValue + 7) % 7
    let days: Int
    switch reference {
    case .elsewhere: return nil
    case .unstated: days = direction == .future ? (7 - back) % 7 : -back
    case .toward(.future): days = 7 - back
    case .toward: days = back == 0 ? -7 : -back
    case .week(let offset): days = 7 * offset + day.rawValue - anchor.weekday.rawValue
    }
    return anchor.adding(days: days).map { $0...$0 }
  }

  /// The week, month, year … so many from the anchor's. Weeks begin on Saturday.
  private func period(_ unit: TimeUnit, _ offset: Int, _ calendar: CalendarSystem) -> ClosedRange<CivilDate>? {
    guard let anchor, abs(offset) < 10_000 else { return nil }
    let local = CalendarDate(anchor, in: calendar)
    switch unit {
    case .minute, .hour, .day: return anchor.adding(days: offset).map { $0...$0 }
    case .week:
      guard let start = anchor.adding(days: 7 * offset - anchor.weekday.rawValue), let end = start.adding(days: 6)
      else { return nil }
      return start...end
    case .month:
      let index = local.year * 12 + local.month - 1 + offset
      let year = index.flooredQuotient(by: 12)
      return calendar.days(ofMonth: index - year * 12 + 1, year: year)
    case .year: return calendar.days(ofYear: local.year + offset)
    // «دهه گذشته» can be the last ten years or the decade before this one; «فصل گذشته» is mostly of sports.
    case .season, .decade, .century: return nil
    }
  }

  /// «سه ماه پیش»: the unit of the calendar that lies so far away, never finer.
  private func distance(_ unit: TimeUnit, _ count: Int?, _ direction: TimeDirection) -> Resolved {
    let sign = direction == .future ? 1 : -1
    guard let count else { return open(direction, unit.precision) }
    switch unit {
    case .minute, .hour:
      let days = anchor.flatMap { anchor in
        anchor.adding(days: sign * (count / (unit == .hour ? 24 : 1440))).map { $0...$0 }
      }
      return Resolved(days, .day, relative: true, approximate: true)
    case .day, .week, .month, .year:
      return Resolved(period(unit, sign * count, calendar), unit.precision, relative: true)
    case .decade:
      // «دو دهه پیش»: the ten years around.
      guard count < 1000, let first = period(.year, sign * count * 10 - 5, calendar),
        let last = period(.year, sign * count * 10 + 5, calendar)
      else { return Resolved(nil, .decade, relative: true, approximate: true) }
      return Resolved(first.lowerBound...last.upperBound, .decade, relative: true, approximate: true)
    case .season, .century: return Resolved(nil, unit.precision, relative: true, approximate: true)
    }
  }

  /// «طی سه ماه گذشته»: from so far away to the anchor.
  private func span(_ unit: TimeUnit, _ count: Int?, _ direction: TimeDirection) -> Resolved {
    let sign = direction == .future ? 1 : -1
    guard let count, let anchor, count < 10_000 else { return open(direction, unit.precision) }
    let far: CivilDate? =
      switch unit {
      case .minute: anchor.adding(days: sign * ((count + 1439) / 1440))
      case .hour: anchor.adding(days: sign * ((count + 23) / 24))
      case .day: anchor.adding(days: sign * count)
      case .week: anchor.adding(days: sign * 7 * count)
      case .month: calendar.adding(months: sign * count, to: anchor)
      case .season: nil
      case .year: calendar.adding(months: sign * 12 * count, to: anchor)
      case .decade: calendar.adding(months: sign * 120 * count, to: anchor)
      case .century: calendar.adding(months: sign * 1200 * count, to: anchor)
      }
    return Resolved(far.map { min($0, anchor)...max($0, anchor) }, unit.precision, relative: true)
  }

  /// An interval of which only the anchor's end is known.
  private func open(_ direction: TimeDirection, _ precision: TimeExpression.Precision) -> Resolved {
    var resolved = Resolved(nil, precision, relative: true, approximate: true)
    if direction == .future { resolved.start = anchor } else { resolved.end = anchor }
    return resolved
  }

  private func vague(_ time: VagueTime) -> Resolved {
    switch time {
    case .past: open(.past, .vague)
    case .future: open(.future, .vague)
    case .present: Resolved(nil, .vague, relative: true, approximate: true)
    }
  }

  // MARK: Parts and ranges

  /// The first, middle or last third of a period, which is a reading of «اوایل», not what it says: approximate.
  private func resolveStretch(_ stretch: Stretch, _ meaning: TimeMeaning) -> Resolved {
    let whole = resolve(meaning)
    var part = Resolved(nil, .vague, relative: whole.isRelative, approximate: true)
    guard let days = whole.days else { return part }
    let third: ClosedRange<CivilDate>?
    if case .unit(.week, _, _) = meaning, stretch == .end {
      // «آخر هفته»: Thursday and Friday.
      third = days.upperBound.adding(days: -1).map { $0...days.upperBound }
    } else {
      third = self.third(stretch.index, of: days, whole.precision)
    }
    (part.start, part.end) = (third?.lowerBound, third?.upperBound)
    return part
  }

  /// A third of a period, 0 to 2: four months of a year, the years 0–2, 3–6 and 7–9 of a decade, else as many days each.
  private func third(
    _ index: Int, of days: ClosedRange<CivilDate>, _ precision: TimeExpression.Precision
  ) -> ClosedRange<CivilDate>? {
    if precision == .year, let calendar = CalendarSystem.allCases.first(where: { $0.isYear(days) }) {
      let year = CalendarDate(days.lowerBound, in: calendar).year
      return calendar.days(fromMonth: 4 * index + 1, through: 4 * index + 4, year: year)
    }
    if precision == .decade, let calendar = CalendarSystem.allCases.first(where: { $0.beginsYear(days.lowerBound) }) {
      let year = CalendarDate(days.lowerBound, in: calendar).year
      let cuts = [0, 3, 7, 10]
      guard let first = calendar.days(ofYear: year + cuts[index]),
        let last = calendar.days(ofYear: year + cuts[index + 1] - 1)
      else { return nil }
      return first.lowerBound...last.upperBound
    }
    let count = days.upperBound.dayNumber - days.lowerBound.dayNumber + 1
    guard let first = days.lowerBound.adding(days: count * index / 3),
      let last = days.lowerBound.adding(days: count * (index + 1) / 3 - 1), first <= last
    else { return nil }
    return first...last
  }

  /// «نیمه دوم سال ۱۴۰۲», «سه ماه نخست سال جاری».
  private func portion(_ index: Int, _ months: Int, _ meaning: TimeMeaning) -> Resolved {
    let whole = resolve(meaning)
    var part = Resolved(nil, months == 0 && whole.precision < .year ? .vague : .month, relative: whole.isRelative)
    guard let days = whole.days else { return part }
    if whole.precision == .year, let calendar = CalendarSystem.allCases.first(where: { $0.isYear(days) }) {
      let length = months == 0 ? 6 : months
      let first = (index - 1) * length + 1
      guard first >= 1, first + length - 1 <= 12 else { return part }
      let year = CalendarDate(days.lowerBound, in: calendar).year
      let bounds = calendar.days(fromMonth: first, through: first + length - 1, year: year)
      (part.start, part.end) = (bounds?.lowerBound, bounds?.upperBound)
    } else if months == 0 {
      let half = (days.upperBound.dayNumber - days.lowerBound.dayNumber + 1) / 2
      part.isApproximate = true
      part.start = index == 1 ? days.lowerBound : days.lowerBound.adding(days: half)
      part.end = index == 1 ? days.lowerBound.adding(days: half - 1) : days.upperBound
    }
    return part
  }

  private func range(_ first: TimeMeaning, _ last: TimeMeaning) -> Resolved {
    let to = resolve(last)
    var from = resolve(first)
    if case .weekday(let day, .unstated) = first, case .weekday = last, let end = to.start {
      // «از دوشنبه تا چهارشنبه»: the Monday before that Wednesday.
      let back = (end.weekday.rawValue - day.rawValue + 7) % 7
      from.start = end.adding(days: -back)
    }
    var whole = Resolved(
      nil, max(from.precision, to.precision), relative: from.isRelative || to.isRelative,
      approximate: from.isApproximate || to.isApproximate)
    if let start = from.start, let end = to.end, start > end { return whole }
    (whole.start, whole.end) = (from.start, to.end)
    if case .distance(.day, 0, _) = last { whole.precision = from.precision }
    return whole
  }
}

extension Stretch {
  fileprivate var index: Int {
    switch self {
    case .beginning: 0
    case .middle: 1
    case .end: 2
    }
  }
}

extension TimeUnit {
  /// How exact a day is that is told in this unit.
  var precision: TimeExpression.Precision {
    switch self {
    case .minute, .hour, .day: .day
    case .week: .week
    case .month: .month
    case .season: .season
    case .year: .year
    case .decade: .decade
    case .century: .century
    }
  }
}

extension CalendarSystem {
  /// Whether the days are just one year of this calendar.
  fileprivate func isYear(_ days: ClosedRange<CivilDate>) -> Bool {
    self.days(ofYear: CalendarDate(days.lowerBound, in: self).year) == days
  }

  fileprivate func beginsYear(_ day: CivilDate) -> Bool {
    let local = CalendarDate(day, in: self)
    return local.month == 1 && local.day == 1
  }
}
