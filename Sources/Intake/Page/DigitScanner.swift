internal import Chronology

/// Finds numbers in ASCII digits.
struct DigitScanner {
  private let text: [UInt8]
  private var index = 0

  init(_ text: [UInt8]) { self.text = text }

  /// The byte behind what was read.
  var byte: UInt8? { index < text.count ? text[index] : nil }

  /// All behind what was read.
  var rest: ArraySlice<UInt8> { text[min(index, text.count)...] }

  mutating func skip() { index += 1 }

  /// The next number anywhere further on.
  mutating func nextNumber() -> (value: Int, digits: Int)? {
    while index < text.count, !ASCII.isDigit(text[index]) { index += 1 }
    let start = index
    guard let value = number(atMost: 400) else { return nil }
    return (value, index - start)
  }

  /// The number that stands here, of at most so many digits. One of more than 9 digits counts as 0.
  mutating func number(atMost digits: Int) -> Int? {
    let start = index
    var value = 0
    while index < text.count, index - start < digits, ASCII.isDigit(text[index]) {
      value = index - start < 9 ? value * 10 + Int(text[index] - 0x30) : 0
      index += 1
    }
    return index > start ? value : nil
  }

  /// Of `14/04/1403`, whose first number was read, the day; nothing is read unless it is one.
  mutating func dayFirst(_ day: Int) -> CivilDate? {
    var copy = self
    guard let mark = copy.byte, "-/.".utf8.contains(mark) else { return nil }
    copy.skip()
    guard let month = copy.number(atMost: 2), copy.byte == mark else { return nil }
    copy.skip()
    guard let year = copy.number(atMost: 4), let date = PublicationDates.civil(year, month, day) else { return nil }
    self = copy
    return date
  }
}
