/// Ezafe, the unwritten link between a word and what qualifies it: «وزیرِ خارجهٔ ایران».
enum Ezafe {
  /// For each word, whether an ezafe links it to the next one.
  ///
  /// A noun, or a word that stands like one, has it where the word after it begins a modifier of it, or of a word that
  /// it qualifies itself («کتابِ خوبِ من»): an adjective or noun without a preposition, a possessor, a family name.
  static func marks(forms: [String], tags: [PartOfSpeech], heads: [Int32], relations: [String]) -> [Bool] {
    var marks = [Bool](repeating: false, count: forms.count)
    for word in forms.indices.dropLast() where isWritten(forms[word]) || takesEzafe(tags[word]) {
      if isWritten(forms[word]) {
        marks[word] = true
        continue
      }
      let next = word + 1
      guard canFollow(tags[next]), !isIndefinite(forms[word]) else { continue }
      // The modifier that begins at the next word: the highest word above it whose head is to the left.
      var top = next
      var steps = 0
      while Int(heads[top]) > next, steps < forms.count {
        guard joinsLeft(relations[top]) else { break }
        top = Int(heads[top]) - 1
        steps += 1
      }
      let head = Int(heads[top]) - 1
      guard head >= 0, head <= word, isModifier(relations[top]), !hasCase(top, heads, relations) else { continue }
      marks[word] = isWithin(word, head, heads)
    }
    return marks
  }

  private static func takesEzafe(_ tag: PartOfSpeech) -> Bool {
    switch tag {
    case .noun, .properNoun, .adjective, .numeral: true
    default: false
    }
  }

  private static func canFollow(_ tag: PartOfSpeech) -> Bool {
    switch tag {
    case .noun, .properNoun, .adjective, .pronoun, .numeral, .determiner: true
    default: false
    }
  }

  private static func joinsLeft(_ relation: String) -> Bool {
    switch relation {
    case "det", "nummod", "amod": true
    default: false
    }
  }

  private static func isModifier(_ relation: String) -> Bool {
    relation == "amod" || relation.hasPrefix("nmod") || relation == "flat:name"
  }

  private static func hasCase(_ word: Int, _ heads: [Int32], _ relations: [String]) -> Bool {
    heads.indices.contains { Int(heads[$0]) == word + 1 && $0 < word && relations[$0] == "case" }
  }

  /// Whether `word` is `head` or depends on it.
  private static func isWithin(_ word: Int, _ head: Int, _ heads: [Int32]) -> Bool {
    var word = word
    var steps = 0
    while word != head {
      word = Int(heads[word]) - 1
      steps += 1
      if word < 0 || steps > heads.count { return false }
    }
    return true
  }

  /// «خانهٔ», «خانه‌ی», «کتاب‌های», «دارای».
  private static func isWritten(_ form: String) -> Bool {
    let ending = form.unicodeScalars.suffix(3).map(\.value)
    guard let last = ending.last else { return false }
    if last == 0x654 || last == 0x6C0 || last == 0x650 { return true }
    // های, and ه‌ی.
    return ending == [0x647, 0x627, 0x6CC] || ending == [0x647, 0x200C, 0x6CC]
  }

  /// «کتابی», «کتاب‌هایی»: what is indefinite is followed by an adjective without ezafe.
  private static func isIndefinite(_ form: String) -> Bool {
    form.unicodeScalars.suffix(2).map(\.value) == [0x6CC, 0x6CC]
  }
}
