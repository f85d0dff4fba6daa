import Coding
import Testing

/// Who is a side of an act, where its words do not stand beside the verb or are in no list.
@Suite struct SideTests {
  @Test func `people in no list who are counted are a side, and act for the place`() throws {
    let text = try CodedText("در تهران دوازده نفر بازداشت شدند.")
    #expect(text.told == ["COERCE nobody > IRN asserted"])
    #expect(try text.entity(called: "دوازده نفر").kind == .group)
  }

  @Test func `a deed of one's own is the subject's`() throws {
    let text = try CodedText("اسرائیل در حملات خود به غزه از پهپاد استفاده کرد.")
    #expect(text.told == ["ASSAULT ISR > PSE asserted"])
  }

  @Test func `who condemns a deed condemns its doer`() throws {
    let text = try CodedText("آلمان تجاوز روسیه به خاک اوکراین را به شدت محکوم کرد.")
    #expect(text.told.contains("ACCUSE DEU > RUS asserted"))
  }

  @Test func `what happened counts where nobody is said to have done it`() throws {
    let text = try CodedText("پس از انفجار دیروز در کابل راه‌ها بسته شد.")
    #expect(text.told == ["ASSAULT nobody > AFG asserted"])
  }

  @Test func `a demand that somebody makes of another country is his`() throws {
    let text = try CodedText("وزیر خارجه ایران گفت که آمریکا باید تحریم‌ها را لغو کند.")
    #expect(text.told == ["REQUEST IRN > USA asserted"])
  }

  @Test func `who calls another the culprit accuses him`() throws {
    let text = try CodedText("سخنگوی ارتش پاکستان گفت هند در ناآرامی‌ها دست دارد.")
    #expect(text.told == ["ACCUSE PAK > IND asserted"])
  }
}
