import Coding
import Testing

/// How many.
@Suite struct FigureTests {
  @Test(
    arguments: [
      ("۱۲", 12), ("12", 12), ("١٢", 12), ("دوازده", 12), ("بیست و پنج", 25), ("یکصد و دو", 102), ("پنج صد", 500),
      ("سه‌صد", 300), ("پنجصد", 500), ("هفت هزار", 7_000), ("دو هزار و ۳۰۰", 2_300), ("۲٬۵۰۰", 2_500), ("۲,۵۰۰", 2_500),
      ("۴۵ هزار", 45_000), ("۱/۵ میلیون", 1_500_000), ("۱.۲۵ میلیون", 1_250_000), ("دو ملیون", 2_000_000),
      ("دست‌کم ۹", 9), ("بیش از هشتاد", 80),
    ] as [(String, Int)])
  func `a number is read as it is written`(words: String, count: Int) throws {
    let text = try CodedText("در این حمله \(words) نفر کشته شدند.")
    #expect(text.record.figures.map(\.measure) == ["killed"])
    #expect(text.record.figures.map(\.count) == [count])
  }

  @Test(arguments: ["ده‌ها", "دهها", "صدها", "هزاران", "تعدادی", "شماری", "چند", "ده‌ها هزار", "چند میلیون"])
  func `words for many give no count`(words: String) throws {
    let text = try CodedText("در این حمله \(words) نفر کشته شدند.")
    #expect(text.record.figures.map(\.measure) == ["killed"])
    #expect(text.record.figures.map(\.count) == [nil])
  }

  @Test func `a year before a number is not added to it`() throws {
    let text = try CodedText("در سال ۲۰۲۴ ۱۲ سرباز کشته شدند.")
    #expect(text.record.figures.map(\.count) == [12])
  }

  @Test func `the killed and the wounded are two figures of one event`() throws {
    let text = try CodedText("در حمله طالبان به یک پاسگاه سه سرباز کشته و هشت نفر زخمی شدند.")
    #expect(text.record.figures.map { "\($0.measure) \($0.count ?? -1)" } == ["killed 3", "wounded 8"])
    #expect(Set(text.record.figures.map(\.event)).count == 1)
  }

  private func figures(_ text: String) throws -> [String] {
    try CodedText(text).record.figures.map { "\($0.measure) \($0.count.map(String.init) ?? "-")" }
  }

  @Test(
    arguments: [
      ("احمد نوری در خانه خود در کابل کشته شد.", "killed 1"),
      ("پولیس هرات احمد نوری را در بازار بازداشت کرد.", "arrested 1"),
      ("یک سرباز پاکستان در مرز کشته شد.", "killed 1"),
      ("پس از ترور احمد نوری، راه‌ها بسته شد.", "killed 1"),
    ])
  func `one person in the singular is one`(text: String, figure: String) throws {
    #expect(try figures(text) == [figure])
  }

  @Test func `nobody is counted where nobody was hurt`() throws {
    #expect(try figures("در این رویداد ده سرباز در پاسگاه بودند و کسی کشته نشد.").isEmpty)
  }

  @Test(arguments: ["شمار شهدای زلزله به ۹۰ تن رسید.", "شمار کشته‌شدگان سیل تا امروز به ۹۰ نفر رسیده است."])
  func `what a number rises to is the count`(text: String) throws {
    #expect(try figures(text) == ["killed 90"])
  }

  @Test func `a number by which something is called counts nobody`() throws {
    #expect(try figures("سربازان تیپ ۲۷ در جنگ کشته شدند.").isEmpty)
    #expect(try figures("در این منطقه ۲۷ نفر کشته شدند.") == ["killed 27"])
  }

  @Test func `the smaller unit is part of the same count`() throws {
    #expect(
      try figures("مأموران ۱۲ کیلو و ۳۰۰ گرم تریاک و ۴ کیلو و ۲۰۰ گرم حشیش کشف کردند.") == ["seized 12", "seized 4"])
  }

  @Test func `who is held and what is seized are not mixed`() throws {
    #expect(
      try figures("پلیس از توقیف ۲ شناور و ۵ دستگاه خودرو و دستگیری ۱۱ قاچاقچی خبر داد.") == [
        "seized 2", "seized 5", "arrested 11",
      ])
  }

  @Test func `half a million is a number`() throws {
    #expect(try figures("نیم میلیون نفر در این جنگ آواره شدند.") == ["displaced 500000"])
  }

  @Test func `a camp of the displaced displaces nobody`() throws {
    #expect(try figures("دو کودک در اردوگاه آوارگان به شهادت رسیدند.") == ["killed 2"])
  }

  @Test func `a verb alone says who was killed`() throws {
    #expect(try figures("مهاجمان سه نگهبان را کشتند و دو راننده را ربودند.") == ["killed 3", "seized 2"])
  }
}
