internal import Chronology
internal import DataFiles
internal import PersianText
internal import Synchronization

/// Reads when a page or a feed says that it was published: ISO 8601, also with the years of the Solar Hijri calendar;
/// the dates of mail (RFC 5322) that RSS has; English dates; and Persian ones in words or digits, by `Chronology`.
///
/// The result is ISO 8601 as far as the text told it: a day, a day with a clock, or an instant. No zone is ever made up.
final class PublicationDates: Sendable {
  private let data: DataBundle
  /// The readers of Persian dates, made when the first is met; `nil` inside where the data did not allow it.
  private let readers = Mutex<Readers?>(nil)

  private struct Readers {
    var text: PersianReader?
    var times: TimeReader?
  }

  init(data: DataBundle) { self.data = data }

  /// The date that `text` tells, `nil` where it tells none.
  func date(in text: String) -> String? {
    let text = Self.withLatinDigits(text)
    guard !text.isEmpty, text.count <= 300 else { return nil }
    return Self.numeric(text) ?? Self.english(text) ?? persian(text)
  }

  /// The text with Latin digits and without marks of direction.
  private static func withLatinDigits(_ text: String) -> [UInt8] {
    var result: [UInt8] = []
    for scalar in text.unicodeScalars.prefix(400) {
      switch scalar.value {
      case 0x06F0...0x06F9: result.append(UInt8(0x30 + scalar.value - 0x06F0))
      case 0x0660...0x0669: result.append(UInt8(0x30 + scalar.value - 0x0660))
      case 0x200C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: continue
      case 0xA0: result.append(0x20)
      default: result.append(scalar: scalar.value)
      }
    }
    return Array(ASCII.trimmed(result[...]))
  }

  // MARK: 2024-07-04T12:30:00+0430, 1403/04/14 - 12:30

  private static func numeric(_ text: [UInt8]) -> String? {
    var scanner = DigitScanner(text)
    while let found = scanner.nextNumber() {
      guard found.digits == 4, let mark = scanner.byte, "-/.".utf8.contains(mark) else {
        // «14/04/1403», the day first.
        if found.digits <= 2, let date = scanner.dayFirst(found.value) { return clocked(date, scanner.rest) }
        continue
      }
      scanner.skip()
      guard let month = scanner.number(atMost: 2), scanner.byte == mark else { continue }
      scanner.skip()
      guard let day = scanner.number(atMost: 2), let date = civil(found.value, month, day) else { continue }
      return clocked(date, scanner.rest)
    }
    return nil
  }

  /// A day of the calendar that its year belongs to.
  static func civil(_ year: Int, _ month: Int, _ day: Int) -> CivilDate? {
    switch year {
    case 1300...1499: CalendarDate(.solarHijri, year: year, month: month, day: day).civil
    case 1900...2199: CivilDate(year: year, month: month, day: day)
    default: nil
    }
  }

  /// The day with the clock and the zone that stand behind it.
  private static func clocked(_ date: CivilDate, _ rest: ArraySlice<UInt8>) -> String {
    date.description + (ClockReading(rest)?.text ?? "")
  }

  // MARK: Thu, 04 Jul 2024 12:30:00 GMT; July 4, 2024

  private static func english(_ text: [UInt8]) -> String? {
    let words = text.split { !(ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: ":") || $0 >= 0x80) }
    for (index, word) in words.enumerated() {
      guard let month = month(word) else { continue }
      let before = index > 0 ? number(words[index - 1]) : nil
      let after = index + 1 < words.count ? number(words[index + 1]) : nil
      let behind = index + 2 < words.count ? number(words[index + 2]) : nil
      let pairs = [(after, before), (behind, after)]
      for case (let year?, let day?) in pairs where (1900...2199).contains(year) {
        guard let date = CivilDate(year: year, month: month, day: day) else { continue }
        let last = words[year == after ? index + 1 : index + 2]
        return clocked(date, text[last.endIndex...])
      }
    }
    return nil
  }

  private static func number(_ word: ArraySlice<UInt8>) -> Int? {
    let digits = word.prefix(while: ASCII.isDigit)
    // «4th»
    guard !digits.isEmpty, digits.count <= 4, word.count - digits.count <= 2 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  private static func month(_ word: ArraySlice<UInt8>) -> Int? {
    guard word.count >= 3, word.count <= 9 else { return nil }
    let name = String(decoding: word.map(ASCII.lowercased), as: UTF8.self)
    let months = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december",
    ]
    return months.firstIndex { name.count == 3 || name == "sept" ? $0.hasPrefix(name) : $0 == name }.map { $0 + 1 }
  }

  // MARK: پنجشنبه ۱۴ تیر ۱۴۰۳ ساعت ۱۲:۳۰

  private func persian(_ text: [UInt8]) -> String? {
    guard text.contains(where: { (0xD8...0xDB).contains($0) }), text.contains(where: ASCII.isDigit) else { return nil }
    return readers.withLock { readers in
      if readers == nil {
        readers = Readers(text: try? PersianReader(data: data), times: try? TimeReader(data: data))
      }
      guard let reader = readers?.text, let times = readers?.times else { return nil }
      // A year before «ساعت» would be so many hours; the clock is found without the word.
      let dated = String(decoding: text, as: UTF8.self).replacing("ساعت", with: "،")
      let reading = reader.read(SourceText(dated))
      for time in times.read(reading, anchor: nil) {
        guard time.precision == .day, !time.isRelative, !time.isApproximate, let day = time.start, day == time.end
        else { continue }
        if let clock = time.clock { return day.description + ClockReading(hour: clock.hour, minute: clock.minute).text }
        let end = time.words.upperBound
        let rest = end < reading.words.count ? reading.bytes[reading.words[end].range.lowerBound...] : []
        return day.description + (ClockReading(rest[...])?.text ?? ClockReading(text[...])?.text ?? "")
      }
      return nil
    }
  }
}
