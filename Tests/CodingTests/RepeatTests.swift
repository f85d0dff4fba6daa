import Coding
import Testing

/// One act told more than once in a report, and several acts that look alike.
@Suite struct RepeatTests {
  private func links(_ text: String, title: String? = nil, published: String? = nil) throws -> [String?] {
    try CodedText(text, title: title, published: published).record.events.map(\.sameAs)
  }

  @Test func `headline, lead and detail tell one act, in a noun and in verbs`() throws {
    let links = try links(
      "ارتش پاکستان به افغانستان حمله کرد.\nارتش پاکستان روز دوشنبه به مواضعی در افغانستان حمله کرد.",
      title: "حمله پاکستان به افغانستان", published: "2025-03-12")
    #expect(links == [nil, "v1", "v1"])
  }

  @Test func `an army and its state are one side, two ministers of a state are two`() throws {
    #expect(try links("پاکستان به افغانستان حمله کرد. ارتش پاکستان به افغانستان حمله کرد.") == [nil, "v1"])
    #expect(
      try links("وزیر خارجه ایران با نخست‌وزیر عراق دیدار کرد. وزیر دفاع ایران با نخست‌وزیر عراق دیدار کرد.")
        == [nil, nil])
  }

  @Test(arguments: [
    "هند در کابل به طالبان حمله کرد. هند در قندهار به طالبان حمله کرد.",
    "هند به پاکستان حمله کرد. هند دوباره به پاکستان حمله کرد.",
    "هند به پاکستان حمله کرد. پاکستان به هند حمله کرد.",
    "هند به پاکستان حمله کرد و سه سرباز کشته شدند. هند به پاکستان حمله کرد و پنج سرباز کشته شدند.",
    "هند به پاکستان حمله کرد. پیشتر هند به پاکستان حمله کرده بود.",
  ])
  func `another place, another time, other numbers, other sides make another act`(text: String) throws {
    let coded = try CodedText(text)
    let attacks = coded.record.events.filter { coded.words($0.trigger).hasPrefix("حمله") }
    #expect(attacks.count == 2 && attacks.allSatisfy { $0.sameAs == nil }, "\(attacks.map(\.sameAs))")
  }

  @Test func `on the other hand does not make another act`() throws {
    #expect(try links("هند به پاکستان حمله کرد. از سوی دیگر هند به پاکستان حمله کرد.") == [nil, "v1"])
  }

  @Test func `a thousand like acts are linked in the time of a blink`() throws {
    let text = String(repeating: "هند به پاکستان حمله کرد. پاکستان به هند حمله کرد. ", count: 500)
    let clock = ContinuousClock()
    let coded = try CodedText(text)
    let time = try clock.measure { _ = try CodedText(text) }
    #expect(coded.record.events.count == 1000 && coded.record.events.count { $0.sameAs == nil } == 2)
    #expect(time < .seconds(20), "linear in the length, however slow the build")
  }
}
