internal import PersianText

/// Finds under which other name somebody goes: «داعش، موسوم به دولت اسلامی», «عبدالله، معروف به ابوحفص».
struct AliasReader {
  let context: RelationContext

  private static let cues: [StaticString] = ["موسوم", "معروف", "ملقب", "مشهور", "مسما", "مسمی"]
  private static let longestName = 4

  func relations(_ book: inout EntityBook) -> [RelationDraft] {
    let sentence = context.sentence
    return sentence.words.compactMap { word in
      guard context.isAny(word, of: Self.cues), context.isAny(word + 1, of: ["به"]),
        let known = context.phrase(before: word, plain: 2), let alias = alias(from: word + 2, of: known, &book)
      else { return nil }
      return RelationDraft(
        type: .alias, subject: known.entity, object: alias.entity,
        words: known.words.lowerBound..<alias.words.upperBound)
    }
  }

  /// The entity that the words name; words in no list are a name of their own.
  private func alias(
    from start: Int, of known: RelationContext.Named, _ book: inout EntityBook
  ) -> (entity: Int, words: Range<Int>)? {
    let isQuoted = context.sentence.words.contains(start) && context.isQuote(start)
    let first = isQuoted ? start + 1 : start
    if let phrase = context.phrase(at: first), isWhole(phrase, isQuoted) { return (phrase.entity, phrase.words) }
    var end = first
    while end < context.sentence.words.upperBound, end - first < Self.longestName, isPartOfName(end, isQuoted) {
      end += 1
    }
    // What goes on has no clear end: a name ends at a mark or a word of grammar.
    guard end > first, end == context.sentence.words.upperBound || !isPartOfName(end, isQuoted) else { return nil }
    let draft = context.drafts[known.entity]
    let entity = book.resolveUnknown(
      first..<end, country: draft.country, sector: draft.sector, isPerson: draft.isPerson)
    return (entity, first..<end)
  }

  /// Whether a phrase is all of the name: what stands in marks is one name, and «لشکر» alone is none.
  private func isWhole(_ phrase: RelationContext.Named, _ isQuoted: Bool) -> Bool {
    let end = phrase.words.upperBound
    if isQuoted { return !context.sentence.words.contains(end) || context.isQuote(end) }
    return context.sentence.phrases[phrase.index].head == .name
  }

  private func isPartOfName(_ word: Int, _ isQuoted: Bool) -> Bool {
    isQuoted ? context.text.reading.words[word].kind == .word : context.text.isContent(word)
  }
}
