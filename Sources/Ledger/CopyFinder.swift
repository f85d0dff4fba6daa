/// Finds copies: documents with the same or nearly the same text, such as one agency's report in several outlets.
///
/// A report that was brought up to date is no copy, however much of its text stays: its numbers differ.
struct CopyFinder {
  /// What is compared of a document.
  struct Text {
    var id: Int64
    /// Day of publication, where it is known.
    var day: Int?
    var sketch: ShingleSketch
    /// The numbers in it, as hashes: of figures and of digits.
    var numbers: Set<String>
  }

  /// A document and the earlier one that it copies.
  struct Copy {
    var document: Int64
    var original: Int64
    /// The share of the shorter text that the longer one has too.
    var containment: Double
  }

  /// How many of the smallest hashes two texts are first compared by: of texts with half of their shingles in common all
  /// of these differ about once in 4,000 pairs.
  private static let keys = 12
  private static let leastContainment = 0.75
  private static let leastResemblance = 0.4
  /// Texts with fewer shingles are copies only where they are nearly equal.
  private static let shortText = 12
  private static let leastResemblanceOfShort = 0.8
  /// Copies are printed within days.
  private static let mostDays = 7

  private var texts: [Text] = []
  private var places: [UInt64: [Int32]] = [:]

  /// Compares a text with those before it, and keeps it for those after it.
  mutating func copy(_ text: Text) -> Copy? {
    var candidates: Set<Int32> = []
    for key in text.sketch.smallest.prefix(Self.keys) { candidates.formUnion(places[key] ?? []) }
    for index in candidates.sorted() {
      let other = texts[Int(index)]
      // Copies of a copy are copies of the first.
      if let containment = Self.isCopy(text, other) {
        return Copy(document: text.id, original: other.id, containment: containment)
      }
    }
    for key in text.sketch.smallest.prefix(Self.keys) { places[key, default: []].append(Int32(texts.count)) }
    texts.append(text)
    return nil
  }

  private static func isCopy(_ first: Text, _ second: Text) -> Double? {
    if let one = first.day, let other = second.day, abs(one - other) > mostDays { return nil }
    let resemblance = first.sketch.resemblance(to: second.sketch)
    if min(first.sketch.count, second.sketch.count) < shortText {
      return resemblance >= leastResemblanceOfShort && first.numbers == second.numbers ? resemblance : nil
    }
    let containment = first.sketch.containment(with: second.sketch)
    guard resemblance >= leastResemblance, containment >= leastContainment else { return nil }
    // The longer text may have more numbers, the shorter none of its own.
    let isShorter = first.sketch.count < second.sketch.count
    let (shorter, longer) = isShorter ? (first, second) : (second, first)
    return shorter.numbers.isSubset(of: longer.numbers) ? containment : nil
  }
}
