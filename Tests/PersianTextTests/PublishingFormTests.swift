import PersianText
import Testing

@Suite("The publishing form")
struct PublishingFormTests {
  private func published(_ text: String) throws -> String {
    visible(String(decoding: try Shared.reader.get().published(SourceText(text)).bytes, as: UTF8.self))
  }

  @Test(
    "has Persian marks, digits and spaces",
    arguments: [
      ("او آمد ، دید ؛ رفت .", "او آمد، دید؛ رفت."), ("آمد؟رفت", "آمد؟ رفت"),
      ("( ده نفر )کشته شدند", "(ده نفر) کشته شدند"),
      ("\"صلح\" نزدیک است", "«صلح» نزدیک است"), ("12,500 نفر و 3.5% سود", "۱۲٬۵۰۰ نفر و ۳٫۵٪ سود"),
      ("چه شد?", "چه شد؟"), ("رفت...", "رفت…"), ("کرد.وی گفت", "کرد. وی گفت"), ("خانه‌ی ما", "خانهٔ ما"),
      ("دو   نفر ", "دو نفر"),
    ])
  func persian(_ text: String, _ expected: String) throws {
    #expect(try published(text) == expected)
  }

  @Test(
    "leaves Latin text, addresses, times and what it does not understand",
    arguments: ["https://a.ir/x?y=1,2", "نسخه MP3 آمد", "Hello, world. It is 5.", "ساعت ۱۰:۳۰ بود", "یک \" تنها"])
  func left(_ text: String) throws {
    #expect(try published(text) == text)
  }

  @Test("is its own publishing form")
  func idempotent() throws {
    let once = try published("او گفت : \"من 3 کتاب دارم\" ( و رفت ) .").replacing("|", with: "\u{200C}")
    #expect(try published(once) == visible(once))
  }
}
