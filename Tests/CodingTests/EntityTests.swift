import Coding
import Testing

/// Who each name, title and pronoun means, and for whom that somebody acts.
@Suite struct EntityTests {
  @Test func `«او» means the person that the last sentence was about`() throws {
    let text = try CodedText("امامعلی رحمان وارد تهران شد. او با مقام‌های ایرانی دیدار کرد.")
    let person = try text.entity(called: "امامعلی رحمان")
    #expect(person.mentions.map { text.words($0.span) } == ["امامعلی رحمان", "او"])
    #expect(person.mentions.map(\.form) == [.name, .pronoun])
  }

  @Test func `an office in apposition is its holder's from then on`() throws {
    let text = try CodedText("رئیس‌جمهور تاجیکستان، امامعلی رحمان، به قزاقستان رفت. رئیس‌جمهور تاجیکستان فردا برمی‌گردد.")
    let person = try text.entity(called: "امامعلی رحمان")
    #expect(person.kind == .person && person.country == "TJK")
    #expect(person.mentions.count == 3)
  }

  @Test(arguments: [("2010-05-01", "dmitry-medvedev"), ("2015-05-01", "vladimir-putin")])
  func `an office is that of its holder on the day of the report`(day: String, holder: String) throws {
    let text = try CodedText("رئیس‌جمهور روسیه به پکن سفر کرد.", published: day)
    #expect(try text.entity(called: "رئیس‌جمهور روسیه").entry == holder)
  }

  @Test func `an office in an undated report is nobody's by name`() throws {
    let entity = try CodedText("رئیس‌جمهور روسیه به پکن سفر کرد.").entity(called: "رئیس‌جمهور روسیه")
    #expect(entity.entry == nil && entity.kind == .role && entity.country == "RUS" && entity.sector == "GOV")
  }

  @Test func `the state in a title is mentioned where its own name stands`() throws {
    let text = try CodedText("رئیس‌جمهور روسیه ولادیمیر پوتین به پکن سفر کرد.")
    let state = try #require(text.record.entities.first { $0.entry == "RUS" })
    #expect(state.mentions.map { text.words($0.span) } == ["روسیه"])
  }

  @Test func `a state of several words is mentioned with all of them`() throws {
    let text = try CodedText("جو بایدن، رئیس‌جمهور ایالات متحده، به لندن رفت.")
    let state = try #require(text.record.entities.first { $0.entry == "USA" })
    #expect(state.mentions.map { text.words($0.span) } == ["ایالات متحده"])
  }

  @Test func `an ambiguous name is a place only after a word for a place`() throws {
    #expect(try CodedText("روز دوشنبه باران بارید.").record.entities.isEmpty)
    #expect(try CodedText("در شهر دوشنبه باران بارید.").record.entities.map(\.entry) == ["dushanbe"])
  }

  @Test func `gunmen without a country act for the place they act in`() throws {
    let text = try CodedText("افراد مسلح ناشناس در بصره به یک پاسگاه حمله کردند.")
    let event = try #require(text.record.events.first { $0.type == "ASSAULT" })
    #expect(text.countries(event.actor) == ["IRQ"])
  }

  @Test func `where nothing tells the country, it stays empty`() throws {
    let text = try CodedText("شورشیان به یک پاسگاه حمله کردند.")
    #expect(text.record.entities.allSatisfy { $0.country == nil })
  }

  @Test func `where a sentence names several countries, a nameless actor gets none of them`() throws {
    let text = try CodedText("شورشیان حمله کردند و ایران و ترکیه آن را محکوم کردند.")
    #expect(try text.entity(called: "شورشیان").country == nil)
  }

  @Test(arguments: ["شبه‌نظامیان", "شبهنظامیان", "شبه نظامیان", "شبه‌نظاميان"])
  func `a noun for an actor is found in every spelling`(spelling: String) throws {
    let text = try CodedText("\(spelling) در عراق به ارتش حمله کردند.")
    #expect(text.told.contains { $0.hasPrefix("ASSAULT IRQ > ") })
  }
}
