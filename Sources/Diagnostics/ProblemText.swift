/// The one place that turns a problem into words for a person.
public enum ProblemText {
  /// A problem as one or two lines: code, place, what is wrong, and what to do.
  ///
  /// Everything that came from an input is made harmless for a terminal.
  public static func render(_ problem: Problem) -> String {
    var place = ""
    if let file = problem.place.file {
      place = harmless(file == "-" ? "standard input" : file)
      if let line = problem.place.line { place += ":\(line)" }
      if let column = problem.place.column { place += ":\(column)" }
      place += ": "
    } else if let line = problem.place.line {
      place = "line \(line): "
    }
    let what = fill(problem.code.what, problem.facts)
    return "\(place)\(problem.code.severity.rawValue) \(problem.code.rawValue): \(what)\n  \(problem.code.remedy)"
  }

  /// `text` without what could steer a terminal or turn its reading direction: control characters and bidi controls
  /// become visible `\u{…}`. At most 200 characters are kept.
  public static func harmless(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars.prefix(200) {
      let isControl = scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      if isControl || isBidiControl(scalar) {
        result += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Bidi controls, and the separators of lines and paragraphs.
  private static func isBidiControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0x061C: true
    default: false
    }
  }

  /// The template with its facts, each put in once: what stands in a fact is not looked at again.
  private static func fill(_ template: String, _ facts: [String]) -> String {
    var result = ""
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      result += rest[..<open]
      let index = Int(rest[rest.index(after: open)..<close])
      result += index.flatMap { facts.indices.contains($0) ? harmless(facts[$0]) : nil } ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }
}
