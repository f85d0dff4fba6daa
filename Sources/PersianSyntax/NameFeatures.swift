/// What the chain that finds names sees of a sentence: features, as hashes.
package enum NameFeatures {
  /// How far the chain looks to either side, in words.
  package static let reach = 2

  private enum Kind: UInt8 {
    case word, prefix, suffix, shape, cluster, outside, list, noList, before, after
  }

  /// The features of a word for the decision on the word that stands `offset` words before it.
  ///
  /// - Parameter clusters: the numbers of the clusters that the word is in; 0 where it is in none.
  package static func features(key: [UInt8], clusters: UInt32, offset: Int) -> [UInt64] {
    var features = [feature(.word, key[...], offset)]
    let ends = key.indices.filter { key[$0] & 0xC0 != 0x80 } + [key.count]
    let letters = ends.count - 1
    if abs(offset) <= 1 {
      for length in (offset == 0 ? 1 : 2)..<(offset == 0 ? 5 : 4) where letters > length || offset != 0 {
        features.append(feature(.suffix, key[ends[max(0, letters - length)]...] + [UInt8(length)], offset))
      }
    }
    if offset == 0 {
      for length in 2..<5 where letters > length { features.append(feature(.prefix, key[..<ends[length]], offset)) }
      let digits = key.allSatisfy { (0x30...0x39).contains($0) }
      features.append(feature(.shape, [UInt8(min(letters, 6)), digits ? 1 : 0], offset))
    }
    // Six, eight and ten bits: clusters of three sizes.
    let numbers = [clusters & 0x3F, clusters >> 6 & 0xFF, clusters >> 14 & 0x3FF]
    for (size, number) in numbers.enumerated() where clusters != 0 || size == 0 {
      let bytes = [UInt8(clusters == 0 ? 3 : size), UInt8(number & 0xFF), UInt8(number >> 8)]
      features.append(feature(.cluster, bytes[...], offset))
    }
    return features
  }

  /// The feature that stands for the end of the sentence.
  package static func outside(offset: Int) -> UInt64 { feature(.outside, [], offset) }

  /// Calls `body` with the features that depend on the phrases of the lists, for the word at `word`.
  @inline(__always)
  package static func listFeatures(_ sets: [UInt64], at word: Int, _ body: (UInt64) -> Void) {
    for offset in -reach...reach {
      guard sets.indices.contains(word + offset) else { continue }
      var rest = sets[word + offset]
      if rest == 0 { body(feature(.noList, 0, offset)) }
      while rest != 0 {
        body(feature(.list, UInt64(rest.trailingZeroBitCount), offset))
        rest &= rest - 1
      }
    }
    let mixed = sets[word] &* 0x9E37_79B9_7F4A_7C15
    body(feature(.before, mixed ^ (word > 0 ? sets[word - 1] : .max), 0))
    body(feature(.after, mixed ^ (word + 1 < sets.count ? sets[word + 1] : .max), 0))
  }

  private static func feature(_ kind: Kind, _ bytes: ArraySlice<UInt8>, _ offset: Int) -> UInt64 {
    let seed = kind.rawValue &* 8 &+ UInt8(offset + reach)
    return bytes.withUnsafeBufferPointer { WordTable.hash($0, seed: seed) }
  }

  @inline(__always)
  private static func feature(_ kind: Kind, _ number: UInt64, _ offset: Int) -> UInt64 {
    let seed = UInt64(kind.rawValue &* 8 &+ UInt8(offset + reach))
    let hash = (number ^ seed &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
    return (hash ^ hash >> 32) &* 0x94D0_49BB_1331_11EB
  }
}
