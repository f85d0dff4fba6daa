import Foundation
import Testing

/// `sanad score` from outside, on gold of two sentences.
@Suite struct ScoreCommandTests {
  private static let text = "هند به پاکستان حمله کرد و سه سرباز کشته شدند. ایران از عراق تشکر کرد."

  private static func gold() -> String {
    let first = "هند به پاکستان حمله کرد و سه سرباز کشته شدند.".unicodeScalars.count
    let all = text.unicodeScalars.count
    return #"""
      {"doc": "d", "text": "\#(text)", "sentences": [[0, \#(first)], [\#(first + 1), \#(all)]], "events": [
      {"s": 0, "type": "ASSAULT", "trigger": "حمله کرد", "actor": [{"country": "IND"}], "recipient": [{"country": "PAK"}]},
      {"s": 1, "type": "AID", "trigger": "تشکر کرد", "actor": [{"country": "IRN"}], "recipient": []}],
      "figures": [{"s": 0, "what": "killed", "count": 3}]}
      """#.replacing("\n", with: " ") + "\n"
  }

  private func score(_ arguments: String...) throws -> SanadProcess {
    try TemporaryFolder.with { folder in
      let coding = folder.appending(path: "coding")
      try FileManager.default.createDirectory(at: coding, withIntermediateDirectories: true)
      let constructions = """
        id: attack
        type: ASSAULT
        verb: حمله کردن
        actor: subject
        recipient: به

        id: thank
        type: SUPPORT
        verb: تشکر کردن
        actor: subject
        recipient: از

        """
      try Data(constructions.utf8).write(to: coding.appending(path: "constructions.rec"))
      try Data("id: any\nweight: 0.4\n".utf8).write(to: coding.appending(path: "confidence.rec"))
      let gold = folder.appending(path: "gold.jsonl")
      try Data(Self.gold().utf8).write(to: gold)
      return try SanadProcess.run(["score", gold.path, "--data", folder.path] + arguments)
    }
  }

  private static let summary = """
    1 documents

                                  gold      read     right precision    recall        F1
    type                             2         2         1     0.500     0.500     0.500
    full                             2         2         1     0.500     0.500     0.500
    figures                          1         1         1     1.000     1.000     1.000

    of 1 events of the right type, 1.000 have the right actors, 1.000 the right recipients

    """

  @Test func `the whole is counted by type, in full and by figures`() throws {
    let run = try score()
    #expect(run.status == 0 && run.errors == "" && run.output == Self.summary)
  }

  @Test(arguments: [
    (
      "type",
      """
      type                          gold      read     right precision    recall        F1
      AID                              1         0         0     0.000     0.000     0.000
      ASSAULT                          1         1         1     1.000     1.000     1.000
      SUPPORT                          0         1         0     0.000     0.000     0.000

      """
    ),
    (
      "entry",
      """
      entry                         read     right      full precision
      thank                            1         0         0     0.000
      attack                           1         1         1     1.000

      """
    ),
    (
      "document",
      """
      document                      gold      read     right precision    recall        F1      full
      d                                2         2         1     0.500     0.500     0.500         1

      """
    ),
    (
      "confidence",
      """
      confidence                  events      mean     right
      0.6 to 0.7                       2     0.600     0.500

      Brier score 0.260, of one confidence for all 0.250; expected calibration error 0.100

      """
    ),
  ])
  func `a table says it by type, entry, document or confidence`(by: String, table: String) throws {
    #expect(try score("--by", by).output == Self.summary + "\n" + table)
  }

  @Test func `mistakes are shown with their sentence and what was near`() throws {
    let run = try score("--errors", "2")
    #expect(
      run.output == Self.summary + """

        2 mistakes

        extra  SUPPORT IRN > IRQ \u{2068}تشکر کرد\u{2069}, by thank  [d sentence 2]
          \u{2068}ایران از عراق تشکر کرد.\u{2069}

        missed AID IRN > - \u{2068}تشکر کرد\u{2069}  [d sentence 2]
          \u{2068}ایران از عراق تشکر کرد.\u{2069}
          near: no other word of the dictionary

        """)
  }

  @Test func `mistakes of one type are shown alone`() throws {
    let run = try score("--errors", "9", "--type", "AID")
    #expect(run.output.contains("1 mistake\n\nmissed AID") && !run.output.contains("extra"))
  }

  @Test func `a line that is no gold is named, and the rest is counted`() throws {
    try TemporaryFolder.with(file: "g.jsonl", Array(("{}\n" + Self.gold()).utf8)) { file in
      let run = try SanadProcess.run("score", file)
      #expect(run.status == 1 && run.output.hasPrefix("1 documents\n"))
      #expect(run.errors.hasPrefix("\(file):1: error SND202: the field \"doc\" should be there\n"))
    }
  }

  @Test func `the output is the same with any number of jobs`() throws {
    #expect(try score("--by", "entry", "--jobs", "4").output == score("--by", "entry").output)
  }
}
