/// What an expression says, before it is known when it was said.
indirect enum TimeMeaning: Sendable, Hashable {
  /// A day of a month, or the days from it to `lastDay` of the same month.
  case day(CalendarSystem, month: Int, day: Int, lastDay: Int, YearReference)
  /// «دهم ماه جاری»: a day of the month so many months from the anchor's.
  case dayOfMonth(Int, monthOffset: Int, CalendarSystem?)
  /// A date in digits; the calendar follows from the year.
  case numericDate(Int, Int, Int)
  case month(CalendarSystem, Int, YearReference)
  case season(Int, YearReference)
  case year(YearReference)
  /// The first year of the decade as written: 1990, or 90.
  case decade(Int, Era?)
  case century(Int, Era?)
  case weekday(Weekday, WeekdayReference)
  /// The calendar's unit so many units from the anchor's: «هفته گذشته».
  case unit(TimeUnit, Int, CalendarSystem?)
  /// So many units from the anchor: «سه روز پیش». `nil` is «چند».
  case distance(TimeUnit, Int?, TimeDirection)
  /// The units up to or from the anchor: «طی سه روز گذشته».
  case span(TimeUnit, Int?, TimeDirection)
  case stretch(Stretch, TimeMeaning)
  /// Part `index` of a period that is cut into parts of `months` months, or into halves where `months` is 0.
  case portion(index: Int, months: Int, TimeMeaning)
  case range(TimeMeaning, TimeMeaning)
  case vague(VagueTime)
  /// Relative to something that was told: «روز بعد», «سه ماه پیش از سفر».
  case elsewhere(TimeUnit)
  /// A time of day alone.
  case clock
}

/// How an expression tells its year.
enum YearReference: Sendable, Hashable {
  case unstated
  /// The number as written, with how many digits it has.
  case stated(Int, digits: Int, Era?)
  /// Years from the anchor's, in this calendar.
  case offset(Int, CalendarSystem?)
  /// «جولای گذشته»: the nearest on that side.
  case toward(TimeDirection)
}

/// How an expression tells which of the days of its name it means.
enum WeekdayReference: Sendable, Hashable {
  case unstated
  /// «دوشنبه گذشته», «دوشنبه آینده»: strictly before or after the anchor.
  case toward(TimeDirection)
  /// «دوشنبه هفته گذشته»: weeks from the anchor's.
  case week(Int)
  /// «دوشنبه بعد»: relative to what was told.
  case elsewhere
}
