import ArgumentParser
import DataFiles
import Diagnostics
import Intake
import PersianText

/// `sanad repair`: text in, repaired text out, line for line.
struct RepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Restores lost half-spaces and folds look-alike letters, line for line.",
    discussion: """
      Reads FILE, or standard input where none is given or it is -, and writes as many lines as it read. A line that \
      cannot be used (no text, or longer than \(LineInput(file: "").longestLine >> 20) MiB) is named on standard error \
      and goes through as it came.
      """)

  @Argument(help: "A text file, or - for standard input.")
  var file = "-"

  @Flag(help: "Write it as it is printed: Persian marks, digits and quotation marks, and the spaces around them.")
  var publish = false

  func run() throws {
    try reportingProblems {
      let reader = try PersianReader(data: .embedded)
      var lines = RepairedLines(reader: reader, file: file, publish: publish)
      try LineInput(file: file).forEachLine(
        tooLong: { lines.fail($0) }, passing: { lines.pass($0) }, { lines.take($0, $1) })
      lines.flush()
      return lines.failures
    }
  }
}

/// Repairs lines, a stretch of them at a time, and writes what comes out; nothing is lost.
private struct RepairedLines {
  private let reader: PersianReader
  private let file: String
  private let publish: Bool
  private var repairer: LineRepairer
  private var output = StandardOutput()
  private(set) var failures = FailureCount()
  private var repaired: [UInt8] = []
  private var saidEncoding = false

  init(reader: PersianReader, file: String, publish: Bool) {
    (self.reader, self.file, self.publish) = (reader, file, publish)
    repairer = reader.lineRepairer()
  }

  mutating func take(_ bytes: ArraySlice<UInt8>, _ number: Int) {
    do throws(Problem) {
      let encoding = try repairer.take(bytes)
      if encoding == .windows1256, !saidEncoding {
        failures.report(Problem(.decodedFromWindows1256).atLine(number).inFile(file))
        saidEncoding = true
      }
      failures.good()
      if repairer.isFull { writeRepaired() }
    } catch {
      pass(bytes)
      pass([UInt8(ascii: "\n")])
      failures.report(error.ofLine(number).inFile(file))
    }
  }

  /// Writes bytes as they came, after all that was taken before them.
  mutating func pass(_ bytes: ArraySlice<UInt8>) {
    writeRepaired()
    output.write(bytes)
  }

  mutating func fail(_ problem: Problem) { failures.report(problem) }

  mutating func flush() {
    writeRepaired()
    output.flush()
  }

  private mutating func writeRepaired() {
    repaired.removeAll(keepingCapacity: true)
    repairer.write(to: &repaired)
    guard publish, !repaired.isEmpty else { return output.write(repaired) }
    for line in repaired.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      output.write(reader.published(SourceText(String(decoding: line, as: UTF8.self))).bytes)
      output.write([UInt8(ascii: "\n")])
    }
  }
}
