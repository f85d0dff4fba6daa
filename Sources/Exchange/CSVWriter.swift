internal import Coding
internal import Ledger

/// A table of one row an event: RFC 4180 with a header, UTF-8 without a byte order mark.
///
/// What comes from a text and begins as a formula does is written with an apostrophe before it, since spreadsheets run
/// what stands in a cell (OWASP, "CSV Injection"). Several values in one cell are parted by `; `.
struct CSVWriter: EventWriter {
  /// The columns, as docs/exchange.md describes them.
  static let columns = [
    "event", "day", "time_start", "time_end", "time_precision", "type", "mode", "status", "actor", "actor_entry",
    "actor_country", "actor_sector", "recipient", "recipient_entry", "recipient_country", "recipient_sector", "place",
    "place_entry", "place_country", "latitude", "longitude", "place_precision", "said_by", "killed", "wounded",
    "arrested", "seized", "displaced", "position", "rule", "confidence", "sentence", "document", "document_id",
    "source",
    "published", "url", "title", "coder_version", "data_version",
  ]

  func begin() -> [UInt8] { Self.line(Self.columns) }

  func write(_ stored: StoredEvent) -> [UInt8] {
    let event = stored.event
    var cells = [String(stored.id), stored.day ?? ""]
    cells += [event.time?.start ?? "", event.time?.end ?? "", event.time?.precision ?? "", event.type]
    cells += [event.mode ?? "", event.status.rawValue]
    for side in [stored.actors, stored.recipients] {
      cells += [
        Self.list(side.map(\.name)), Self.list(side.map(\.entry)), Self.list(side.map(\.country)),
        Self.list(side.map(\.sector)),
      ]
    }
    cells += [Self.text(event.place?.name), event.place?.entry ?? "", event.place?.country ?? ""]
    cells += [
      event.place?.latitude.map { "\($0)" } ?? "", event.place?.longitude.map { "\($0)" } ?? "",
      event.place?.precision ?? "",
    ]
    cells.append(Self.list(stored.saidBy))
    for measure in ["killed", "wounded", "arrested", "seized", "displaced"] {
      cells.append(stored.count(of: measure).map { String($0) } ?? "")
    }
    cells += [event.position.rawValue, Self.text(event.rule), "\(event.confidence)", Self.text(stored.evidence)]
    let witness = stored.witness
    cells += [String(witness.document), Self.text(witness.name), Self.text(witness.source)]
    cells += [Self.text(witness.published), Self.text(witness.url), Self.text(witness.title)]
    cells += [stored.coder.version, stored.coder.data]
    return Self.line(cells)
  }

  func end() -> [UInt8] { [] }

  private static func list(_ values: [String?]) -> String {
    values.allSatisfy { $0 == nil } ? "" : text(values.map { $0 ?? "" }.joined(separator: "; "))
  }

  /// A value from a text, made harmless for a spreadsheet.
  static func text(_ value: String?) -> String {
    guard let value, let first = value.unicodeScalars.first(where: { $0.value > 0x20 && $0.value != 0xA0 }) else {
      return ""
    }
    let isFormula =
      "=+-@＝＋－＠".unicodeScalars.contains(first) || value.unicodeScalars.first.map { $0.value < 0x20 } ?? false
    return isFormula ? "'" + value : value
  }

  /// A row; every cell that needs it stands in quotation marks.
  static func line(_ cells: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      let needsMarks = cell.utf8.contains { byte in
        byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte < 0x20
      }
      guard needsMarks else {
        bytes.append(contentsOf: cell.utf8)
        continue
      }
      bytes.append(UInt8(ascii: "\""))
      for byte in cell.utf8 where byte != 0 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    return bytes + [0x0D, 0x0A]
  }
}

extension StoredEvent {
  /// The greatest number that the report gives of a measure: a sum would count the same people twice.
  func count(of measure: String) -> Int? {
    figures.filter { $0.measure == measure }.compactMap(\.count).max()
  }
}
