import DataFiles
import PersianSyntax
import PersianText
import Testing

@Suite struct PhraseIndexTests {
  /// What is found at a word of a text: the targets, the length in words and the ending.
  private struct Found: Equatable {
    var targets: [String]
    var length: Int
    var ending: NounForms.Ending?
  }

  /// The longest of the phrases that begins at a word; phrases are their own targets.
  private func find(_ phrases: [String], in text: String, at word: Int = 0, inflected: Bool = true) throws -> Found? {
    var vocabulary = Vocabulary()
    var index = PhraseIndex<String>()
    for phrase in phrases { index.add(phrase, phrase, to: &vocabulary) }
    let reading = try PersianReader(data: .embedded).read(SourceText(text))
    let forms = WordForms(reading, in: vocabulary)
    let match = index.longestMatch(from: word, before: reading.words.count, in: forms, inflected: inflected)
    return match.map { Found(targets: $0.targets, length: $0.length, ending: $0.ending) }
  }

  @Test func `the longest phrase is found`() throws {
    let found = try find(["وزیر", "وزیر امور خارجه", "وزیر امور"], in: "وزیر امور خارجه ایران")
    #expect(found == Found(targets: ["وزیر امور خارجه"], length: 3, ending: nil))
  }

  @Test func `a phrase that breaks off gives way to a shorter one`() throws {
    #expect(try find(["وزیر", "وزیر امور خارجه"], in: "وزیر امور داخلی")?.targets == ["وزیر"])
  }

  @Test(arguments: ["رئیس‌جمهور", "رئیسجمهور", "رئیس جمهور", "رییس‌جمهور", "رئيس‌جمهور", "رئیس\u{AD}جمهور"])
  func `a phrase with a half-space is found in every spelling`(spelling: String) throws {
    #expect(try find(["رئیس‌جمهور"], in: spelling)?.targets == ["رئیس‌جمهور"])
  }

  @Test func `a word is never found as a part of another`() throws {
    #expect(try find(["ایران"], in: "ایرانشهر") == nil)
    #expect(try find(["قم"], in: "قمصر") == nil)
  }

  @Test func `a phrase is found under the endings of its words`() throws {
    #expect(try find(["سرباز"], in: "سربازان") == Found(targets: ["سرباز"], length: 1, ending: .plural))
  }

  @Test func `a phrase that is written as it stands goes before an inflected one`() throws {
    #expect(try find(["کار", "کاری"], in: "کاری") == Found(targets: ["کاری"], length: 1, ending: nil))
  }

  @Test func `endings may be ruled out`() throws {
    #expect(try find(["سرباز"], in: "سربازان", inflected: false) == nil)
  }

  @Test func `one phrase may stand for several things`() throws {
    var vocabulary = Vocabulary()
    var index = PhraseIndex<Int>()
    index.add("طالبان", 1, to: &vocabulary)
    index.add("طالبان", 2, to: &vocabulary)
    index.add("طالبان", 1, to: &vocabulary)
    let reading = try PersianReader(data: .embedded).read(SourceText("طالبان"))
    let match = index.longestMatch(from: 0, before: 1, in: WordForms(reading, in: vocabulary))
    #expect(match?.targets == [1, 2])
  }

  @Test(arguments: ["", " ", "\u{200C}"])
  func `an empty phrase is found nowhere`(phrase: String) throws {
    #expect(try find([phrase], in: "ایران") == nil)
  }

  @Test func `the key of a word is that of its letters`() throws {
    let reading = try PersianReader(data: .embedded).read(SourceText("رئيسِ ۱۲"))
    let forms = WordForms(reading, in: Vocabulary())
    #expect(Array(forms.key(at: 0)) == WordKey.key(of: "رییس"))
    #expect(Array(forms.key(at: 1)) == Array("12".utf8))
    #expect(forms.exact == [nil, nil])
  }
}
