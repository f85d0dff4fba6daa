import Coding
import Testing

/// Sport is not coded.
@Suite struct SportTests {
  private static let match = """
    تیم ملی فوتبال ایران در مسابقات جام جهانی با تیم عراق دیدار کرد و سرمربی تیم از بازیکنان تشکر کرد.
    """

  @Test func `teams that meet are no actors`() throws {
    let text = try CodedText(Self.match)
    #expect(text.told.isEmpty)
    #expect(text.result.verdicts.map(\.reason) == [.sport])
  }

  @Test func `one word of sport makes no report one on sport`() throws {
    let text = try CodedText("روسیه در ورزشگاه بزرگ پکن با چین توافق‌نامه همکاری امضا کرد.")
    #expect(text.told == ["SUPPORT CHN+RUS > nobody asserted"])
  }
}
