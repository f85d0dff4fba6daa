internal import DataFiles
internal import Diagnostics
internal import PersianText

/// Finds lemmas: by the analyser for verbs, by lists for what follows no rule, else by the script that the network chose.
struct Lemmatiser: Sendable {
  private let verbs: VerbAnalyser
  /// The treebank's words: their tags and keys with a tab between, as the list has them.
  private var known = Vocabulary()
  /// For each of them its lemma, as bytes of `list`.
  private var lemmas: [Range<Int>] = []
  private let list: [UInt8]
  private let plurals: [[UInt8]: String]

  /// - Parameter list: the words of the treebank: a line a word, with tag, key and lemma.
  init(verbs: VerbAnalyser, list: String, data: DataBundle) throws(Problem) {
    self.verbs = verbs
    self.list = Array(list.utf8)
    var plurals: [[UInt8]: String] = [:]
    for record in try data.records(of: "language/plurals.rec") {
      for pair in record.all("word") {
        let words = pair.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
        guard words.count == 2 else {
          throw Problem(.dataValue, at: record.place, pair, "a plural, a blank and its singular")
        }
        plurals[WordKey.key(of: words[0])] = words[1]
      }
    }
    self.plurals = plurals
    readList()
  }

  private mutating func readList() {
    let bytes = list
    bytes.withUnsafeBufferPointer { list in
      var start = 0
      while start < list.count {
        let end = list[start...].firstIndex(of: UInt8(ascii: "\n")) ?? list.count
        let tab = UInt8(ascii: "\t")
        if let first = list[start..<end].firstIndex(of: tab), let second = list[(first + 1)..<end].firstIndex(of: tab),
          !list[(second + 1)..<end].contains(tab)
        {
          let word = Int(known.intern(UnsafeBufferPointer(rebasing: list[start..<second])))
          let lemma = second + 1..<end
          if word < lemmas.count { lemmas[word] = lemma } else { lemmas.append(lemma) }
        }
        start = end + 1
      }
    }
  }

  private func knownLemma(_ key: [UInt8], _ tag: PartOfSpeech) -> String? {
    let word = Array(tag.rawValue.utf8) + CollectionOfOne(UInt8(ascii: "\t")) + key
    return known.lookup(word).map { String(decoding: list[lemmas[Int($0)]], as: UTF8.self) }
  }

  /// The lemma of a word.
  ///
  /// - Parameter script: what the network says becomes of the form.
  func lemma(of form: String, key: [UInt8], tag: PartOfSpeech, script: LemmaScript?, verb: VerbAnalysis?) -> String {
    if let lemma = knownLemma(key, tag) { return lemma }
    switch tag {
    case .verb, .auxiliary:
      guard let verb else { return form }
      return verbs.verbs[verb.verb].lemma
    case .noun, .properNoun:
      if let lemma = singular(key) { return lemma }
      if let lemma = Self.withoutPlural(form) { return lemma }
    default: break
    }
    return script?.apply(to: form) ?? form
  }

  /// What stands before «‌ها», which behind a half-space is nothing but the plural.
  private static func withoutPlural(_ form: String) -> String? {
    let scalars = form.unicodeScalars
    for ending in ["\u{200C}ها", "\u{200C}های", "\u{200C}هایی"] {
      let count = scalars.count - ending.unicodeScalars.count
      if count > 1, scalars.dropFirst(count).elementsEqual(ending.unicodeScalars) {
        return String(String.UnicodeScalarView(scalars.prefix(count)))
      }
    }
    return nil
  }

  /// The singular of a broken plural, also with the letters that stand behind it: «اعضای», «افرادی».
  private func singular(_ key: [UInt8]) -> String? {
    if let lemma = plurals[key] { return lemma }
    guard key.count > 6, key.suffix(2).elementsEqual("ی".utf8) else { return nil }
    return plurals[Array(key.dropLast(2))]
  }
}
