import PersianSyntax
import PersianText
import Testing

@Suite struct NounFormsTests {
  private func stems(_ word: String) -> [NounForms.Stem] { NounForms.stems(of: WordKey.key(of: word)[...]) }

  private func has(_ word: String, _ stem: String, _ ending: NounForms.Ending) -> Bool {
    stems(word).contains { $0.key == WordKey.key(of: stem) && $0.ending == ending }
  }

  @Test(arguments: [
    ("نیروها", "نیرو"), ("نیروهای", "نیرو"), ("نیروهایی", "نیرو"), ("نیروهایشان", "نیرو"), ("سربازان", "سرباز"),
    ("نظامیان", "نظامی"), ("نمایندگان", "نماینده"), ("مهاجرین", "مهاجر"), ("حملات", "حمل"), ("آوارگانی", "آواره"),
  ])
  func `a plural leads to its noun`(word: String, stem: String) {
    #expect(has(word, stem, .plural) || has(word, String(stem.unicodeScalars.dropLast()), .plural))
  }

  @Test(arguments: [("سربازی", "سرباز"), ("خانه‌ای", "خانه"), ("نیرویی", "نیرو")])
  func `an indefinite noun leads to its noun`(word: String, stem: String) {
    #expect(has(word, stem, .indefinite))
  }

  @Test(arguments: [("کشورمان", "کشور"), ("دولتش", "دولت"), ("خانه‌اش", "خانه"), ("رهبرشان", "رهبر")])
  func `a possessed noun leads to its noun`(word: String, stem: String) {
    #expect(has(word, stem, .possessive))
  }

  @Test func `a plural is read with its half-space, without it, and as Arabic letters have it`() {
    #expect(has("شبه‌نظامی‌ها", "شبه‌نظامی", .plural))
    #expect(has("شبهنظامیها", "شبه‌نظامی", .plural))
    #expect(has("شبه‌نظامي‌ها", "شبه‌نظامی", .plural))
  }

  @Test(arguments: ["ان", "ها", "نان", "ی", "", "جان"])
  func `no stem has fewer than two letters`(word: String) {
    #expect(stems(word).allSatisfy { $0.key.count >= 4 })
  }
}
