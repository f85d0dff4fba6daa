import ArgumentParser
import DataFiles
import Diagnostics
import PersianText

/// `sanad repair`: text in, repaired text out, line for line.
struct RepairCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repair",
    abstract: "Restores lost half-spaces and folds look-alike letters, line for line.",
    discussion: "Reads FILE, or standard input where none is given or it is -, and writes as many lines as it read.")

  @Argument(help: "A text file, or - for standard input.")
  var file = "-"

  func run() throws {
    let reader = try PersianReader(data: .embedded)
    let input = LineInput(file: file)
    var output = StandardOutput()
    var failures = FailureCount()
    try input.forEachLine { (line, number) in
      do throws(Problem) {
        guard !line.isEmpty else { output.write([UInt8(ascii: "\n")]); failures.good(); return }
        let decoded = try TextDecoding.decode(line)
        output.write(reader.repaired(decoded.text).bytes)
        output.write([UInt8(ascii: "\n")])
        failures.good()
      } catch {
        // The line goes through as it came: nothing is lost.
        output.write(line)
        output.write([UInt8(ascii: "\n")])
        failures.report(error.atLine(number).inFile(file))
      }
    }
    output.flush()
    try failures.finish()
  }
}
