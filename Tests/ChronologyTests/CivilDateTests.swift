import Chronology
import Testing

@Suite struct CivilDateTests {
  @Test(
    "A published timestamp gives the date that its own clock shows",
    arguments: [
      ("2025-03-10", "2025-03-10"), ("2025-03-10T18:00:00+03:00", "2025-03-10"),
      ("2025-03-10T23:59:59-08:00", "2025-03-10"), ("2025-03-10T00:30:00.250Z", "2025-03-10"),
      ("2025-03-10 18:00", "2025-03-10"), ("2024-02-29T00Z", "2024-02-29"),
    ])
  func timestamp(_ text: String, _ date: String) {
    #expect(CivilDate(iso8601: text)?.description == date)
  }

  @Test(
    "What is no date of ISO 8601 is refused",
    arguments: [
      "", "2025", "2025-3-10", "2025-02-29", "2025-13-01", "10/03/2025", "2025-03-10x", "2025-03-10T", "2025-03-10T99",
      "۲۰۲۵-۰۳-۱۰", "2025-03-10T18:00:00<script>", "+025-03-10",
    ])
  func refused(_ text: String) {
    #expect(CivilDate(iso8601: text) == nil)
  }

  @Test("Dates are written as ISO 8601 with four digits of a year")
  func description() {
    #expect(CivilDate(year: 622, month: 7, day: 19)?.description == "0622-07-19")
    #expect(CivilDate(year: -44, month: 3, day: 15)?.description == "-0044-03-15")
  }

  @Test("Days are added over the ends of months and leap years, and overflow is no date")
  func adding() {
    let day = CivilDate(year: 2024, month: 2, day: 28)
    #expect(day?.adding(days: 2)?.description == "2024-03-01")
    #expect(day?.adding(days: -59)?.description == "2023-12-31")
    #expect(day?.adding(days: .max) == nil)
    #expect(day?.adding(days: .min) == nil)
  }

  @Test("1403-12-30 was the Thursday before Nowruz 1404")
  func weekday() {
    let day = CalendarDate(.solarHijri, year: 1403, month: 12, day: 30).civil
    #expect(day?.description == "2025-03-20")
    #expect(day?.weekday == .thursday)
  }
}
