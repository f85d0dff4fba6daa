import PersianText

/// What may stand under a noun as it is written: the word without its plural, indefinite and possessive endings.
///
/// A reading of spelling alone: «ایران» without «ان» is no word, which whoever looks the stems up will find.
public enum NounForms {
  /// What an ending says of the noun.
  public enum Ending: Sendable, Hashable {
    case plural
    case indefinite
    case possessive
    case comparative
    /// The ی that carries the ezafe after a vowel: «اردوی ملی», «آمریکای شمالی».
    case ezafe
  }

  /// A possible stem.
  public struct Stem: Sendable, Hashable {
    /// The key of the stem.
    public var key: [UInt8]
    /// What was taken off.
    public var ending: Ending
  }

  /// The endings, the longest first, with what is put in their place.
  private static let endings: [(ending: [UInt8], replacement: [UInt8], means: Ending)] = [
    ("هایشان", "", Ending.plural), ("هایمان", "", .plural), ("هایتان", "", .plural), ("هایی", "", .plural),
    ("هایش", "", .plural), ("هایم", "", .plural), ("های", "", .plural), ("ها", "", .plural),
    ("گانی", "ه", .plural), ("گان", "ه", .plural), ("یانی", "", .plural), ("یان", "", .plural), ("انی", "", .plural),
    ("ان", "", .plural), ("ات", "", .plural), ("ین", "", .plural), ("شان", "", .possessive), ("مان", "", .possessive),
    ("ترین", "", .comparative), ("تر", "", .comparative), ("یی", "", .indefinite), ("ای", "", .indefinite),
    ("ی", "", .indefinite), ("اش", "", .possessive), ("ش", "", .possessive), ("م", "", .possessive),
  ].map { (Array($0.0.utf8), Array($0.1.utf8), $0.2) }

  /// Possible stems of the word with this key (``WordKey``), the longest ending first. A stem has at least two letters.
  public static func stems(of key: ArraySlice<UInt8>) -> [Stem] {
    var stems: [Stem] = []
    for (ending, replacement, means) in endings
    where key.count >= ending.count + 4 && key.suffix(ending.count).elementsEqual(ending) {
      let stem = Array(key.dropLast(ending.count)) + replacement
      let isEzafe = ending.elementsEqual("ی".utf8) && (hasEnd(stem, "ا") || hasEnd(stem, "و"))
      stems.append(Stem(key: stem, ending: isEzafe ? .ezafe : means))
    }
    return stems
  }

  private static func hasEnd(_ stem: [UInt8], _ letter: String) -> Bool {
    stem.suffix(letter.utf8.count).elementsEqual(letter.utf8)
  }
}
