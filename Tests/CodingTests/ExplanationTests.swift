import Coding
import DataFiles
import Diagnostics
import Foundation
import Testing

/// Reasons are those of the run itself.
@Suite struct ExplanationTests {
  private static let made: Result<Explainer, Problem> = {
    do throws(Problem) { return .success(try Explainer()) } catch { return .failure(error) }
  }()

  private func explain(_ text: String, published: String? = nil) throws -> Explanation {
    try Self.made.get().explain(Article(id: "t", text: text, published: published))
  }

  private func reason(_ of: String, _ id: String, _ explanation: Explanation) -> [String] {
    explanation.records.first { $0.id == id }?.reasons.filter { $0.of == of }.map {
      $0.text.filter { !"\u{2068}\u{2069}".contains($0) }
    } ?? []
  }

  @Test func `a run that is asked for its reasons reads what any other run reads`() throws {
    let text = """
      حمله هند به پاکستان
      ارتش هند روز دوشنبه به پاکستان حمله کرد. او گفت که اگر پاکستان حمله کند، هند پاسخ می‌دهد.
      رئیس‌جمهور روسیه با همتای چینی خود دیدار کرد و از احتمال جنگ ابراز نگرانی کرد.
      """
    let article = Article(id: "t", text: text, published: "2025-03-12")
    #expect(try Self.made.get().explain(article).result.record == TestCoder.get().code(article).record)
  }

  @Test func `each side is told with the sign it was found by`() throws {
    let explanation = try explain("ارتش هند به پاکستان حمله کرد و سه شهر را بمباران کرد.")
    #expect(reason("actor", "v1", explanation).first?.hasSuffix(": subject of its clause") == true)
    #expect(reason("recipient", "v1", explanation) == ["e2 پاکستان (PAK): after به"])
  }

  @Test func `a subject that is left out is said to be taken over`() throws {
    let explanation = try explain("وزیر خارجه ایران به بغداد سفر کرد و با نخست‌وزیر عراق دیدار کرد.")
    #expect(reason("actor", "v2", explanation).first?.contains("taken over from another clause") == true)
  }

  @Test func `the subject of a passive is said to be acted upon`() throws {
    let explanation = try explain("دیپلمات روسیه از سوی ترکیه بازداشت شد.")
    #expect(reason("actor", "v1", explanation).map { $0.hasSuffix("after از سوی") } == [true])
    #expect(reason("recipient", "v1", explanation).map { $0.hasSuffix("which is passive") } == [true])
  }

  @Test(arguments: [
    ("ارتش هند به پاکستان حمله نکرد.", "negated: حمله نکرد is negated"),
    ("اگر ارتش هند به پاکستان حمله کند، جنگ می‌شود.", "hypothetical: it stands in a condition"),
    ("شاید ارتش هند به پاکستان حمله کرد.", "hypothetical: because of شاید"),
    ("ارتش هند به پاکستان حمله کرد.", "asserted: حمله کرد is in the indicative, and not negated"),
  ])
  func `the status is told with the word that decided it`(sentence: String, expected: String) throws {
    // The verb alone may be named, without its noun.
    let told = reason("status", "v1", try explain(sentence)).first ?? ""
    #expect(told == expected || told == expected.replacing("حمله ", with: ""))
  }

  @Test func `a word that made no event is told with the reason and its entry`() throws {
    let explanation = try explain("تیم پاکستان در نیمه دوم بیشتر به دروازه حمله کرد.")
    #expect(explanation.result.record.events.isEmpty)
    let dropped = try #require(explanation.dropped.first)
    #expect(dropped.reasons.contains { $0.of == "entry" && $0.text.hasPrefix("coding/constructions.rec:") })
    #expect(dropped.reasons.contains { $0.text.contains("not taken beside") })
  }

  @Test func `who says so, the place, the time and the position have their words`() throws {
    let explanation = try explain(
      "سرگئی لاوروف گفت که رئیس‌جمهور ازبکستان روز دوشنبه در تاشکند با امامعلی رحمان دیدار کرد.",
      published: "2025-03-12")
    #expect(reason("said by", "v1", explanation).first?.contains("in s1: گفت introduces it") == true)
    #expect(reason("place", "v1", explanation) == ["تاشکند (city), from تاشکند after در"])
    #expect(reason("time", "v1", explanation) == ["2025-03-10 (day), from روز دوشنبه"])
    #expect(reason("position", "v1", explanation) == ["lead: sentence 1"])
  }

  @Test func `the confidence is what its parts add up to`() throws {
    let explanation = try explain("ارتش هند به پاکستان حمله کرد.")
    let told = try #require(reason("confidence", "v1", explanation).first)
    let event = try #require(explanation.result.record.events.first)
    #expect(told.hasPrefix("\(event.confidence): "))
    // The weights are told to two digits, so the sum is right to about as many.
    let sum = told.split(separator: ";").compactMap { part in
      part.split(separator: " ").last.flatMap { Double($0.replacing("−", with: "-")) }
    }.reduce(0, +)
    #expect(abs(sum - logOdds(event.confidence)) < 0.15, "\(told)")
  }

  private func logOdds(_ probability: Double) -> Double { log(probability / (1 - probability)) }

  @Test func `every record and every dropped word has a heading, reasons and a sentence that is there`() throws {
    let explanation = try explain(
      """
      شاخه خراسان داعش، موسوم به «لشکر شام»، به کابل حمله کرد و سه سرباز کشته شدند.
      او گفت: «این کشور آماده مذاکره است و ما با آنان گفت‌وگو خواهیم کرد.»
      افغان‌ها در شهر کندز در شمال افغانستان علیه شورشیان تظاهرات کردند.
      """)
    #expect(explanation.sentences.count == explanation.result.record.sentences.count)
    for item in explanation.records + explanation.dropped {
      #expect(!item.heading.isEmpty && !item.reasons.isEmpty)
      #expect(explanation.sentences.indices.contains(item.sentence) && item.span.start < item.span.end)
    }
    let record = explanation.result.record
    let ids = record.entities.map(\.id) + record.statements.map(\.id) + record.events.map(\.id)
    #expect(Set(ids).isSubset(of: explanation.records.compactMap(\.id)))
  }
}
