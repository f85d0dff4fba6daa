import PersianText
import Testing

@Suite("Words")
struct WordTests {
  private func words(_ text: String) throws -> [String] {
    let reading = try read(text)
    return reading.words.map { visible(string($0.range, of: reading)) }
  }

  private func tokens(_ text: String) throws -> [String] {
    let reading = try read(text)
    return reading.tokens.map { visible(string($0.range, of: reading)) }
  }

  @Test("keep their half-spaces, and compound verbs stay separate words")
  func plain() throws {
    #expect(try words("نیروهای مرزی عقب‌نشینی می‌کنند.") == ["نیروهای", "مرزی", "عقب|نشینی", "می|کنند", "."])
  }

  @Test(
    "are numbers, dates, times, addresses, handles and emoji, each one",
    arguments: [
      ("۱۲٬۵۰۰ نفر", ["۱۲٬۵۰۰", "نفر"]), ("در 1402/03/15 ساعت ۱۰:۳۰", ["در", "1402/03/15", "ساعت", "۱۰:۳۰"]),
      ("https://a.af/x?y=1 را", ["https://a.af/x?y=1", "را"]), ("info@a.ir.", ["info@a.ir", "."]),
      ("@kabul_now و #هرات_امروز", ["@kabul_now", "و", "#هرات_امروز"]), ("آمد 👍🏽", ["آمد", "👍🏽"]),
      ("👨‍👩‍👧 خانه", ["👨‍👩‍👧", "خانه"]),
    ])
  func oneEach(_ text: String, _ expected: [String]) throws {
    #expect(try words(text) == expected)
  }

  @Test(
    "as syntax counts them have their clitics divided",
    arguments: [
      ("پدرش آمد", ["پدر", "ش", "آمد"]), ("خانواده‌اش آمد", ["خانواده|", "اش", "آمد"]),
      ("صدایش را شنید", ["صدا", "یش", "را", "شنید"]), ("کتاب‌هایشان سوخت", ["کتاب|های", "شان", "سوخت"]),
      ("مرا دید", ["م", "را", "دید"]), ("همه آماده‌اند", ["همه", "آماده|", "اند"]), ("خودش گفت", ["خود", "ش", "گفت"]),
    ])
  func divided(_ text: String, _ expected: [String]) throws {
    #expect(try tokens(text) == expected)
  }

  @Test(
    "that end like a clitic are not divided",
    arguments: ["مردم", "دانش", "دولت", "سازمان", "افغانستان", "گزارش", "رفته‌اند", "می‌روم", "گفتم", "نیست"])
  func undivided(_ word: String) throws {
    #expect(try tokens(word) == [visible(word)])
  }

  @Test("as syntax counts them say which written word they are in")
  func numbers() throws {
    #expect(try read("پدرش آمد.").tokens.map(\.word) == [0, 0, 1, 2])
  }
}

@Suite("Sentences")
struct SentenceTests {
  private func sentences(_ text: String) throws -> [String] {
    let reading = try read(text)
    return reading.sentences.map { reading.string(ofWords: $0) }
  }

  @Test(
    "end at their marks, with the quotation marks that follow",
    arguments: [
      ("او رفت. ما ماندیم.", ["او رفت.", "ما ماندیم."]), ("آمد؟ نه! رفت.", ["آمد؟", "نه!", "رفت."]),
      ("گفت: «می‌روم.» بعد رفت.", ["گفت: «می‌روم.»", "بعد رفت."]), ("پرسید: «کی؟». رفت.", ["پرسید: «کی؟».", "رفت."]),
      ("او رفت. \"ما ماندیم\" نام کتاب است.", ["او رفت.", "\"ما ماندیم\" نام کتاب است."]),
    ])
  func marks(_ text: String, _ expected: [String]) throws {
    #expect(try sentences(text) == expected)
  }

  @Test(
    "do not end inside abbreviations, numbers, addresses and enumerations",
    arguments: [
      "در سال ۳۲۰ ه. ق. درگذشت.", "نرخ ۳.۵ درصد شد.", "نشانی www.a.ir/b.html است.", "گندم، جو و… را وارد کرد.",
      "پرسید: «کی آمد؟» و رفت.",
    ])
  func insides(_ text: String) throws {
    #expect(try sentences(text) == [text])
  }

  @Test("end at the end of a line and after a dateline")
  func linesAndDatelines() throws {
    #expect(try sentences("سرخط بدون نقطه\nمتن خبر.") == ["سرخط بدون نقطه", "متن خبر."])
    #expect(try sentences("کابل - باختر: وزیر آمد.") == ["کابل - باختر:", "وزیر آمد."])
    #expect(try sentences("وزیر گفت: جنگ تمام شد.").count == 1)
  }

  @Test("of nothing are none")
  func nothing() throws {
    #expect(try sentences("").isEmpty)
    #expect(try sentences(" \n\t").isEmpty)
  }
}
