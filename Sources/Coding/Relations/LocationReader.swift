internal import PersianSyntax
internal import World

/// Finds what lies where: «پایگاه ۲۰۱ که در تاجیکستان مستقر است», «شهر کندز در شمال افغانستان».
struct LocationReader {
  let context: RelationContext

  private static let situated: [StaticString] = ["مستقر", "واقع", "قرار", "موقعیت"]
  private static let participles: [StaticString] = ["مستقر", "واقع"]

  func relations() -> [RelationDraft] {
    context.sentence.clauses.indices.compactMap(stated) + context.sentence.phrases.indices.compactMap(beside)
  }

  /// A clause says that a place or facility lies in a place.
  private func stated(_ index: Int) -> RelationDraft? {
    let clause = context.sentence.clauses[index]
    guard let verb = clause.verb, !verb.analysis.isNegated,
      clause.words.contains(where: { context.isAny($0, of: Self.situated) }),
      let subject = context.sentence.subject(ofClause: index)?.entity, context.isPlace(subject),
      let place = context.sentence.arguments[index].first(where: { isIn($0.preposition) && isPlaceOrState($0.entity) })
    else { return nil }
    return RelationDraft(type: .locatedIn, subject: subject, object: place.entity, words: clause.extent)
  }

  /// «الف واقع در ب», and «الف در ب» where both are places of one country.
  private func beside(_ index: Int) -> RelationDraft? {
    let sentence = context.sentence
    guard index + 1 < sentence.phrases.count, let inner = sentence.entities[index],
      let outer = sentence.entities[index + 1], context.isPlace(inner), isPlaceOrState(outer)
    else { return nil }
    let (first, second) = (sentence.phrases[index].words, sentence.phrases[index + 1].words)
    var word = first.upperBound
    let isSaid = context.isAny(word, of: Self.participles)
    if isSaid { word += 1 }
    guard word < second.lowerBound, let preposition = context.text.preposition(at: word), isIn(preposition.spelling),
      // «در ولایت بدخشان»: a word for the kind of place may stand between.
      (preposition.words.upperBound..<second.lowerBound).allSatisfy({ isPlaceWord($0) }),
      isSaid || isWithin(inner, outer)
    else { return nil }
    return RelationDraft(type: .locatedIn, subject: inner, object: outer, words: first.lowerBound..<second.upperBound)
  }

  private func isIn(_ preposition: String?) -> Bool {
    preposition.map {
      $0 == "در" || $0.hasPrefix("در شمال") || $0.hasPrefix("در جنوب") || $0.hasPrefix("در شرق")
        || $0.hasPrefix("در غرب") || $0 == "در داخل" || $0 == "در خاک"
    } ?? false
  }

  private func isPlaceWord(_ word: Int) -> Bool {
    !context.text.classes[word].isDisjoint(with: [.placeWord, .provinceWord])
      || context.isAny(word, of: ["شمال", "جنوب", "شرق", "غرب", "مرکز"])
  }

  private func isPlaceOrState(_ entity: Int) -> Bool {
    context.isPlace(entity) || context.drafts[entity].kind == .state
  }

  /// Whether a place may lie in another, by what the dictionaries know: «شهر کندز در افغانستان».
  private func isWithin(_ inner: Int, _ outer: Int) -> Bool {
    guard let place = context.drafts[inner].entry.map({ context.world.entries[$0] }),
      let whole = context.drafts[outer].entry.map({ context.world.entries[$0] }), place.id != whole.id
    else { return false }
    return whole.kind == .state ? place.country == whole.id : place.region == whole.id
  }
}
