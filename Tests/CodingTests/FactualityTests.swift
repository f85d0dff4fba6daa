import Coding
import Testing

/// Whether the report says that an act happened.
@Suite struct FactualityTests {
  @Test(arguments: [
    ("ارتش ترکیه به سوریه حمله نکرد.", "negated"),
    ("اگر ارتش ترکیه به سوریه حمله کند، جنگ گسترش می‌یابد.", "hypothetical"),
    ("شاید ارتش ترکیه به سوریه حمله کند.", "hypothetical"),
    ("ارتش ترکیه باید به سوریه حمله کند.", "hypothetical"),
    ("ارتش ترکیه به سوریه حمله کرد.", "asserted"),
    ("ارتش ترکیه به سوریه حمله کرده بود.", "asserted"),
  ])
  func `an attack is as real as its verb says`(sentence: String, status: String) throws {
    let events = try CodedText(sentence).record.events.filter { $0.type == "ASSAULT" }
    #expect(events.map(\.status.rawValue) == [status])
  }

  @Test func `a cooperative act that is still to come is a promise`() throws {
    let text = try CodedText("هند به افغانستان کمک خواهد کرد.")
    #expect(text.told == ["AGREE IND > AFG asserted"])
  }

  @Test func `help that is denied for the future is refused`() throws {
    let text = try CodedText("ترکیه به سوریه کمک نخواهد کرد.")
    #expect(text.told == ["REJECT TUR > SYR asserted"])
  }

  @Test func `a release told in the present is promised`() throws {
    let text = try CodedText("طالبان سه زندانی آمریکایی را آزاد می‌کنند.")
    #expect(text.told == ["AGREE AFG > USA asserted"])
  }

  @Test func `a hope is no act`() throws {
    let text = try CodedText("وزیر خارجه عمان ابراز امیدواری کرد که ایران و مصر توافق کنند.")
    #expect(!text.record.events.contains { $0.type == "AGREE" && $0.status == .asserted })
  }

  @Test func `a sentence without an act says why there is none`() throws {
    let verdicts = try CodedText("هوا در کابل سرد است. اگر ترکیه به سوریه حمله کند، بد می‌شود.").result.verdicts
    #expect(verdicts.map(\.events) == [0, 0])
    #expect(verdicts.map(\.reason) == [.noConstruction, .hypothetical])
  }
}
