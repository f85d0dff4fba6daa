import Coding
import Testing

/// Where in a report an act stands: background is not news.
@Suite struct PositionTests {
  private func positions(_ text: String, title: String? = nil, published: String? = nil) throws -> [String] {
    try CodedText(text, title: title, published: published).record.events.map(\.position.rawValue)
  }

  @Test func `the first sentence that tells something is the lead, also behind a dateline of its own`() throws {
    #expect(
      try positions("کابل، خبرگزاری باختر\nهند به پاکستان حمله کرد.\nعمان با قطر گفت‌وگو کرد.") == ["lead", "body"])
    #expect(
      try positions("هند به پاکستان حمله کرد.\nعمان با قطر گفت‌وگو کرد.", title: "حمله هند به پاکستان")
        == ["headline", "lead", "body"])
  }

  @Test(arguments: [
    "عمان با قطر گفت‌وگو کرد. هند به پاکستان حمله کرده بود.",
    "عمان با قطر گفت‌وگو کرد. هند پیشتر به پاکستان حمله کرد.",
    "عمان با قطر گفت‌وگو کرد. هند پیش از این به پاکستان حمله کرد.",
    "عمان با قطر گفت‌وگو کرد. هند قبل از این، به پاکستان حمله کرد.",
    "عمان با قطر گفت‌وگو کرد. هند سال گذشته به پاکستان حمله کرد.",
  ])
  func `the past perfect, words and dates of long ago make background`(text: String) throws {
    #expect(try positions(text) == ["lead", "background"])
  }

  @Test func `a date is long ago by the day of the report`() throws {
    let text = "عمان با قطر گفت‌وگو کرد. هند در ۱۰ مارس ۲۰۲۵ به پاکستان حمله کرد."
    #expect(try positions(text, published: "2025-03-12") == ["lead", "body"])
    #expect(try positions(text, published: "2025-06-12") == ["lead", "background"])
  }

  @Test func `before this attack is no word of background`() throws {
    #expect(
      try positions("عمان با قطر گفت‌وگو کرد. پیش از این حمله، هند با پاکستان گفت‌وگو کرد.").last == "body")
  }
}
