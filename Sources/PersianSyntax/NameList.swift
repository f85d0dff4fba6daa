/// The lists of phrases that the recogniser of names looks up, baked into its model when it is trained.
package enum NameList: Int, Sendable, CaseIterable {
  /// Given names of people.
  case given
  /// Family names.
  case family
  /// People of history, scripture and legend who are called by one word.
  case historic
  /// People of public life, by their whole names.
  case person
  /// What stands before a given name and belongs to the name: «سید».
  case particle
  /// What stands behind a name and belongs to it: «خان».
  case honorific
  /// What stands before a name and does not belong to it: «دکتر».
  case nameTitle
  /// Offices.
  case office
  /// Places.
  case place
  /// States.
  case state
  /// Peoples and what is of a state: «ایرانی».
  case demonym
  /// What begins names of places: «استان».
  case placeHead
  /// Organisations, armed groups, media, clubs.
  case organisation
  /// What begins names of organisations: «وزارت».
  case organisationHead
  /// What a ministry is called by: «امور خارجه».
  case ministry

  /// Its bit in a set of lists.
  package var bit: UInt32 { 1 << UInt32(rawValue) }
}

/// Where the words of a sentence stand in the phrases of the lists.
package struct NamePhrases: Sendable {
  /// The longest phrase that is looked up, in words.
  package static let longest = 6

  /// The lists of a phrase, by the keys of its words with a blank between.
  private let lists: WordTable
  /// How many words the longest phrase has that begins with a word.
  private let lengths: WordTable

  package init(lists: WordTable, lengths: WordTable) {
    self.lists = lists
    self.lengths = lengths
  }

  /// How many words the longest phrase has that begins with the word with this key; 0 where there is none.
  package func longest(from key: [UInt8]) -> Int {
    key.withUnsafeBufferPointer { min(Int(max(0, lengths.row(of: $0))), Self.longest) }
  }

  /// For each word the phrases it is in: for each list four bits, for a phrase of one word, its first, an inner and its
  /// last word. Of each list the longest phrase is taken, from the left.
  ///
  /// - Parameter word: the key of a word of the sentence and what ``longest(from:)`` says of it.
  package func sets(count: Int, word: (Int) -> (key: [UInt8], longest: Int)) -> [UInt64] {
    var sets = [UInt64](repeating: 0, count: count)
    var taken = [Int](repeating: 0, count: NameList.allCases.count)
    var phrase: [UInt8] = []
    for start in 0..<count {
      let first = word(start)
      guard first.longest > 0 else { continue }
      phrase = first.key
      var found: [(length: Int, lists: UInt32)] = []
      for length in 1...min(first.longest, count - start) {
        if length > 1 {
          phrase.append(0x20)
          phrase += word(start + length - 1).key
        }
        let set = phrase.withUnsafeBufferPointer { lists.set(of: $0) }
        if set != 0 { found.append((length, set)) }
      }
      for (length, set) in found.reversed() {
        var rest = set
        while rest != 0 {
          let list = rest.trailingZeroBitCount
          rest &= rest - 1
          guard list < taken.count, taken[list] <= start else { continue }
          taken[list] = start + length
          for place in 0..<length {
            let position = length == 1 ? 0 : place == 0 ? 1 : place == length - 1 ? 3 : 2
            sets[start + place] |= 1 << UInt64(list * 4 + position)
          }
        }
      }
    }
    return sets
  }
}
