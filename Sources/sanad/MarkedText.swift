import Coding

/// A report's text with what was found in it marked: by colour on a terminal, by signs elsewhere.
struct MarkedText {
  /// What a mark says.
  enum Mark: CaseIterable {
    case who
    case place
    case what
    case when
    case says

    /// The escape sequence that begins the colour.
    var colour: String {
      switch self {
      case .who: "\u{1B}[36m"
      case .place: "\u{1B}[32m"
      case .what: "\u{1B}[1;31m"
      case .when: "\u{1B}[33m"
      case .says: "\u{1B}[35m"
      }
    }

    /// The signs around the words where there are no colours.
    var signs: (open: String, close: String) {
      switch self {
      case .who: ("[", "]")
      case .place: ("{", "}")
      case .what: ("*", "*")
      case .when: ("<", ">")
      case .says: ("_", "_")
      }
    }

    /// The word for the legend.
    var legend: String {
      switch self {
      case .who: "who کیست"
      case .place: "where کجا"
      case .what: "what چه"
      case .when: "when کی"
      case .says: "who says گوینده"
      }
    }
  }

  let record: Record
  let usesColour: Bool

  /// The legend of the marks.
  var legend: String {
    Mark.allCases.map { wrap($0.legend, in: $0) }.joined(separator: "  ")
  }

  /// The text of a sentence, given as code points from `start`, with its marks.
  func marked(_ scalars: [Unicode.Scalar], from start: Int) -> String {
    var marks: [(span: Span, mark: Mark)] = []
    for entity in record.entities {
      let mark: Mark = entity.kind == .place || entity.kind == .facility ? .place : .who
      marks += entity.mentions.map { ($0.span, mark) }
    }
    marks += record.statements.map { ($0.cue, .says) }
    for event in record.events {
      marks.append((event.trigger, .what))
      if let time = event.time { marks.append((time.from, .when)) }
    }
    let end = start + scalars.count
    // The outer mark wins where two overlap.
    let here = marks.filter { $0.span.start >= start && $0.span.end <= end && $0.span.start < $0.span.end }
      .sorted { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
    var text = ""
    var position = start
    for (span, mark) in here where span.start >= position {
      text += Self.harmless(scalars[(position - start)..<(span.start - start)])
      text += wrap(Self.harmless(scalars[(span.start - start)..<(span.end - start)]), in: mark)
      position = span.end
    }
    return text + Self.harmless(scalars[(position - start)...])
  }

  private func wrap(_ text: String, in mark: Mark) -> String {
    usesColour ? mark.colour + text + "\u{1B}[0m" : mark.signs.open + text + mark.signs.close
  }

  /// A longer text between directional isolates (UAX #9), harmless for a terminal.
  static func isolated(_ text: String) -> String { "\u{2068}\(harmless(Array(text.unicodeScalars)[...]))\u{2069}" }

  /// Text without control characters and bidi controls, which could steer a terminal; line breaks become spaces.
  static func harmless(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var result = String.UnicodeScalarView()
    for scalar in scalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: result.append(" ")
      case 0x00..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x61C: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
