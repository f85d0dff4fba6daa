/// A day of the proleptic Gregorian calendar, without time and zone.
public struct CivilDate: Sendable, Hashable {
  /// The year, astronomically counted: 1 BC is 0.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// The years that are read and reckoned with; what lies outside is no date of a news report.
  public static let years = -9999...9999

  /// Makes the date, or `nil` where there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month),
      day >= 1, day <= Gregorian.length(ofMonth: month, year: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The date with this number of days since 1970-01-01, or `nil` where its year is not one of ``years``.
  public init?(dayNumber: Int) {
    guard (-5_000_000...5_000_000).contains(dayNumber) else { return nil }
    let (year, month, day) = Gregorian.date(ofDayNumber: dayNumber)
    guard Self.years.contains(year) else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The number of days since 1970-01-01.
  public var dayNumber: Int { Gregorian.dayNumber(year: year, month: month, day: day) }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday, the sixth day of a week that begins on Saturday.
    let index = (dayNumber + 5) % 7
    return Weekday(rawValue: index < 0 ? index + 7 : index) ?? .saturday
  }

  /// The date `days` days later, or `nil` where its year is not one of ``years``.
  public func adding(days: Int) -> CivilDate? {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : CivilDate(dayNumber: sum)
  }
}

extension CivilDate: Comparable {
  /// Earlier dates are smaller.
  public static func < (first: CivilDate, second: CivilDate) -> Bool {
    (first.year, first.month, first.day) < (second.year, second.month, second.day)
  }
}

extension CivilDate: CustomStringConvertible {
  /// The date as ISO 8601 writes it: `2025-03-10`; years before 0 with a sign.
  public var description: String {
    (year < 0 ? "-" : "") + Self.padded(abs(year), 4) + "-" + Self.padded(month, 2) + "-" + Self.padded(day, 2)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension CivilDate {
  /// The date of a published timestamp: `2025-03-10`, or the same with a time behind `T` or a blank, as in
  /// `2025-03-10T18:00:00+03:00`. The date is the one the timestamp shows, that is the local date at its offset.
  /// `nil` where the text is nothing of that kind.
  public init?(iso8601 text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes.count <= 64, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes.count == 10 || Self.isTime(bytes[10...]),
      let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]), let day = Self.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      value = value * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  /// `T18`, ` 18:00`, `T18:00:00.5Z`, `T18:00+03:00`: a mark, two digits of an hour, and only what times are made of.
  private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 3, let mark = bytes.first, mark == UInt8(ascii: "T") || mark == 0x20,
      let hour = number(bytes.dropFirst().prefix(2)), hour <= 24
    else { return false }
    return bytes.dropFirst(3).allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || ":.+-Z ".utf8.contains(byte)
    }
  }
}

/// The days of the week, in the order of Iran and Afghanistan, where it begins on Saturday.
public enum Weekday: Int, Sendable, CaseIterable {
  case saturday = 0
  case sunday, monday, tuesday, wednesday, thursday, friday
}
