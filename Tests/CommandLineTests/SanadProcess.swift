import Foundation
import Testing

/// A run of the program that was built beside the tests.
struct SanadProcess {
  var status: Int32
  /// Whether a signal ended it.
  var wasKilled: Bool
  var outputBytes: Data
  var output: String { String(decoding: outputBytes, as: UTF8.self) }
  var errors: String

  /// Where the build put the program.
  private static func program() throws -> URL {
    let bundle = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    let folders = sequence(first: bundle) { $0.pathComponents.count > 1 ? $0.deletingLastPathComponent() : nil }
    let places = folders.prefix(5).map { $0.appending(path: "sanad") }
    return try #require(places.first { isProgram($0) }, "the program is not beside \(bundle.path)")
  }

  private static func isProgram(_ file: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) && !isFolder.boolValue
  }

  /// Runs the program to its end; what it writes goes through files, so that no pipe fills up.
  static func run(_ arguments: String..., input: some Sequence<UInt8> = [], output: String? = nil) throws -> Self {
    try run(arguments, input: input, output: output)
  }

  /// Runs the program to its end with a list of arguments.
  static func run(_ arguments: [String], input: some Sequence<UInt8> = [], output: String? = nil) throws -> Self {
    try TemporaryFolder.with { folder in
      let (inputFile, outputFile, errorFile) = (
        folder.appending(path: "in"), folder.appending(path: "out"), folder.appending(path: "err")
      )
      try Data(input).write(to: inputFile)
      try Data().write(to: outputFile)
      try Data().write(to: errorFile)
      let process = Process()
      process.executableURL = try program()
      process.arguments = arguments
      process.environment = ["COLUMNS": "80", "LANG": "C.UTF-8"]
      process.standardInput = try FileHandle(forReadingFrom: inputFile)
      process.standardOutput = try FileHandle(forWritingTo: output.map { URL(filePath: $0) } ?? outputFile)
      process.standardError = try FileHandle(forWritingTo: errorFile)
      try process.run()
      process.waitUntilExit()
      return SanadProcess(
        status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
        outputBytes: try Data(contentsOf: outputFile),
        errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
    }
  }

  /// Runs the program in a line of the shell, where it is called `$0`.
  static func shell(_ line: String) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line, try program().path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }
}

/// A folder that is gone after the test.
enum TemporaryFolder {
  static func with<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sanad-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }

  static func with<Result>(file name: String, _ bytes: some Sequence<UInt8>, _ body: (String) throws -> Result) throws
    -> Result
  {
    try with { folder in
      let file = folder.appending(path: name)
      try Data(bytes).write(to: file)
      return try body(file.path)
    }
  }
}
