/// A clock as `12:30`, with seconds and a zone where they stand there, in the form of ISO 8601.
struct ClockReading {
  private(set) var text: String

  init(hour: Int, minute: Int) { text = "T" + Self.padded(hour) + ":" + Self.padded(minute) }

  /// Finds the first clock in `bytes`, at most a few words in.
  init?(_ bytes: ArraySlice<UInt8>) {
    var scanner = DigitScanner(Array(bytes.prefix(80)))
    while let hour = scanner.nextNumber() {
      guard hour.digits <= 2, hour.value <= 24, scanner.byte == UInt8(ascii: ":") else { continue }
      scanner.skip()
      guard let minute = scanner.number(atMost: 2), minute < 60, hour.value < 24 || minute == 0 else { continue }
      var hours = hour.value
      var seconds = ""
      if scanner.byte == UInt8(ascii: ":") {
        scanner.skip()
        if let second = scanner.number(atMost: 2), second <= 60 { seconds = ":" + Self.padded(second) }
        if !seconds.isEmpty, scanner.byte == UInt8(ascii: ".") {
          scanner.skip()
          _ = scanner.number(atMost: 9)
        }
      }
      let rest = String(decoding: scanner.rest, as: UTF8.self).uppercased()
      let marks = rest.drop { $0 == " " }
      if marks.hasPrefix("PM"), hours < 12 { hours += 12 }
      if marks.hasPrefix("AM"), hours == 12 { hours = 0 }
      self.init(hour: hours, minute: minute)
      text += seconds + Self.zone(marks.hasPrefix("PM") || marks.hasPrefix("AM") ? marks.dropFirst(2) : marks)
      return
    }
    return nil
  }

  /// `Z`, `+04:30` or nothing.
  private static func zone(_ rest: Substring) -> String {
    let zone = rest.drop { $0 == " " }
    if zone.hasPrefix("Z") || zone.hasPrefix("GMT") || zone.hasPrefix("UTC") || zone.hasPrefix("UT ") {
      let offset = zone.drop { $0.isLetter || $0 == " " }
      return self.offset(offset) ?? "Z"
    }
    return offset(zone) ?? ""
  }

  private static func offset(_ text: Substring) -> String? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().utf8.prefix(5).filter { ASCII.isDigit($0) }
    guard digits.count == 4 else { return nil }
    let number = String(decoding: digits, as: UTF8.self)
    return "\(sign)\(number.prefix(2)):\(number.suffix(2))"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}
