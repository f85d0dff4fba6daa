import Foundation
import Testing

@Suite struct CodeCommandTests {
  private static let lines = [
    #"{"id":"a","title":"دیدار در کابل","text":"وزیر خارجه ازبکستان با همتای افغان خود در کابل دیدار کرد."}"#,
    #"{"id":"b","text":"شورشیان به پاسگاه مرزی حمله کردند. سه سرباز کشته شدند.","published":"2025-03-10"}"#,
    #"{"id":"c","event_text":"هوا آفتابی است.","date":"2024-01-01"}"#,
  ]
  private static let input = Array((lines.joined(separator: "\n") + "\n").utf8)

  private func records(_ run: SanadProcess) throws -> [[String: Any]] {
    try run.outputBytes.split(separator: UInt8(ascii: "\n")).map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    }
  }

  @Test func `every article gives one record, in order`() throws {
    let run = try SanadProcess.run("code", input: Self.input)
    #expect(try records(run).map { $0["id"] as? String } == ["a", "b", "c"])
    #expect(run.errors == "" && run.status == 0)
  }

  @Test func `two runs, and four jobs, write the same bytes`() throws {
    let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Samples/reports.jsonl").path
    let one = try SanadProcess.run("code", samples)
    #expect(one.status == 0 && one.outputBytes.count { $0 == UInt8(ascii: "\n") } == 8)
    #expect(try SanadProcess.run("code", samples).outputBytes == one.outputBytes)
    #expect(try SanadProcess.run("code", samples, "--jobs", "4").outputBytes == one.outputBytes)
  }

  @Test func `lines that cannot be used are named, and all others are coded`() throws {
    let bad = Array("\nno json\n{\"id\":\"d\"}\n".utf8) + [0x80, 0x81, 0x0A] + Array("{\"text\":5}\n".utf8)
    try TemporaryFolder.with(file: "in.jsonl", Array(Self.lines[0].utf8) + bad + Array(Self.lines[1].utf8)) { file in
      let run = try SanadProcess.run("code", file)
      #expect(try records(run).map { $0["id"] as? String } == ["a", "b"])
      #expect(run.status == 1)
      let places = run.errors.split(separator: "\n").filter { $0.hasPrefix(file) }.map { $0.dropFirst(file.count) }
      #expect(places.map { $0.prefix { $0 != "m" && $0 != "e" } } == [":2: ", ":3: ", ":4:1: ", ":5: "])
      #expect(run.errors.contains("\(file):2: error SND201: this line is not a JSON object: "))
      #expect(
        run.errors.hasSuffix(
          "error SND403: 4 of 6 lines could not be used; all others were\n  each is named above with its line\n"))
    }
  }

  @Test func `a line in Windows-1256 is decoded with a warning`() throws {
    let words: [UInt8] = [
      0xCA, 0xE5, 0xD1, 0xC7, 0xE4, 0x20, 0xC7, 0xED, 0xD1, 0xC7, 0xE4, 0x20, 0xD3, 0xE1, 0xC7, 0xE3,
    ]
    let run = try SanadProcess.run("code", input: Array(#"{"id":"w","text":""#.utf8) + words + Array("\"}\n".utf8))
    #expect(run.status == 0)
    #expect(try records(run).count == 1)
    #expect(
      run.errors == """
        standard input:1: warning SND105: this text was written in Windows-1256, and was decoded from it
          nothing to do; offsets count the decoded text. Save it as UTF-8 to be sure

        """)
  }

  @Test func `a line of 50 MB is refused quickly, and the next is coded`() throws {
    let long = [UInt8](repeating: UInt8(ascii: "a"), count: 50_000_000)
    let start = ContinuousClock.now
    let run = try SanadProcess.run("code", input: long + [0x0A] + Array(Self.lines[0].utf8))
    #expect(ContinuousClock.now - start < .seconds(30))
    #expect(run.status == 1)
    #expect(try records(run).count == 1)
    #expect(
      run.errors.hasPrefix(
        "standard input:1: error SND106: this line is 50000000 bytes long; at most 16777216 are read\n"))
  }

  @Test func `an id that was used before is a warning`() throws {
    let line = Array((Self.lines[2] + "\n").utf8)
    let run = try SanadProcess.run("code", input: line + line)
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("standard input:2: warning SND205: the id \"c\" was used before, in line 1\n"))
  }

  @Test func `quotation marks without a partner are a warning with their line`() throws {
    let line = #"{"id":"q","text":"او گفت: «نمی‌آیم.\nسپس رفت."}"#
    let run = try SanadProcess.run("code", input: Array(line.utf8))
    #expect(run.status == 0)
    #expect(run.errors.hasPrefix("standard input:1:9: warning SND107: a quotation mark « has no partner"))
  }

  @Test func `verbose counts what became of the sentences`() throws {
    let run = try SanadProcess.run("code", "--verbose", input: Self.input)
    let lines = run.errors.split(separator: "\n")
    let total = try #require(lines.first?.split(separator: " ").first.flatMap { Int($0) })
    let told = try #require(lines.first?.split(separator: " ").dropFirst(2).first.flatMap { Int($0) })
    let others = lines.dropFirst().compactMap { $0.split(separator: " ").first.flatMap { Int($0) } }
    #expect(total == 5 && told >= 2)
    #expect(total == told + others.reduce(0, +), "\(run.errors)")
  }

  @Test func `an input without a line is said to be empty`() throws {
    let run = try SanadProcess.run("code", input: Array("\n \n".utf8))
    #expect(run.status == 1 && run.output == "")
    #expect(
      run.errors == """
        standard input: error SND102: there is no text in this input
          give a file with a report in it

        """)
  }

  @Test(arguments: ["code", "read", "repair"])
  func `a file that is not there is named`(verb: String) throws {
    let run = try SanadProcess.run(verb, "no/such.jsonl")
    #expect(run.status == 1 && run.output == "")
    #expect(
      run.errors == """
        no/such.jsonl: error SND101: this file cannot be read: No such file or directory
          check the name and the permissions, or give - to read standard input

        """)
  }

  @Test func `a number of jobs that is none is refused with the usage`() throws {
    let run = try SanadProcess.run("code", "--jobs", "0")
    #expect(run.status == 64 && run.errors.hasPrefix("Error: --jobs takes a number from 1 to 1024\n"))
  }

  @Test func `a reader that goes away ends the program quietly`() throws {
    let samples = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Samples/reports.jsonl").path
    let run = try SanadProcess.shell("\"$0\" code '\(samples)' | head -c 10")
    #expect(run.output == #"{"id":"ira"# && run.status == 0)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `a disk that is full is said to be`() throws {
    let run = try SanadProcess.run("repair", input: Array("سلام\n".utf8), output: "/dev/full")
    #expect(run.status == 1)
    #expect(
      run.errors == """
        standard output: error SND402: the output cannot be written: No space left on device
          check the disk and the permissions

        """)
  }
}
