extension TimeGrammar {
  // MARK: Months and seasons

  /// «حمل ۱۴۰۳», «مارس گذشته», «در جنوری»; a name with another meaning needs a year or «ماه».
  func monthName(at index: Int, hasEvidence: Bool) -> Parsed? {
    guard let (calendar, month, isAmbiguous, end) = monthBehind(index) else { return nil }
    let year = yearReference(after: end, of: calendar)
    // «حوادث ۱۱ سپتامبر», «۳۵ حمل»: what did not make a day does not make a month.
    if year.reference == .unstated, !hasEvidence, number(at: index - 1) != nil { return nil }
    if isAmbiguous, !hasEvidence {
      switch year.reference {
      case .unstated, .toward: return nil
      case .stated, .offset: break
      }
    }
    return Parsed(.month(calendar, month, year.reference), end: year.end)
  }

  /// «تابستان ۱۴۰۰», «فصل زمستان», «بهار گذشته».
  func season(at index: Int) -> Parsed? {
    guard case .season(let season) = term(index) else { return nil }
    let year = yearReference(after: index + 1, of: nil)
    guard year.reference != .unstated else { return nil }
    return Parsed(.season(season, year.reference), end: year.end)
  }

  // MARK: Units

  /// An expression that begins with «روز», «هفته», «ماه», «سال» …
  func single(_ unit: TimeUnit, at index: Int) -> Parsed? {
    if hasNumber(before: index) { return nil }
    if let turned = turned(unit, at: index) { return turned }
    let next = index + 1
    switch unit {
    case .day: return namedDay(at: next)
    case .month: return monthName(at: index, hasEvidence: true)
    case .season: return season(at: next)
    case .year: return year(at: next)
    case .decade: return decade(at: next)
    case .century: return century(at: next)
    case .week, .hour, .minute: return nil
    }
  }

  /// «روز دوشنبه», «روز ۱۴ سرطان», «روز سه‌شنبه (۱۴ سرطان)».
  private func namedDay(at index: Int) -> Parsed? {
    switch kind(index) {
    case .term(.weekday(let day, _)): return weekday(day, at: index, hasEvidence: true)
    case .numericDate(let year, let month, let day): return Parsed(.numericDate(year, month, day), end: index + 1)
    case .term(.feast(let calendar, let month, let day)): return feast(calendar, month, day, at: index)
    default: return date(at: index)
    }
  }

  /// «سال ۱۴۰۳», but not «سال ۵».
  private func year(at index: Int) -> Parsed? {
    guard let parsed = yearNumber(at: index), case .year(.stated(let year, let digits, let era)) = parsed.meaning,
      era != nil || digits == 4 || (digits == 2 && year >= 30)
    else { return nil }
    return parsed
  }

  /// «امسال», «سال‌جاری میلادی».
  func yearWord(_ offset: Int, at index: Int) -> Parsed {
    var end = index + 1
    let era = era(at: &end)
    return Parsed(.unit(.year, offset, era?.calendar), end: end)
  }

  /// «هفته گذشته», «ماه جاری میلادی», «روز بعد».
  private func turned(_ unit: TimeUnit, at index: Int) -> Parsed? {
    guard case .turn(let turn) = term(index + 1) else { return nil }
    var end = index + 2
    // «روز دیگر» without a number is some other day.
    if turn == .after || turn == .hence || (turn == .ago && isParticle(.from, end)) {
      return Parsed(.elsewhere(unit), end: end)
    }
    guard let offset = turn.offset else {
      // «هفته اخیر».
      return Parsed(.span(unit, 1, .past), end: end)
    }
    let era = era(at: &end)
    switch unit {
    case .day:
      if turn == .ago { return Parsed(.elsewhere(.day), end: end) }
      return dayInApposition(.distance(.day, abs(offset), offset < 0 ? .past : .future), end: end)
    case .week, .month, .year: return Parsed(.unit(unit, offset, era?.calendar), end: end)
    case .decade, .century: return Parsed(.unit(unit, offset, era?.calendar), end: end)
    case .hour: return turn == .past ? Parsed(.span(.hour, 1, .past), end: end) : nil
    case .minute, .season: return nil
    }
  }

  /// «روزهای گذشته», «سال‌های ۱۳۹۰ تا ۱۴۰۰», «روزهای شنبه و یکشنبه».
  func plural(_ unit: TimeUnit, at index: Int) -> Parsed? {
    if case .turn(let turn) = term(index + 1) { return turnedCount(nil, unit, turn, end: index + 2) }
    switch unit {
    case .day:
      guard let first = namedDay(at: index + 1) else { return nil }
      return consecutive(first) { namedDay(at: $0) }
    case .month:
      guard let first = monthName(at: index + 1, hasEvidence: true) else { return nil }
      return consecutive(first) { monthName(at: $0, hasEvidence: true) }
    case .year:
      if isUnit(.decade, index + 1) { return single(.decade, at: index + 1) }
      guard let first = year(at: index + 1) else { return nil }
      return consecutive(first) { year(at: $0) }
    case .decade: return decade(at: index + 1)
    case .minute, .hour, .week, .season, .century: return nil
    }
  }

  /// «A و B» of a plural where B follows on A: one interval. Elsewhere B stays for itself.
  private func consecutive(_ first: Parsed, _ next: (Int) -> Parsed?) -> Parsed {
    guard isParticle(.and, first.end), let second = next(first.end + 1) else { return first }
    let from = first.meaning.takingYear(of: second.meaning)
    return from.isFollowed(by: second.meaning) ? Parsed(.range(from, second.meaning), end: second.end) : first
  }

  /// «دهه ۱۹۹۰», «دهه نود خورشیدی».
  private func decade(at index: Int) -> Parsed? {
    guard let number = number(at: index), !number.isOrdinal, number.value.isMultiple(of: 10),
      (10...9990).contains(number.value), !isMeasured(number.end)
    else { return nil }
    var end = number.end
    let era = era(at: &end)
    return Parsed(.decade(number.value, era), end: end)
  }

  /// «قرن نوزدهم», «قرن ۲۰ میلادی».
  private func century(at index: Int) -> Parsed? {
    guard let number = number(at: index), (1...30).contains(number.value) else { return nil }
    var end = number.end
    let era = era(at: &end)
    return Parsed(.century(number.value, era), end: end)
  }

  // MARK: Counts

  /// «سه روز پیش», «۲۴ ساعت گذشته», «چند هفته آینده», «سه ماه نخست سال ۱۴۰۳».
  func counted(at start: Int) -> Parsed? {
    var count: Int?
    var index = start + 1
    if term(start) != .few {
      guard let number = number(at: start), !number.isOrdinal, (1...9999).contains(number.value) else { return nil }
      count = number.value
      index = number.end
    }
    guard case .unit(let unit, _) = term(index) else { return nil }
    if case .turn(let turn) = term(index + 1) { return turnedCount(count, unit, turn, end: index + 2) }
    if unit == .month, let months = count, case .ordinal(let part) = term(index + 1), (1...11).contains(months),
      let whole = period(at: index + 2)
    {
      return Parsed(.portion(index: part, months: months, whole.meaning), end: whole.end)
    }
    return nil
  }

  private func turnedCount(_ count: Int?, _ unit: TimeUnit, _ turn: Turn, end: Int) -> Parsed? {
    switch turn {
    case .past, .recent: Parsed(.span(unit, count, .past), end: end)
    case .future: Parsed(.span(unit, count, .future), end: end)
    case .ago: Parsed(isParticle(.from, end) ? .elsewhere(unit) : .distance(unit, count, .past), end: end)
    case .hence: Parsed(.distance(unit, count, .future), end: end)
    case .after: Parsed(.elsewhere(unit), end: end)
    case .current: nil
    }
  }

  // MARK: Parts

  /// «اواخر سال ۲۰۲۳», «اوایل ماه جاری», «نیمه دوم سال», «آخر هفته».
  func part(_ stretch: Stretch, at index: Int) -> Parsed? {
    if stretch == .middle, case .ordinal(let half) = term(index + 1), half <= 2 {
      guard let whole = period(at: index + 2) else { return nil }
      return Parsed(.portion(index: half, months: 0, whole.meaning), end: whole.end)
    }
    guard let whole = period(at: index + 1) else { return nil }
    return Parsed(.stretch(stretch, whole.meaning), end: whole.end)
  }

  /// A week, month, season, year, decade or century, such as has a beginning and an end.
  private func period(at index: Int) -> Parsed? {
    switch term(index) {
    case .month: return monthName(at: index, hasEvidence: true)
    case .year(let offset): return yearWord(offset, at: index)
    case .season: return season(at: index)
    case .particle(.this):
      return isUnit(.week, index + 1) || isUnit(.month, index + 1) ? this(at: index) : nil
    case .unit(let unit, let isPlural):
      switch unit {
      case .minute, .hour, .day: return nil
      case .week, .month, .year, .season, .decade, .century:
        if let parsed = isPlural ? plural(unit, at: index) : single(unit, at: index) { return parsed }
        // «آغاز سال»: the current one.
        let isPlain = !isPlural && (unit == .week || unit == .month || unit == .year)
        return isPlain && !hasNumber(before: index) ? Parsed(.unit(unit, 0, nil), end: index + 1) : nil
      }
    default: return nil
    }
  }
}

extension TimeMeaning {
  /// Whether `other` is the day, month or year after this one, in the words they are told in.
  fileprivate func isFollowed(by other: TimeMeaning) -> Bool {
    switch (self, other) {
    case (.weekday(let first, let reference), .weekday(let second, let otherReference)):
      // Which one «شنبه» is, the reference of the last name says for both.
      reference == otherReference && (first.rawValue + 1) % 7 == second.rawValue
    case (
      .day(let calendar, let month, _, let last, let year), .day(let other, let otherMonth, let day, _, let otherYear)
    ):
      (calendar, month) == (other, otherMonth) && year == otherYear && last + 1 == day
    case (.month(let calendar, let first, let year), .month(let other, let second, let otherYear)):
      calendar == other && year == otherYear && first + 1 == second
    case (.year(.stated(let first, let digits, _)), .year(.stated(let second, let otherDigits, _))):
      digits == otherDigits && first + 1 == second
    default: false
    }
  }
}
