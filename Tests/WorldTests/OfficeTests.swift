import Testing

@testable import World

@Suite struct OfficeTests {
  @Test(arguments: [
    ("2021-08-03", true), ("2024-05-19", true), ("2023-01-01", true), ("2021-08-02", false), ("2024-05-20", false),
  ])
  func `an office is held from its first to its last day`(day: String, isHeld: Bool) {
    let office = Office(title: "president", of: "IRN", start: "2021-08-03", end: "2024-05-19")
    #expect(office.isHeld(on: day) == isHeld)
  }

  @Test(arguments: [("2012-01-01", true), ("2014-12-31", true), ("2011-12-31", false), ("2015-01-01", false)])
  func `a year covers all its days`(day: String, isHeld: Bool) {
    #expect(Office(title: "t", of: "AFG", start: "2012", end: "2014").isHeld(on: day) == isHeld)
  }

  @Test(arguments: [("2012-03-01", true), ("2012-02-29", false), ("2012-05-31", true), ("2012-06-01", false)])
  func `a month covers all its days`(day: String, isHeld: Bool) {
    #expect(Office(title: "t", of: "AFG", start: "2012-03", end: "2012-05").isHeld(on: day) == isHeld)
  }

  @Test func `an office without an end is still held`() {
    #expect(Office(title: "t", of: "TJK", start: "1994-11-16", end: nil).isHeld(on: "2025-03-10"))
  }
}
