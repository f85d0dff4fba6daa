internal import PersianText

/// What the network sees of a word: rows of its tables.
package struct WordFeatures: Sendable {
  /// The rows of one word.
  package struct Rows: Sendable {
    /// The row of the word itself, or of the word without its inflection; negative where neither is known.
    package var word: Int32 = -1
    /// Whether `word` is the word itself.
    package var isKnown = false
    /// The rows of its parts. The first is the word's own.
    package var parts: [UInt16] = []
  }

  /// How many rows the table of parts has.
  package static let partRows = 1 << 15

  private let verbs: VerbAnalyser
  /// Which lists a word stands in: a bit for each ``KnownList``.
  private let lists: WordTable
  /// A model that was trained without the endings of family names has not learnt what a compound name is either.
  private let knowsCompounds: Bool

  package init(verbs: VerbAnalyser, lists: WordTable) {
    self.verbs = verbs
    self.lists = lists
    knowsCompounds = stride(from: 1, to: lists.slots.count, by: 2).contains {
      lists.slots[$0 - 1] != 0 && lists.slots[$0] & KnownList.familyEnding.bit != 0
    }
  }

  /// The key under which a word is known: ``WordKey``, with every digit as 0.
  package static func key(of form: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(form.count)
    WordKey.append(form, to: &key)
    for index in key.indices where key[index] >= 0x30 && key[index] <= 0x39 { key[index] = 0x30 }
    return key
  }

  /// The rows of a word.
  ///
  /// - Parameter row: gives the row of a key in the table of words, or a negative number.
  package func rows(of form: UnsafeBufferPointer<UInt8>, row: (UnsafeBufferPointer<UInt8>) -> Int32) -> Rows {
    let key = Self.key(of: form)
    var rows = Rows()
    rows.parts.reserveCapacity(20)
    key.withUnsafeBufferPointer { key in
      rows.word = row(key)
      rows.isKnown = rows.word >= 0
      rows.parts.append(Self.hash(.word, key))
      addAffixes(key, to: &rows.parts)
      rows.parts.append(Self.shape(form, key))
      addVerb(key, to: &rows.parts)
      addLists(key, to: &rows.parts)
      let stem = NounEndings.stem(of: key)
      if stem.count < key.count {
        rows.parts.append(Self.hash(.stem, stem))
        rows.parts.append(Self.hash(.ending, UnsafeBufferPointer(rebasing: key[stem.count...])))
        if rows.word < 0 { rows.word = row(stem) }
      } else {
        rows.parts.append(Self.hash(.stem, key))
      }
    }
    return rows
  }

  private enum Kind: UInt8 {
    case word, prefix, suffix, shape, verbForm, verb, noVerb, stem, ending, treebank, list
  }

  /// The row that says by which treebank's rules a sentence is annotated, in training.
  package static func treebankRow(_ number: UInt8) -> UInt16 {
    [number].withUnsafeBufferPointer { hash(.treebank, $0) }
  }

  private func addAffixes(_ key: UnsafeBufferPointer<UInt8>, to parts: inout [UInt16]) {
    var end = 0
    for _ in 0..<4 {
      guard end < key.count else { break }
      end += 1
      while end < key.count, key[end] & 0xC0 == 0x80 { end += 1 }
      parts.append(Self.hash(.prefix, UnsafeBufferPointer(rebasing: key[..<end])))
    }
    var start = key.count
    for _ in 0..<5 {
      guard start > 0 else { break }
      start -= 1
      while start > 0, key[start] & 0xC0 == 0x80 { start -= 1 }
      parts.append(Self.hash(.suffix, UnsafeBufferPointer(rebasing: key[start...])))
    }
  }

  private func addVerb(_ key: UnsafeBufferPointer<UInt8>, to parts: inout [UInt16]) {
    let analyses = verbs.analyses(ofKey: key)
    if analyses.isEmpty { parts.append(Self.hash(.noVerb, UnsafeBufferPointer(start: nil, count: 0))) }
    for analysis in analyses.prefix(2) {
      let signature: [UInt8] = [
        analysis.shape.rawValue, analysis.tense.rawValue, analysis.aspect.rawValue, analysis.mood.rawValue,
        analysis.person, analysis.isPlural ? 1 : 0, analysis.isNegated ? 1 : 0,
      ]
      parts.append(signature.withUnsafeBufferPointer { Self.hash(.verbForm, $0) })
      let verb = [UInt8(analysis.verb & 0xFF), UInt8(analysis.verb >> 8 & 0xFF)]
      parts.append(verb.withUnsafeBufferPointer { Self.hash(.verb, $0) })
    }
  }

  private func addLists(_ key: UnsafeBufferPointer<UInt8>, to parts: inout [UInt16]) {
    var found = lists.set(of: key)
    if isCompoundName(key, found) { found |= Self.compoundName }
    while found != 0 {
      parts.append([UInt8(found.trailingZeroBitCount)].withUnsafeBufferPointer { Self.hash(.list, $0) })
      found &= found - 1
    }
  }

  /// The bit of a word that is in no list of people but is put together like their names: «علی‌پور», «محمدرضا».
  private static let compoundName: UInt32 = 1 << 31

  private func isCompoundName(_ key: UnsafeBufferPointer<UInt8>, _ found: UInt32) -> Bool {
    let names = KnownList.given.bit | KnownList.family.bit
    guard knowsCompounds, found & names == 0, key.count <= 40 else { return false }
    // A part has at least three letters, of two bytes each; only an ending may be shorter.
    for cut in stride(from: 6, to: key.count, by: 1) where key[cut] & 0xC0 != 0x80 {
      let stem = lists.set(of: UnsafeBufferPointer(rebasing: key[..<cut]))
      guard stem & (KnownList.given.bit | KnownList.nameParticle.bit) != 0 else { continue }
      let rest = lists.set(of: UnsafeBufferPointer(rebasing: key[cut...]))
      if rest & KnownList.familyEnding.bit != 0 || (rest & names != 0 && key.count - cut >= 6) { return true }
    }
    return false
  }

  /// Length, half-spaces, digits, Latin letters, punctuation.
  private static func shape(_ form: UnsafeBufferPointer<UInt8>, _ key: UnsafeBufferPointer<UInt8>) -> UInt16 {
    var shape: [UInt8] = [UInt8(min(form.count / 2, 8)), 0]
    for byte in key {
      switch byte {
      case 0x30...0x39: shape[1] |= 1
      case 0x61...0x7A: shape[1] |= 2
      case 0..<0x80: shape[1] |= 4
      default: shape[1] |= 8
      }
    }
    if form.count >= 3 {
      for index in 0..<form.count - 2 where form[index] == 0xE2 && form[index + 1] == 0x80 && form[index + 2] == 0x8C {
        shape[1] |= 16
      }
    }
    return shape.withUnsafeBufferPointer { hash(.shape, $0) }
  }

  /// 64-bit FNV-1a, folded to a row.
  private static func hash(_ kind: Kind, _ bytes: UnsafeBufferPointer<UInt8>) -> UInt16 {
    let hash = WordTable.hash(bytes, seed: kind.rawValue)
    return UInt16(truncatingIfNeeded: (hash ^ hash >> 15 ^ hash >> 40) & UInt64(partRows - 1))
  }
}
