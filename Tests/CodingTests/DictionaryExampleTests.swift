import Coding
import DataFiles
import Diagnostics
import Testing

@Suite struct DictionaryExampleTests {
  @Test func `every example of the data files is read as its record says`() throws {
    let report = try ExampleCheck(data: .embedded).run()
    let failures = report.failures.map { failure in
      "\(failure.place.file ?? "?"):\(failure.place.line ?? 0) \(failure.rule): \(failure.sentence) "
        + "should be \(failure.expected), was \(failure.found)"
    }
    #expect(report.count > 1_000)
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }
}
