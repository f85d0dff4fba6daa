/// Fills sides of an act from what else its sentence tells.
///
/// «در حمله طالبان به پاسگاه سه سرباز کشته شدند»: whoever attacked also killed. «در تظاهرات برازیل …»: whoever
/// demonstrates acts for the country in which he does (codebook).
struct SharedSides {
  let sentence: SentenceReading

  /// The events of the sentence, with sides that they share.
  func completed(_ events: [EventDraft]) -> [EventDraft] {
    var result = events
    for index in events.indices where events[index].status == .asserted && events[index].actor.isEmpty {
      let actors: [Int]
      switch events[index].type {
      case .assault: actors = attackers(besides: index, in: events)
      case .protest: actors = events[index].placeWords.flatMap(entity).map { [$0] } ?? []
      default: continue
      }
      result[index].actor = actors.filter { !events[index].recipient.contains($0) }
    }
    return result
  }

  /// The actors of the other attack of the sentence; nobody where there are several.
  private func attackers(besides index: Int, in events: [EventDraft]) -> [Int] {
    let others = events.indices.filter {
      $0 != index && events[$0].type == .assault && events[$0].status == .asserted && !events[$0].actor.isEmpty
    }
    let sides = Set(others.map { Set(events[$0].actor) })
    return sides.count == 1 ? events[others[0]].actor : []
  }

  private func entity(at words: Range<Int>) -> Int? {
    sentence.phrases.firstIndex { $0.words.overlaps(words) }.flatMap { sentence.entities[$0] }
  }
}
