internal import DataFiles
internal import Diagnostics

/// Restores lost half-spaces by rule: verb prefixes, plural and superlative suffixes, the auxiliaries of the perfect, and
/// listed compounds, where they were joined («میکند») or torn apart («می کند»).
struct HalfSpaceRepair: Sendable {
  private var verbs: VerbStems
  /// Compounds without their half-space, and the byte offsets at which half-spaces belong.
  private var compounds: [[UInt8]: [Int]] = [:]

  init(data: DataBundle) throws(Problem) {
    verbs = try VerbStems(records: data.records(of: "language/verbs.rec"))
    for record in try data.records(of: "language/compounds.rec") {
      for compound in record.all("word") { add(compound) }
    }
  }

  private mutating func add(_ compound: String) {
    var joined: [UInt8] = []
    var offsets: [Int] = []
    // By code points: as a Character the half-space would be one with the letter before it.
    for part in compound.unicodeScalars.split(separator: "\u{200C}") {
      if !joined.isEmpty { offsets.append(joined.count) }
      joined += Array(String(part).utf8)
    }
    compounds[joined] = offsets
  }

  /// The changes that `view`, folded text, needs; in order.
  func edits(for view: [UInt8]) -> [SpacingEdit] {
    view.withUnsafeBufferPointer { bytes in
      let words = WordSegmenter.words(of: bytes)
      var edits: [SpacingEdit] = []
      for (index, word) in words.enumerated() where word.kind == .word {
        let text = Array(bytes[word.range])
        for offset in insertions(into: text) {
          let place = word.range.lowerBound + offset
          edits.append(SpacingEdit(range: place..<place))
        }
        guard index + 1 < words.count, words[index + 1].kind == .word else { continue }
        let gap = word.range.upperBound..<words[index + 1].range.lowerBound
        guard gap.count == 1, bytes[gap.lowerBound] == 0x20 else { continue }
        if belongTogether(text, Array(bytes[words[index + 1].range])) { edits.append(SpacingEdit(range: gap)) }
      }
      return edits
    }
  }

  /// The offsets in `word` at which a half-space was lost.
  private func insertions(into word: [UInt8]) -> [Int] {
    if word.count < 6 || word.contains(0xE2) { return [] }
    if let offsets = compounds[word] { return offsets }
    for prefix in Affix.verbPrefixes where word.starts(with: prefix) {
      let rest = Array(word[prefix.count...])
      if verbs.isFinite(rest) { return [prefix.count] }
      if let end = verbs.perfectBoundary(in: rest) { return [prefix.count, prefix.count + end] }
    }
    if let end = verbs.perfectBoundary(in: word) { return [end] }
    for suffix in Affix.nounSuffixes
    where word.count >= suffix.bytes.count + suffix.leastStem && word.hasEnd(suffix.bytes) {
      let stem = Array(word[..<(word.count - suffix.bytes.count)])
      if Affix.notPlural.contains(where: { word.starts(with: $0) }) { break }
      return (compounds[stem] ?? []) + [stem.count]
    }
    // «رئیسجمهوری», «شبهنظامیان»: a compound with a short ending that is written joined.
    for suffix in Affix.joinedSuffixes where word.hasEnd(suffix) {
      if let offsets = compounds[Array(word[..<(word.count - suffix.count)])] { return offsets }
    }
    return []
  }

  private func belongTogether(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    if Affix.verbPrefixes.contains(first) { return verbs.isFinite(second) }
    if Affix.tornSuffixes.contains(second) { return true }
    if Affix.perfectEndings.contains(second) { return verbs.isParticiple(first) }
    return compounds[first + second] == [first.count]
  }
}

/// The affixes of Persian that are written with a half-space.
enum Affix {
  static let verbPrefixes = bytes("می", "نمی")
  static let perfectEndings = bytes("ام", "ای", "ایم", "اید", "اند")
  static let tornSuffixes = bytes("ها", "های", "هایی", "هایم", "هایت", "هایش", "هایمان", "هایشان", "ترین")
  static let joinedSuffixes = bytes("ی", "ان", "انی")

  /// Suffixes of nouns, the longest first, with the least length in bytes of what they stand on.
  static let nounSuffixes: [(bytes: [UInt8], leastStem: Int)] =
    bytes("هایشان", "هایمان", "هایی", "هایش", "هایم", "های", "ها", "ترین").map { ($0, 4) }

  /// Words that begin so end in «ها» or «ترین» without being plurals or superlatives.
  static let notPlural = bytes("تنها", "انتها", "بها", "رها", "شوهای", "منتها", "گره", "الها", "اتها", "التها")

  private static func bytes(_ texts: String...) -> [[UInt8]] { texts.map { Array($0.utf8) } }
}

/// The stems of the verbs, for telling verb forms from other words.
struct VerbStems: Sendable {
  private var past: Set<[UInt8]> = []
  private var present: Set<[UInt8]> = []

  private static let pastEndings: [[UInt8]] = ["", "م", "ی", "یم", "ید", "ند"].map { Array($0.utf8) }
  private static let presentEndings: [[UInt8]] = ["م", "ی", "د", "یم", "ید", "ند"].map { Array($0.utf8) }
  private static let participleEnding = Array("ه".utf8)

  init(records: [DataRecord]) throws(Problem) {
    for record in records {
      past.insert(Array(try record.required("past").utf8))
      for stem in record.all("present") { present.insert(Array(stem.utf8)) }
    }
  }

  /// A past or present form without prefix: «کند», «کردند».
  func isFinite(_ word: [UInt8]) -> Bool {
    Self.pastEndings.contains { word.hasEnd($0) && past.contains(Array(word.dropLast($0.count))) }
      || Self.presentEndings.contains { word.hasEnd($0) && present.contains(Array(word.dropLast($0.count))) }
  }

  /// «کرده», «نکرده».
  func isParticiple(_ word: [UInt8]) -> Bool {
    guard word.hasEnd(Self.participleEnding) else { return false }
    let stem = Array(word.dropLast(2))
    return past.contains(stem) || (stem.starts(with: "ن".utf8) && past.contains(Array(stem.dropFirst(2))))
  }

  /// Where «کردهاند» is two parts: the length of the participle.
  func perfectBoundary(in word: [UInt8]) -> Int? {
    for ending in Affix.perfectEndings where word.hasEnd(ending) {
      let stem = Array(word.dropLast(ending.count))
      if isParticiple(stem) { return stem.count }
    }
    return nil
  }
}

extension [UInt8] {
  fileprivate func hasEnd(_ suffix: [UInt8]) -> Bool {
    count > suffix.count - 1 && self[(count - suffix.count)...].elementsEqual(suffix)
  }
}
