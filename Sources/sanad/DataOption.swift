import ArgumentParser
import DataFiles

/// `--data`: a folder of data files to use in place of those built in.
struct DataOption: ParsableArguments {
  @Option(
    name: .customLong("data"), help: "A folder laid out as Sanad's Data; its files are used in place of those built in."
  )
  var folder: String?

  /// The files to use.
  func bundle() throws -> DataBundle {
    guard let folder else { return .embedded }
    return try DataBundle.embedded.overlaid(by: folder)
  }
}
