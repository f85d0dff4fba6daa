internal import PersianSyntax
internal import World

/// Decides what a name with several senses stands for.
struct SenseChoice {
  let text: TaggedReading
  let world: World
  /// How often the report names each country, to choose between bodies of one name: «انصارالله».
  let countries: [String: Int]

  /// The likeliest sense of a mention, or `nil` where the words are no name here.
  ///
  /// - Parameter previous: the mention that ends right before it.
  func sense(of mention: Mention, after previous: Mention?) -> Mention.Sense? {
    let senses = mention.senses.filter { isPossible($0, mention) }
    guard senses.count > 1 else { return senses.first }
    return senses.enumerated().max { (first, second) in
      let (one, two) = (rank(first.element, mention, previous), rank(second.element, mention, previous))
      if one != two { return one < two }
      let (near, far) = (mentions(second.element), mentions(first.element))
      return far < near || (far == near && first.offset > second.offset)
    }?.element
  }

  private func mentions(_ sense: Mention.Sense) -> Int {
    world.entries[sense.entry].country.flatMap { countries[$0] } ?? 0
  }

  private func isPossible(_ sense: Mention.Sense, _ mention: Mention) -> Bool {
    let entry = world.entries[sense.entry]
    // A stem under a plural or possessive ending is a common noun, a national or nothing: «ایرانم» is no country.
    if mention.ending != nil, mention.ending != .ezafe, sense.use != .people, entry.kind != .agent, entry.kind != .title
    {
      return false
    }
    // «دولتی» and «تلویزیونی» are adjectives, «سربازی» is a soldier.
    if mention.ending == .indefinite, entry.kind == .agent, entry.subkind == "group" { return false }
    if entry.isAmbiguous { return isAfter([.placeWord, .provinceWord], mention) || isPlaceNotTime(entry, mention) }
    return true
  }

  /// «در دوشنبه»: a place whose name is otherwise a time, where it is none; Chronology has seen to that.
  private func isPlaceNotTime(_ entry: Entry, _ mention: Mention) -> Bool {
    let previous = mention.words.lowerBound - 1
    return previous >= 0 && entry.isTimeElsewhere && (text.isWord(previous, "در") || text.isWord(previous, "وارد"))
  }

  private func isAfter(_ classes: WordClass, _ mention: Mention) -> Bool {
    let previous = mention.words.lowerBound - 1
    return previous >= 0 && !text.classes[previous].isDisjoint(with: classes)
  }

  private func rank(_ sense: Mention.Sense, _ mention: Mention, _ previous: Mention?) -> Int {
    let entry = world.entries[sense.entry]
    switch sense.use {
    case .adjective: return previous != nil ? 60 : 15
    case .people: return previous == nil ? 20 : 10
    case .government: return 50
    case .short: return 40
    case .name: break
    }
    switch entry.kind {
    case .person: return 55
    case .organisation, .institution: return 54
    case .group: return 53
    case .state: return 52
    case .title: return 51
    case .medium: return 49
    case .agent: return 48
    case .place:
      let wantsProvince = isAfter(.provinceWord, mention)
      return (entry.subkind == "province") == wantsProvince ? 47 : 46
    }
  }
}
