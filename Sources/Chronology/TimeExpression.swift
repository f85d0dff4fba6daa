/// A word of time in a reading, and what it says.
public struct TimeExpression: Sendable, Hashable {
  /// How exact an expression is: the unit that it names, never finer than its words.
  public enum Precision: String, Sendable, CaseIterable, Comparable {
    case day, week, month, season, year, decade, century
    /// A part of a period without clear bounds («اواخر سال ۲۰۲۳»), or no bound at all («اخیراً»).
    case vague

    /// Finer precisions are smaller.
    public static func < (first: Precision, second: Precision) -> Bool {
      (allCases.firstIndex(of: first) ?? 0) < (allCases.firstIndex(of: second) ?? 0)
    }
  }

  /// The words of the expression, indices into `Reading.words`.
  public var words: Range<Int>
  /// The first day that it can mean; `nil` where that is not known, as of relative expressions without an anchor and of
  /// «اخیراً».
  public var start: CivilDate?
  /// The last day that it can mean, inclusive; `nil` where that is not known.
  public var end: CivilDate?
  /// How exact it is.
  public var precision: Precision
  /// Whether the day it means depends on the day of writing or on what was told before: «دیروز», «۱۴ سرطان» without a year.
  public var isRelative: Bool
  /// Whether the dates can be off by some days: «حدود سه ماه پیش», a day of the lunar calendar, the third of a year that
  /// «اواخر» was taken for.
  public var isApproximate: Bool
  /// The time of day, where one is told.
  public var clock: ClockTime?
}

/// A time of day by the clock of the place that is told of.
public struct ClockTime: Sendable, Hashable {
  /// The hour, 0 to 24.
  public var hour: Int
  /// The minute, 0 to 59.
  public var minute: Int

  /// Makes a time, or `nil` where a clock does not show it.
  public init?(hour: Int, minute: Int) {
    guard (0...24).contains(hour), (0...59).contains(minute), hour < 24 || minute == 0 else { return nil }
    (self.hour, self.minute) = (hour, minute)
  }
}

/// Which way a caller knows an expression to point, as by the tense of its clause.
public enum TimeDirection: Sendable {
  case unstated, past, future
}

/// The day a report was written, as its own text tells it.
public struct Dateline: Sendable, Hashable {
  /// What makes it believed, the strongest first.
  public enum Evidence: Sendable {
    /// It stands before the report begins: «کابل، ۱۴ سرطان ۱۴۰۳ –».
    case heading
    /// It stands beside «امروز».
    case today
    /// It is the first full date of the first sentences. What is told may have happened some days before the writing.
    case lead
  }

  /// The day.
  public var date: CivilDate
  /// The words it was read from, indices into `Reading.words`.
  public var words: Range<Int>
  /// What makes it believed.
  public var evidence: Evidence
}
