import Coding
import Testing

/// What a report says of how entities belong together.
@Suite struct RelationTests {
  /// `TYPE subject > object: words` of each relation, by the names of the entities.
  private func relations(_ sentence: String) throws -> [String] {
    let text = try CodedText(sentence)
    return text.record.relations.map { relation in
      let names = [relation.subject, relation.object].map { text.entity($0)?.name ?? "?" }
      return "\(relation.type.rawValue) \(names[0]) > \(names[1]): \(text.words(relation.span))"
    }
  }

  @Test(arguments: [
    ("امامعلی رحمان، رئیس‌جمهور تاجیکستان، به پکن سفر کرد.", "امامعلی رحمان، رئیس‌جمهور تاجیکستان"),
    ("امامعلی رحمان رئیس‌جمهور تاجیکستان است.", "امامعلی رحمان رئیس‌جمهور تاجیکستان"),
    ("امامعلی رحمان به عنوان رئیس‌جمهور تاجیکستان سوگند خورد.", "امامعلی رحمان به عنوان رئیس‌جمهور تاجیکستان"),
  ])
  func `who has an office of a state is said beside the name, by a copula and by an appointment`(
    sentence: String, words: String
  ) throws {
    #expect(try relations(sentence) == ["role امامعلی رحمان > تاجیکستان: \(words)"])
  }

  @Test func `who only meets the holder of an office has none`() throws {
    #expect(try relations("سرگئی لاوروف با رئیس‌جمهور تاجیکستان دیدار کرد.").isEmpty)
  }

  @Test(arguments: [
    ("فنلاند عضو ناتو است.", "فنلاند عضو ناتو"), ("فنلاند، عضو ناتو، بیانیه داد.", "فنلاند، عضو ناتو"),
    ("فنلاند به ناتو پیوست.", "فنلاند به ناتو"), ("فنلاند به عضویت ناتو درآمد.", "فنلاند به عضویت ناتو"),
  ])
  func `a member is said to be one, or to have joined`(sentence: String, words: String) throws {
    #expect(try relations(sentence) == ["member-of فنلاند > ناتو: \(words)"])
  }

  @Test(arguments: [
    "فنلاند عضو ناتو نیست.", "فنلاند به ناتو نپیوست.", "فنلاند به ناتو خواهد پیوست.",
    "فنلاند با کشورهای عضو ناتو گفت‌وگو کرده بود.",
  ])
  func `who is not, will be or only talks with members is none`(sentence: String) throws {
    #expect(try relations(sentence).isEmpty)
  }

  @Test func `another name is an entity of its own, in marks or before a verb`() throws {
    #expect(
      try relations("گروه داعش، موسوم به «لشکر شام»، به بغداد حمله کرد.") == [
        "alias داعش > لشکر شام: گروه داعش، موسوم به «لشکر شام"
      ])
    #expect(try relations("داعش معروف به لشکر شام است.").count == 1)
  }

  @Test func `a place lies where a clause, a participle or two names side by side say`() throws {
    #expect(
      try relations("پایگاه بگرام در شمال کابل واقع است.") == [
        "located-in پایگاه هوایی بگرام > کابل: پایگاه بگرام در شمال کابل واقع است"
      ])
    #expect(
      try relations("شهر کندز در شمال افغانستان آرام بود.") == ["located-in کندز > افغانستان: کندز در شمال افغانستان"])
    #expect(
      try relations("پایگاه بگرام واقع در افغانستان خالی شد.") == [
        "located-in پایگاه هوایی بگرام > افغانستان: پایگاه بگرام واقع در افغانستان"
      ])
  }

  @Test func `a place of one country does not lie in another that is named after it`() throws {
    #expect(try relations("از کندز در ایران سخن گفتند.").isEmpty)
  }

  @Test func `a branch is named with its whole, or called its branch`() throws {
    #expect(
      try relations("شاخه خراسان داعش بیانیه داد.") == ["branch-of داعش خراسان > داعش: شاخه خراسان داعش"])
    #expect(try relations("جندالله، شاخه داعش، بیانیه داد.") == ["branch-of جندالله > داعش: جندالله، شاخه داعش"])
  }
}
