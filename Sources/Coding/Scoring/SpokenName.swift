/// Compares the names of speakers as a reader would: whatever the letters, marks and half-spaces, and by the last name
/// alone.
enum SpokenName {
  /// Whether a name is one of others: either holds the other, or both end with the same word.
  static func isSame(_ name: String, asAnyOf others: [String]) -> Bool {
    let name = folded(name)
    guard !name.isEmpty else { return false }
    return others.contains { other in
      let other = folded(other)
      guard !other.isEmpty else { return false }
      if contains(name, other) || contains(other, name) { return true }
      return words(name).last == words(other).last
    }
  }

  private static func words(_ name: [Unicode.Scalar]) -> [ArraySlice<Unicode.Scalar>] { name.split(separator: " ") }

  private static func contains(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
    guard part.count <= text.count else { return false }
    return (0...text.count - part.count).contains { text[$0...].starts(with: part) }
  }

  /// Letters folded; blanks, harakat and marks of quotation as one space each run, none at the ends.
  private static func folded(_ name: String) -> [Unicode.Scalar] {
    var folded: [Unicode.Scalar] = []
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\u{200C}", "ـ": continue
      case "ي", "ى": folded.append("ی")
      case "ك": folded.append("ک")
      case "ة", "ۀ": folded.append("ه")
      case "أ", "إ": folded.append("ا")
      case "ؤ": folded.append("و")
      case "\u{064B}"..."\u{065F}", "«", "»", "\"", "'", "،", ".", "(", ")": folded.append(" ")
      default: folded.append(scalar.properties.isWhitespace ? " " : scalar)
      }
    }
    return Array(folded.split(separator: " ").joined(separator: [" "]))
  }
}
