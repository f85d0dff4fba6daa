/// Any JSON. Foundation's decoder bounds how deep it may be.
enum JSONValue: Decodable {
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])
  /// A number, a truth value, `null`.
  case other

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let text = try? container.decode(String.self) {
      self = .text(text)
    } else if let fields = try? container.decode([String: JSONValue].self) {
      self = .object(fields)
    } else if let values = try? container.decode([JSONValue].self) {
      self = .list(values)
    } else {
      self = .other
    }
  }

  /// The strings that this is, or is a list of.
  var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let values): values.compactMap { if case .text(let text) = $0 { text } else { nil } }
    default: []
    }
  }

  /// The objects that this is, or is a list of.
  var objects: [[String: JSONValue]] {
    switch self {
    case .object(let fields): [fields]
    case .list(let values): values.compactMap { if case .object(let fields) = $0 { fields } else { nil } }
    default: []
    }
  }
}
