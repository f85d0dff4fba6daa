internal import PersianText

/// The Persian names of places in GeoNames' table of alternate names (`alternateNames.txt`, `alternateNamesV2.txt`).
struct GeoNamesNames {
  /// A place has no more names than this, whatever the table says.
  private static let mostNames = 12
  /// Languages whose names Persian news uses: Persian, Dari, and Pashto for what lies where it is spoken.
  private static let languages: Set<String> = ["fa", "prs", "ps"]

  private var names: [Int: [String]] = [:]

  /// How many places have a name.
  var count: Int { names.count }

  /// Takes a line: id, id of the place, language, name, and whether it is preferred, short, colloquial, historic.
  ///
  /// - Returns: Whether it is a line of that table; lines of other languages are.
  mutating func read(_ line: ArraySlice<UInt8>) -> Bool {
    let parts = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard parts.count >= 4, let id = Self.number(parts[1]) else { return false }
    let isHistoric = parts.count > 7 && parts[7].elementsEqual("1".utf8)
    guard Self.languages.contains(String(decoding: parts[2], as: UTF8.self)), !isHistoric,
      let text = String(validating: parts[3], as: UTF8.self), let name = Self.name(from: text)
    else { return true }
    let isPreferred = parts.count > 4 && parts[4].elementsEqual("1".utf8)
    var known = names[id] ?? []
    guard known.count < Self.mostNames, !known.contains(name) else { return true }
    known.insert(name, at: isPreferred ? 0 : known.count)
    names[id] = known
    return true
  }

  /// The names of a place, the preferred ones first.
  func names(of id: Int) -> [String] { names[id] ?? [] }

  /// The Persian ones of names with commas between them, whose languages are not told: those that have only letters of
  /// Persian.
  static func persian(among names: String) -> [String] {
    var found: [String] = []
    for part in names.unicodeScalars.split(separator: ",") where found.count < mostNames {
      if let name = name(from: String(part)), !found.contains(name) { found.append(name) }
    }
    return found
  }

  /// A name as data files write it, or `nil` where it has other letters than Persian ones, or signs.
  private static func name(from text: String) -> String? {
    var name = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20, 0xA0: if let last = name.last, last != " " { name.append(" ") }
      case 0x200C: name.append(scalar)
      case 0x64A, 0x649: name.append("ی")
      case 0x643: name.append("ک")
      case 0x64B...0x652: continue
      default:
        guard letters.contains(scalar) else { return nil }
        name.append(scalar)
      }
    }
    while let last = name.last, last == " " || last == "\u{200C}" { name.removeLast() }
    while let first = name.first, first == "\u{200C}" { name.removeFirst() }
    return (2...longest).contains(name.count) ? String(name) : nil
  }

  private static let longest = 60
  private static let letters = Set("آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءئؤأۀ۰۱۲۳۴۵۶۷۸۹".unicodeScalars)

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard (1...15).contains(bytes.count) else { return nil }
    var value = 0
    for byte in bytes {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}
