internal import Chronology
internal import DataFiles
internal import Diagnostics
internal import PersianSyntax
internal import PersianText
internal import World

/// Everything a coder looks things up in, loaded once and then only read.
final class Dictionaries: Sendable {
  let reader: PersianReader
  let vocabulary: Vocabulary
  let grammar: GrammarWords
  let verbs: VerbAnalyser
  let syntax: SyntaxSessions
  let world: World
  let names: NameWords
  let constructions: ConstructionFile
  let speech: SpeechFile
  let figures: FigureFile
  let times: TimeReader
  let confidence: ConfidenceModel
  /// The word number of each verb's infinitive, where a dictionary has it.
  let infinitives: [Vocabulary.WordID?]

  init(data: DataBundle) throws(Problem) {
    var vocabulary = Vocabulary(expecting: 1 << 15)
    reader = try PersianReader(data: data)
    let analyser = try SyntaxAnalyser(data: data)
    verbs = analyser.verbs
    syntax = SyntaxSessions(analyser)
    grammar = try GrammarWords(data: data, vocabulary: &vocabulary)
    world = try World(data: data, vocabulary: &vocabulary)
    names = try NameWords(data: data, world: world, vocabulary: &vocabulary)
    constructions = try ConstructionFile(data: data, verbs: verbs, vocabulary: &vocabulary)
    speech = try SpeechFile(data: data, verbs: verbs, vocabulary: &vocabulary)
    figures = try FigureFile(data: data, verbs: verbs, vocabulary: &vocabulary)
    times = try TimeReader(data: data)
    confidence = try ConfidenceModel(data: data)
    infinitives = verbs.verbs.map { vocabulary.lookup($0.infinitive) }
    self.vocabulary = vocabulary
  }

  /// A reading with the names of each sentence and the grammar of its words.
  func tagged(_ reading: Reading) -> (text: TaggedReading, mentions: [[Mention]]) {
    let forms = WordForms(reading, in: vocabulary)
    let mentions = reading.sentences.map { world.mentions(in: $0, of: forms) }
    let names = mentions.joined().filter { mention in
      mention.words.count > 1 && mention.ending == nil
        && mention.senses.contains { world.entries[$0.entry].kind != .agent }
    }
    let text = TaggedReading(reading, forms: forms, grammar: grammar, verbs: verbs, names: names.map(\.words))
    return (text, mentions)
  }
}
