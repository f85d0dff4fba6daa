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
    try reportingProblems {
      let reader = try PersianReader(data: .embedded)
      var output = StandardOutput()
      var failures = FailureCount()
      try LineInput(file: file).forEachLine(tooLong: { problem in
        // Too long to be kept: an empty line holds its place.
        output.write([UInt8(ascii: "\n")])
        failures.report(problem)
      }) { line, number in
        do throws(Problem) {
          output.write(try repaired(line, reader))
          failures.good()
        } catch {
          // The line goes through as it came: nothing is lost.
          output.write(line)
          failures.report(error.atLine(number).inFile(file))
        }
        output.write([UInt8(ascii: "\n")])
      }
      output.flush()
      return failures
    }
  }

  private func repaired(_ line: ArraySlice<UInt8>, _ reader: PersianReader) throws(Problem) -> [UInt8] {
    let bytes = reader.repaired(try TextDecoding.decode(line).text).bytes
    // Other line breaks (U+2028 and the like) were read as such; here they would make two lines of one.
    return bytes.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
  }
}
