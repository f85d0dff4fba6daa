import Coding
import Testing

/// Scores counted by hand.
@Suite struct ScoreTests {
  private typealias Gold = GoldDocument

  private func actors(_ countries: String...) -> [GoldDocument.Actor] {
    countries.map { GoldDocument.Actor(name: "", country: $0) }
  }

  /// Gold of one sentence, and what the coder reads from it.
  private func score(
    _ text: String, _ events: [GoldDocument.Event], quotes: [GoldDocument.Quote] = [],
    figures: [GoldDocument.Figure] = []
  ) throws -> Score {
    let document = GoldDocument(
      id: "g", text: text, sentences: [0..<text.unicodeScalars.count], events: events, quotes: quotes,
      figures: figures)
    var score = Score()
    score.add(document, try TestCoder.get().code(document.article).record)
    return score
  }

  @Test func `an act with its sides is right in full`() throws {
    let score = try score(
      "هند به پاکستان حمله کرد.",
      [Gold.Event(sentence: 0, type: "ASSAULT", actor: actors("IND"), recipient: actors("PAK"))])
    #expect(score.type == ScoreCount(gold: 1, read: 1, right: 1) && score.full.right == 1)
    #expect(score.mistakes.isEmpty && score.judgements.map(\.isRight) == [true])
    #expect(score.type.f1 == 1)
  }

  @Test func `another actor leaves the type right, and is a mistake of sides`() throws {
    let score = try score(
      "هند به پاکستان حمله کرد.",
      [Gold.Event(sentence: 0, type: "ASSAULT", actor: actors("CHN"), recipient: actors("PAK"))])
    #expect(score.type.right == 1 && score.full.right == 0 && score.rightActors == 0 && score.rightRecipients == 1)
    #expect(score.mistakes.map(\.kind) == [.sides])
    #expect(score.mistakes.first?.gold == "ASSAULT CHN > PAK" && score.mistakes.first?.read == "ASSAULT IND > PAK")
  }

  @Test func `the sides of a mutual act are one set`() throws {
    let score = try score(
      "ایران با عراق گفت‌وگو کرد.",
      [Gold.Event(sentence: 0, type: "CONSULT", actor: actors("IRQ"), recipient: actors("IRN"))])
    #expect(score.full.right == 1)
  }

  @Test func `of two acts of a type each is paired with the one that agrees most`() throws {
    let score = try score(
      "هند به پاکستان حمله کرد و ترکیه به سوریه حمله کرد.",
      [
        Gold.Event(sentence: 0, type: "ASSAULT", actor: actors("TUR"), recipient: actors("SYR")),
        Gold.Event(sentence: 0, type: "ASSAULT", actor: actors("IND"), recipient: actors("PAK")),
      ])
    #expect(score.type == ScoreCount(gold: 2, read: 2, right: 2) && score.full.right == 2)
  }

  @Test func `what is missed and what is too much are mistakes with their words`() throws {
    let score = try score(
      "هند به پاکستان حمله کرد.", [Gold.Event(sentence: 0, type: "AID", trigger: "کمک", actor: actors("IND"))])
    #expect(score.type == ScoreCount(gold: 1, read: 1, right: 0) && score.type.f1 == 0)
    #expect(score.mistakes.map(\.kind) == [.extra, .missed])
    #expect(score.mistakes.map(\.trigger) == ["حمله کرد", "کمک"])
    #expect(score.byType["AID"] == ScoreCount(gold: 1) && score.byType["ASSAULT"] == ScoreCount(read: 1))
  }

  @Test func `an act that is denied counts as not read`() throws {
    let score = try score("هند به پاکستان حمله نکرد.", [])
    #expect(score.type == ScoreCount())
  }

  @Test func `a statement is found where one overlaps, and its speaker by the last name`() throws {
    let score = try score(
      "رجب طیب اردوغان گفت که مذاکرات صلح ادامه دارد.", [],
      quotes: [
        Gold.Quote(sentence: 0, speaker: "اردوغان", text: "مذاكرات صلح"),
        Gold.Quote(sentence: 0, speaker: "اردوغان", text: "مذاکرات صلح"),
      ])
    #expect(score.statements.gold == 1, "words that do not stand in the text are no gold")
    #expect(score.statements.right == 1 && score.rightSpeakers == 1)
  }

  @Test func `figures count by sentence, measure and number`() throws {
    let score = try score(
      "سه سرباز کشته شدند.", [],
      figures: [
        Gold.Figure(sentence: 0, measure: "killed", count: 3), Gold.Figure(sentence: 0, measure: "killed", count: 3),
      ])
    #expect(score.figures == ScoreCount(gold: 2, read: 1, right: 1))
  }

  @Test func `gold that names sentences it does not have does not stop the count`() throws {
    let score = try score(
      "هند به پاکستان حمله کرد.", [Gold.Event(sentence: 9, type: "AID", actor: [])],
      quotes: [Gold.Quote(sentence: -1, speaker: "هند", text: "هند")])
    #expect(score.type.gold == 1 && score.statements.gold == 0)
  }

  @Test func `likelihoods that come true as often as they say have no calibration error`() {
    let events =
      (0..<10).map { (confidence: 0.8, isRight: $0 < 8) } + (0..<10).map { (confidence: 0.3, isRight: $0 < 3) }
    let reliability = Reliability(events)
    #expect(reliability.calibrationError < 1e-9)
    #expect(abs(reliability.brier - (0.16 + 0.21) / 2) < 1e-9 && abs(reliability.brierOfBase - 0.55 * 0.45) < 1e-9)
    #expect(reliability.bins.map(\.count) == [0, 0, 0, 10, 0, 0, 0, 0, 10, 0])
  }

  @Test func `sure likelihoods that never come true are as wrong as can be`() {
    let reliability = Reliability([(confidence: 1, isRight: false), (confidence: 2, isRight: true)])
    #expect(reliability.calibrationError == 1 && reliability.brier == 1 && reliability.count == 1)
  }
}
