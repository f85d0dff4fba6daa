internal import DataFiles
internal import Diagnostics
internal import PersianText

/// Finds lemmas: by the analyser for verbs, by lists for what follows no rule, else by the script that the network chose.
struct Lemmatiser: Sendable {
  private let verbs: VerbAnalyser
  /// Lemmas of the treebank's words, by tag and key.
  private let known: [Entry: String]
  private let plurals: [[UInt8]: String]

  private struct Entry: Hashable {
    var tag: PartOfSpeech
    var key: [UInt8]
  }

  /// - Parameter list: the words of the treebank: a line a word, with tag, form and lemma.
  init(verbs: VerbAnalyser, list: String, data: DataBundle) throws(Problem) {
    self.verbs = verbs
    var known: [Entry: String] = [:]
    for line in list.split(separator: "\n") {
      let parts = line.split(separator: "\t")
      guard parts.count == 3, let tag = PartOfSpeech(rawValue: String(parts[0])) else { continue }
      known[Entry(tag: tag, key: Array(parts[1].utf8))] = String(parts[2])
    }
    self.known = known
    var plurals: [[UInt8]: String] = [:]
    for record in try data.records(of: "language/plurals.rec") {
      for pair in record.all("word") {
        let words = pair.split(separator: " ")
        guard words.count == 2 else {
          throw Problem(.dataValue, at: record.place, pair, "a plural, a blank and its singular")
        }
        plurals[WordKey.key(of: String(words[0]))] = String(words[1])
      }
    }
    self.plurals = plurals
  }

  /// The lemma of a word.
  ///
  /// - Parameter script: what the network says becomes of the form.
  func lemma(of form: String, key: [UInt8], tag: PartOfSpeech, script: LemmaScript?, verb: VerbAnalysis?) -> String {
    if let lemma = known[Entry(tag: tag, key: key)] { return lemma }
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
