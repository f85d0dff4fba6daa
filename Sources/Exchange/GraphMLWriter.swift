internal import Coding
internal import Ledger

/// Actors and what they did to each other, GraphML 1.0: a directed graph with one edge for each pair of actors and type of
/// event, which says how often, and from which day to which.
///
/// Events that have only one side are no edges; of an act that both sides do alike, each is joined with each once.
struct GraphMLWriter: EventWriter {
  private struct Edge: Hashable {
    var from: Int
    var to: Int
    var type: String
  }

  private struct Tally {
    var count = 0
    var first: String?
    var last: String?
  }

  private var nodes: [(key: String, side: StoredEvent.Side)] = []
  private var numbers: [String: Int] = [:]
  private var edges: [Edge: Tally] = [:]

  func begin() -> [UInt8] { [] }

  mutating func write(_ stored: StoredEvent) -> [UInt8] {
    let actors = stored.actors.map { number(of: $0) }
    let recipients = stored.recipients.map { number(of: $0) }
    var pairs: [(Int, Int)] = []
    if recipients.isEmpty {
      for (index, from) in actors.enumerated() { pairs += actors[(index + 1)...].map { (from, $0) } }
    } else {
      for from in actors { pairs += recipients.map { (from, $0) } }
    }
    for (from, to) in pairs {
      var tally = edges[Edge(from: from, to: to, type: stored.event.type)] ?? Tally()
      tally.count += 1
      if let day = stored.day {
        tally.first = min(tally.first ?? day, day)
        tally.last = max(tally.last ?? day, day)
      }
      edges[Edge(from: from, to: to, type: stored.event.type)] = tally
    }
    return []
  }

  /// What is one in the world files is one node; others are one by name and country.
  private mutating func number(of side: StoredEvent.Side) -> Int {
    let key = side.entry.map { "entry " + $0 + " " + (side.country ?? "") } ?? "name \(side.name) \(side.country ?? "")"
    if let number = numbers[key] { return number }
    numbers[key] = nodes.count
    nodes.append((key, side))
    return nodes.count - 1
  }

  func end() -> [UInt8] {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
      <key id="name" for="node" attr.name="name" attr.type="string"/>
      <key id="latin" for="node" attr.name="latin" attr.type="string"/>
      <key id="kind" for="node" attr.name="kind" attr.type="string"/>
      <key id="entry" for="node" attr.name="entry" attr.type="string"/>
      <key id="country" for="node" attr.name="country" attr.type="string"/>
      <key id="sector" for="node" attr.name="sector" attr.type="string"/>
      <key id="type" for="edge" attr.name="type" attr.type="string"/>
      <key id="weight" for="edge" attr.name="weight" attr.type="int"/>
      <key id="first" for="edge" attr.name="first" attr.type="string"/>
      <key id="last" for="edge" attr.name="last" attr.type="string"/>
      <graph id="events" edgedefault="directed">

      """
    for (index, node) in nodes.enumerated() {
      let side = node.side
      text += "<node id=\"n\(index)\">"
      for (key, value) in [
        ("name", side.name), ("latin", side.latin), ("kind", side.kind), ("entry", side.entry),
        ("country", side.country), ("sector", side.sector),
      ] {
        text += Self.data(key, value)
      }
      text += "</node>\n"
    }
    let ordered = edges.sorted { ($0.key.from, $0.key.to, $0.key.type) < ($1.key.from, $1.key.to, $1.key.type) }
    for (index, edge) in ordered.enumerated() {
      text += "<edge id=\"e\(index)\" source=\"n\(edge.key.from)\" target=\"n\(edge.key.to)\">"
      text += Self.data("type", edge.key.type) + Self.data("weight", String(edge.value.count))
      text += Self.data("first", edge.value.first) + Self.data("last", edge.value.last) + "</edge>\n"
    }
    text += "</graph>\n</graphml>\n"
    return Array(text.utf8)
  }

  private static func data(_ key: String, _ value: String?) -> String {
    value.map { "<data key=\"\(key)\">\(escaped($0))</data>" } ?? ""
  }

  /// Text for XML 1.0: its signs escaped, and what it allows in no form left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x26: result += "&amp;"
      case 0x3C: result += "&lt;"
      case 0x3E: result += "&gt;"
      case 0x22: result += "&quot;"
      case 0x09, 0x0A, 0x0D: result += " "
      case 0x00..<0x20, 0xFFFE, 0xFFFF: continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
