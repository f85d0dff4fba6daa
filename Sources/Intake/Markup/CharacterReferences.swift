/// Character references: `&laquo;`, `&#8204;`, `&#x200c;`.
///
/// Known by name are those of HTML 4 (ISO 8879 with its Greek, mathematical and special characters) and some of HTML 5.
/// Others stay as they are written. None is ever defined by a document.
enum CharacterReferences {
  /// Appends `bytes` to `text` with their character references replaced, as UTF-8.
  static func append(_ bytes: ArraySlice<UInt8>, to text: inout [UInt8]) {
    var rest = bytes
    while let mark = rest.firstIndex(of: UInt8(ascii: "&")) {
      text += rest[..<mark]
      rest = rest[mark...]
      if let (scalar, length) = reference(rest) {
        text.append(scalar: scalar)
        rest = rest.dropFirst(length)
      } else {
        text.append(UInt8(ascii: "&"))
        rest = rest.dropFirst()
      }
    }
    text += rest
  }

  /// `bytes` as a string with their character references replaced.
  static func string(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
    var text: [UInt8] = []
    append(bytes, to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// The code point that the reference at the start of `bytes` stands for, and its length in bytes.
  private static func reference(_ bytes: ArraySlice<UInt8>) -> (scalar: UInt32, length: Int)? {
    let name = bytes.dropFirst()
    if name.first == UInt8(ascii: "#") { return numeric(name.dropFirst()) }
    let letters = name.prefix(longestName).prefix { ASCII.isLetter($0) || ASCII.isDigit($0) }
    guard !letters.isEmpty, let scalar = named[Self.hash(letters)] else { return nil }
    let hasEnd = letters.endIndex < bytes.endIndex && bytes[letters.endIndex] == UInt8(ascii: ";")
    // Without its semicolon «&copy» is read, as browsers do; what goes on as a query, «&copy=1», is none.
    if !hasEnd, scalar > 0xFF || (letters.endIndex < bytes.endIndex && bytes[letters.endIndex] == UInt8(ascii: "=")) {
      return nil
    }
    return (scalar, 1 + letters.count + (hasEnd ? 1 : 0))
  }

  private static func numeric(_ bytes: ArraySlice<UInt8>) -> (scalar: UInt32, length: Int)? {
    let isHexadecimal = bytes.first == UInt8(ascii: "x") || bytes.first == UInt8(ascii: "X")
    let number = isHexadecimal ? bytes.dropFirst() : bytes
    var value: UInt32 = 0
    var index = number.startIndex
    while index < number.endIndex, let digit = ASCII.hexadecimal(number[index]), isHexadecimal || digit < 10 {
      value = min(0x11_0000, value * (isHexadecimal ? 16 : 10) + digit)
      index += 1
    }
    guard index > number.startIndex else { return nil }
    let hasEnd = index < number.endIndex && number[index] == UInt8(ascii: ";")
    let length = 2 + (index - bytes.startIndex) + (hasEnd ? 1 : 0)
    return (character(value), length)
  }

  /// The code point a number stands for: those of Windows-1252 where control characters are named, U+FFFD for none.
  private static func character(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x80...0x9F: Windows1252.controls[Int(value) - 0x80]
    case 0, 0xD800...0xDFFF, 0x11_0000...: 0xFFFD
    default: value
    }
  }

  private static func hash(_ name: some Sequence<UInt8>) -> UInt64 {
    name.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  private static let longestName = 8

  private static let named: [UInt64: UInt32] = {
    var result: [UInt64: UInt32] = [:]
    for entry in table.split(separator: ",") {
      let parts = entry.split(separator: " ")
      if parts.count == 2, let scalar = UInt32(parts[1], radix: 16) { result[hash(parts[0].utf8)] = scalar }
    }
    return result
  }()

  /// Names and code points in hexadecimal digits.
  private static let table = """
    AElig c6, AMP 26, Aacute c1, Acirc c2, Agrave c0, Alpha 391, Aring c5, Atilde c3, Auml c4, Beta 392, COPY a9, \
    Ccedil c7, Chi 3a7, Dagger 2021, Delta 394, ETH d0, Eacute c9, Ecirc ca, Egrave c8, Epsilon 395, Eta 397, \
    Euml cb, GT 3e, Gamma 393, Iacute cd, Icirc ce, Igrave cc, Iota 399, Iuml cf, Kappa 39a, LT 3c, Lambda 39b, \
    Mu 39c, NewLine a, NoBreak 2060, Ntilde d1, Nu 39d, OElig 152, Oacute d3, Ocirc d4, Ograve d2, Omega 3a9, \
    Omicron 39f, Oslash d8, Otilde d5, Ouml d6, Phi 3a6, Pi 3a0, Prime 2033, Psi 3a8, QUOT 22, REG ae, Rho 3a1, \
    Scaron 160, Sigma 3a3, THORN de, Tab 9, Tau 3a4, Theta 398, Uacute da, Ucirc db, Ugrave d9, Upsilon 3a5, \
    Uuml dc, Xi 39e, Yacute dd, Yuml 178, Zeta 396, aacute e1, acirc e2, acute b4, aelig e6, agrave e0, \
    alefsym 2135, alpha 3b1, amp 26, and 2227, ang 2220, apos 27, aring e5, ast 2a, asymp 2248, atilde e3, auml e4, \
    bdquo 201e, beta 3b2, bigstar 2605, brvbar a6, bsol 5c, bull 2022, bullet 2022, cap 2229, caret 2041, ccedil e7, \
    cedil b8, cent a2, check 2713, chi 3c7, circ 2c6, clubs 2663, colon 3a, comma 2c, commat 40, cong 2245, copy a9, \
    crarr 21b5, cup 222a, curren a4, dArr 21d3, dagger 2020, darr 2193, dash 2010, deg b0, delta 3b4, diams 2666, \
    divide f7, dollar 24, eacute e9, ecirc ea, egrave e8, empty 2205, emsp 2003, ensp 2002, epsilon 3b5, equals 3d, \
    equiv 2261, eta 3b7, eth f0, euml eb, euro 20ac, excl 21, exist 2203, fnof 192, forall 2200, frac12 bd, \
    frac14 bc, frac34 be, frasl 2044, gamma 3b3, ge 2265, grave 60, gt 3e, hArr 21d4, hairsp 200a, harr 2194, \
    hearts 2665, hellip 2026, horbar 2015, hyphen 2010, iacute ed, icirc ee, iexcl a1, igrave ec, image 2111, \
    infin 221e, int 222b, iota 3b9, iquest bf, isin 2208, iuml ef, kappa 3ba, lArr 21d0, lambda 3bb, lang 2329, \
    laquo ab, larr 2190, lbrace 7b, lbrack 5b, lceil 2308, lcub 7b, ldquo 201c, ldquor 201e, le 2264, lfloor 230a, \
    lowast 2217, lowbar 5f, loz 25ca, lpar 28, lrm 200e, lsaquo 2039, lsqb 5b, lsquo 2018, lt 3c, macr af, \
    mdash 2014, micro b5, midast 2a, middot b7, minus 2212, mldr 2026, mu 3bc, nabla 2207, nbsp a0, ndash 2013, \
    ne 2260, ni 220b, not ac, notin 2209, nsub 2284, ntilde f1, nu 3bd, num 23, numsp 2007, oacute f3, ocirc f4, \
    oelig 153, ograve f2, oline 203e, omega 3c9, omicron 3bf, oplus 2295, or 2228, ordf aa, ordm ba, oslash f8, \
    otilde f5, otimes 2297, ouml f6, para b6, part 2202, percnt 25, period 2e, permil 2030, perp 22a5, phi 3c6, \
    pi 3c0, piv 3d6, plus 2b, plusmn b1, pound a3, prime 2032, prod 220f, prop 221d, psi 3c8, puncsp 2008, quest 3f, \
    quot 22, rArr 21d2, radic 221a, rang 232a, raquo bb, rarr 2192, rbrace 7d, rbrack 5d, rceil 2309, rcub 7d, \
    rdquo 201d, rdquor 201d, real 211c, reg ae, rfloor 230b, rho 3c1, rlm 200f, rpar 29, rsaquo 203a, rsqb 5d, \
    rsquo 2019, rsquor 2019, sbquo 201a, scaron 161, sdot 22c5, sect a7, semi 3b, shy ad, sigma 3c3, sigmaf 3c2, \
    sim 223c, sol 2f, spades 2660, star 2606, starf 2605, sub 2282, sube 2286, sum 2211, sup 2283, sup1 b9, sup2 b2, \
    sup3 b3, supe 2287, szlig df, tau 3c4, there4 2234, theta 3b8, thetasym 3d1, thinsp 2009, thorn fe, tilde 2dc, \
    times d7, trade 2122, uArr 21d1, uacute fa, uarr 2191, ucirc fb, ugrave f9, uml a8, upsih 3d2, upsilon 3c5, \
    uuml fc, verbar 7c, vert 7c, weierp 2118, xi 3be, yacute fd, yen a5, yuml ff, zeta 3b6, zwj 200d, zwnj 200c, \
    zwsp 200b
    """
}
