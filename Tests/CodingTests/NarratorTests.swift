import Coding
import Testing

/// Records told as sentences, word for word.
@Suite struct NarratorTests {
  /// The sentences for the events of a text, without the isolates around names.
  private func told(_ text: String, _ language: NarrationLanguage, published: String? = nil) throws -> [String] {
    let record = try CodedText(text, published: published).record
    return record.events.map { plain(Narrator(record).sentence(for: $0, in: language)) }
  }

  private func plain(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !(0x2066...0x2069).contains($0.value) }))
  }

  @Test func `a meeting is told with its sides and its place`() throws {
    let text = "وزیر خارجه ایران در بغداد با نخست‌وزیر عراق دیدار کرد."
    #expect(
      try told(text, .persian) == ["وزیر خارجه ایران (IRN) و نخست‌وزیر عراق (IRQ) دیدار یا گفت‌وگو کردند، در بغداد."])
    #expect(
      try told(text, .english) == [
        "Foreign minister, Iran (IRN) and prime minister, Iraq (IRQ) met or talked, in Baghdad."
      ])
  }

  @Test func `an act without an actor is told in the passive`() throws {
    let text = "پاکستان محکوم شد."
    #expect(try told(text, .persian) == ["پاکستان متهم یا محکوم شد."])
    #expect(try told(text, .english) == ["Pakistan was accused."])
  }

  @Test func `what did not happen is told as denied`() throws {
    let text = "ترکیه به سوریه حمله نکرد."
    #expect(try told(text, .persian) == ["ترکیه به سوریه حمله کرد (انکار شده)."])
    #expect(try told(text, .english) == ["Turkey attacked Syria (denied)."])
  }

  @Test func `who says so is told`() throws {
    let text = "هند گفت که پاکستان به افغانستان حمله کرد."
    #expect(try told(text, .persian) == ["پاکستان به افغانستان حمله کرد؛ به گفته هند."])
    #expect(try told(text, .english) == ["Pakistan attacked Afghanistan; so says India."])
  }

  @Test func `the day is told where the report gives one`() throws {
    let text = "پاکستان دیروز به افغانستان حمله کرد."
    #expect(try told(text, .english, published: "2025-03-10") == ["Pakistan attacked Afghanistan, on 2025-03-09."])
    #expect(try told(text, .persian, published: "2025-03-10") == ["پاکستان به افغانستان حمله کرد، در 2025-03-09."])
  }

  @Test(arguments: [
    ("روسیه و چین با ایران همکاری کردند.", "روسیه و چین با ایران همکاری کردند."),
    ("روسیه و چین از ایران حمایت کردند.", "روسیه و چین از ایران پشتیبانی کردند."),
    ("روسیه و چین به ایران حمله کردند.", "روسیه و چین به ایران حمله کردند."),
    ("روسیه و چین ایران را تحریم کردند.", "روسیه و چین ایران را تحریم کردند یا روابطشان را کاهش دادند."),
    ("روسیه و چین ایران را محکوم کردند.", "روسیه و چین از ایران انتقاد کردند یا آن را متهم کردند."),
  ])
  func `two who act have a verb in the plural`(text: String, sentence: String) throws {
    let record = try CodedText(text).record
    let event = try #require(record.events.first)
    // Who acts and who is acted upon is what this test is about, not whether the act is mutual.
    var sided = event
    let ids = record.entities.map(\.id)
    (sided.actor, sided.recipient) = ([ids[0], ids[1]], [ids[2]])
    #expect(plain(Narrator(record).sentence(for: sided, in: .persian)) == sentence)
  }

  @Test(arguments: [
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
  ])
  func `no side of any type of act is left untold, and nothing is told twice`(type: String) throws {
    let record = try CodedText("روسیه و چین به ایران حمله کردند.").record
    let ids = record.entities.map(\.id)
    var event = try #require(record.events.first)
    event.type = type
    for (actor, recipient) in [
      ([0], [2]), ([0, 1], [2]), ([0], []), ([0, 1], []), ([], [2]), ([], [1, 2]), ([], []),
    ] {
      (event.actor, event.recipient) = (actor.map { ids[$0] }, recipient.map { ids[$0] })
      for language in NarrationLanguage.allCases {
        let text = plain(Narrator(record).sentence(for: event, in: language))
        let names = language == .persian ? ["روسیه", "چین", "ایران"] : ["Russia", "China", "Iran"]
        for side in actor + recipient { #expect(text.contains(names[side]), "\(text)") }
        #expect(!text.contains("{") && !text.contains("|"), "\(text)")
        let words = text.split(separator: " ")
        #expect(!zip(words, words.dropFirst()).contains { $0 == $1 }, "\(text)")
      }
    }
  }

  @Test func `a statement is told with its speaker and its words`() throws {
    let record = try CodedText("هند هشدار داد که آب کم می‌شود.").record
    let statement = try #require(record.statements.first)
    let narrator = Narrator(record)
    #expect(
      plain(narrator.sentence(for: statement, said: "آب کم می‌شود", in: .persian)) == "هند هشدار داد: «آب کم می‌شود»")
    #expect(
      plain(narrator.sentence(for: statement, said: "آب کم می‌شود", in: .english)) == "India warned: «آب کم می‌شود»")
  }

  @Test func `every name stands in an isolate, so that mixed lines read in order`() throws {
    let record = try CodedText("هند به پاکستان حمله کرد.").record
    let text = Narrator(record).sentence(for: try #require(record.events.first), in: .english)
    #expect(text == "\u{2068}India\u{2069} attacked \u{2068}Pakistan\u{2069}.")
  }
}
