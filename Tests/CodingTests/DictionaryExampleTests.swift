import Coding
import Diagnostics
import Testing

@Suite struct DictionaryExampleTests {
  /// Examples that are known not to be read as they should be may be this share of all.
  private static let tolerated = 0.03

  @Test func `the examples of the data files are read as their records say`() throws {
    let report = ExampleCheck(try TestCoder.get()).run()
    let failures = report.failures.map { failure in
      "\(failure.place.file ?? "?"):\(failure.place.line ?? 0) \(failure.rule): \(failure.sentence) "
        + "should be \(failure.expected), was \(failure.found)"
    }
    #expect(report.count > 1_000)
    print("\(failures.count) of \(report.count) examples are not read as their records say")
    for failure in failures { print(failure) }
    #expect(Double(failures.count) <= Self.tolerated * Double(report.count), "\(failures.joined(separator: "\n"))")
  }
}
