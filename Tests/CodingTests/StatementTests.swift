import Coding
import Diagnostics
import Testing

/// Who says what.
@Suite struct StatementTests {
  @Test func `a quotation over several sentences is one span`() throws {
    let text = try CodedText(
      "سخنگوی وزارت خارجه ایران گفت: «ما مذاکره را ادامه می‌دهیم. راه دیگری نمی‌بینیم. فشار فایده ندارد.»")
    let direct = text.record.statements.filter { $0.kind == .direct }
    #expect(direct.map { text.words($0.span) } == ["ما مذاکره را ادامه می‌دهیم. راه دیگری نمی‌بینیم. فشار فایده ندارد."])
    #expect(text.countries(direct.compactMap(\.speaker)) == ["IRN"])
  }

  @Test func `reported speech begins after «که»`() throws {
    let text = try CodedText("والی هرات گفت که بند سلما پر شده است.")
    #expect(
      text.record.statements.map { "\($0.kind) \($0.act) \(text.words($0.span))" } == [
        "indirect say بند سلما پر شده است"
      ])
  }

  @Test func `«به گفته» names a speaker`() throws {
    let text = try CodedText("به گفته پولیس کندهار، دو نفر در انفجار زخمی شدند.")
    let statement = try #require(text.record.statements.first)
    #expect(text.words(statement.cue) == "به گفته" && text.words(statement.span) == "دو نفر در انفجار زخمی شدند")
  }

  @Test(arguments: [("هشدار داد", "warn"), ("تأکید کرد", "stress"), ("ادعا کرد", "claim"), ("اعلام کرد", "announce")])
  func `a statement knows its speech act`(verb: String, act: String) throws {
    let text = try CodedText("وزیر انرژی ترکیه \(verb) که آب کم شده است.")
    #expect(text.record.statements.map(\.act) == [act])
  }

  @Test func `a quotation mark without a partner ends with its paragraph and is a warning`() throws {
    let text = try CodedText("او گفت: «ما به کسی حمله نمی‌کنیم.\nفردا باران می‌بارد.")
    #expect(text.result.warnings.map(\.code) == [.unbalancedQuotes])
    #expect(text.result.warnings.map(\.place.column) == [9])
    #expect(text.record.statements.allSatisfy { !text.words($0.span).contains("باران") })
  }

  @Test func `a quotation in somebody's words is within them`() throws {
    let text = try CodedText("سخنگوی ارتش هند گفت که پاکستان اعلام کرده است که مرز بسته می‌شود.")
    #expect(text.record.statements.map(\.within) == [nil, "s1"])
  }
}
