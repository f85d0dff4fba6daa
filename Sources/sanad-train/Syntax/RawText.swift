/// Cuts raw text into words as the treebanks do: letters with their half-spaces, numbers, single signs.
enum RawText {
  static func words(of line: Substring) -> [String] {
    var words: [String] = []
    var current = String.UnicodeScalarView()
    func close() {
      if !current.isEmpty { words.append(String(current)) }
      current = String.UnicodeScalarView()
    }
    let scalars = Array(line.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let joins = scalar.value == 0x200C || scalar.properties.generalCategory == .nonspacingMark
      let isInNumber =
        ".,/:٫٬".unicodeScalars.contains(scalar) && index > 0 && index + 1 < scalars.count
        && isDigit(scalars[index - 1]) && isDigit(scalars[index + 1])
      if scalar.properties.isWhitespace {
        close()
      } else if isDigit(scalar) || scalar.properties.isAlphabetic || joins || isInNumber {
        current.append(scalar)
      } else {
        close()
        words.append(String(scalar))
      }
    }
    close()
    return words
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber
  }
}
