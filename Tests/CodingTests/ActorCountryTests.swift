import Coding
import Testing

/// For whom those act whose own words name no country.
@Suite struct ActorCountryTests {
  @Test func `«این کشور» behind an office is the state that was named last`() throws {
    let text = try CodedText(
      "رئیس‌جمهور تاجیکستان با شهروندان دیدار کرد. وزیر دفاع این کشور نیز در نشست بود. ارتش این کشور رزمایش برگزار کرد.")
    #expect(try text.entity(called: "وزیر دفاع این کشور").country == "TJK")
    #expect(try text.entity(called: "ارتش این کشور").country == "TJK")
  }

  @Test func `«این کشور» by itself is the state whose office was named last`() throws {
    let text = try CodedText("وزیر خارجه ازبکستان به بیشکک رفت. او گفت این کشور آماده گفت‌وگو است.")
    let state = try #require(text.record.entities.first { $0.entry == "UZB" })
    #expect(state.mentions.map { text.words($0.span) }.contains("این کشور"))
  }

  @Test func `gunmen act for the country in which they act, not for the one that is named beside`() throws {
    let text = try CodedText(
      "شبه‌نظامیان ناشناس شهروند قطر را تهدید کردند. شبه‌نظامیان ناشناس در بیروت به یک دفتر حمله کردند.")
    #expect(try text.entity(called: "شبه‌نظامیان").country == "LBN")
  }

  @Test func `those of whom nothing is said act where most of the report takes place`() throws {
    let text = try CodedText(
      "در بغداد و در موصل درگیری شد. نظامیان در کرکوک مستقر شدند. وزیر خارجه فرانسه و وزیر خارجه ایتالیا نگران شدند. "
        + "آدم‌ربایان کسی را آزاد نکردند.")
    #expect(try text.entity(called: "آدم‌ربایان").country == "IRQ")
  }

  @Test func `aid agencies act for no country`() throws {
    let text = try CodedText("سازمان‌های امدادی در سومالی غذا توزیع کردند.")
    #expect(try text.entity(called: "سازمان‌های امدادی").country == "NGO")
  }
}
