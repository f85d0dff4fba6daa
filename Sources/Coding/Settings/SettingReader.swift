internal import Chronology
internal import PersianSyntax
internal import PersianText
internal import World

/// Finds where and when an act took place.
struct SettingReader {
  let text: TaggedReading
  let world: World
  let times: [TimeExpression]

  /// Prepositions that say where something happens.
  private static let locative: Set<String> = [
    "در", "در نزدیکی", "در شمال", "در جنوب", "در شرق", "در غرب", "در مرز", "در داخل", "در خاک",
  ]

  // MARK: Place

  /// The place of an event: a place named with «در» in its clause, the nearest to the act; or where a visit goes to.
  func place(
    of event: EventDraft, in sentence: SentenceReading, drafts: [EntityBook.Draft]
  ) -> (place: Event.Place, words: Range<Int>?)? {
    let arguments = sentence.arguments[event.clause]
    let located = arguments.filter { argument in
      argument.preposition.map { Self.locative.contains($0) } ?? false
    }
    // «در تاجیکستان و در مرز افغانستان»: where it is comes before what it is near to.
    let nearest = located.min {
      ($0.preposition == "در" ? 0 : 1, distance($0, event)) < ($1.preposition == "در" ? 0 : 1, distance($1, event))
    }
    if let nearest, let place = place(drafts[nearest.entity]) { return (place, nearest.words) }
    if event.mode == "visit" || event.type == .assault {
      for entity in event.recipient + event.actor
      where drafts[entity].kind == .place || drafts[entity].kind == .facility {
        if let place = place(drafts[entity]) { return (place, arguments.first { $0.entity == entity }?.words) }
      }
    }
    return nil
  }

  private func distance(_ argument: Argument, _ event: EventDraft) -> Int {
    abs(argument.words.lowerBound - event.trigger.lowerBound)
  }

  private func place(_ draft: EntityBook.Draft) -> Event.Place? {
    guard let index = draft.entry else { return nil }
    let entry = world.entries[index]
    guard entry.kind == .place || entry.kind == .state else { return nil }
    return Event.Place(
      name: entry.name, latin: entry.latin, entry: entry.id, country: entry.country,
      latitude: entry.coordinates?.latitude,
      longitude: entry.coordinates?.longitude, precision: entry.kind == .state ? "country" : entry.subkind ?? "place")
  }

  // MARK: Time

  /// The time of an event: the resolved expression nearest to the act in its clause, or else the only one of its
  /// sentence, unless that belongs to a clause of its own.
  func time(of event: EventDraft, in sentence: SentenceReading) -> Event.Time? {
    let resolved = times.filter { sentence.words.contains($0.words.lowerBound) && $0.start != nil && $0.end != nil }
    let words = Set(sentence.clauses[event.clause].words)
    let own = resolved.filter { words.contains($0.words.lowerBound) }
    let nearest = own.min { first, second in
      abs(first.words.lowerBound - event.trigger.lowerBound) < abs(second.words.lowerBound - event.trigger.lowerBound)
    }
    guard let time = nearest ?? (resolved.count == 1 ? resolved.first { isOfSentence($0, sentence) } : nil),
      let start = time.start, let end = time.end
    else { return nil }
    return Event.Time(
      start: start.description, end: end.description, precision: time.precision.rawValue,
      from: Span(text.reading.codePoints(ofWords: time.words)))
  }

  private func isOfSentence(_ time: TimeExpression, _ sentence: SentenceReading) -> Bool {
    let clause = sentence.clause(ofWord: time.words.lowerBound).map { sentence.clauses[$0].kind }
    return clause == .main || clause == .complement
  }
}
