import Testing
import World

@Suite struct MentionTests {
  private static let states = """
    id: AFG
    name: افغانستان
    latin: Afghanistan
    adjective: افغانی
    people: افغان

    id: USA
    name: ایالات متحده
    name: ایالات متحده آمریکا
    latin: United States
    government: کاخ سفید
    """
  private static let titles = "id: president\nname: رئیس‌جمهور\nlatin: president\nsector: GOV\n"
  private static let agents = "id: soldier\nname: سرباز\nafghan: عسکر\nplural: عساکر\nlatin: soldier\nkind: person\n"

  private func mentions(_ text: String) throws -> [String] {
    try WorldFolder(["states": Self.states, "titles": Self.titles, "agents": Self.agents]).mentions(in: text)
  }

  @Test func `the longest name is found`() throws {
    #expect(try mentions("در ایالات متحده آمریکا") == ["ایالات متحده آمریکا: USA name"])
    #expect(try mentions("در ایالات متحده") == ["ایالات متحده: USA name"])
  }

  @Test(arguments: ["رئیس‌جمهور", "رئیسجمهور", "رئیس جمهور", "رئيس‌جمهور", "رييس جمهور"])
  func `an office is found in every spelling of its half-space`(spelling: String) throws {
    #expect(try mentions("\(spelling) آمد.") == ["\(spelling): president name"])
  }

  @Test func `an inflected noun is found with its ending`() throws {
    #expect(try mentions("سربازان و سربازها") == ["سربازان: soldier name plural", "سربازها: soldier name plural"])
  }

  @Test func `an Afghan name and an irregular plural are found like any other`() throws {
    #expect(try mentions("عسکر، عساکر") == ["عسکر: soldier name", "عساکر: soldier name"])
  }

  @Test func `a name knows how it is used`() throws {
    #expect(
      try mentions("کاخ سفید، مهاجر افغان و پول افغانی")
        == ["کاخ سفید: USA government", "افغان: AFG people", "افغانی: AFG adjective"])
  }

  @Test func `a name inside another word is none`() throws {
    #expect(try mentions("افغانستانی‌الاصل سربازخانه").allSatisfy { !$0.hasPrefix("سربازخانه") })
  }

  @Test func `one name of two entries has both senses`() throws {
    let folder = WorldFolder([
      "places": """
      id: herat
      name: هرات
      latin: Herat

      id: herat-province
      name: هرات
      latin: Herat Province
      kind: province
      """
    ])
    #expect(try folder.mentions(in: "در هرات") == ["هرات: herat name, herat-province name"])
  }
}
