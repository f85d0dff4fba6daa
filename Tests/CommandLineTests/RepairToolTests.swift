import Foundation
import Testing

/// Runs the built tool.
struct BuiltTool {
  let standardOutput: Data
  let standardError: String
  let status: Int32

  var text: String { String(decoding: standardOutput, as: UTF8.self) }

  init(_ arguments: [String], input: Data = Data()) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func file(_ name: String, _ content: Data = Data()) throws -> FileHandle {
      let url = folder.appendingPathComponent(name)
      try content.write(to: url)
      return try name == "in" ? FileHandle(forReadingFrom: url) : FileHandle(forWritingTo: url)
    }
    let process = Process()
    process.executableURL = try Self.path()
    process.arguments = arguments
    // Files, not pipes: a pipe that nobody empties would stop the tool.
    process.standardInput = try file("in", input)
    process.standardOutput = try file("out")
    process.standardError = try file("err")
    try process.run()
    process.waitUntilExit()
    standardOutput = try Data(contentsOf: folder.appendingPathComponent("out"))
    standardError = String(decoding: try Data(contentsOf: folder.appendingPathComponent("err")), as: UTF8.self)
    status = process.terminationStatus
  }

  /// The tool lies where the tests were built.
  private static func path() throws -> URL {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folders =
      [Bundle.main.bundleURL, URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()]
      + Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
      + [package.appendingPathComponent(".build/debug")]
    let candidates = folders.map { $0.appendingPathComponent("sanad") }
    return try #require(candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) })
  }
}

@Suite("sanad repair")
struct RepairToolTests {
  @Test("writes as many lines as it read, repaired")
  func lines() throws {
    let tool = try BuiltTool(["repair"], input: Data("وزیر میگوید\n\nخانه ها\r\nآخر".utf8))
    #expect(tool.text == "وزیر می\u{200C}گوید\n\nخانه\u{200C}ها\nآخر\n")
    #expect(tool.standardError.isEmpty)
    #expect(tool.status == 0)
  }

  @Test("keeps signs for a line break inside their line")
  func lineSigns() throws {
    for arguments in [["repair"], ["repair", "--publish"]] {
      let tool = try BuiltTool(arguments, input: Data("الف\u{2028}ب\u{85}پ\n".utf8))
      #expect(tool.text == "الف ب پ\n")
    }
  }

  @Test("passes a line that is no text on as it came, says so, and goes on")
  func binaryLine() throws {
    let input = Data("میرود\n".utf8) + Data([0x61, 0x00, 0xFF, 0x0A]) + Data("میآید\n".utf8)
    let tool = try BuiltTool(["repair"], input: input)
    #expect(
      tool.standardOutput == Data("می\u{200C}رود\n".utf8) + Data([0x61, 0x00, 0xFF, 0x0A])
        + Data("می\u{200C}آید\n".utf8))
    #expect(tool.standardError.contains("standard input:2:2: error SND103"))
    #expect(tool.standardError.contains("1 of 3 lines could not be used"))
    #expect(tool.status == 1)
  }

  @Test("passes a line beyond the limit on as it came, byte for byte")
  func longLine() throws {
    let long = Data(repeating: 0x61, count: (16 << 20) + 1)
    let tool = try BuiltTool(["repair"], input: long + Data("\nمیرود\n".utf8))
    #expect(tool.standardOutput == long + Data("\nمی\u{200C}رود\n".utf8))
    #expect(tool.standardError.contains("SND106"))
    #expect(tool.status == 1)
  }

  @Test("reads a file in UTF-16 and lines in Windows-1256, and says that it decoded them")
  func encodings() throws {
    let wide = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: wide) }
    try Data([0xFF, 0xFE] + "او میرود\nاو میآید\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] })
      .write(to: wide)
    #expect(try BuiltTool(["repair", wide.path]).text == "او می\u{200C}رود\nاو می\u{200C}آید\n")
    let narrow = try BuiltTool(["repair"], input: Data([0xD3, 0xE1, 0xC7, 0xE3, 0x20, 0x98, 0xC7, 0xC8, 0xE1, 0x0A]))
    #expect(narrow.text == "سلام کابل\n")
    #expect(narrow.standardError.contains("SND105"))
    #expect(narrow.status == 0)
  }

  @Test("says what is wrong with a file that is not there")
  func missingFile() throws {
    let tool = try BuiltTool(["repair", "/no/such/file"])
    #expect(tool.standardError.contains("SND101"))
    #expect(tool.status == 1)
  }
}
