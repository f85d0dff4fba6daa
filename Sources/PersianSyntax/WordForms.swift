public import PersianText

/// The words of a reading as numbers of a vocabulary: as they are written, and as stems.
///
/// Computed once for a reading; all dictionaries then compare integers.
public struct WordForms: Sendable {
  /// A known stem of a word.
  public struct Stem: Sendable, Hashable {
    /// The number of the stem.
    public var id: Vocabulary.WordID
    /// What ending it was found under.
    public var ending: NounForms.Ending
  }

  /// The key of every word, one after the other.
  private let keys: [UInt8]
  private let keyStarts: [Int32]
  /// For every word: its number where the vocabulary has it as it is written.
  public let exact: [Vocabulary.WordID?]
  private let stems: [Stem]
  private let stemStarts: [Int32]

  /// Looks up the words of a reading.
  public init(_ reading: Reading, in vocabulary: Vocabulary) {
    var keys: [UInt8] = []
    var keyStarts: [Int32] = [0]
    var exact: [Vocabulary.WordID?] = []
    var stems: [Stem] = []
    var stemStarts: [Int32] = [0]
    reading.bytes.withUnsafeBufferPointer { bytes in
      for word in reading.words {
        let start = keys.count
        WordKey.append(UnsafeBufferPointer(rebasing: bytes[word.range]), to: &keys)
        let key = keys[start...]
        exact.append(vocabulary.lookup(key))
        if word.kind == .word {
          for stem in NounForms.stems(of: key) {
            if let id = vocabulary.lookup(stem.key) { stems.append(Stem(id: id, ending: stem.ending)) }
          }
        }
        keyStarts.append(Int32(keys.count))
        stemStarts.append(Int32(stems.count))
      }
    }
    self.keys = keys
    self.keyStarts = keyStarts
    self.exact = exact
    self.stems = stems
    self.stemStarts = stemStarts
  }

  /// The key of the word at `index`.
  public func key(at index: Int) -> ArraySlice<UInt8> {
    keys[Int(keyStarts[index])..<Int(keyStarts[index + 1])]
  }

  /// The known stems of the word at `index`.
  public func stems(at index: Int) -> ArraySlice<Stem> {
    stems[Int(stemStarts[index])..<Int(stemStarts[index + 1])]
  }
}
