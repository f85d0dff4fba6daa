internal import Coding
internal import Ledger

/// The 40 columns of the weekly files of POLECAT (Halterman, Bagozzi, Beger, Schrodt and Scarborough, "PLOVER and POLECAT",
/// 2023), tab-separated: programs that read those read these.
///
/// A column for what Sanad does not know is empty, never guessed: intensity, contexts, numbers of the Correlates of War,
/// Wikipedia and GeoNames. Only what is said to have happened is an event there, so only that is written.
struct PolecatWriter: EventWriter {
  static let columns = [
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source",
    "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
  ]

  func begin() -> [UInt8] { Self.line(Self.columns) }

  func write(_ stored: StoredEvent) -> [UInt8] {
    let event = stored.event
    guard event.status == .asserted, let day = stored.day else { return [] }
    var cells = [String(stored.id), day, event.type, event.mode ?? "", "", PloverCodes.quadName(event.type) ?? "", ""]
    for side in [stored.actors, stored.recipients] {
      let sectors = side.compactMap(\.sector)
      cells += [
        Self.list(side.map { $0.latin ?? $0.name }), Self.list(side.compactMap(\.country)), "", sectors.first ?? "",
        Self.list(sectors), "", Self.list(side.map(\.name)), "",
      ]
    }
    let place = event.place
    let name = place.map { $0.latin ?? $0.name } ?? ""
    cells += [name, place?.precision == "city" ? name : "", "", place?.precision == "province" ? name : ""]
    cells += [
      place?.country ?? "", place?.latitude.map { "\($0)" } ?? "", place?.longitude.map { "\($0)" } ?? "", "",
      place?.name ?? "", place?.precision ?? "",
    ]
    let published = stored.witness.published.map { String($0.prefix(10)) } ?? ""
    cells += [stored.witness.source ?? "", published, "", "", "", "fas", stored.coder.version]
    return Self.line(cells)
  }

  func end() -> [UInt8] { [] }

  private static func list(_ values: [String]) -> String { values.joined(separator: ";") }

  /// A row; the format has no quotation, so what would break it is a blank.
  static func line(_ cells: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x09) }
      for byte in cell.utf8 { bytes.append(byte < 0x20 || byte == UInt8(ascii: "\"") ? 0x20 : byte) }
    }
    return bytes + [0x0A]
  }
}

/// Day, sides and CAMEO code of each event that is said to have happened, tab-separated, one row for each pair of sides.
struct CAMEOWriter: EventWriter {
  static let columns = ["event", "day", "source", "target", "cameo", "root", "quad", "plover"]

  func begin() -> [UInt8] { PolecatWriter.line(Self.columns) }

  func write(_ stored: StoredEvent) -> [UInt8] {
    let event = stored.event
    guard event.status == .asserted, let day = stored.day,
      let code = PloverCodes.cameo(type: event.type, mode: event.mode), let quad = PloverCodes.quad(event.type)
    else { return [] }
    let plover = event.type + (event.mode.map { "/" + $0 } ?? "")
    let actors = stored.actors.isEmpty ? [""] : stored.actors.map(Self.code)
    let recipients = stored.recipients.isEmpty ? [""] : stored.recipients.map(Self.code)
    return actors.flatMap { actor in
      recipients.flatMap { recipient in
        PolecatWriter.line([
          String(stored.id), day, actor, recipient, code, String(code.prefix(2)), String(quad), plover,
        ])
      }
    }
  }

  func end() -> [UInt8] { [] }

  /// Country and sector, as CAMEO puts its actor codes together: `AFGMIL`.
  private static func code(_ side: StoredEvent.Side) -> String { (side.country ?? "") + (side.sector ?? "") }
}
