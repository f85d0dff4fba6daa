import PersianText
import Testing

@Suite("Letters")
struct LetterFoldingTests {
  private func folded(_ text: String) -> String {
    visible(String(decoding: LetterFolding.fold(SourceText(text)).bytes, as: UTF8.self))
  }

  @Test(
    "that look alike become one",
    arguments: [
      ("كتاب علي", "کتاب علی"), ("مصطفى", "مصطفی"), ("مكة", "مکه"), ("ۂ", "ۀ"), ("ٱلله", "الله"),
      ("\u{FEE1}\u{FEAE}\u{FEA9}", "مرد"), ("\u{FEFB}\u{FEF7}\u{FEF9}", "لالألإ"), ("\u{FDF2}", "الله"),
      ("٤٥٦", "۴۵۶"),
    ])
  func lookAlikes(_ text: String, _ expected: String) {
    #expect(folded(text) == expected)
  }

  @Test(
    "and the mark after them become the one letter they are",
    arguments: [("ا\u{653}", "آ"), ("ا\u{654}", "أ"), ("ا\u{655}", "إ"), ("و\u{654}", "ؤ"), ("ي\u{654}", "ئ")])
  func composition(_ text: String, _ expected: String) {
    #expect(folded(text) == expected)
  }

  @Test("keep their hamza, vowel signs and Latin digits", arguments: ["مسأله", "رئیس", "مؤثر", "خانهٔ ما", "عَلَم", "12"])
  func kept(_ text: String) {
    #expect(folded(text) == text)
  }

  @Test("are stretched by no tatweel, but a dash written as one stays")
  func tatweel() {
    #expect(folded("ســـلام") == "سلام")
    #expect(folded("سلامـــ") == "سلام")
    #expect(folded("کابل ـ هرات") == "کابل ـ هرات")
    #expect(folded("کابل ــ هرات") == "کابل ــ هرات")
  }

  @Test("have no direction marks and control signs between them")
  func controls() {
    #expect(folded("\u{202B}سلام\u{202C}\u{200F}\u{7F}\u{1B}") == "سلام")
  }

  @Test("have one kind of space between them, and lines stay lines")
  func spaces() {
    #expect(folded("الف\u{A0}ب\u{2003}پ\u{2028}ت\tث") == "الف ب پ\nت\tث")
  }

  @Test("have a half-space only between two of them")
  func halfSpaces() {
    #expect(folded("می\u{200C}\u{200C}رود") == "می|رود")
    #expect(folded("می\u{200C} رود") == "می رود")
    #expect(folded("\u{200C}رود\u{200C}") == "رود")
    #expect(folded("۱۰\u{200C}ساله") == "۱۰|ساله")
    #expect(folded("خانهٔ\u{200C}ما") == "خانهٔ|ما")
  }

  @Test(
    "and no sign of another use is lost: joined emoji, the sign of negation, Latin words",
    arguments: ["👨‍👩‍👧‍👦", "🏳️‍🌈", "¬p", "naïve"])
  func otherUses(_ text: String) {
    #expect(LetterFolding.fold(SourceText(text)).bytes == Array(text.utf8))
  }
}
