internal import World

/// Finds which group is a part of which: «شاخه خراسان داعش», «گروه انصارالله، شاخه داعش».
struct BranchReader {
  let context: RelationContext

  private var sentence: SentenceReading { context.sentence }

  func relations(_ book: inout EntityBook) -> [RelationDraft] {
    sentence.phrases.indices.flatMap { [namedBranch($0, &book), statedBranch($0)].compactMap { $0 } }
  }

  /// The name of a branch holds the name of the whole.
  private func namedBranch(_ index: Int, _ book: inout EntityBook) -> RelationDraft? {
    let phrase = sentence.phrases[index]
    guard let entity = sentence.entities[index], let entry = phrase.entry, phrase.words.count > 1,
      let whole = context.world.entries[entry].branchOf, let wholeEntry = context.world.index(of: whole),
      let words = words(naming: wholeEntry, within: phrase.words)
    else { return nil }
    return RelationDraft(
      type: .branchOf, subject: entity, object: book.entity(ofEntry: wholeEntry, at: words), words: phrase.words)
  }

  /// The part of a longer name that names an entry by itself: «داعش» in «داعش خراسان».
  private func words(naming entry: Int, within name: Range<Int>) -> Range<Int>? {
    for end in (name.lowerBound + 1...name.upperBound).reversed() {
      for start in name.lowerBound..<end where end - start < name.count {
        let mention = context.world.mentions(in: start..<end, of: context.text.forms).first { mention in
          mention.ending == nil && mention.senses.contains { $0.entry == entry }
        }
        if let mention { return mention.words }
      }
    }
    return nil
  }

  private static let branchWords: [StaticString] = ["شاخه", "شاخهای", "بازوی", "زیرشاخه", "زیرمجموعه", "وابسته"]

  /// «شاخه» and the like between two phrases.
  private func statedBranch(_ index: Int) -> RelationDraft? {
    guard index + 1 < sentence.phrases.count, let part = sentence.entities[index],
      let whole = sentence.entities[index + 1], isBody(part), isBody(whole)
    else { return nil }
    let (first, second) = (sentence.phrases[index].words, sentence.phrases[index + 1].words)
    let gap = first.upperBound..<max(first.upperBound, second.lowerBound)
    guard (1...4).contains(gap.count), gap.contains(where: { context.isAny($0, of: Self.branchWords) }),
      !gap.contains(where: { context.text.verb(at: $0) != nil || isOtherPreposition($0) })
    else { return nil }
    return RelationDraft(type: .branchOf, subject: part, object: whole, words: first.lowerBound..<second.upperBound)
  }

  /// Persons belong to groups too («وابسته به طالبان»), but are no branch of them.
  private func isBody(_ entity: Int) -> Bool { context.drafts[entity].kind == .group }

  /// Any preposition but the «به» of «وابسته به».
  private func isOtherPreposition(_ word: Int) -> Bool {
    context.text.preposition(at: word) != nil
      && !(context.isAny(word, of: ["به"]) && context.isAny(word - 1, of: ["وابسته"]))
  }
}
