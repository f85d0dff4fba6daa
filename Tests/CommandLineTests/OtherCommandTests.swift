import Foundation
import Testing

@Suite struct OtherCommandTests {
  @Test func `repair writes as many lines as it reads`() throws {
    let input = "می روم\n\nكتاب های\u{2028}من\r\nآخر"
    let run = try SanadProcess.run("repair", input: Array(input.utf8))
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output == "می‌روم\n\nکتاب‌های من\nآخر\n")
  }

  @Test func `repair passes a line through that it cannot read`() throws {
    let run = try SanadProcess.run("repair", input: Array("می روم\n".utf8) + [0xFF, 0x0A] + Array("می روم\n".utf8))
    #expect(run.status == 1)
    #expect(run.outputBytes == Data(Array("می‌روم\n".utf8) + [0xFF, 0x0A] + Array("می‌روم\n".utf8)))
    #expect(run.errors.hasPrefix("standard input:2:1: error SND104: "))
  }

  @Test func `doctor names every data file and says that all is well`() throws {
    let run = try SanadProcess.run("doctor")
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.hasPrefix("Sanad 0.1.0, data "))
    #expect(run.output.contains("\nData: built in\n") && run.output.contains("\n  ok  world/states.rec: "))
    #expect(!run.output.contains("!!"))
    #expect(run.output.hasSuffix("Reading: ok, a test sentence was read as it should be\nTerminal: ok, UTF-8\n"))
  }

  @Test func `doctor says what is wrong with a folder of data`() throws {
    try TemporaryFolder.with(file: "words.rec", Array("id: a\nna\u{1B}me ب\n".utf8)) { file in
      let folder = URL(filePath: file).deletingLastPathComponent().path
      let run = try SanadProcess.run("doctor", "--data", folder)
      #expect(
        run.status == 1 && run.errors.contains("\nwords.rec:2: error SND301: this line is no field: na\\u{1B}me ب\n"))
    }
  }

  @Test func `check names the file and line of what is wrong`() throws {
    try TemporaryFolder.with { folder in
      try FileManager.default.createDirectory(
        at: folder.appending(path: "coding"), withIntermediateDirectories: true)
      try Data("id: killed\nmeasure: killed\nword: کشته\nexample: سه سرباز کشته شدند. => killed 4\n".utf8)
        .write(to: folder.appending(path: "coding/figures.rec"))
      try Data("id: a\ntype: CONSULT\nverb: دیدار کردن\nactor: subject; با\nmutual: yes\n".utf8)
        .write(to: folder.appending(path: "coding/constructions.rec"))
      try Data("id: say\nact: say\nverb: گفتن\n".utf8).write(to: folder.appending(path: "coding/speech.rec"))
      try emptyExamples(of: folder)
      let run = try SanadProcess.run("check", "--data", folder.path)
      #expect(run.status == 1)
      #expect(
        run.output == """
          coding/figures.rec:4: killed
            سه سرباز کشته شدند.
            should be  killed 4
            was read   killed 3
          1 examples, 1 not read as their records say

          """)
    }
  }

  /// World files of one state and nothing else, so that no other example is run.
  private func emptyExamples(of folder: URL) throws {
    try FileManager.default.createDirectory(at: folder.appending(path: "world"), withIntermediateDirectories: true)
    for name in ["states", "places", "persons", "organisations", "groups", "institutions", "agents", "titles", "media"]
    {
      let text = name == "states" ? "id: IRN\nname: ایران\nlatin: Iran\n" : ""
      try Data(text.utf8).write(to: folder.appending(path: "world/\(name).rec"))
    }
  }

  @Test func `a verb that is none is refused with the usage`() throws {
    let run = try SanadProcess.run("translate")
    #expect(run.status == 64 && run.output == "")
  }

  @Test func `the version is that of the records`() throws {
    #expect(try SanadProcess.run("--version").output == "0.1.0\n")
  }
}
