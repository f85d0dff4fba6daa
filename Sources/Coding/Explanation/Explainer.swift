public import DataFiles
public import Diagnostics
internal import PersianSyntax
internal import PersianText
internal import World

/// The front door of explanations: reads an article and keeps the reasons for all that was read.
public struct Explainer: Sendable {
  private let coder: Coder
  private let entries: EntryPlaces

  /// Makes an explainer with the dictionaries of `data`.
  ///
  /// - Throws: ``Problem`` with file and line where a data file is missing or malformed.
  public init(data: DataBundle = .embedded) throws(Problem) {
    coder = try Coder(data: data)
    entries = try EntryPlaces(data: data)
  }

  /// Reads an article as ``Coder`` does, and says why it was read so.
  public func explain(_ article: Article) -> Explanation {
    let trace = Trace()
    var work = ArticleCoder(article: article, coder: coder.dictionaries, maker: coder.makerVersion, trace: trace)
    let result = work.run()
    let reading = result.reading
    let forms = SyntaxAnalyser.sentences(of: reading).map { tokens in
      tokens.map { String(decoding: reading.bytes[reading.tokens[$0].range], as: UTF8.self) }
    }
    let trees = coder.dictionaries.syntax.analyser.parse(reading)
    let sentences = zip(zip(forms, trees), result.verdicts).map {
      Explanation.Sentence(forms: $0.0, tree: $0.1, verdict: $1)
    }
    guard let run = trace.run else {
      return Explanation(result: result, sentences: sentences, records: [], dropped: [])
    }
    let words = ReasonWords(
      scalars: Array(article.fullText.unicodeScalars), record: result.record, run: run, entries: entries)
    let events = EventReasons(
      words: words, run: run, attempts: trace.attempts, model: coder.dictionaries.confidence, merged: trace.merged)
    let others = RecordReasons(words: words, run: run, world: coder.dictionaries.world)
    return Explanation(
      result: result, sentences: sentences,
      records: others.entities() + others.statements() + events.events()
        + others.figures() + others.relations(), dropped: events.dropped())
  }
}

/// Where the entries of the dictionaries stand, and what they say.
struct EntryPlaces: Sendable {
  private var records: [String: DataRecord] = [:]
  private let speech: [DataRecord]

  init(data: DataBundle) throws(Problem) {
    speech = try data.records(of: SpeechFile.path, examples: false)
    let paths = [ConstructionFile.path] + Entry.Kind.allCases.map { World.path(of: $0) }
    for path in paths {
      for record in try data.records(of: path, examples: false) {
        if let id = record["id"] { records[Self.key(path, id)] = record }
      }
    }
  }

  /// The record of a construction.
  func construction(_ id: String) -> DataRecord? { records[Self.key(ConstructionFile.path, id)] }

  /// A record of the verbs of speech, by its place in the file.
  func speech(_ index: Int) -> DataRecord? { speech.indices.contains(index) ? speech[index] : nil }

  /// The record of an entry of the world files.
  func entry(_ entry: Entry) -> DataRecord? { records[Self.key(World.path(of: entry.kind), entry.id)] }

  private static func key(_ path: String, _ id: String) -> String { path + " " + id }
}
