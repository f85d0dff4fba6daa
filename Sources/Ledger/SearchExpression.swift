internal import PersianText

/// An FTS5 expression, made of nothing but tokens of our own in quotation marks: no query can be a syntax error, or say
/// anything to SQLite.
struct SearchExpression {
  /// The expression, or `nil` where nothing is said about words.
  private(set) var text: String?
  /// The stems that a snippet marks.
  private(set) var stems: Set<[UInt8]> = []
  /// Beginnings that a snippet marks.
  private(set) var prefixes: [[UInt8]] = []

  /// The expression for the terms of a query, to be looked for in headlines and texts.
  init(_ terms: [SearchQuery.Term], reader: PersianReader, stem: SearchStem) {
    var positive: [String] = []
    var negative: [String] = []
    // Plain words are read together, so that half-spaces typed as spaces are mended: «می کند».
    let plain = terms.filter { !$0.isPhrase && !$0.isExcluded && !$0.isPrefix }
    positive += together(words(of: plain.map(\.text).joined(separator: " "), reader, stem), stem)
    for term in terms where term.isPhrase || term.isExcluded || term.isPrefix {
      let words = words(of: term.text, reader, stem)
      guard let expression = one(term, words) else { continue }
      if term.isExcluded { negative.append(expression) } else { positive.append(expression) }
      if !term.isExcluded { note(term, words) }
    }
    guard !positive.isEmpty else { return }
    let all = positive.joined(separator: " AND ")
    text = negative.isEmpty ? all : "(\(all)) NOT (\(negative.joined(separator: " OR ")))"
  }

  /// A word as it is looked up.
  private struct QueryWord {
    var key: [UInt8]
    var stems: [[UInt8]]
    /// The stems of what stands between its half-spaces, where there are any.
    var parts: [[UInt8]]
  }

  private func words(of text: String, _ reader: PersianReader, _ stem: SearchStem) -> [QueryWord] {
    let reading = reader.read(SourceText(text))
    return reading.bytes.withUnsafeBufferPointer { bytes in
      reading.words.compactMap { word in
        let stems = IndexWords.tokens(of: word, in: bytes, stem: stem)
        guard !stems.isEmpty else { return nil }
        var key: [UInt8] = []
        WordKey.append(UnsafeBufferPointer(rebasing: bytes[word.range]), to: &key)
        let pieces = reading.bytes[word.range].split(separator: Self.halfSpace)
        let parts = pieces.map { stem.stem(of: WordKey.key(of: String(decoding: $0, as: UTF8.self))) }
        return QueryWord(key: key, stems: stems, parts: pieces.count > 1 ? parts.filter { !$0.isEmpty } : [])
      }
    }
  }

  private static let halfSpace = Array("\u{200C}".utf8)

  /// Each word, or the same written together with a neighbour, or apart: «رئیس جمهور», «رئیس‌جمهور».
  private mutating func together(_ words: [QueryWord], _ stem: SearchStem) -> [String] {
    var joined: [[UInt8]] = []
    for index in words.indices.dropLast() { joined.append(stem.stem(of: words[index].key + words[index + 1].key)) }
    var expressions: [String] = []
    for (index, word) in words.enumerated() {
      var choices = [Self.phrase(word.stems)]
      stems.formUnion(word.stems)
      if word.parts.count > 1 {
        choices.append(Self.phrase(word.parts))
        stems.formUnion(word.parts)
      }
      for neighbour in [index - 1, index] where joined.indices.contains(neighbour) {
        choices.append(Self.phrase([joined[neighbour]]))
        stems.insert(joined[neighbour])
      }
      expressions.append("(" + choices.joined(separator: " OR ") + ")")
    }
    return expressions
  }

  private func one(_ term: SearchQuery.Term, _ words: [QueryWord]) -> String? {
    guard let last = words.last else { return nil }
    if term.isPrefix {
      // What was typed is a beginning: no ending is taken off.
      return words.dropLast().map { Self.phrase($0.stems) + " AND " }.joined() + Self.phrase([last.key]) + " *"
    }
    return Self.phrase(words.flatMap(\.stems))
  }

  private mutating func note(_ term: SearchQuery.Term, _ words: [QueryWord]) {
    if term.isPrefix, let last = words.last {
      prefixes.append(last.key)
      stems.formUnion(words.dropLast().flatMap(\.stems))
    } else {
      stems.formUnion(words.flatMap(\.stems))
    }
  }

  /// Tokens that follow each other, in the quotation marks of FTS5.
  static func phrase(_ stems: [[UInt8]]) -> String {
    let tokens = stems.map { String(decoding: $0.filter { IndexWords.isTokenByte($0) }, as: UTF8.self) }
    return "\"" + tokens.joined(separator: " ") + "\""
  }
}
