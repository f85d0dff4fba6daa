internal import PersianText
internal import World

/// A relation while the article is read.
struct RelationDraft: Hashable {
  var type: Relation.Kind
  var subject: Int
  var object: Int
  var words: Range<Int>
}

/// Finds what a sentence says of how entities belong together.
struct RelationReader {
  let text: TaggedReading
  let world: World

  func relations(in sentence: SentenceReading, drafts: [EntityBook.Draft], book: inout EntityBook) -> [RelationDraft] {
    var relations: [RelationDraft] = []
    for (index, phrase) in sentence.phrases.enumerated() {
      relations += roles(phrase, index, sentence, &book)
      if let branch = namedBranch(phrase, sentence.entities[index], &book) { relations.append(branch) }
      if let branch = statedBranch(index, sentence) { relations.append(branch) }
    }
    for clause in sentence.clauses.indices { relations += locations(clause, sentence, drafts) }
    return relations
  }

  /// «امامعلی رحمان، رئیس‌جمهور تاجیکستان»: a person has an office of a state or body.
  private func roles(
    _ phrase: ActorPhrase, _ index: Int, _ sentence: SentenceReading, _ book: inout EntityBook
  ) -> [RelationDraft] {
    guard phrase.head == .title, let owner = phrase.owner, let ownerWords = phrase.ownerWords,
      let person = sentence.entities[index],
      phrase.person != nil || phrase.apposition != nil
    else { return [] }
    let words = phrase.apposition.map { other in
      let second = sentence.phrases[other].words
      return min(phrase.words.lowerBound, second.lowerBound)..<max(phrase.words.upperBound, second.upperBound)
    }
    return [
      RelationDraft(
        type: .role, subject: person, object: book.entity(ofEntry: owner, at: ownerWords),
        words: words ?? phrase.words)
    ]
  }

  /// «شاخه خراسان داعش»: the name of a branch holds the name of the whole.
  private func namedBranch(_ phrase: ActorPhrase, _ entity: Int?, _ book: inout EntityBook) -> RelationDraft? {
    guard let entity, let entry = phrase.entry, phrase.words.count > 1, let whole = world.entries[entry].branchOf,
      let index = world.index(of: whole), let words = words(naming: index, within: phrase.words)
    else { return nil }
    return RelationDraft(
      type: .branchOf, subject: entity, object: book.entity(ofEntry: index, at: words), words: phrase.words)
  }

  /// The part of a longer name that names an entry by itself: «داعش» in «داعش خراسان».
  private func words(naming entry: Int, within name: Range<Int>) -> Range<Int>? {
    for end in (name.lowerBound + 1...name.upperBound).reversed() {
      for start in name.lowerBound..<end where end - start < name.count {
        let mention = world.mentions(in: start..<end, of: text.forms).first { mention in
          mention.ending == nil && mention.senses.contains { $0.entry == entry }
        }
        if let mention { return mention.words }
      }
    }
    return nil
  }

  private static let branchWords: [StaticString] = ["شاخه", "بازوی"]

  /// «گروه انصارالله – شاخه جنبش اسلامی تاجیکستان –»
  private func statedBranch(_ index: Int, _ sentence: SentenceReading) -> RelationDraft? {
    guard index + 1 < sentence.phrases.count, let part = sentence.entities[index],
      let whole = sentence.entities[index + 1], part != whole
    else { return nil }
    let gap =
      sentence.phrases[index].words
      .upperBound..<max(
        sentence.phrases[index].words.upperBound, sentence.phrases[index + 1].words.lowerBound)
    guard (1...4).contains(gap.count),
      gap.contains(where: { word in Self.branchWords.contains { text.isWord(word, $0) } }),
      !gap.contains(where: { text.verb(at: $0) != nil || text.preposition(at: $0) != nil })
    else { return nil }
    return RelationDraft(
      type: .branchOf, subject: part, object: whole,
      words: sentence.phrases[index].words.lowerBound..<sentence.phrases[index + 1].words.upperBound)
  }

  private static let situated: [StaticString] = ["مستقر", "واقع", "قرار", "موقعیت"]

  /// «پایگاه ۲۰۱ که در تاجیکستان مستقر است»: a facility or place lies in a place.
  private func locations(_ index: Int, _ sentence: SentenceReading, _ drafts: [EntityBook.Draft]) -> [RelationDraft] {
    let clause = sentence.clauses[index]
    guard clause.verb != nil,
      clause.words.contains(where: { word in Self.situated.contains { text.isWord(word, $0) } }),
      let subject = sentence.subject(ofClause: index)?.entity, isPlace(drafts[subject]),
      let place = sentence.arguments[index].first(where: { $0.preposition == "در" }), place.entity != subject
    else { return [] }
    return [RelationDraft(type: .locatedIn, subject: subject, object: place.entity, words: clause.extent)]
  }

  private func isPlace(_ draft: EntityBook.Draft) -> Bool {
    draft.kind == .place || draft.kind == .facility
  }
}
