internal import PersianSyntax

/// Finds who belongs to which body: «ایران، عضو سازمان همکاری شانگهای», «او به طالبان پیوست».
struct MembershipReader {
  let context: RelationContext

  private static let members: [StaticString] = ["عضو", "اعضای", "عضوی"]
  private static let membership: [StaticString] = ["عضویت"]
  /// «پیوستن», and «درآمدن» of «به عضویت … درآمد».
  private static let joining: [StaticString] = ["پیوست", "پیوستند", "پیوسته", "میپیوندد", "پیوستهاست", "پیوستهاند"]

  func relations() -> [RelationDraft] {
    let sentence = context.sentence
    return sentence.words.compactMap { word -> RelationDraft? in
      guard context.isAny(word, of: Self.members), let body = context.phrase(after: word + 1),
        context.hasMembers(body.entity)
      else { return nil }
      return beside(word, body) ?? stated(word, body)
    } + sentence.clauses.indices.compactMap(joined)
  }

  /// «ایران، عضو …», «ملا برادر، از اعضای …»
  private func beside(_ word: Int, _ body: RelationContext.Named) -> RelationDraft? {
    let start = context.isAny(word - 1, of: ["از"]) ? word - 1 : word
    guard context.sentence.words.contains(start - 1), context.isMark(start - 1),
      let member = context.phrase(before: start, plain: 0)
    else { return nil }
    return draft(member.entity, member.words, body)
  }

  /// «ایران عضو … است»
  private func stated(_ word: Int, _ body: RelationContext.Named) -> RelationDraft? {
    guard let index = context.sentence.clause(ofWord: word),
      context.isPredicate(body.words, of: context.sentence.clauses[index]),
      let subject = context.sentence.subject(ofClause: index), let entity = subject.entity,
      let words = subject.words.flatMap({ $0.upperBound <= word ? $0 : nil }) ?? mention(of: entity, before: word)
    else { return nil }
    return draft(entity, words, body)
  }

  /// «او به طالبان پیوست», «فنلاند به عضویت ناتو درآمد»
  private func joined(_ index: Int) -> RelationDraft? {
    let clause = context.sentence.clauses[index]
    guard let verb = clause.verb, !verb.analysis.isNegated, verb.analysis.mood == .indicative,
      verb.analysis.tense != .future, let subject = context.sentence.subject(ofClause: index)?.entity
    else { return nil }
    let isJoining = verb.words.contains { context.isAny($0, of: Self.joining) }
    let isMember = clause.words.contains { context.isAny($0, of: Self.membership) }
    guard
      isJoining || isMember && verb.words.contains(where: { context.isAny($0, of: ["درآمد", "درآمدند", "درآمده"]) }),
      let body = context.sentence.arguments[index].first(where: {
        $0.preposition == "به" && context.hasMembers($0.entity)
      }), let words = mention(of: subject, before: body.words.lowerBound)
    else { return nil }
    return draft(
      subject, words, RelationContext.Named(index: body.phrase, entity: body.entity, words: body.words))
  }

  private func mention(of entity: Int, before word: Int) -> Range<Int>? {
    let sentence = context.sentence
    return sentence.phrases.indices.last { index in
      sentence.phrases[index].words.upperBound <= word && sentence.entities[index] == entity
    }.map { sentence.phrases[$0].words }
  }

  private func draft(_ member: Int, _ words: Range<Int>, _ body: RelationContext.Named) -> RelationDraft {
    RelationDraft(
      type: .memberOf, subject: member, object: body.entity,
      words: min(words.lowerBound, body.words.lowerBound)..<max(words.upperBound, body.words.upperBound))
  }
}
