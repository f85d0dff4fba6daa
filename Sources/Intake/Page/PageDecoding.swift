internal import Diagnostics
internal import PersianText

/// Finds out how a page is encoded, and decodes it. Never fails: what is no character becomes U+FFFD.
///
/// What counts, in this order: a byte order mark; the bytes themselves where they are valid UTF-8, since nothing else
/// looks like it by chance; the transport; the page's own `meta`; the look of Persian in Windows-1256. A page that
/// names UTF-8 or a Western code page while its letters stand in runs of Windows-1256 is read as what it is.
enum PageDecoding {
  /// The encodings of pages.
  enum Encoding: Equatable {
    case utf8, utf16LittleEndian, utf16BigEndian, windows1256, windows1252, iso8859part6
  }

  /// The page as UTF-8, and warnings on how it was decoded.
  ///
  /// - Parameter charset: the encoding that the transport named.
  static func decode(_ bytes: [UInt8], charset: String?) -> (text: [UInt8], warnings: [Problem]) {
    let encoding = encoding(of: bytes, charset: charset)
    switch encoding {
    case .utf8: return utf8(bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...])
    case .utf16LittleEndian, .utf16BigEndian: return (utf16(bytes, littleEndian: encoding == .utf16LittleEndian), [])
    case .windows1256: return (Windows1256.decode(bytes), [Problem(.decodedFromWindows1256)])
    case .windows1252: return (mapped(bytes, Windows1252.character), [])
    case .iso8859part6: return (mapped(bytes, iso8859part6), [])
    }
  }

  static func encoding(of bytes: [UInt8], charset: String?) -> Encoding {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if let wide = wideEncoding(bytes) { return wide }
    if String(validating: bytes, as: UTF8.self) != nil { return .utf8 }
    let named = charset.flatMap(encoding(named:)) ?? metaCharset(bytes).flatMap(encoding(named:))
    if let named, named != .utf8, named != .windows1252, named != .utf16LittleEndian, named != .utf16BigEndian {
      return named
    }
    if hasRunsOfWindows1256(bytes) { return .windows1256 }
    return named == .windows1252 ? .windows1252 : .utf8
  }

  /// UTF-16 without a mark: every second byte of the first tag is zero.
  private static func wideEncoding(_ bytes: [UInt8]) -> Encoding? {
    guard bytes.count >= 4 else { return nil }
    if bytes[0] == UInt8(ascii: "<"), bytes[1] == 0, bytes[3] == 0 { return .utf16LittleEndian }
    if bytes[0] == 0, bytes[1] == UInt8(ascii: "<"), bytes[2] == 0 { return .utf16BigEndian }
    return nil
  }

  /// The encoding of a label (WHATWG Encoding standard), of those that Persian pages use.
  static func encoding(named label: String) -> Encoding? {
    switch label.lowercased().filter({ !$0.isWhitespace && $0 != "\"" && $0 != "'" }) {
    case "utf-8", "utf8", "unicode-1-1-utf-8": .utf8
    case "windows-1256", "cp1256", "x-cp1256", "1256": .windows1256
    case "windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "latin1", "l1", "us-ascii", "ascii":
      .windows1252
    case "iso-8859-6", "iso8859-6", "iso88596", "arabic", "iso-8859-6-i", "iso-8859-6-e", "asmo-708", "ecma-114":
      .iso8859part6
    case "utf-16", "utf-16le", "unicode", "ucs-2": .utf16LittleEndian
    case "utf-16be": .utf16BigEndian
    default: nil
    }
  }

  /// The `charset` of the first `meta` that has one, or of an XML declaration.
  private static func metaCharset(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(8192)
    var search = head
    while let found = search.firstRange(of: Array("charset".utf8)) {
      let value = search[found.upperBound...].drop { ASCII.isBlank($0) }
      if value.first == UInt8(ascii: "=") { return label(value.dropFirst()) }
      search = search[found.upperBound...]
    }
    guard head.starts(with: "<?xml".utf8), let found = head.firstRange(of: Array("encoding=".utf8)) else { return nil }
    return label(head[found.upperBound...])
  }

  private static func label(_ bytes: ArraySlice<UInt8>) -> String {
    let start = bytes.drop { ASCII.isBlank($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
    let label = start.prefix(40).prefix { ASCII.isLetter($0) || ASCII.isDigit($0) || "-_".utf8.contains($0) }
    return String(decoding: label, as: UTF8.self)
  }

  /// Words of the Persian script are runs of bytes that are letters in Windows-1256; accented letters of Western words
  /// stand alone, and broken UTF-8 has a lead byte of the Arabic blocks at every second place.
  private static func hasRunsOfWindows1256(_ bytes: [UInt8]) -> Bool {
    var (high, inRuns, leads, run) = (0, 0, 0, 0)
    for byte in bytes {
      guard byte >= 0x80 else {
        run = 0
        continue
      }
      high += 1
      if (0xD8...0xDB).contains(byte) { leads += 1 }
      run = Windows1256.isArabicLetter(byte) ? run + 1 : 0
      if run == 2 { inRuns += 2 } else if run > 2 { inRuns += 1 }
    }
    return high >= 4 && inRuns * 10 >= high * 6 && leads * 3 < high
  }

  private static func utf8(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], warnings: [Problem]) {
    if String(validating: bytes, as: UTF8.self) != nil { return (Array(bytes), []) }
    let repaired = Array(String(decoding: bytes, as: UTF8.self).utf8)
    return (repaired, [Problem(.replacedBytes)])
  }

  private static func utf16(_ bytes: [UInt8], littleEndian: Bool) -> [UInt8] {
    let hasMark = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for index in stride(from: hasMark ? 2 : 0, to: bytes.count - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(littleEndian ? second << 8 | first : first << 8 | second)
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private static func mapped(_ bytes: [UInt8], _ character: (UInt8) -> UInt32) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 2)
    for byte in bytes { if byte < 0x80 { text.append(byte) } else { text.append(scalar: character(byte)) } }
    return text
  }

  /// The code point of a byte in ISO 8859-6 (ECMA-114): the Arabic letters in the order of Unicode.
  private static func iso8859part6(_ byte: UInt8) -> UInt32 {
    switch byte {
    case 0xAC, 0xBB, 0xBF, 0xC1...0xDA, 0xE0...0xF2: UInt32(byte) - 0xAC + 0x060C
    case 0x80...0xA0, 0xA4, 0xAD: UInt32(byte)
    default: 0xFFFD
    }
  }
}
