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
    var repairer = try PersianReader(data: .embedded).lineRepairer()
    let input = LineInput(file: file)
    var output = StandardOutput()
    var failures = FailureCount()
    var line: [UInt8] = []
    var saidEncoding = false
    try input.forEachLine(
      tooLong: { failures.report($0) }, passing: { output.write($0) },
      { (bytes, number) in
        line.removeAll(keepingCapacity: true)
        do throws(Problem) {
          let encoding = try repairer.append(repairOf: bytes, to: &line)
          failures.good()
          if encoding == .windows1256, !saidEncoding {
            failures.report(Problem(.decodedFromWindows1256).atLine(number).inFile(file))
            saidEncoding = true
          }
        } catch {
          // The line goes through as it came: nothing is lost.
          line.append(contentsOf: bytes)
          failures.report(error.atLine(number).inFile(file))
        }
        line.append(UInt8(ascii: "\n"))
        output.write(line)
      })
    output.flush()
    try failures.finish()
  }
}
