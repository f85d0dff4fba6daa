import Foundation
import Testing

/// `sanad explain` from outside. A small dictionary of its own keeps the lines that it names.
@Suite struct ExplainCommandTests {
  private static let constructions = """
    id: attack
    type: ASSAULT
    verb: حمله کردن
    noun: حمله
    actor: subject
    recipient: به
    noun-actor: ezafe
    noun-recipient: به
    unless: تیم

    """
  private static let confidence = """
    id: any
    weight: 0.4
    note: every event

    id: said
    weight: -0.5
    note: somebody says it

    """
  private static let report = "وزیر خارجه ایران گفت که ترکیه دیروز به عراق حمله کرد.\nتیم ایران حمله کرد.\n"

  private func explain(_ arguments: String..., input: String = report) throws -> SanadProcess {
    try TemporaryFolder.with { folder in
      let coding = folder.appending(path: "coding")
      try FileManager.default.createDirectory(at: coding, withIntermediateDirectories: true)
      try Data(Self.constructions.utf8).write(to: coding.appending(path: "constructions.rec"))
      try Data("id: say\nact: say\nverb: گفتن\n".utf8).write(to: coding.appending(path: "speech.rec"))
      try Data(Self.confidence.utf8).write(to: coding.appending(path: "confidence.rec"))
      let file = folder.appending(path: "report.txt")
      try Data(input.utf8).write(to: file)
      return try SanadProcess.run(
        ["explain", file.path, "--published", "2025-03-12", "--data", folder.path] + arguments)
    }
  }

  private static func f(_ text: String) -> String { "\u{2068}\(text)\u{2069}" }

  private static var firstSentence: String {
    """
    sentence 1 of 2, code points 0–53
    \(f("وزیر خارجه ایران گفت که ترکیه دیروز به عراق حمله کرد ."))
    root: \(f("گفت")) [VERB]
    ├─ nsubj: \(f("وزیر")) [NOUN +ezafe]
    │  ├─ amod: \(f("خارجه")) [PROPN +ezafe B-ORG]
    │  └─ nmod: \(f("ایران")) [PROPN I-ORG]
    ├─ ccomp: \(f("کرد")) [VERB]
    │  ├─ mark: \(f("که")) [SCONJ]
    │  ├─ nsubj: \(f("ترکیه")) [PROPN B-LOC]
    │  ├─ obl: \(f("دیروز")) [NOUN]
    │  ├─ obl:arg: \(f("عراق")) [PROPN B-LOC]
    │  │  └─ case: \(f("به")) [ADP]
    │  └─ compound:lvc: \(f("حمله")) [NOUN]
    └─ punct: \(f(".")) [PUNCT]


    """
  }

  private static var event: String {
    """
    v1 ASSAULT, asserted
      words       \(f("حمله کرد")) 44–52
      entry       coding/constructions.rec:1 attack (ASSAULT), as a verb
      roles       actor \(f("subject")) · recipient \(f("به"))
      actor       e2 \(f("ترکیه")) (TUR): subject of its clause
      recipient   e3 \(f("عراق")) (IRQ): after \(f("به"))
      status      asserted: \(f("کرد")) is in the indicative, and not negated
      said by     e1 \(f("عباس عراقچی")) (IRN), in s1: \(f("گفت")) introduces it
      place       none is named with the act
      time        2025-03-11 (day), from \(f("دیروز"))
      position    lead: sentence 1
      confidence  0.48: somebody says it −0.50; every event +0.40


    """
  }

  @Test func `a sentence is shown with its tree and the reasons for its records`() throws {
    let run = try explain("--sentence", "1")
    #expect(run.status == 0 && run.errors == "")
    #expect(
      run.output == Self.firstSentence + """
        s1 indirect speech, say
          words       \(Self.f("ترکیه دیروز به عراق حمله کرد")) 24–52
          cue         \(Self.f("گفت")) 17–20
          entry       coding/speech.rec:1 say
          speaker     e1 \(Self.f("عباس عراقچی")) (IRN): \(Self.f("وزیر خارجه ایران")), what the person is
          within      no other statement


        """ + Self.event)
  }

  @Test func `a sentence without a record says what was near, and why not`() throws {
    let run = try explain("--at", "54")
    #expect(run.status == 0 && run.errors == "")
    #expect(
      run.output == """
        sentence 2 of 2, code points 54–73
        \(Self.f("تیم ایران حمله کرد ."))
        root: \(Self.f("کرد")) [VERB]
        ├─ nsubj: \(Self.f("تیم")) [PROPN +ezafe B-ORG]
        │  └─ flat:name: \(Self.f("ایران")) [PROPN I-ORG]
        ├─ compound:lvc: \(Self.f("حمله")) [NOUN]
        └─ punct: \(Self.f(".")) [PUNCT]

        found, and no record
        \(Self.f("حمله")) 64–68, as a verb
          why not     its construction is ruled out by the words around it
          entry       coding/constructions.rec:1 attack (ASSAULT): it is not taken beside \(Self.f("تیم"))

        \(Self.f("حمله")) 64–68, as a noun
          why not     its construction is ruled out by the words around it
          entry       coding/constructions.rec:1 attack (ASSAULT): it is not taken beside \(Self.f("تیم"))

        no event: its construction is ruled out by the words around it


        """)
  }

  @Test func `one record is shown with its sentence`() throws {
    let run = try explain("--record", "v1")
    #expect(run.status == 0 && run.output == Self.firstSentence + Self.event)
  }

  @Test func `all sentences are shown where none is asked for`() throws {
    let run = try explain()
    #expect(run.status == 0 && run.output.hasPrefix(Self.firstSentence))
    #expect(run.output.contains("sentence 2 of 2, code points 54–73\n"))
  }

  @Test(arguments: [
    (["--record", "v9"], "this report has no record v9; it has e1 to e4, s1 to s1, v1 to v1"),
    (["--sentence", "3"], "this report has the sentences 1 to 2, not 3"),
    (["--sentence", "0"], "this report has the sentences 1 to 2, not 0"),
    (["--at", "74"], "this report has the code points 0 to 72, not 74"),
    (["--id", "x"], "no report of this file has the id x"),
  ])
  func `what is not there is said to be not there`(arguments: [String], complaint: String) throws {
    let run = try TemporaryFolder.with(file: "r.txt", Self.report.utf8) { file in
      try SanadProcess.run(["explain", file] + arguments)
    }
    #expect(run.status == 1 && run.output == "")
    #expect(run.errors.contains("error SND401: \(complaint)\n"), "\(run.errors)")
  }

  @Test func `of a file of several reports one must be named`() throws {
    let lines =
      #"{"id": "a", "text": "ترکیه به عراق حمله کرد."}"# + "\n" + #"{"id": "b", "text": "باران بارید."}"# + "\n"
    try TemporaryFolder.with(file: "r.jsonl", Array(lines.utf8)) { file in
      let all = try SanadProcess.run("explain", file)
      #expect(all.status == 1 && all.errors.contains("this file holds 2 reports: name one with --id, such as --id a"))
      let one = try SanadProcess.run("explain", file, "--id", "b")
      #expect(one.status == 0 && one.output.contains("no construction of the dictionary stands in it"))
    }
  }

  @Test func `two ways to choose are refused`() throws {
    #expect(try SanadProcess.run("explain", "-", "--sentence", "1", "--at", "0").status == 64)
  }

  @Test func `no control character of a report reaches the terminal`() throws {
    let run = try explain(
      input:
        "وزیر \u{1B}[31mایران\u{7F} به \u{202E}عراق\u{2066} حمله کرد و گفت: «\u{9B}2Jما دوست هستیم با \u{85}عراق.»\n")
    #expect(run.status == 0)
    let allowed: Set<Unicode.Scalar> = ["\n", "\u{2068}", "\u{2069}", "\u{200C}"]
    let controls = run.output.unicodeScalars.filter { scalar in
      [.control, .format].contains(scalar.properties.generalCategory) && !allowed.contains(scalar)
    }
    #expect(controls.isEmpty, "\(controls.map(\.value))")
    let scalars = run.output.unicodeScalars
    #expect(scalars.count { $0 == "\u{2068}" } == scalars.count { $0 == "\u{2069}" }, "every isolate is closed")
  }
}
