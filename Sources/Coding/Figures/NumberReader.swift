internal import PersianSyntax
internal import PersianText

/// Reads counts as reports write them: «۱۲», «دو هزار و ۳۰۰», «بیست و پنج», «۱/۵ میلیون».
struct NumberReader {
  let text: TaggedReading

  /// A count and the words that say it.
  struct Count: Sendable, Hashable {
    /// `nil` where no number is given: «ده‌ها».
    var value: Int?
    var words: Range<Int>
  }

  private static let units: [String: Int] = [
    "یک": 1, "دو": 2, "سه": 3, "چهار": 4, "پنج": 5, "شش": 6, "هفت": 7, "هشت": 8, "نه": 9, "ده": 10, "یازده": 11,
    "دوازده": 12, "سیزده": 13, "چهارده": 14, "پانزده": 15, "شانزده": 16, "هفده": 17, "هجده": 18, "هژده": 18,
    "نوزده": 19, "بیست": 20, "سی": 30, "چهل": 40, "پنجاه": 50, "شصت": 60, "هفتاد": 70, "هشتاد": 80, "نود": 90,
    "صد": 100, "یکصد": 100, "دویست": 200, "سیصد": 300, "سه‌صد": 300, "چهارصد": 400, "پنجصد": 500, "پانصد": 500,
    "ششصد": 600, "هفتصد": 700, "هشتصد": 800, "نهصد": 900,
  ]
  private static let powers: [String: Int] = [
    "هزار": 1_000, "میلیون": 1_000_000, "ملیون": 1_000_000, "میلیارد": 1_000_000_000, "ملیارد": 1_000_000_000,
  ]
  private static let unknown = [
    "ده‌ها", "صدها", "هزاران", "میلیون‌ها", "تعدادی", "شماری", "چند", "چندین", "بسیاری", "عده‌ای", "جمعی", "گروهی", "برخی",
  ]

  private static let unitOfKey = keyed(units)
  private static let powerOfKey = keyed(powers)
  private static let hundredKey = WordKey.key(of: "صد")
  private static let unknownKeys = Set(unknown.map { WordKey.key(of: $0) })

  private static func keyed(_ words: [String: Int]) -> [[UInt8]: Int] {
    Dictionary(words.map { (WordKey.key(of: $0.key), $0.value) }) { first, _ in first }
  }

  /// The count that begins at a word.
  func count(at start: Int, before end: Int) -> Count? {
    if Self.unknownKeys.contains(Array(text.forms.key(at: start))) {
      // «ده‌ها هزار»: the power belongs to what is not known.
      return Count(value: nil, words: start..<endOfPowers(from: start + 1, before: end))
    }
    if let decimal = decimal(at: start, before: end) { return decimal }
    // «نیم میلیون»
    if text.isWord(start, "نیم"), start + 1 < end, let power = Self.powerOfKey[Array(text.forms.key(at: start + 1))] {
      return Count(value: power / 2, words: start..<start + 2)
    }
    var total = 0
    var group: Int?
    var word = start
    var last = start
    while word < end {
      let isJoined = word == start || text.isWord(word - 1, "و")
      let key = Array(text.forms.key(at: word))
      if let known = group, !isJoined, key == Self.hundredKey, (2...9).contains(known) {
        group = known * 100  // «پنج صد»
      } else if let number = digits(word) {
        // Digits go on only after a power: «دو هزار و ۳۰۰», but not «سال ۲۰۲۴ ۱۲ نفر».
        // After words only what completes a hundred: «یکصد و ۵۸».
        guard isJoined, group.map({ $0 % 100 == 0 && number < 100 && word > start }) ?? true,
          let sum = (group ?? 0).added(to: number)
        else { break }
        group = sum
      } else if let number = Self.unitOfKey[key] {
        // «سه و بیست» is no number: after «و» only smaller ones go on.
        guard isJoined, group.map({ number < $0 }) ?? true, let sum = (group ?? 0).added(to: number) else { break }
        group = sum
      } else if let power = Self.powerOfKey[key], !isJoined || word == start {
        guard let product = (group ?? 1).multiplied(by: power), let sum = total.added(to: product) else { return nil }
        total = sum
        group = nil
      } else if text.isWord(word, "و"), word > start, word + 1 < end, isNumeral(word + 1) {
        word += 1
        continue
      } else {
        break
      }
      word += 1
      last = word
    }
    guard last > start, let value = total.added(to: group ?? 0) else { return nil }
    return Count(value: value, words: start..<last)
  }

  private func endOfPowers(from start: Int, before end: Int) -> Int {
    var word = start
    while word < end, Self.powerOfKey[Array(text.forms.key(at: word))] != nil { word += 1 }
    return word
  }

  /// «۱/۵ میلیون»: digits with one decimal sign and the power that makes them whole.
  private func decimal(at word: Int, before end: Int) -> Count? {
    guard text.reading.words[word].kind == .number else { return nil }
    let parts = text.forms.key(at: word).split(omittingEmptySubsequences: false) { byte in
      byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
    }
    guard parts.count == 2, word + 1 < end, let power = Self.powerOfKey[Array(text.forms.key(at: word + 1))],
      let whole = Self.number(parts[0]), let fraction = Self.number(parts[1])
    else { return nil }
    var scale = 1
    for _ in parts[1] {
      guard let next = scale.multiplied(by: 10) else { return nil }
      scale = next
    }
    guard power % scale == 0, let high = whole.multiplied(by: power), let low = fraction.multiplied(by: power / scale),
      let value = high.added(to: low)
    else { return Count(value: nil, words: word..<word + 2) }
    return Count(value: value, words: word..<word + 2)
  }

  private func isNumeral(_ word: Int) -> Bool {
    let key = Array(text.forms.key(at: word))
    return digits(word) != nil || Self.unitOfKey[key] != nil || Self.powerOfKey[key] != nil
  }

  /// A whole number in digits, with or without separators of thousands.
  private func digits(_ word: Int) -> Int? {
    guard text.reading.words[word].kind == .number else { return nil }
    return Self.number(text.forms.key(at: word))
  }

  private static func number(_ key: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in key {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard let next = value.multiplied(by: 10)?.added(to: Int(byte - UInt8(ascii: "0"))) else { return nil }
        value = next
      case UInt8(ascii: ","), 0xD9, 0xAC: continue  // , and ٬ (U+066C)
      default: return nil
      }
    }
    return value
  }
}

extension Int {
  fileprivate func multiplied(by other: Int) -> Int? {
    let (value, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? nil : value
  }

  fileprivate func added(to other: Int) -> Int? {
    let (value, overflow) = addingReportingOverflow(other)
    return overflow ? nil : value
  }
}
