import Coding

/// Spoils reports in the ways that texts are spoilt on the way, and in some that only an attacker thinks of. The same
/// seed gives the same texts.
struct TextSpoiler {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  private mutating func random(below limit: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((value ^ (value >> 31)) % UInt64(max(1, limit)))
  }

  /// A part of the report, spoilt in one to four ways.
  mutating func spoil(_ article: Article) -> Article {
    var scalars = part(of: Array(article.text.unicodeScalars))
    for _ in 0...random(below: 4) { spoil(&scalars) }
    let title = random(below: 3) == 0 ? article.title : nil
    return Article(
      id: article.id, title: title, text: String(String.UnicodeScalarView(scalars)), published: article.published)
  }

  /// A stretch of a few sentences that begins and ends anywhere, inside words too.
  private mutating func part(of scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let length = min(scalars.count, 30 + random(below: 200))
    let start = random(below: scalars.count - length)
    return Array(scalars[start..<start + length])
  }

  private static let controls: [Unicode.Scalar] = [
    "\0", "\u{1B}", "\u{7F}", "\u{85}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{202B}",
    "\u{202E}",
    "\u{2028}", "\u{2029}", "\u{2066}", "\u{2069}", "\u{FEFF}", "\u{FFFD}", "\u{E0001}", "\u{10FFFF}", "\t", "\r", "\n",
  ]
  private static let signs: [Unicode.Scalar] = [
    "«", "»", "\"", "“", "”", "„", ":", ".", "،", "؛", "؟", "(", ")", "…", "-", "–", "٪", "ـ", "ّ", "ٔ", "ء", "ﷲ", "ﻼ",
    "😀", "\u{FE0F}", "@", "#", "/",
  ]
  private static let words = [
    "که", "و", "را", "اگر", "گفت", "کرد", "حمله کرد", "این کشور", "او", "ما", "با", "از", "به گفته", "رئیس‌جمهور",
    "طالبان", "شاخه", "۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹۹", "۹۲۲۳۳۷۲۰۳۶۸۵۴۷۷۵۸۰۷", "میلیارد", "کشته", "ده‌ها", "در حالی که", "نمی‌",
    "ها",
    "روز دوشنبه", "۳۱/۱۳/۹۹۹۹۹", "۱۴۰۳/۱۲/۳۰", "ساعت ۲۵:۶۱", "سال ۰",
  ]

  private mutating func spoil(_ scalars: inout [Unicode.Scalar]) {
    let place = random(below: scalars.count)
    switch random(below: 10) {
    case 0: scalars.removeAll { $0 == "\u{200C}" }
    case 1: scalars = scalars.map { $0 == "\u{200C}" ? " " : $0 }
    case 2: scalars.swapAt(place, random(below: scalars.count))
    case 3: for _ in 0..<3 { insert(Self.controls[random(below: Self.controls.count)], into: &scalars) }
    case 4: for _ in 0..<3 { insert(Self.signs[random(below: Self.signs.count)], into: &scalars) }
    case 5: scalars = scalars.flatMap { "«»\"".unicodeScalars.contains($0) ? [$0, $0] : [$0] }
    case 6: scalars.removeSubrange(place..<min(scalars.count - 1, place + random(below: 9)))
    case 7: scalars.insert(contentsOf: " \(Self.words[random(below: Self.words.count)]) ".unicodeScalars, at: place)
    case 8: scalars = scalars.map { $0 == "ی" ? "ي" : $0 == "ک" ? "ك" : $0 == "ه" ? "ة" : $0 }
    default: scalars = scalars.filter { $0 != " " || random(below: 3) > 0 }
    }
  }

  private mutating func insert(_ scalar: Unicode.Scalar, into scalars: inout [Unicode.Scalar]) {
    scalars.insert(scalar, at: random(below: scalars.count))
  }
}
