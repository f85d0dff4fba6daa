/// What a word or phrase of `language/times.rec` contributes to a time expression.
enum TimeTerm: Sendable, Hashable {
  /// A number word: 1 to 90, 100, 200 …, 1000.
  case cardinal(Int)
  case ordinal(Int)
  case month(CalendarSystem, Int, needsEvidence: Bool)
  case weekday(Weekday, needsEvidence: Bool)
  case unit(TimeUnit, isPlural: Bool)
  /// «دیروز»: days from the anchor.
  case day(Int)
  /// «پارسال»: years from the anchor's.
  case year(Int)
  case turn(Turn)
  case stretch(Stretch)
  /// 1 is spring.
  case season(Int)
  case era(Era)
  case dayPart(DayPart)
  case vague(VagueTime)
  /// «چند».
  case few
  /// What is counted, and so makes a number before it no year, day or hour: «نفر», «دالر».
  case measure
  case feast(CalendarSystem, month: Int, day: Int)
  case particle(Particle)
  /// A phrase that holds words of time and means none: «امام جمعه», «حمل و نقل».
  case noTime
}

/// What time is counted in.
enum TimeUnit: String, Sendable {
  case minute, hour, day, week, month, season, year, decade, century
}

/// The word that turns a unit to the past or the future.
enum Turn: String, Sendable {
  /// «گذشته».
  case past
  /// «پیش», «قبل»: so many units before now; with «از» behind it, before something else.
  case ago
  /// «اخیر».
  case recent
  /// «جاری».
  case current
  /// «آینده».
  case future
  /// «دیگر»: so many units from now.
  case hence
  /// «بعد»: after what was just told.
  case after
}

/// A part of a period.
enum Stretch: String, Sendable {
  case beginning, middle, end
}

/// The era a year is counted in, as it is written behind the year.
enum Era: String, Sendable {
  case gregorian, solar, lunar
  /// «هجری» alone.
  case hijri
  /// «پیش از میلاد»: recognised so that such a year is not taken for another.
  case beforeChrist = "before-christ"

  var calendar: CalendarSystem? { CalendarSystem(rawValue: rawValue) }
}

/// A part of the day; it tells which half an hour of the clock belongs to.
enum DayPart: String, Sendable {
  case morning, noon, afternoon, evening, night, midnight
}

/// Time without a bound.
enum VagueTime: String, Sendable {
  case past, present, future
}

/// The small words between the parts of an expression.
enum Particle: String, Sendable {
  case from, until, and, `in`, between, this, about, blessed, half
  /// «به», «که»: what may follow a year, but no counted thing.
  case link
  /// «میدان»: with it a day without a year is a name.
  case named
  /// «تاکنون».
  case untilNow = "until-now"
}
