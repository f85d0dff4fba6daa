import DataFiles
import PersianSyntax
import Testing

@Suite struct VerbAnalyserTests {
  let analyser: VerbAnalyser

  init() throws {
    analyser = try VerbAnalyser(data: .embedded)
  }

  private func first(_ word: String) throws -> (verb: Verb, analysis: VerbAnalysis) {
    let analysis = try #require(analyser.analyses(of: word).first, "\(word) is not read as a verb")
    return (analyser.verbs[analysis.verb], analysis)
  }

  @Test func `every form that a verb makes is read back as that form`() {
    for index in analyser.verbs.indices {
      for (form, analysis) in analyser.conjugation(ofVerb: index) {
        #expect(
          analyser.analyses(of: form).contains(analysis), "\(form) of \(analyser.verbs[index].infinitive): \(analysis)")
      }
    }
  }

  @Test(arguments: ["نمی‌گوید", "نمیگوید", "نميگويد"])
  func `a verb is read with and without its half-space`(spelling: String) throws {
    let (verb, analysis) = try first(spelling)
    #expect(verb.infinitive == "گفتن")
    #expect(analysis.tense == .present && analysis.isNegated && analysis.person == 3 && !analysis.isPlural)
  }

  @Test(arguments: [
    ("بیفتد", "افتادن"), ("نیامدند", "آمدن"), ("نینداخت", "انداختن"), ("بایستید", "ایستادن"), ("بگو", "گفتن"),
    ("برنمی‌گردد", "برگشتن"), ("درآمده‌اند", "درآمدن"), ("فروپاشید", "فروپاشیدن"), ("می‌گذارد", "گذاشتن"),
    ("گذارده‌اند", "گذاردن"),
  ])
  func `a stem is found behind its prefixes`(form: String, infinitive: String) {
    #expect(analyser.analyses(of: form).contains { analyser.verbs[$0.verb].infinitive == infinitive })
  }

  @Test(arguments: ["گود", "کتاب", "وزیر", "ب", "", "ن", "می"])
  func `what no verb has is not read as one`(word: String) {
    #expect(analyser.analyses(of: word).isEmpty)
  }

  @Test func `the future is read from two words`() throws {
    let phrase = try #require(analyser.analysis(ofPhrase: ["نخواهند", "رفت"]))
    #expect(analyser.verbs[phrase.verb].infinitive == "رفتن")
    #expect(phrase.tense == .future && phrase.isNegated && phrase.isPlural && phrase.person == 3)
  }

  @Test(arguments: [
    (["کشته", "شدند"], VerbAnalysis.Tense.past, VerbAnalysis.Aspect.simple),
    (["کشته", "شده", "اند"], .past, .perfect), (["کشته", "شده‌اند"], .past, .perfect),
    (["کشته", "شده", "بود"], .past, .pluperfect), (["کشته", "خواهد", "شد"], .future, .simple),
    (["کشته", "می‌شوند"], .present, .imperfective),
  ])
  func `a participle with «شدن» is passive`(
    words: [String], tense: VerbAnalysis.Tense, aspect: VerbAnalysis.Aspect
  ) throws {
    let phrase = try #require(analyser.analysis(ofPhrase: words))
    #expect(analyser.verbs[phrase.verb].infinitive == "کشتن")
    #expect(phrase.voice == .passive && phrase.tense == tense && phrase.aspect == aspect)
  }

  @Test func `«دارد می‌رود» is going on`() throws {
    let phrase = try #require(analyser.analysis(ofPhrase: ["دارند", "می‌آیند"]))
    #expect(analyser.verbs[phrase.verb].infinitive == "آمدن")
    #expect(phrase.aspect == .progressive && phrase.isPlural)
  }

  @Test func `words that are no verb together are not read`() {
    #expect(analyser.analysis(ofPhrase: ["کتاب", "رفت"]) == nil)
    #expect(analyser.analysis(ofPhrase: []) == nil)
  }
}
