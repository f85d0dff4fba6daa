internal import PersianSyntax
internal import PersianText
internal import World

/// Somebody's turn to speak: in a clause of the report's own, not in what another says.
struct SpeakerTurn {
  /// The entity.
  var speaker: Int
  /// The words that name it.
  var words: SpeakerWords
  /// The sentence.
  var sentence: Int
}

/// Finds that speakers whom a report calls by office here and by name there are one person.
///
/// News leads with the office and gives the name in the next sentence («مدیر گمرک گفت … رضا احمدی افزود …»); after that it
/// says now the name, now another office of the same person.
struct SpeakerLinker {
  let text: TaggedReading
  let turns: [SpeakerTurn]

  /// A name that comes later than this after an office is somebody else's.
  private static let longestGap = 3
  /// More turns are not looked through, so that no text takes quadratic time.
  private static let mostTurns = 32

  /// Puts the speakers together in the book.
  func link(_ book: inout EntityBook) {
    var introduced: Set<Int> = []
    var previous: Int?
    for (index, turn) in turns.enumerated() {
      let words = turn.words
      let speaker = book.final(turn.speaker)
      defer {
        introduced.insert(book.final(speaker))
        if words.form != .outlet, words.form != .thisOutlet { previous = book.final(speaker) }
      }
      guard words.form == .role, isOffice(speaker, book), !introduced.contains(speaker) else { continue }
      if let same = sameOffice(as: words, in: turns[..<index], book), same != speaker {
        book.merge(speaker, into: same)
      } else if let named = nameAfter(index, introduced, book) {
        book.merge(speaker, into: named)
      } else if let previous, isNamed(previous, book), fits(speaker, previous, book), !isAnother(words) {
        book.merge(speaker, into: previous)
      }
    }
  }

  private func isOffice(_ draft: Int, _ book: EntityBook) -> Bool {
    (book.drafts[draft].kind == .role || book.drafts[draft].kind == .group) && book.drafts[draft].entry == nil
  }

  private func isNamed(_ draft: Int, _ book: EntityBook) -> Bool { book.drafts[draft].isPerson }

  private func fits(_ one: Int, _ other: Int, _ book: EntityBook) -> Bool {
    guard let first = book.drafts[one].country, let second = book.drafts[other].country else { return true }
    return first == second
  }

  /// The next speaker, where it is a person who has not spoken before and is named without an office of another kind.
  private func nameAfter(
    _ index: Int, _ introduced: Set<Int>, _ book: EntityBook
  ) -> Int? {
    let office = turns[index].words
    let speaker = book.final(turns[index].speaker)
    guard let next = turns[(index + 1)...].prefix(Self.mostTurns).first(where: { book.final($0.speaker) != speaker }),
      next.sentence - turns[index].sentence <= Self.longestGap, next.words.form == .name
    else { return nil }
    let named = book.final(next.speaker)
    guard isNamed(named, book), !introduced.contains(named), fits(speaker, named, book) else { return nil }
    // «یک مقام عراقی» in the lead is whoever is named after it, whatever the office.
    let isLead = index == 0 && text.classes[office.words.lowerBound].contains(.quantifier)
    if let role = next.words.role, !isLead, !overlap(role, office.role ?? office.words, least: 0.75) { return nil }
    return named
  }

  /// Whether the words say that another one speaks than before: «وزیر نفت نیز».
  private func isAnother(_ words: SpeakerWords) -> Bool {
    let next = words.words.upperBound
    guard next < text.classes.count else { return false }
    return text.isWord(next, "نیز") || text.isWord(next, "هم")
  }

  /// Somebody of whom the same was said before: «مدیر گمرک استان», «مدیر گمرک».
  private func sameOffice(as words: SpeakerWords, in earlier: ArraySlice<SpeakerTurn>, _ book: EntityBook) -> Int? {
    for turn in earlier.suffix(Self.mostTurns).reversed() {
      guard let role = turn.words.role else { continue }
      if overlap(role, words.role ?? words.words, least: 1) { return book.final(turn.speaker) }
    }
    return nil
  }

  /// Whether two offices begin alike and one says no more than the other, but for a share of its words.
  private func overlap(_ one: Range<Int>, _ other: Range<Int>, least share: Double) -> Bool {
    let (first, second) = (content(one), content(other))
    guard let head = first.first, head == second.first else { return false }
    let (small, large) = first.count < second.count ? (first, second) : (second, first)
    let common = small.count { large.contains($0) }
    return small.count >= 2 && Double(common) >= share * Double(small.count)
  }

  private func content(_ words: Range<Int>) -> [ArraySlice<UInt8>] {
    words.filter(text.isContent).map { text.forms.key(at: $0) }
  }
}
