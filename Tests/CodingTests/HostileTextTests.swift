import Coding
import Testing

/// Texts that nobody writes but somebody may send.
@Suite struct HostileTextTests {
  @Test(arguments: [
    "رفت و ", "گفت که ", "اگر ", "«", "طالبان و ", "که ", "( ", "روسیه، ", "رئیس‌جمهور ", "به گفته ", "۹۹۹۹۹ و ",
    "حمله ",
    "می‌خواهد که برود ", "قصد دارد که ", "وزیر خارجه روسیه در دیدار با ", ": ", "\"", "ـ", "\u{200C}", "ّ", "ها",
  ])
  func `one thing said forty times is read to its end`(words: String) throws {
    let text = try CodedText(String(repeating: words, count: 40))
    #expect(RecordProperties.violations(of: text) == [])
  }

  @Test func `a sentence that never ends is cut, so that nothing grows with it`() throws {
    let text = try CodedText(String(repeating: "رفت و ", count: 1_000))
    #expect(text.record.sentences.count == 5)
  }

  @Test(arguments: [
    "", " ", "\n", "\u{FEFF}", "\u{202E}", "\u{1B}[2J", "\0", ".", "»", "«»", "\"\"", "که", "و", "۱", "۰/۰", "a@b.c",
    "#",
    "😀", "ّ", "\u{200C}\u{200C}", "!؟!؟", "\r\n\r\n",
  ])
  func `the shortest texts are read`(text: String) throws {
    #expect(RecordProperties.violations(of: try CodedText(text)) == [])
    #expect(RecordProperties.violations(of: try CodedText(text, title: text, published: text)) == [])
  }

  @Test(arguments: [
    "۹۲۲۳۳۷۲۰۳۶۸۵۴۷۷۵۸۰۷ ۹۲۲۳۳۷۲۰۳۶۸۵۴۷۷۵۸۰۶", "۹۲۲۳۳۷۲۰۳۶۸۵۴۷۷۵۸۰۷ و صد", "۹۲۲۳۳۷۲۰۳۶۸۵۴۷۷۵۸۰۷ میلیارد",
    "۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹", "۱/۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹ میلیون", "میلیارد میلیارد میلیارد",
  ])
  func `a number beyond all counting is no count`(number: String) throws {
    let text = try CodedText("در این حمله \(number) نفر کشته شدند.")
    #expect(RecordProperties.violations(of: text) == [])
  }

  @Test(arguments: [
    "0000-00-00", "9999999999-01-01", "2025-13-40", "2025-03-10T99:99:99+99:99", "۲۰۲۵-۰۳-۱۰", "-1-1-1",
  ])
  func `a date of publication that is none leaves days unresolved`(published: String) throws {
    let text = try CodedText("وزیر خارجه ایران دیروز در بغداد با همتای عراقی خود دیدار کرد.", published: published)
    #expect(RecordProperties.violations(of: text) == [])
  }
}
