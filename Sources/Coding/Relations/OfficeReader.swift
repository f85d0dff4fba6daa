internal import World

/// Finds who has an office of which state or body: «امامعلی رحمان، رئیس‌جمهور تاجیکستان».
struct OfficeReader {
  let context: RelationContext

  private var sentence: SentenceReading { context.sentence }

  func relations(_ book: inout EntityBook) -> [RelationDraft] {
    var relations: [RelationDraft] = []
    for (index, phrase) in sentence.phrases.enumerated() where phrase.head == .title && !phrase.isPlural {
      guard let owner = phrase.owner, let ownerWords = phrase.ownerWords,
        let holder = namedHolder(phrase, index) ?? statedHolder(phrase)
      else { continue }
      relations.append(
        RelationDraft(
          type: .role, subject: holder.entity, object: book.entity(ofEntry: owner, at: ownerWords),
          words: min(
            phrase.words.lowerBound, holder.words.lowerBound)..<max(phrase.words.upperBound, holder.words.upperBound)))
    }
    return relations
  }

  /// The phrase holds the person's name, or stands in apposition to it.
  private func namedHolder(_ phrase: ActorPhrase, _ index: Int) -> RelationContext.Named? {
    guard phrase.person != nil || phrase.apposition != nil, let entity = sentence.entities[index] else { return nil }
    let words = phrase.apposition.map { sentence.phrases[$0].words } ?? phrase.words
    return RelationContext.Named(index: index, entity: entity, words: words)
  }

  /// «رحمان رئیس‌جمهور تاجیکستان است», «لاوروف به عنوان وزیر خارجه روسیه منصوب شد».
  private func statedHolder(_ phrase: ActorPhrase) -> RelationContext.Named? {
    guard let index = sentence.clause(ofWord: phrase.words.lowerBound) else { return nil }
    let clause = sentence.clauses[index]
    let arguments = sentence.arguments[index]
    let isPredicate =
      context.isPredicate(phrase.words, of: clause) && !isGoverned(phrase.words.lowerBound)
    guard isPredicate || isAppointment(phrase) else { return nil }
    // Of «الف ب را به عنوان … برگزید» the one before «را» has the office.
    let holder =
      arguments.first { $0.isAccusative && isPerson($0.entity) }
      ?? arguments.first {
        $0.isBare && !$0.isGenitive && isPerson($0.entity) && $0.words.upperBound <= phrase.words.lowerBound
      }
    return holder.map { RelationContext.Named(index: $0.phrase, entity: $0.entity, words: $0.words) }
  }

  private func isGoverned(_ word: Int) -> Bool {
    sentence.words.contains(word - 1) && context.text.preposition(at: word - 1) != nil
  }

  /// «به عنوان», «به سمت», «به مقام».
  private func isAppointment(_ phrase: ActorPhrase) -> Bool {
    let word = phrase.words.lowerBound - 1
    return context.isAny(word, of: ["عنوان", "سمت", "مقام", "حیث"]) && context.isAny(word - 1, of: ["به"])
  }

  private func isPerson(_ entity: Int) -> Bool { context.drafts[entity].isPerson }
}
