import Foundation
import Testing

@Suite struct WorldCommandTests {
  /// A folder of data files that is gone after the test.
  private func withFolder<Result>(_ files: [String: String], _ body: (String) throws -> Result) throws -> Result {
    try TemporaryFolder.with { folder in
      for (path, text) in files {
        let file = folder.appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
      }
      return try body(folder.path)
    }
  }

  // MARK: check

  @Test func `an example that does not match is named with its line, and the status tells`() throws {
    let record = "id: my-front\nlatin: My Front\nname: جبهه نمونه\nexample: دسته دیگری آمد.\n"
    try withFolder(["world/groups+mine.rec": record]) { folder in
      let run = try SanadProcess.run("world", "check", "--data", folder)
      #expect(run.status == 1)
      #expect(run.errors.contains("world/groups+mine.rec:4: error SND324: \"دسته دیگری آمد.\" is not read as"))
    }
  }

  @Test func `what keeps the files from being loaded is told with all else that is wrong`() throws {
    let records = "id: kabul\nlatin: Kabul\nname: کابل\n\nid: x\nlatin: X\nname: ایکس\nsector: KING\n"
    try withFolder(["world/groups+mine.rec": records]) { folder in
      let run = try SanadProcess.run("world", "check", "--data", folder)
      #expect(run.status == 1)
      #expect(
        run.errors.contains("world/groups+mine.rec:1: error SND304") && run.errors.contains(".rec:8: error SND306"))
      #expect(run.output.contains(" records, examples not run: "))
    }
  }

  @Test func `a file that nothing reads is warned of`() throws {
    try withFolder(["world/place.rec": "id: a\n"]) { folder in
      let run = try SanadProcess.run("world", "stats", "--data", folder)
      #expect(run.status == 0)
      #expect(
        run.errors.hasPrefix("\(folder): warning SND321: the data folder holds world/place.rec, which nothing reads"))
    }
  }

  // MARK: find

  @Test func `find says who has an office on a day`() throws {
    let run = try SanadProcess.run("world", "find", "رئیس‌جمهور", "روسیه", "--on", "2010-06-01")
    #expect(run.status == 0 && run.errors == "")
    #expect(run.output.hasPrefix("person  RUS GOV   dmitry-medvedev, Dmitry Medvedev  رئیس‌جمهور روسیه\n"))
    #expect(run.output.contains("\n  . state        RUS GOV   RUS  روسیه\n"))
  }

  @Test func `find says that nothing was found`() throws {
    #expect(try SanadProcess.run("world", "find", "درخت سبز است").output == "no name that the data files know\n")
  }

  @Test func `find reads a file line by line and counts code points`() throws {
    let run = try SanadProcess.run("world", "find", "--lines", "-", input: Array("درخت\nدر كابل\n".utf8))
    #expect(run.output == "2\t4\t7\tplace\tkabul\tAFG\t-\tکابل\n")
  }

  @Test(arguments: [
    ["world", "find"], ["world", "find", "کابل", "--lines", "-"], ["world", "find", "کابل", "--on", "امروز"],
  ])
  func `find refuses what it cannot mean`(arguments: [String]) throws {
    #expect(try SanadProcess.shell("\"$0\" " + arguments.joined(separator: " ")).status == 64)
  }

  // MARK: stats

  @Test func `stats counts what a folder adds`() throws {
    func states(_ run: SanadProcess) throws -> Int {
      let line = try #require(run.output.split(separator: "\n").first { $0.hasPrefix("state ") })
      return try #require(Int(line.split(separator: " ")[1]))
    }
    try withFolder(["world/states+mine.rec": "id: QQQ\nlatin: X\nname: هیچستان\n"]) { folder in
      let more = try states(SanadProcess.run("world", "stats", "--data", folder))
      #expect(try more == states(SanadProcess.run("world", "stats")) + 1)
    }
  }

  @Test func `stats is a table of Latin letters and digits`() throws {
    let run = try SanadProcess.run("world", "stats", "--top", "3")
    #expect(run.status == 0 && run.outputBytes.allSatisfy { $0 < 0x80 })
    let lines = run.output.split(separator: "\n")
    #expect(lines[0] == "kind            entries    names")
    #expect(Set(lines.map(\.count)) == [32])
  }

  // MARK: import-geonames

  private static let dump = [
    "7\tBagh-e Naw\tBagh-e Naw\tباغ نو\t34.25\t62.5\tP\tPPL\tAF\t\t11\t\t\t\t70000\t\t900\tAsia/Kabul\t2024-01-01",
    "no line of the dump", "8\tElsewhere\tElsewhere\tجای دور\t1\t2\tP\tPPL\tNG\t\t1\t\t\t\t70000\t\t900\tA\t2024-01-01",
  ].joined(separator: "\n")

  @Test func `what is imported is found with --data`() throws {
    try withFolder(["AF.txt": Self.dump, "world/README": ""]) { folder in
      let output = folder + "/world/places+geonames.rec"
      let run = try SanadProcess.run(
        "world", "import-geonames", folder + "/AF.txt", "--countries", "af,IRN", "-o", output)
      #expect(run.status == 1 && run.output == "")
      #expect(run.errors.hasPrefix("\(folder)/AF.txt:2: error SND221: this line is no place of GeoNames: it has 1 col"))
      #expect(run.errors.contains("\n1 places written of 1; left out: 0 without"))
      let found = try SanadProcess.run("world", "find", "در باغ نو", "--data", folder)
      #expect(found.errors == "" && found.output.contains("  geonames-7, Bagh-e Naw  باغ نو\n"))
    }
  }

  @Test func `an import that fails leaves no file`() throws {
    try withFolder(["world/README": ""]) { folder in
      let run = try SanadProcess.run("world", "import-geonames", folder + "/none.txt", "-o", folder + "/out.rec")
      #expect(run.status == 1 && run.errors.hasPrefix("\(folder)/none.txt: error SND101"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["world"])
    }
  }

  @Test(arguments: ["- ", "AF.txt --countries XX", "AF.txt --min-population=-1"])
  func `import-geonames refuses what it cannot do`(arguments: String) throws {
    #expect(try SanadProcess.shell("\"$0\" world import-geonames " + arguments).status == 64)
  }
}
