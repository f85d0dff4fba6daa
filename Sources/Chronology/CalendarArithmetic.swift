// Day numbers count from 1970-01-01. Callers keep years within `CivilDate.years`, so that nothing overflows.

/// The proleptic Gregorian calendar, after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
enum Gregorian {
  static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    // The year is taken to begin in March, so that the leap day is its last.
    let year = month <= 2 ? year - 1 : year
    let era = year.flooredQuotient(by: 400)
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  static func date(ofDayNumber number: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted.flooredQuotient(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

/// The Solar Hijri calendar.
///
/// The year begins at the midnight nearest to the vernal equinox, by noon at 52.5° E. Eight leap years in every 33 give
/// just that for 1178 to 1501 SH (1799 to 2123); Birashk's 2820-year cycle, often taken for the rule, fails already at
/// 1403/1404. Before and after, the rule can be a day away from the sky. The tests reckon the equinoxes and compare.
enum SolarHijri {
  static func isLeap(_ year: Int) -> Bool {
    (25 * year + 11).flooredRemainder(by: 33) < 8
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    month <= 6 ? 31 : month <= 11 ? 30 : isLeap(year) ? 30 : 29
  }

  /// The day before 1 Farvardin of the year 1.
  private static let epoch = -492_269

  private static func firstDay(ofYear year: Int) -> Int {
    epoch + 1 + 365 * (year - 1) + (8 * year + 21).flooredQuotient(by: 33)
  }

  static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    firstDay(ofYear: year) + (month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6) + day - 1
  }

  static func date(ofDayNumber number: Int) -> (year: Int, month: Int, day: Int) {
    var year = (33 * (number - epoch) + 3).flooredQuotient(by: 12_053) + 1
    while firstDay(ofYear: year) > number { year -= 1 }
    while firstDay(ofYear: year + 1) <= number { year += 1 }
    let dayOfYear = number - firstDay(ofYear: year)
    let month = dayOfYear < 186 ? dayOfYear / 31 + 1 : (dayOfYear - 6) / 30 + 1
    return (year, month, dayOfYear - (month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6) + 1)
  }
}

/// The tabular Lunar Hijri calendar: civil epoch (16 July 622, Julian), leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26
/// and 29 of each 30.
enum LunarHijri {
  static func isLeap(_ year: Int) -> Bool {
    (11 * year + 14).flooredRemainder(by: 30) < 11
  }

  static func length(ofMonth month: Int, year: Int) -> Int {
    month == 12 && isLeap(year) ? 30 : month.isMultiple(of: 2) ? 29 : 30
  }

  /// 1 Muharram of the year 1.
  private static let epoch = -492_148

  private static func firstDay(ofYear year: Int) -> Int {
    epoch + 354 * (year - 1) + (11 * year + 3).flooredQuotient(by: 30)
  }

  static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    firstDay(ofYear: year) + 29 * (month - 1) + month / 2 + day - 1
  }

  static func date(ofDayNumber number: Int) -> (year: Int, month: Int, day: Int) {
    var year = (30 * (number - epoch)).flooredQuotient(by: 10_631) + 1
    while firstDay(ofYear: year) > number { year -= 1 }
    while firstDay(ofYear: year + 1) <= number { year += 1 }
    var month = 1
    var day = number - firstDay(ofYear: year)
    while month < 12, day >= length(ofMonth: month, year: year) {
      day -= length(ofMonth: month, year: year)
      month += 1
    }
    return (year, month, day + 1)
  }
}
