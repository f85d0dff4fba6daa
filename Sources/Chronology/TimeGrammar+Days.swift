extension TimeGrammar {
  // MARK: Weekdays

  /// A weekday with what says which one; without evidence, only where something behind it gives some.
  func weekday(_ day: Weekday, at index: Int, hasEvidence: Bool) -> Parsed? {
    var end = index + 1
    if let date = appositeDate(at: end) { return date }
    if case .dayPart = term(end) {
      end += 1
      if let date = appositeDate(at: end) { return date }
    }
    switch term(end) {
    // «روز شنبه پیش از سفر», «جمعه پس از دیدار»: the turn belongs to what follows.
    case .turn(.ago) where isParticle(.from, end + 1), .turn(.after) where isParticle(.from, end + 1): break
    case .turn(let turn):
      switch turn {
      case .past, .ago: return dayInApposition(.weekday(day, .toward(.past)), end: end + 1)
      case .future, .hence: return dayInApposition(.weekday(day, .toward(.future)), end: end + 1)
      case .after: return Parsed(.weekday(day, .elsewhere), end: end + 1)
      case .recent, .current: return Parsed(.weekday(day, .unstated), end: end + 1)
      }
    case .unit(.week, false):
      if case .turn(let turn) = term(end + 1), let offset = turn.offset {
        return dayInApposition(.weekday(day, .week(offset)), end: end + 2)
      }
    case .particle(.this):
      if isUnit(.week, end + 1) { return dayInApposition(.weekday(day, .week(0)), end: end + 2) }
    default: break
    }
    let hasTimeBehind = end > index + 1 || (isUnit(.hour, end) && clockTime(at: end) != nil)
    return hasEvidence || hasTimeBehind ? Parsed(.weekday(day, .unstated), end: end) : nil
  }

  /// A weekday's bare name, where a range asks for one.
  func weekdayName(at index: Int) -> Parsed? {
    guard case .weekday(let day, _) = term(index) else { return nil }
    return weekday(day, at: index, hasEvidence: true)
  }

  /// «امروز», with the weekday or date that names it again.
  func day(_ offset: Int, at index: Int) -> Parsed {
    var parsed = dayInApposition(.distance(.day, abs(offset), offset < 0 ? .past : .future), end: index + 1)
    parsed.isToday = offset == 0
    return parsed
  }

  /// A day, or the date that is told behind it: «امروز (سه‌شنبه ۱۹ خرداد)», «روز گذشته، ۱۴ سرطان».
  func dayInApposition(_ meaning: TimeMeaning, end: Int) -> Parsed {
    var index = end
    let day = Parsed(meaning, end: end)
    if case .dayPart = term(index) { index += 1 }
    if let date = appositeDate(at: index) { return date }
    let isOpen = isMark("(", index)
    if isOpen || isMark(",", index) { index += 1 }
    if isUnit(.day, index) { index += 1 }
    guard case .weekday = term(index) else { return day }
    index += 1
    if let date = appositeDate(at: index) {
      return date.ending(at: date.end + (isOpen && isMark(")", date.end) ? 1 : 0))
    }
    if isOpen { return isMark(")", index) ? day.ending(at: index + 1) : day }
    return day.ending(at: index)
  }

  /// A date directly behind a day's name, behind a comma, or in brackets.
  private func appositeDate(at start: Int) -> Parsed? {
    var index = start
    let isOpen = isMark("(", index)
    if isOpen || isMark(",", index) { index += 1 }
    while isParticle(.in, index) || isUnit(.day, index) { index += 1 }
    let parsed: Parsed?
    if case .numericDate(let year, let month, let day) = kind(index) {
      parsed = Parsed(.numericDate(year, month, day), end: index + 1)
    } else {
      parsed = date(at: index)
    }
    guard let date = parsed else { return nil }
    return isOpen && isMark(")", date.end) ? date.ending(at: date.end + 1) : date
  }

  // MARK: Days of a month

  /// «۱۴ سرطان ۱۴۰۳», «بیست و سوم حمل», «۱۰ تا ۱۵ اسد», «دهم ماه جاری».
  func date(at start: Int) -> Parsed? {
    guard let first = number(at: start), (1...31).contains(first.value) else { return nil }
    var index = first.end
    var last = first.value
    if isParticle(.until, index) || isParticle(.and, index) || isMark("-", index),
      let second = number(at: index + 1), second.value > first.value, second.value <= 31,
      isParticle(.until, index) || isMark("-", index) || second.value == first.value + 1,
      monthBehind(second.end) != nil
    {
      last = second.value
      index = second.end
    }
    if let turned = dayOfTurnedMonth(first, at: index) { return turned }
    guard let (calendar, month, isAmbiguous, end) = monthBehind(index) else { return listedDay(first) }
    let year = yearReference(after: end, of: calendar)
    if year.reference == .unstated, isParticle(.named, start - 1) { return nil }
    // «دو تیر»: a number word before what may be no month is not enough.
    let isPlainWord = first.digits == 0 && !first.isOrdinal && first.value < 10 && last == first.value
    if isAmbiguous, isPlainWord, year.reference == .unstated, !isUnit(.day, start - 1) { return nil }
    let meaning = TimeMeaning.day(calendar, month: month, day: first.value, lastDay: last, year.reference)
    return withOtherCalendar(Parsed(meaning, end: year.end))
  }

  /// The first of «۲۶ و ۲۸ سنبله».
  private func listedDay(_ first: Number) -> Parsed? {
    guard isParticle(.and, first.end), let second = number(at: first.end + 1), (1...31).contains(second.value),
      let (calendar, month, _, end) = monthBehind(second.end)
    else { return nil }
    let year = yearReference(after: end, of: calendar).reference
    return Parsed(.day(calendar, month: month, day: first.value, lastDay: first.value, year), end: first.end)
  }

  /// «۱۴ سرطان (۴ جولای)»: the same day told again in brackets.
  private func withOtherCalendar(_ date: Parsed) -> Parsed {
    var index = date.end
    guard isMark("(", index) else { return date }
    index += 1
    while isParticle(.in, index) { index += 1 }
    guard let number = number(at: index), let (calendar, _, _, end) = monthBehind(number.end) else { return date }
    let year = yearReference(after: end, of: calendar)
    return isMark(")", year.end) ? date.ending(at: year.end + 1) : date
  }

  /// The month at `index`, with or without «ماه» before it and «ماه» behind it.
  func monthBehind(_ start: Int) -> (CalendarSystem, month: Int, isAmbiguous: Bool, end: Int)? {
    var index = start
    let isNamed = isUnit(.month, index)
    if isNamed { index += 1 }
    if isNamed, isParticle(.blessed, index) { index += 1 }
    guard case .month(let calendar, let month, let needsEvidence) = term(index) else { return nil }
    let isNamedBehind = isUnit(.month, index + 1)
    return (calendar, month, needsEvidence && !isNamed && !isNamedBehind, index + (isNamedBehind ? 2 : 1))
  }

  /// «اول ماه آینده», «دهم ماه جاری میلادی».
  private func dayOfTurnedMonth(_ day: Number, at index: Int) -> Parsed? {
    guard isUnit(.month, index), day.isOrdinal || isUnit(.day, index - 2) else { return nil }
    guard case .turn(let turn) = term(index + 1), let offset = turn.offset else { return nil }
    var end = index + 2
    let era = era(at: &end)
    return Parsed(.dayOfMonth(day.value, monthOffset: offset, era?.calendar), end: end)
  }

  /// «نوروز ۱۴۰۳», «در نوروز», «روز عید فطر»; a feast's name alone is more often the feast than its day.
  func feast(_ calendar: CalendarSystem, _ month: Int, _ day: Int, at index: Int) -> Parsed? {
    let year = yearReference(after: index + 1, of: calendar == .solarHijri ? calendar : nil)
    let isDated = isUnit(.day, index - 1) || (calendar == .solarHijri && isParticle(.in, index - 1))
    guard year.reference != .unstated || isDated else { return nil }
    return Parsed(.day(calendar, month: month, day: day, lastDay: day, year.reference), end: year.end)
  }
}
