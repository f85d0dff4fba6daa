import PersianSyntax
import Testing

@Suite struct LemmaScriptTests {
  @Test(arguments: [
    ("کتاب‌هایی", "کتاب"), ("نویسندگان", "نویسنده"), ("خانهٔ", "خانه"), ("شهر", "شهر"), ("مسابقات", "مسابقه"),
  ])
  func `a script made from a word and its lemma gives the lemma`(form: String, lemma: String) throws {
    let script = try #require(LemmaScript(form: form, lemma: lemma))
    #expect(script.apply(to: form) == lemma)
    #expect(LemmaScript(text: script.text) == script)
  }

  @Test func `one script serves joined and half-spaced spelling`() {
    #expect(
      LemmaScript(form: "کتاب‌ها", lemma: "کتاب") == LemmaScript(form: "کتابها", lemma: "کتاب"))
  }

  @Test func `a script that would leave nothing is not applied`() {
    #expect(LemmaScript(text: "3+")?.apply(to: "ها") == nil)
    #expect(LemmaScript(text: "99+") == nil)
    #expect(LemmaScript(text: "x") == nil)
  }
}
