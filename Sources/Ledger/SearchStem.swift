public import DataFiles
public import Diagnostics
internal import PersianSyntax
internal import PersianText

/// The form under which a word is searched: «حملات», «حمله‌ای» and «حمله» have one, so have «طالبان» and «طالبانی».
///
/// A stem is not a lemma: it is what the forms of a word have in common when their endings are gone («حمل»), found by
/// spelling alone, so that a word alone in a query gets the same stem as in a text. Now and then two words fall together
/// («عمل», «عملی»), which costs a search some precision and never loses a document.
public struct SearchStem: Sendable {
  private let verbs: VerbAnalyser
  /// Words whose stem no rule finds, by their keys.
  private let known: [[UInt8]: [UInt8]]
  /// The files that it was made with.
  let data: DataBundle
  /// Changes with anything that a stem depends on: an index of other stems is of no use.
  let fingerprint: String

  /// Reads the lists that stems need.
  ///
  /// - Throws: ``Problem`` where a data file is missing or malformed.
  public init(data: DataBundle = .embedded) throws(Problem) {
    self.data = data
    fingerprint = Self.fingerprint(of: data)
    verbs = try VerbAnalyser(data: data)
    var known: [[UInt8]: [UInt8]] = [:]
    for word in Self.whole { known[Self.folded(WordKey.key(of: word))] = Self.folded(WordKey.key(of: word)) }
    for record in try data.records(of: "language/plurals.rec") {
      for pair in record.all("word") {
        let words = pair.split(separator: " ")
        guard words.count == 2 else {
          throw Problem(.dataValue, at: record.place, pair, "a plural, a blank and its singular")
        }
        let singular = Self.withoutEndings(Self.folded(WordKey.key(of: String(words[1]))), unless: known)
        known[Self.folded(WordKey.key(of: String(words[0])))] = singular
      }
    }
    // «مردان», «زنان»: too short for the rule, which must spare «زمان» and «جهان».
    for record in try data.records(of: "world/agents.rec", examples: false) {
      for name in record.all("name") where name.unicodeScalars.count < Self.shortestAnimate && !name.contains(" ") {
        let key = Self.folded(WordKey.key(of: name))
        known[key + Array("ان".utf8)] = key
      }
    }
    self.known = known
  }

  /// Goes up by one with every change of the rules below.
  private static let rulesVersion: UInt64 = 1

  private static func fingerprint(of data: DataBundle) -> String {
    // 64-bit FNV-1a.
    var hash = 0xCBF2_9CE4_8422_2325 ^ rulesVersion
    for path in ["language/plurals.rec", "language/verbs.rec", "world/agents.rec"] {
      data.files.first { $0.path == path }?.bytes.withBytes { bytes in
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      }
    }
    return String(hash, radix: 16)
  }

  /// Words that end as if they had an ending.
  private static let whole = [
    "تنها", "انتها", "منتها", "بها", "دریا", "نجات", "حیات", "ثبات", "چنین", "همچنین", "اولین", "آخرین", "نخستین",
    "بسیاری", "برای", "بیشتر", "کمتر", "روسیه",
  ]

  /// Nouns of fewer letters take «ان» only where they are known to mean somebody.
  private static let shortestAnimate = 4

  /// The stem of the word with this ``WordKey`` key.
  func stem(of key: [UInt8]) -> [UInt8] {
    let key = Self.folded(key)
    if let stem = known[key] { return stem }
    if let stem = verbStem(of: key) { return stem }
    return Self.withoutEndings(key, unless: known)
  }

  /// A stem no word is longer than, in bytes: nobody looks for more, and no hostile text fills the index.
  private static let longest = 64

  /// The writings of alef are one: «آمریکا», «امریکا».
  private static func folded(_ key: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(key.count)
    for byte in key.prefix(longest) {
      result.append(byte == 0xA2 && result.last == 0xD8 ? 0xA7 : byte)  // آ → ا
    }
    while let last = result.last, last & 0xC0 == 0x80, !isWhole(result) { result.removeLast() }
    if let last = result.last, last >= 0xC0 { result.removeLast() }
    return result
  }

  /// Whether the last code point has all its bytes.
  private static func isWhole(_ bytes: [UInt8]) -> Bool {
    guard let lead = bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return false }
    let length = bytes[lead] < 0x80 ? 1 : bytes[lead] < 0xE0 ? 2 : bytes[lead] < 0xF0 ? 3 : 4
    return bytes.count - lead == length
  }

  // MARK: Verbs

  private static let imperfective = Array("می".utf8)
  private static let negatedImperfective = Array("نمی".utf8)
  private static let pluralPast = Array("ند".utf8)

  /// The past stem, for forms that are hardly ever anything but a verb: «می‌کند», «نمی‌کرد», «کردند».
  private func verbStem(of key: [UInt8]) -> [UInt8]? {
    let hasPrefix = key.starts(with: Self.imperfective) || key.starts(with: Self.negatedImperfective)
    guard hasPrefix || key.suffix(2 * 2).elementsEqual(Self.pluralPast) else { return nil }
    let analyses = key.withUnsafeBufferPointer { verbs.analyses(ofKey: $0) }
    let found = analyses.filter { analysis in
      analysis.shape == .finite
        && (hasPrefix ? analysis.aspect == .imperfective : analysis.tense == .past && !analysis.isNegated)
    }
    // The list begins with the verbs that are used most: «می‌کند» is of «کردن» rather than of «کندن».
    return found.min { $0.verb < $1.verb }.map { Self.folded(WordKey.key(of: verbs.verbs[$0.verb].pastStem)) }
  }

  // MARK: Nouns

  /// Endings, with the least number of letters that stay, in the order in which they are looked for.
  private static let endings: [(bytes: [UInt8], least: Int)] = [
    ("هایشان", 2), ("هایمان", 2), ("هایتان", 2), ("هایی", 2), ("هایش", 2), ("های", 2), ("ها", 2), ("ترین", 3),
    ("تر", 3),
    ("شان", 4), ("گان", 4), ("ات", 3), ("ان", 4), ("ین", 4), ("یی", 3), ("ی", 3), ("ه", 3),
  ].map { (Array($0.0.utf8), $0.1 * 2) }

  private static let yeh = Array("ی".utf8)
  private static let femininePlural = Array("ات".utf8)

  /// The key without its endings, one after the other: «طالبانی», «طالبان», «طالب».
  private static func withoutEndings(_ key: [UInt8], unless known: [[UInt8]: [UInt8]]) -> [UInt8] {
    var stem = key
    // A stem that is Latin or a number has none of these endings; each round takes at least a letter.
    while true {
      guard let ending = endings.first(where: { isEnding($0.bytes, of: stem, least: $0.least) }) else { return stem }
      stem.removeLast(ending.bytes.count)
      if let known = known[stem] { return known }
    }
  }

  private static func isEnding(_ ending: [UInt8], of stem: [UInt8], least: Int) -> Bool {
    guard stem.count >= ending.count + least, stem.suffix(ending.count).elementsEqual(ending) else { return false }
    // «عملیات», «ادبیات» are words of their own.
    return !(ending == femininePlural && stem.dropLast(ending.count).suffix(2).elementsEqual(yeh))
  }
}
