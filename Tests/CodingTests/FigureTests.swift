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
}
