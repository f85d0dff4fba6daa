import PersianText
import Testing

@testable import Ledger

@Suite struct SearchStemTests {
  private func stem(_ word: String) throws -> String {
    String(decoding: try Shared.stem().stem(of: WordKey.key(of: word)), as: UTF8.self)
  }

  @Test(arguments: [
    ["حمله", "حملات", "حمله‌ای", "حمله‌ها", "حملهٔ", "حمله‌های", "حملاتی"],
    ["طالبان", "طالبانی", "طالب", "طالب‌ها"],
    ["کشور", "کشورها", "كشورهای", "کشورهایی", "کشوری", "کشورهایشان"],
    ["آمریکا", "امریکا", "آمریکایی", "امریکائی", "آمریکایی‌ها", "امریکاییان"],
    ["ایران", "ایرانی", "ایرانیان", "ایرانی‌ها"],
    ["مذاکره", "مذاکرات", "مذاکره‌ای", "مذاکراتی"],
    ["نماینده", "نمایندگان", "نماینده‌ها"],
    ["عضو", "اعضا", "اعضای", "عضوی"],
    ["می‌کند", "میکند", "نمی‌کرد", "می‌کنیم", "کردند", "می‌کردند"],
    ["مرد", "مردان", "مردها"],
    ["افغان", "افغانی", "افغان‌ها"],
    ["پاکستان", "پاکستانی", "پاکستانی‌ها"],
    ["بزرگ", "بزرگتر", "بزرگ‌ترین"],
    ["افغانستان", "افغانستانی"],
    ["نیرو", "نیروهای", "نیروی", "نیروها"],
    ["رئیس‌جمهور", "رئيسجمهور", "رییس‌جمهوری", "رییس‌جمهورها"],
    ["۲۵", "25", "٢٥"],
  ])
  func `forms of one word have one stem`(forms: [String]) throws {
    let stems = Set(try forms.map(stem))
    #expect(stems.count == 1, "\(forms) have \(stems)")
  }

  @Test(arguments: [
    ("زمان", "زم"), ("میدان", "مید"), ("تنها", "تن"), ("نبرد", "برد"), ("نشست", "شست"), ("چین", "چ"), ("علی", "عل"),
    ("دختر", "دخ"), ("باران", "بار"), ("روسیه", "روس"), ("شورا", "شور"),
  ])
  func `words that only look alike are kept apart`(first: String, second: String) throws {
    #expect(try stem(first) != stem(second))
  }

  @Test func `a word without end has a stem of bounded length in valid UTF-8`() throws {
    let stem = try Shared.stem().stem(of: Array(String(repeating: "ش", count: 5000).utf8))
    #expect(stem.count <= 64 && String(validating: stem, as: UTF8.self) != nil)
    let odd = try Shared.stem().stem(of: Array("x".utf8) + Array(String(repeating: "ش", count: 5000).utf8))
    #expect(odd.count <= 64 && String(validating: odd, as: UTF8.self) != nil)
    let four = try Shared.stem().stem(of: Array("xyz".utf8) + Array(String(repeating: "😀", count: 50).utf8))
    #expect(String(validating: four, as: UTF8.self) != nil)
  }
}
