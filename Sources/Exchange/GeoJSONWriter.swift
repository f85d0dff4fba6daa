internal import Coding
internal import Ledger

/// Events as points, RFC 7946: a feature collection of all events whose place has coordinates. Properties are flat, as
/// map programs want them.
struct GeoJSONWriter: EventWriter {
  private var isFirst = true

  func begin() -> [UInt8] { Array("{\"type\":\"FeatureCollection\",\"features\":[\n".utf8) }

  mutating func write(_ stored: StoredEvent) -> [UInt8] {
    guard let place = stored.event.place, let latitude = place.latitude, let longitude = place.longitude,
      (-90...90).contains(latitude), (-180...180).contains(longitude)
    else { return [] }
    var json = JSONText()
    json.object { json in
      json.key("type")
      json.value("Feature")
      json.key("id")
      json.value(Int(stored.id))
      json.key("geometry")
      json.object { json in
        json.key("type")
        json.value("Point")
        json.key("coordinates")
        json.array([longitude, latitude]) { $0.value($1) }
      }
      json.key("properties")
      json.object { Self.properties(stored, place, &$0) }
    }
    defer { isFirst = false }
    return (isFirst ? [] : Array(",\n".utf8)) + json.bytes
  }

  func end() -> [UInt8] { Array("\n]}\n".utf8) }

  private static func properties(_ stored: StoredEvent, _ place: Event.Place, _ json: inout JSONText) {
    json.key("event")
    json.value(String(stored.id))
    json.key("day")
    json.value(stored.day)
    json.key("type")
    json.value(stored.event.type)
    json.key("mode")
    json.value(stored.event.mode)
    json.key("status")
    json.value(stored.event.status.rawValue)
    json.key("actor")
    json.value(stored.actors.map(\.name).joined(separator: "; "))
    json.key("actor_country")
    json.value(stored.actors.compactMap(\.country).joined(separator: "; "))
    json.key("recipient")
    json.value(stored.recipients.map(\.name).joined(separator: "; "))
    json.key("recipient_country")
    json.value(stored.recipients.compactMap(\.country).joined(separator: "; "))
    json.key("place")
    json.value(place.name)
    json.key("place_country")
    json.value(place.country)
    json.key("place_precision")
    json.value(place.precision)
    json.key("killed")
    json.value(stored.count(of: "killed"))
    json.key("wounded")
    json.value(stored.count(of: "wounded"))
    json.key("sentence")
    json.value(stored.evidence)
    json.key("source")
    json.value(stored.witness.source)
    json.key("url")
    json.value(stored.witness.url)
  }
}
