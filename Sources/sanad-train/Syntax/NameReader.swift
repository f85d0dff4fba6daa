import PersianSyntax

/// Reads the file of tagged names and lays its tags on the words of the treebank.
enum NameReader {
  typealias Tagged = [(word: String, tag: String)]

  static func sentences(_ text: String) -> [Tagged] {
    var sentences: [Tagged] = []
    var current: Tagged = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let columns = line.split(separator: "\t")
      if columns.count >= 2, !columns[0].allSatisfy(\.isWhitespace) {
        current.append((trimmed(columns[0]), trimmed(columns[1])))
      } else if !current.isEmpty {
        sentences.append(current)
        current = []
      }
    }
    if !current.isEmpty { sentences.append(current) }
    return sentences
  }

  /// The surface words of a sentence, each with the indices of its syntactic words.
  static func surface(_ sentence: CoNLLU.Sentence) -> [(form: String, words: [Int])] {
    var result: [(form: String, words: [Int])] = []
    var word = 0
    var pending = 0
    for line in sentence.lines {
      let id = line.columns[0].split(separator: "-").compactMap { Int($0) }
      if id.count == 2, id[1] >= id[0] {
        result.append((line.columns[1], []))
        pending = id[1] - id[0] + 1
      } else if line.isWord {
        if pending > 0 {
          result[result.count - 1].words.append(word)
          pending -= 1
        } else {
          result.append((line.columns[1], [word]))
        }
        word += 1
      }
    }
    return result
  }

  /// Lays the tags on `targets`, whose words are those of `sources`, sentence by sentence.
  ///
  /// A sentence whose words do not agree keeps no names.
  static func lay(_ tagged: [Tagged], on targets: inout [TrainingSentence], from sources: [CoNLLU.Sentence]) -> Int {
    var laid = 0
    for index in targets.indices where index < tagged.count {
      guard let names = names(tagged[index], surface(sources[index]), count: targets[index].count) else { continue }
      targets[index].names = names
      laid += 1
    }
    return laid
  }

  private static func names(_ tagged: Tagged, _ words: [(form: String, words: [Int])], count: Int) -> [Int8]? {
    var names = [Int8](repeating: 0, count: count)
    var place = 0
    var mistakes = 0
    for pair in tagged {
      // The tagged file lacks the auxiliaries behind a verb.
      let word = bare(pair.word)
      let skipped = (0..<4).first { place + $0 < words.count && bare(words[place + $0].form) == word }
      if skipped == nil { mistakes += 1 }
      place += skipped ?? 0
      guard place < words.count else { return nil }
      if let first = words[place].words.first {
        names[first] = Int8(SyntaxLabels.nameTags.firstIndex(of: pair.tag) ?? 0)
      }
      place += 1
    }
    return place + 4 > words.count && mistakes * 5 <= tagged.count ? names : nil
  }

  private static func bare(_ word: String) -> String {
    String(String.UnicodeScalarView(word.unicodeScalars.filter { $0.value != 0x200C }))
  }

  private static func trimmed(_ text: Substring) -> String {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "\r" })
    return parts.joined(separator: "\u{200C}")
  }
}
