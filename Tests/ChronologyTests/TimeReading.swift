import Chronology
import DataFiles
import Diagnostics
import PersianText

/// A text with the time expressions that were read in it.
struct TimeReading {
  var reading: Reading
  var expressions: [TimeExpression]

  static let persian = Result { () throws(Problem) in try PersianReader(data: .embedded) }
  static let time = Result { () throws(Problem) in try TimeReader(data: .embedded) }

  init(
    _ text: String, anchor: CivilDate?, direction: TimeDirection = .unstated, calendar: CalendarSystem = .solarHijri
  ) throws {
    reading = try Self.persian.get().read(SourceText(text))
    var reader = try Self.time.get()
    reader.civilCalendar = calendar
    expressions = reader.read(reading, anchor: anchor) { _ in direction }
  }

  /// `START/END PRECISION` of an expression.
  func dates(_ index: Int) -> String {
    guard expressions.indices.contains(index) else { return "nothing" }
    let expression = expressions[index]
    let start = expression.start?.description ?? ".."
    let end = expression.end?.description ?? ".."
    return "\(start)/\(end) \(expression.precision.rawValue)"
  }

  func words(_ index: Int) -> String {
    expressions.indices.contains(index) ? reading.string(ofWords: expressions[index].words) : "nothing"
  }

  /// The words as the source has them.
  func sourceWords(_ index: Int) -> String {
    reading.source.string(reading.sourceRange(ofWords: expressions[index].words))
  }

  /// ``dates(_:)`` with `~` where it is approximate, and the time of day.
  func answer(_ index: Int) -> String {
    let expression = expressions[index]
    let clock = expression.clock.map { " \($0.hour):" + ($0.minute < 10 ? "0" : "") + "\($0.minute)" } ?? ""
    return dates(index) + (expression.isApproximate ? "~" : "") + clock
  }

  var all: String {
    expressions.indices.map { "[\(words($0))] \(dates($0))" }.joined(separator: "; ")
  }
}
