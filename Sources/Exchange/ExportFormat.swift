public import Ledger

/// What events can be written as.
public enum ExportFormat: String, Sendable, CaseIterable {
  /// One JSON object an event.
  case jsonl
  /// One row an event, RFC 4180.
  case csv
  /// Points, RFC 7946.
  case geojson
  /// Actors and what they did to each other, GraphML 1.0.
  case graphml
  /// The columns of the POLECAT data, tab-separated.
  case polecat
  /// Day, both sides and the CAMEO code, tab-separated.
  case cameo
}

/// The front door of Exchange: writes events, one after the other, in a format of another program's.
///
/// ```swift
/// var export = Export(as: .csv)
/// output.write(export.begin())
/// for event in events { output.write(export.write(event)) }
/// output.write(export.end())
/// ```
public struct Export: Sendable {
  private var writer: any EventWriter

  /// Begins an export.
  public init(as format: ExportFormat) {
    writer =
      switch format {
      case .jsonl: JSONLinesWriter()
      case .csv: CSVWriter()
      case .geojson: GeoJSONWriter()
      case .graphml: GraphMLWriter()
      case .polecat: PolecatWriter()
      case .cameo: CAMEOWriter()
      }
  }

  /// What goes before the events, UTF-8.
  public mutating func begin() -> [UInt8] { writer.begin() }

  /// An event, or nothing where the format has no place for it or holds it back to the end.
  public mutating func write(_ event: StoredEvent) -> [UInt8] { writer.write(event) }

  /// What goes after the events.
  public mutating func end() -> [UInt8] { writer.end() }
}

/// One format.
protocol EventWriter: Sendable {
  mutating func begin() -> [UInt8]
  mutating func write(_ event: StoredEvent) -> [UInt8]
  mutating func end() -> [UInt8]
}

/// Events as the ledger writes them.
struct JSONLinesWriter: EventWriter {
  func begin() -> [UInt8] { [] }
  func write(_ event: StoredEvent) -> [UInt8] { event.jsonLine }
  func end() -> [UInt8] { [] }
}
