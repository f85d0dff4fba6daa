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
      if let text = try wideText() {
        for (index, line) in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
          lines.take(line.last == UInt8(ascii: "\r") ? line.dropLast() : line, index + 1)
        }
      } else {
        try LineInput(file: file).forEachLine(
          tooLong: { lines.fail($0) }, passing: { lines.pass($0) }, { lines.take($0, $1) })
      }
      lines.flush()
      return lines.failures
    }
  }

  /// The text of a file in UTF-16, whose lines cannot be told apart before it is decoded; `nil` for all others.
  private func wideText() throws(Problem) -> ArraySlice<UInt8>? {
    guard file != "-" else { return nil }
    var isWide = false
    try LineInput(file: file).forEachBlock { block in
      isWide = block.starts(with: [0xFF, 0xFE]) || block.starts(with: [0xFE, 0xFF])
      return false
    }
    guard isWide else { return nil }
    let text: SourceText
    do throws(Problem) {
      text = try TextDecoding.decode(WholeFile(file: file, limit: 1 << 28).bytes()).text
    } catch {
      throw error.inFile(file)
    }
    return text.bytes.last == UInt8(ascii: "\n") ? text.bytes.dropLast() : text.bytes[...]
  }
}

/// Repairs line after line and writes what comes out; nothing is lost.
private struct RepairedLines {
  private let reader: PersianReader
  private let file: String
  private let publish: Bool
  private var repairer: LineRepairer
  private var output = StandardOutput()
  private(set) var failures = FailureCount()
  private var line: [UInt8] = []
  private var saidEncoding = false

  init(reader: PersianReader, file: String, publish: Bool) {
    (self.reader, self.file, self.publish) = (reader, file, publish)
    repairer = reader.lineRepairer()
  }

  mutating func take(_ bytes: ArraySlice<UInt8>, _ number: Int) {
    line.removeAll(keepingCapacity: true)
    do throws(Problem) {
      let encoding = try appendForm(of: bytes)
      if encoding == .windows1256, !saidEncoding {
        failures.report(Problem(.decodedFromWindows1256).atLine(number).inFile(file))
        saidEncoding = true
      }
      failures.good()
    } catch {
      line.append(contentsOf: bytes)
      failures.report(error.ofLine(number).inFile(file))
    }
    line.append(UInt8(ascii: "\n"))
    output.write(line)
  }

  private mutating func appendForm(of bytes: ArraySlice<UInt8>) throws(Problem) -> TextDecoding.Encoding {
    guard publish else { return try repairer.append(repairOf: bytes, to: &line) }
    let decoded = try TextDecoding.decode(bytes)
    // Signs for a line break inside a line stay in it.
    line.append(contentsOf: reader.published(decoded.text).bytes.map { $0 == UInt8(ascii: "\n") ? 0x20 : $0 })
    return decoded.encoding
  }

  mutating func pass(_ bytes: ArraySlice<UInt8>) { output.write(bytes) }

  mutating func fail(_ problem: Problem) { failures.report(problem) }

  mutating func flush() { output.flush() }
}
