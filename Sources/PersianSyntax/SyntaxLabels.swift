/// What the network tells apart, in the order of its outputs.
package struct SyntaxLabels: Sendable, Equatable {
  /// A feature of Universal Dependencies with its values; the first value is "" for a word without it.
  package struct Feature: Sendable, Equatable {
    package var name: String
    package var values: [String]

    package init(name: String, values: [String]) {
      self.name = name
      self.values = values
    }
  }

  /// The kinds of names.
  package static let nameTags = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG"]

  /// The features.
  package var features: [Feature]
  /// The relations, with subtypes.
  package var relations: [String]

  package init(features: [Feature], relations: [String]) {
    self.features = features
    self.relations = relations
  }

  /// Where the classes of each output begin among the columns of the tag layer: parts of speech, names, then features.
  package var tagOffsets: [Int] {
    var offsets = [0, PartOfSpeech.allCases.count]
    offsets.append(offsets[1] + Self.nameTags.count)
    for feature in features { offsets.append(offsets[offsets.count - 1] + feature.values.count) }
    return offsets
  }

  /// The columns of the tag layer, a multiple of 8.
  package var tagColumns: Int { ((tagOffsets.last ?? 0) + 7) / 8 * 8 }

  /// The columns of the relation layer, a multiple of 8.
  package var relationColumns: Int { (relations.count + 7) / 8 * 8 }
}

/// The parts of speech of Universal Dependencies.
public enum PartOfSpeech: String, Sendable, CaseIterable {
  /// Adjective.
  case adjective = "ADJ"
  /// Adposition: «از», and «را».
  case adposition = "ADP"
  /// Adverb.
  case adverb = "ADV"
  /// Auxiliary and copula.
  case auxiliary = "AUX"
  /// Coordinating conjunction: «و».
  case coordinator = "CCONJ"
  /// Determiner.
  case determiner = "DET"
  /// Interjection.
  case interjection = "INTJ"
  /// Common noun.
  case noun = "NOUN"
  /// Number.
  case numeral = "NUM"
  /// Particle.
  case particle = "PART"
  /// Pronoun, clitics too.
  case pronoun = "PRON"
  /// Proper noun.
  case properNoun = "PROPN"
  /// Punctuation.
  case punctuation = "PUNCT"
  /// Subordinating conjunction: «که».
  case subordinator = "SCONJ"
  /// Other signs.
  case symbol = "SYM"
  /// Verb.
  case verb = "VERB"
  /// Anything else.
  case other = "X"
}
