import Coding
import Testing

/// Where and when an act took place, where in the report it is told, and what belongs together.
@Suite struct SettingTests {
  @Test func `the place of an act is where its clause says it happened`() throws {
    let event = try #require(
      try CodedText("وزیر خارجه ایران در بغداد با همتای عراقی خود دیدار کرد.").record.events.first)
    #expect(event.place?.entry == "baghdad" && event.place?.country == "IRQ" && event.place?.precision == "city")
    #expect(event.place?.latitude != nil && event.place?.longitude != nil)
  }

  @Test func `an act without a place has none`() throws {
    #expect(
      try CodedText("ایران این حمله را محکوم کرد.").record.events.allSatisfy { $0.place == nil && $0.time == nil })
  }

  @Test(arguments: [("دیروز", "2025-03-09"), ("امروز", "2025-03-10"), ("روز شنبه", "2025-03-08")])
  func `a day is counted from the day of the report`(words: String, day: String) throws {
    let text = try CodedText("ارتش پاکستان \(words) به افغانستان حمله کرد.", published: "2025-03-10")
    let time = try #require(text.record.events.first?.time)
    #expect(time.start == day && time.end == day && time.precision == "day" && text.words(time.from) == words)
  }

  @Test func `headline, lead and body are told apart`() throws {
    let text = try CodedText(
      "ارتش پاکستان به افغانستان حمله کرد.\nوزیر خارجه قطر این حمله را محکوم کرد.\nعمان با طالبان گفت‌وگو کرد.",
      title: "حمله پاکستان به افغانستان")
    let positions = text.record.events.map { "\(text.words($0.trigger)) \($0.position)" }
    #expect(positions.first == "حمله headline")
    #expect(positions.contains("حمله کرد lead") && positions.last == "گفت‌وگو کرد body")
  }

  @Test func `an act told again is the same as the first`() throws {
    let text = try CodedText("ارتش هند به پاکستان حمله کرد.", title: "ارتش هند به پاکستان حمله کرد")
    #expect(text.record.events.map(\.sameAs) == [nil, "v1"])
  }

  @Test func `an act on another day is another act`() throws {
    let text = try CodedText(
      "هند امروز به پاکستان حمله کرد. هند دیروز به پاکستان حمله کرد.", published: "2025-03-10")
    #expect(text.record.events.map(\.sameAs) == [nil, nil])
  }

  @Test func `who has an office is a relation, with the state named where it is named`() throws {
    let text = try CodedText("امامعلی رحمان، رئیس‌جمهور تاجیکستان، به پکن سفر کرد.")
    let relation = try #require(text.record.relations.first { $0.type == .role })
    #expect(text.entity(relation.subject)?.name == "امامعلی رحمان")
    #expect(text.entity(relation.object)?.entry == "TJK")
    #expect(text.words(relation.span) == "امامعلی رحمان، رئیس‌جمهور تاجیکستان")
  }

  @Test func `what lies in a place is a relation`() throws {
    let text = try CodedText("پایگاه ۲۰۱ روسیه که در تاجیکستان مستقر است، رزمایش برگزار کرد.")
    for relation in text.record.relations where relation.type == .locatedIn {
      #expect(text.entity(relation.object)?.entry == "TJK")
    }
  }
}
