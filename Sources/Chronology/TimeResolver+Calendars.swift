// What is told in calendars: days, months, seasons, years.

extension TimeResolver {
  // MARK: Years

  /// A year as written, and its calendar: by its era, by the calendar of the month it stands with, or by its size.
  /// `nil` where none of these tells.
  func year(_ value: Int, digits: Int, _ era: Era?, of calendar: CalendarSystem?) -> (CalendarSystem, Int)? {
    if digits <= 2 {
      switch era {
      case .lunar, .hijri: return (.lunarHijri, value)
      // «سال ۵۷»: two digits are left of a Solar Hijri year of the last century in the usage of Iran. Gregorian years
      // are cut short too seldom to be sure of the century.
      case .gregorian, .beforeChrist: return nil
      case .solar: return (.solarHijri, value + 1300)
      case nil: return calendar == .gregorian || calendar == .lunarHijri ? nil : (.solarHijri, value + 1300)
      }
    }
    if era == .beforeChrist { return nil }
    if let stated = era?.calendar { return (stated, value) }
    // Months of the moon are told with years of the sun as well: «محرم ۱۳۵۷».
    if calendar == .lunarHijri {
      return (value < 1200 ? .lunarHijri : plausibleCalendar(of: value, hijri: true) ?? .lunarHijri, value)
    }
    if let calendar, isPlausible(value, in: calendar) { return (calendar, value) }
    if calendar != nil { return nil }
    return plausibleCalendar(of: value, hijri: era == .hijri).map { ($0, value) }
  }

  private func isPlausible(_ year: Int, in calendar: CalendarSystem) -> Bool {
    calendar == .gregorian ? (1000...2300).contains(year) : (1...1550).contains(year)
  }

  /// By size: 1500 and above is Gregorian, 1200 to 1420 Solar Hijri. Between them it can be a Solar Hijri year to come or
  /// a Lunar Hijri year just past: then the day of writing decides.
  private func plausibleCalendar(of year: Int, hijri: Bool) -> CalendarSystem? {
    if hijri, year < 1200 { return .lunarHijri }
    if !hijri, (1500...2300).contains(year) { return .gregorian }
    if (1200...1420).contains(year) { return .solarHijri }
    guard (1421...1499).contains(year), let anchor else { return nil }
    if year <= CalendarDate(anchor, in: .solarHijri).year + 15 { return .solarHijri }
    return year <= CalendarDate(anchor, in: .lunarHijri).year + 1 ? .lunarHijri : nil
  }

  func resolveYear(_ reference: YearReference) -> Resolved {
    switch reference {
    case .stated(let value, let digits, let era):
      guard let (calendar, year) = year(value, digits: digits, era, of: nil) else {
        return Resolved(nil, .year, relative: false)
      }
      return Resolved(calendar.days(ofYear: year), .year, relative: false, approximate: calendar == .lunarHijri)
    case .offset(let offset, let calendar): return resolve(.unit(.year, offset, calendar))
    case .unstated, .toward: return Resolved(nil, .year, relative: true)
    }
  }

  /// «دهه ۱۹۹۰»; «دهه ۹۰» with its era only, since both 1390s and 1990s are called so.
  func resolveDecade(_ decade: Int, _ era: Era?) -> Resolved {
    let unknown = Resolved(nil, .decade, relative: false)
    let calendar: CalendarSystem
    let first: Int
    if decade >= 1000 {
      guard let found = year(decade, digits: 4, era, of: nil) else { return unknown }
      (calendar, first) = found
    } else {
      guard let stated = era?.calendar, stated != .lunarHijri, decade < 100 else { return unknown }
      (calendar, first) = (stated, decade + (stated == .gregorian ? 1900 : 1300))
    }
    guard let start = calendar.days(ofYear: first), let end = calendar.days(ofYear: first + 9) else { return unknown }
    return Resolved(start.lowerBound...end.upperBound, .decade, relative: false, approximate: calendar == .lunarHijri)
  }

  /// «قرن نوزدهم», «قرن هفتم هجری قمری».
  func resolveCentury(_ century: Int, _ era: Era?) -> Resolved {
    let unknown = Resolved(nil, .century, relative: false)
    // «قرن هفتم» is mostly of the Lunar Hijri era, «قرن نوزدهم» can only be Gregorian.
    guard let calendar = era == nil ? (century > 15 ? .gregorian : nil) : era?.calendar else { return unknown }
    guard let start = calendar.days(ofYear: (century - 1) * 100 + 1), let end = calendar.days(ofYear: century * 100)
    else { return unknown }
    return Resolved(start.lowerBound...end.upperBound, .century, relative: false, approximate: calendar == .lunarHijri)
  }

  // MARK: Days and months

  func resolveDay(
    _ calendar: CalendarSystem, _ month: Int, _ days: ClosedRange<Int>, _ year: YearReference
  ) -> Resolved {
    resolved(calendar, year, .day) { year in
      guard let start = CalendarDate(calendar, year: year, month: month, day: days.lowerBound).civil,
        let end = CalendarDate(calendar, year: year, month: month, day: days.upperBound).civil
      else { return nil }
      return start...end
    }
  }

  func resolveMonth(_ calendar: CalendarSystem, _ month: Int, _ year: YearReference) -> Resolved {
    resolved(calendar, year, .month) { calendar.days(ofMonth: month, year: $0) }
  }

  /// A quarter of the Solar Hijri year: spring is Farvardin to Khordad. A season of a Gregorian year is the one that
  /// begins in it; a winter can also be meant that ends in it, and is approximate.
  func resolveSeason(_ season: Int, _ year: YearReference) -> Resolved {
    var calendar = CalendarSystem.solarHijri
    var year = year
    if case .stated(let value, let digits, let era) = year {
      guard let (found, number) = self.year(value, digits: digits, era, of: nil), found != .lunarHijri else {
        return Resolved(nil, .season, relative: false)
      }
      calendar = found
      year = .stated(number, digits: 4, found == .gregorian ? .gregorian : .solar)
    } else if case .offset(_, let stated?) = year {
      calendar = stated
    }
    let isGregorian = calendar == .gregorian
    var result = resolved(calendar, year, .season) { year in
      CalendarSystem.solarHijri.days(
        fromMonth: season * 3 - 2, through: season * 3, year: isGregorian ? year - 621 : year)
    }
    if isGregorian, season == 4 { result.isApproximate = true }
    return result
  }

  /// The days that `days` gives for the year that is referred to.
  private func resolved(
    _ calendar: CalendarSystem, _ reference: YearReference, _ precision: TimeExpression.Precision,
    _ days: (Int) -> ClosedRange<CivilDate>?
  ) -> Resolved {
    let isLunar = calendar == .lunarHijri
    if case .stated(let value, let digits, let era) = reference {
      let found = year(value, digits: digits, era, of: calendar)
      guard let found, found.0 == calendar || isLunar || era == .hijri else {
        return Resolved(nil, precision, relative: false)
      }
      // «۱۰ محرم ۱۴۰۲» of a year in another calendar: the years of this one that it meets.
      let own = found.0 == calendar ? [found.1] : years(of: calendar, meeting: found)
      let known = own.compactMap(days).first { found.0 == calendar || year(found, holds: $0) }
      return Resolved(known, precision, relative: false, approximate: isLunar)
    }
    guard let anchor else { return Resolved(nil, precision, relative: true, approximate: isLunar) }
    let chosen: ClosedRange<CivilDate>?
    switch reference {
    case .stated, .unstated: chosen = nearest(in: calendar, to: anchor, direction, strictly: false, days)
    case .toward(let direction): chosen = nearest(in: calendar, to: anchor, direction, strictly: true, days)
    case .offset(let offset, let stated):
      let yearCalendar = stated ?? (calendar == .gregorian ? .gregorian : self.calendar)
      let found = (yearCalendar, CalendarDate(anchor, in: yearCalendar).year + offset)
      let own = yearCalendar == calendar ? [found.1] : years(of: calendar, meeting: found)
      chosen = own.compactMap(days).first { yearCalendar == calendar || year(found, holds: $0) }
    }
    return Resolved(chosen, precision, relative: true, approximate: isLunar)
  }

  private func years(of calendar: CalendarSystem, meeting year: (CalendarSystem, Int)) -> [Int] {
    guard let span = year.0.days(ofYear: year.1) else { return [] }
    let first = CalendarDate(span.lowerBound, in: calendar).year
    return Array(first...max(first, CalendarDate(span.upperBound, in: calendar).year))
  }

  private func year(_ year: (CalendarSystem, Int), holds days: ClosedRange<CivilDate>) -> Bool {
    year.0.days(ofYear: year.1)?.contains(days.lowerBound) ?? false
  }

  /// Of the days that recur every year, those nearest to the anchor, on the side that is asked for.
  private func nearest(
    in calendar: CalendarSystem, to anchor: CivilDate, _ direction: TimeDirection, strictly: Bool,
    _ days: (Int) -> ClosedRange<CivilDate>?
  ) -> ClosedRange<CivilDate>? {
    let year = CalendarDate(anchor, in: calendar).year
    var best: (distance: Int, days: ClosedRange<CivilDate>)?
    // Five years on each side, for the leap day.
    for candidate in (year - 5)...(year + 5) {
      guard let found = days(candidate) else { continue }
      let isPast = strictly ? found.upperBound < anchor : found.lowerBound <= anchor
      let isFuture = strictly ? found.lowerBound > anchor : found.upperBound >= anchor
      if direction == .past && !isPast || direction == .future && !isFuture { continue }
      let distance =
        found.contains(anchor)
        ? 0
        : min(abs(found.lowerBound.dayNumber - anchor.dayNumber), abs(found.upperBound.dayNumber - anchor.dayNumber))
      if distance < best?.distance ?? .max { best = (distance, found) }
    }
    return best?.days
  }

  func dayOfMonth(_ day: Int, _ offset: Int, _ calendar: CalendarSystem) -> Resolved {
    guard let month = resolve(.unit(.month, offset, calendar)).start else { return Resolved(nil, .day, relative: true) }
    let local = CalendarDate(month, in: calendar)
    let date = CalendarDate(calendar, year: local.year, month: local.month, day: day).civil
    return Resolved(date.map { $0...$0 }, .day, relative: true)
  }

  func numericDate(_ year: Int, _ month: Int, _ day: Int) -> Resolved {
    guard let (calendar, year) = self.year(year, digits: 4, nil, of: nil) else {
      return Resolved(nil, .day, relative: false)
    }
    let date = CalendarDate(calendar, year: year, month: month, day: day).civil
    return Resolved(date.map { $0...$0 }, .day, relative: false, approximate: calendar == .lunarHijri)
  }
}
