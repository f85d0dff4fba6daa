import ArgumentParser
import Coding
import DataFiles
import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `sanad doctor`: what is there, what is missing, and which versions are in use.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Says in plain words what is there, what is missing, and which versions of the data are in use.")

  @OptionGroup var data: DataOption

  func run() throws {
    try reportingProblems {
      var output = StandardOutput()
      let bundle = try data.bundle()
      let coder = try Coder(data: bundle)
      output.write("Sanad \(Coder.version), data \(coder.makerVersion.data)\n")
      output.write(
        data.folder.map { "Data: built in, with the files of \(ProblemText.harmless($0)) in their place\n" }
          ?? "Data: built in\n")
      for file in bundle.files { try write(file, in: bundle, to: &output) }
      output.write(readingTest(coder))
      output.write(terminal())
      output.flush()
      return FailureCount()
    }
  }

  private func write(_ file: DataBundle.File, in bundle: DataBundle, to output: inout StandardOutput) throws(Problem) {
    guard file.path.hasSuffix(".rec") else {
      let size = file.bytes.withBytes { $0.count }
      output.write("  ok  \(file.path): a model of \(size / 1024) KiB\n")
      return
    }
    let count = try bundle.records(of: file.path).count
    output.write(
      "  \(count > 0 ? "ok " : "!! ") \(file.path): \(count) records\(count > 0 ? "" : " — nothing of this kind can be recognised")\n"
    )
  }

  /// Reads one sentence the whole way, with its half-spaces lost.
  private func readingTest(_ coder: Coder) -> String {
    let article = Article(id: "doctor", text: "رئیسجمهور روسیه در مسکو با وزیر خارجه چین دیدار کرد.")
    let events = coder.code(article).record.events
    return events.contains { $0.type == "CONSULT" }
      ? "Reading: ok, a test sentence was read as it should be\n"
      : "Reading: !! a test sentence gave no event; the data in use do not fit this version of the program\n"
  }

  private func terminal() -> String {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let locale = names.lazy.compactMap { name in getenv(name).map { String(cString: $0) } }.first { !$0.isEmpty } ?? ""
    let isUTF8 = locale.uppercased().contains("UTF-8") || locale.uppercased().contains("UTF8")
    if isUTF8 { return "Terminal: ok, UTF-8\n" }
    return
      "Terminal: !! the locale is \"\(ProblemText.harmless(locale))\", not UTF-8; Persian may show wrong. Set LANG=C.UTF-8\n"
  }
}
