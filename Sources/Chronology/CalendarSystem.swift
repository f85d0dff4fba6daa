/// The three calendars that Persian news counts in.
public enum CalendarSystem: String, Sendable, CaseIterable {
  /// میلادی.
  case gregorian
  /// خورشیدی، هجری شمسی: the civil calendar of Iran, and of Afghanistan until 2021 and in much of its news since.
  case solarHijri = "solar"
  /// قمری: the tabular (civil) form. The sighted moon can differ from it by a day or two.
  case lunarHijri = "lunar"
}

/// A date in one of the calendars.
public struct CalendarDate: Sendable, Hashable {
  /// The calendar.
  public var calendar: CalendarSystem
  /// The year of the calendar's era.
  public var year: Int
  /// The month, 1 to 12.
  public var month: Int
  /// The day of the month, from 1.
  public var day: Int

  /// Makes a date, whether or not the month has such a day; ``civil`` tells.
  public init(_ calendar: CalendarSystem, year: Int, month: Int, day: Int) {
    (self.calendar, self.year, self.month, self.day) = (calendar, year, month, day)
  }

  /// The same day, named in `calendar`.
  public init(_ civil: CivilDate, in calendar: CalendarSystem) {
    let date =
      switch calendar {
      case .gregorian: (civil.year, civil.month, civil.day)
      case .solarHijri: SolarHijri.date(ofDayNumber: civil.dayNumber)
      case .lunarHijri: LunarHijri.date(ofDayNumber: civil.dayNumber)
      }
    self.init(calendar, year: date.0, month: date.1, day: date.2)
  }

  /// The same day in the Gregorian calendar, or `nil` where there is no such day.
  public var civil: CivilDate? {
    guard CivilDate.years.contains(year), (1...12).contains(month), day >= 1,
      day <= calendar.length(ofMonth: month, year: year)
    else { return nil }
    return switch calendar {
    case .gregorian: CivilDate(year: year, month: month, day: day)
    case .solarHijri: CivilDate(dayNumber: SolarHijri.dayNumber(year: year, month: month, day: day))
    case .lunarHijri: CivilDate(dayNumber: LunarHijri.dayNumber(year: year, month: month, day: day))
    }
  }
}

extension CalendarSystem {
  /// How many days `month` (1 to 12) of `year`, one of ``CivilDate/years``, has.
  func length(ofMonth month: Int, year: Int) -> Int {
    switch self {
    case .gregorian: Gregorian.length(ofMonth: month, year: year)
    case .solarHijri: SolarHijri.length(ofMonth: month, year: year)
    case .lunarHijri: LunarHijri.length(ofMonth: month, year: year)
    }
  }

  /// The first and last day of a year, or `nil` outside ``CivilDate/years``.
  func days(ofYear year: Int) -> ClosedRange<CivilDate>? {
    days(fromMonth: 1, through: 12, year: year)
  }

  /// The first and last day of a month, or `nil` outside ``CivilDate/years``.
  func days(ofMonth month: Int, year: Int) -> ClosedRange<CivilDate>? {
    days(fromMonth: month, through: month, year: year)
  }

  /// From the first day of one month to the last of another (or the same) of one year.
  func days(fromMonth first: Int, through last: Int, year: Int) -> ClosedRange<CivilDate>? {
    guard CivilDate.years.contains(year), (1...12).contains(last),
      let start = CalendarDate(self, year: year, month: first, day: 1).civil,
      let end = CalendarDate(self, year: year, month: last, day: length(ofMonth: last, year: year)).civil, start <= end
    else { return nil }
    return start...end
  }

  /// The date `months` months after `date`, on the same day of the month or, where it is shorter, its last.
  func adding(months: Int, to date: CivilDate) -> CivilDate? {
    guard abs(months) < 120_000 else { return nil }
    let local = CalendarDate(date, in: self)
    let index = local.year * 12 + local.month - 1 + months
    let year = index.flooredQuotient(by: 12)
    let month = index - year * 12 + 1
    guard CivilDate.years.contains(year) else { return nil }
    return CalendarDate(self, year: year, month: month, day: min(local.day, length(ofMonth: month, year: year))).civil
  }
}

extension Int {
  /// The quotient, rounded towards minus infinity; `divisor` is positive.
  func flooredQuotient(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((-self + divisor - 1) / divisor)
  }

  /// The remainder of ``flooredQuotient(by:)``, never negative.
  func flooredRemainder(by divisor: Int) -> Int {
    self - flooredQuotient(by: divisor) * divisor
  }
}
