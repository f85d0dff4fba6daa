import ArgumentParser
import DataFiles
import Diagnostics

/// `--data`: a folder of data files to use in place of those built in.
struct DataOption: ParsableArguments {
  @Option(
    name: .customLong("data"), help: "A folder laid out as Sanad's Data; its files are used in place of those built in."
  )
  var folder: String?

  /// The files to use; a file of the folder that nothing reads is named on standard error.
  func bundle() throws -> DataBundle {
    guard let folder else { return .embedded }
    let bundle = try DataBundle.embedded.overlaid(by: folder)
    for file in bundle.unknownFiles {
      writeToStandardError(ProblemText.render(Problem(.dataFileUnknown, at: InputPlace(file: folder), file)))
    }
    return bundle
  }
}
