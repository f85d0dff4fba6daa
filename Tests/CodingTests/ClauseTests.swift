import Coding
import Testing

/// Which clause an act stands in, and so who acts.
@Suite struct ClauseTests {
  @Test func `a relative clause between subject and verb has its own act`() throws {
    let text = try CodedText("نخست‌وزیر عراق که دیروز با وزیر خارجه ترکیه دیدار کرد، حمله به اردن را محکوم کرد.")
    #expect(text.told.contains("CONSULT IRQ+TUR > nobody asserted"))
    #expect(text.told.contains { $0.hasPrefix("ACCUSE IRQ > ") })
  }

  @Test func `what somebody says with «که» is that somebody's, not an act of the sentence`() throws {
    let text = try CodedText("وزیر دفاع پاکستان گفت که ارتش هند به یک روستای مرزی حمله کرده است.")
    let event = try #require(text.record.events.first { $0.type == "ASSAULT" })
    #expect(text.countries(event.actor) == ["IND"])
    #expect(event.saidBy == ["s1"])
    #expect(text.countries([text.record.statements[0].speaker ?? ""]) == ["PAK"])
  }

  @Test func `two verbs joined by «و» share their subject`() throws {
    let text = try CodedText("رئیس‌جمهور ترکیه وارد باکو شد و با رئیس‌جمهور آذربایجان دیدار کرد.")
    #expect(text.told.contains("CONSULT AZE+TUR > nobody asserted"))
  }

  @Test func `a name joined to the subject by «و» acts too`() throws {
    let text = try CodedText("روسیه و چین از این تصمیم حمایت کردند.")
    #expect(text.told == ["SUPPORT CHN+RUS > nobody asserted"])
  }

  @Test func `a meeting puts all its sides among those who act`() throws {
    let text = try CodedText("وزیر خارجه قطر با همتای مصری خود در دوحه دیدار کرد.")
    #expect(text.told == ["CONSULT EGY+QAT > nobody asserted"])
  }

  @Test func `a passive without an agent leaves open who did it`() throws {
    let text = try CodedText("سه شهروند افغانستان در ترکیه بازداشت شدند.")
    #expect(text.told == ["COERCE nobody > AFG asserted"])
  }

  @Test(arguments: ["توسط", "از سوی"])
  func `a passive names who did it after its preposition`(agent: String) throws {
    let text = try CodedText("دو خبرنگار ایرانی \(agent) پلیس ترکیه بازداشت شدند.")
    #expect(text.told == ["COERCE TUR > IRN asserted"])
  }
}
