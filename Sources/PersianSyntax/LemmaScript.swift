/// How a form becomes its lemma: letters dropped from its end, letters added.
///
/// Half-spaces do not count, so that «کتاب‌ها» and «کتابها» have one script. The network chooses among the scripts as among
/// the values of a feature, under the name ``featureName``.
package struct LemmaScript: Sendable, Hashable {
  /// The name under which scripts stand among the features of the labels.
  package static let featureName = "_Lemma"

  package var dropped: Int
  package var added: String

  /// What makes `lemma` from `form`; `nil` where they have no beginning in common.
  package init?(form: String, lemma: String) {
    let letters = form.unicodeScalars.filter { $0.value != 0x200C }
    let target = lemma.unicodeScalars.filter { $0.value != 0x200C }
    var common = 0
    for (letter, other) in zip(letters, target) {
      guard letter == other else { break }
      common += 1
    }
    guard common > 0, letters.count - common <= 6, target.count - common <= 3 else { return nil }
    dropped = letters.count - common
    added = String(String.UnicodeScalarView(target.dropFirst(common)))
  }

  /// Reads what `text` wrote.
  package init?(text: String) {
    if text.isEmpty { (dropped, added) = (0, ""); return }
    let parts = text.split(separator: "+", maxSplits: 1)
    guard let first = parts.first, let count = Int(first), count >= 0, count <= 6 else { return nil }
    dropped = count
    added = parts.count > 1 ? String(parts[1]) : ""
  }

  /// The script as a label; empty where nothing changes.
  package var text: String { dropped == 0 && added.isEmpty ? "" : "\(dropped)+\(added)" }

  /// The lemma of `form`; `nil` where too little of it would be left.
  package func apply(to form: String) -> String? {
    var letters = Array(form.unicodeScalars)
    var left = dropped
    while left > 0, let last = letters.popLast() {
      if last.value != 0x200C { left -= 1 }
    }
    while letters.last?.value == 0x200C { letters.removeLast() }
    guard !letters.isEmpty, dropped == 0 || letters.count > 1 else { return nil }
    var lemma = String.UnicodeScalarView()
    lemma.append(contentsOf: letters)
    return String(lemma) + added
  }
}
