import Chronology
import DataFiles
import Foundation
import PersianText
import Testing

@Suite(.serialized) struct TimeSpeedTests {
  /// docs/measurements.md quotes what this prints in a release build.
  @Test("The sample reports are read at more than five million words a minute in a release build")
  func speed() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "Samples/reports.jsonl"), encoding: .utf8)
    let persian = try TimeReading.persian.get()
    let readings = text.split(separator: "\n").map { persian.read(SourceText(String($0))) }
    let anchor = CivilDate(year: 2024, month: 7, day: 10)

    let clock = ContinuousClock()
    var reader = try TimeReader(data: .embedded)
    let loading = try clock.measure { reader = try TimeReader(data: .embedded) }
    let rounds = 20
    var found = 0
    let time = clock.measure {
      for _ in 0..<rounds {
        for reading in readings { found += reader.read(reading, anchor: anchor).count }
      }
    }
    let words = readings.reduce(0) { $0 + $1.words.count } * rounds
    let rate = Int(Double(words) / (time / .seconds(60)))
    print("times: data loaded in \(loading); \(rate / 1_000_000) million words a minute, \(found / rounds) expressions")
    #expect(found > 0)
    #if !DEBUG
      #expect(rate > 5_000_000)
    #endif
  }
}
