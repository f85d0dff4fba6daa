internal import PersianSyntax
internal import PersianText
internal import World

/// Finds persons by the last part of the name that the report gave in full: «جو بایدن … بایدن».
struct SurnameReader {
  let text: TaggedReading
  let world: World

  /// Shorter last parts are too often other words.
  private static let leastBytes = 6

  /// The phrases of all sentences, with the surnames of persons named before added.
  func withSurnames(_ sentences: [[ActorPhrase]]) -> [[ActorPhrase]] {
    var persons: [ArraySlice<UInt8>: ActorPhrase] = [:]
    var result: [[ActorPhrase]] = []
    for (index, phrases) in sentences.enumerated() {
      result.append(added(to: phrases, in: text.reading.sentences[index], persons))
      for phrase in phrases { learn(phrase, phrases, &persons) }
    }
    return result
  }

  private func learn(
    _ phrase: ActorPhrase, _ phrases: [ActorPhrase], _ persons: inout [ArraySlice<UInt8>: ActorPhrase]
  ) {
    let last = phrase.words.upperBound - 1
    let key = text.forms.key(at: last)
    guard key.count >= Self.leastBytes, phrase.words.count > 1 else { return }
    switch phrase.head {
    case .unknownName:
      var name = phrase
      name.fullName = phrase.fullName ?? text.reading.string(ofWords: phrase.words)
      name.apposition = nil
      persons[key] = name
    case .name:
      guard let entry = phrase.entry, world.entries[entry].kind == .person else { return }
      persons[key] = ActorPhrase(words: phrase.words, head: .name, entry: entry)
    default: return
    }
  }

  private func added(
    to phrases: [ActorPhrase], in sentence: Range<Int>, _ persons: [ArraySlice<UInt8>: ActorPhrase]
  ) -> [ActorPhrase] {
    guard !persons.isEmpty else { return phrases }
    var found: [ActorPhrase] = []
    for word in sentence where text.isContent(word) && !phrases.contains(where: { $0.words.contains(word) }) {
      guard var person = persons[text.forms.key(at: word)] else { continue }
      person.words = word..<word + 1
      found.append(person)
    }
    guard !found.isEmpty else { return phrases }
    return merged(phrases, found)
  }

  /// Both lists in the order of the text; appositions, which are indices, move along.
  private func merged(_ phrases: [ActorPhrase], _ found: [ActorPhrase]) -> [ActorPhrase] {
    var ordered: [(old: Int?, phrase: ActorPhrase)] = phrases.enumerated().map { ($0.offset, $0.element) }
    ordered += found.map { (nil, $0) }
    ordered.sort { $0.phrase.words.lowerBound < $1.phrase.words.lowerBound }
    var newIndex = [Int](repeating: 0, count: phrases.count)
    for (index, item) in ordered.enumerated() { if let old = item.old { newIndex[old] = index } }
    return ordered.map { item in
      var phrase = item.phrase
      phrase.apposition = item.old == nil ? nil : phrase.apposition.map { newIndex[$0] }
      return phrase
    }
  }
}
