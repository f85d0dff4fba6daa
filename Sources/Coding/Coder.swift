internal import Chronology
public import DataFiles
public import Diagnostics
internal import PersianSyntax
public import PersianText
internal import World

/// The front door of Coding: reads an article and makes its record.
///
/// A coder is made once and then only read, so that one serves all cores.
public struct Coder: Sendable {
  /// The version of the program, as records name it.
  public static let version = "0.1.0"

  let reader: PersianReader
  let vocabulary: Vocabulary
  let grammar: GrammarWords
  let verbs: VerbAnalyser
  let world: World
  let constructions: ConstructionFile
  let speech: SpeechFile
  let figures: FigureFile
  let times: TimeReader
  /// The word number of each verb's infinitive, where a dictionary has it.
  let infinitives: [Vocabulary.WordID?]
  /// What records name as their maker.
  public let makerVersion: Record.CoderVersion

  /// Makes a coder with the dictionaries of `data`.
  ///
  /// - Throws: ``Problem`` with file and line where a data file is missing or malformed.
  public init(data: DataBundle = .embedded) throws(Problem) {
    var vocabulary = Vocabulary()
    reader = try PersianReader(data: data)
    verbs = try VerbAnalyser(data: data)
    grammar = try GrammarWords(data: data, vocabulary: &vocabulary)
    world = try World(data: data, vocabulary: &vocabulary)
    constructions = try ConstructionFile(data: data, verbs: verbs, vocabulary: &vocabulary)
    speech = try SpeechFile(data: data, verbs: verbs, vocabulary: &vocabulary)
    figures = try FigureFile(data: data, vocabulary: &vocabulary)
    times = try TimeReader(data: data)
    infinitives = verbs.verbs.map { vocabulary.lookup($0.infinitive) }
    self.vocabulary = vocabulary
    makerVersion = Record.CoderVersion(version: Self.version, data: data.version)
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

  /// What came out of an article: the record, what became of each sentence, and what was odd about the text.
  public struct Result: Sendable {
    /// The record.
    public var record: Record
    /// For each sentence, its events or why there are none.
    public var verdicts: [Verdict]
    /// Warnings, such as a quotation mark without a partner; columns count code points of the article.
    public var warnings: [Problem]
    /// The text as it was read.
    public var reading: Reading
  }

  /// Reads an article.
  public func code(_ article: Article) -> Result {
    var work = ArticleCoder(article: article, coder: self)
    return work.run()
  }
}
