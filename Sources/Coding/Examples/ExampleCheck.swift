public import DataFiles
internal import Chronology
public import Diagnostics
internal import PersianSyntax
internal import PersianText
internal import World

/// Runs the examples of the data files: each must be read as its record says.
public struct ExampleCheck: Sendable {
  private let coder: Coder
  private let data: DataBundle

  /// Makes a check of the dictionaries of `data`.
  ///
  /// - Throws: ``Problem`` where a file is not well formed.
  public init(data: DataBundle) throws(Problem) {
    self.data = data
    coder = try Coder(data: data)
  }

  /// An example that is not read as its record says.
  public struct Failure: Sendable, Hashable {
    /// The file and line of the example.
    public var place: InputPlace
    /// The id of the record.
    public var rule: String
    /// The sentence.
    public var sentence: String
    /// What the record says.
    public var expected: String
    /// What was read.
    public var found: String
  }

  /// How many examples there are, and which are not read as they should be.
  public struct Report: Sendable {
    /// The examples that were run.
    public var count = 0
    /// Those that failed.
    public var failures: [Failure] = []
  }

  /// Runs the examples of constructions, speech verbs, figures and world entries.
  ///
  /// - Throws: ``Problem`` where an example does not say what is to be read from it.
  public func run() throws(Problem) -> Report {
    var report = Report()
    for example in try examples(of: ConstructionFile.path, expects: true) { check(construction: example, &report) }
    for example in try examples(of: SpeechFile.path, expects: true) { check(speech: example, &report) }
    for example in try examples(of: FigureFile.path, expects: true) { check(figure: example, &report) }
    try checkNames(&report)
    return report
  }

  /// Runs the examples of world entries alone.
  ///
  /// - Throws: ``Problem`` where an example is empty.
  public func runNames() throws(Problem) -> Report {
    var report = Report()
    try checkNames(&report)
    return report
  }

  private func checkNames(_ report: inout Report) throws(Problem) {
    for kind in Entry.Kind.allCases {
      for example in try examples(of: World.path(of: kind), expects: false) { check(name: example, &report) }
    }
  }

  private func examples(of path: String, expects: Bool) throws(Problem) -> [DictionaryExample] {
    var examples: [DictionaryExample] = []
    for record in try data.records(of: path) {
      examples += try DictionaryExample.examples(of: record, expects: expects)
    }
    return examples
  }

  // MARK: Constructions

  private func check(construction example: DictionaryExample, _ report: inout Report) {
    report.count += 1
    let record = coder.code(Article(id: "example", text: example.sentence)).record
    let events = record.events.filter { $0.status == .asserted }
    let ofRule = events.filter { $0.rule == example.rule }
    let told = ofRule.map { outcome($0, record) }
    if let expected = example.expected {
      // Another record may fit better; what is read from the sentence is what counts.
      let all = events.map { outcome($0, record) }
      if !all.contains(normalised(expected)) {
        report.failures.append(failure(example, normalised(expected), all.joined(separator: "; ")))
      }
    } else if !ofRule.isEmpty {
      report.failures.append(failure(example, "nothing by this record", told.joined(separator: "; ")))
    }
  }

  /// `TYPE ACTORS > RECIPIENTS`
  private func outcome(_ event: Event, _ record: Record) -> String {
    "\(event.type) \(countries(event.actor, record)) > \(countries(event.recipient, record))"
  }

  private func countries(_ ids: [String], _ record: Record) -> String {
    let codes = Set(ids.compactMap { id in record.entities.first { $0.id == id }?.country })
    return codes.isEmpty ? "-" : codes.sorted().joined(separator: "+")
  }

  /// The expectation with countries in order.
  private func normalised(_ expected: String) -> String {
    expected.split(separator: " ").map { part in
      part.contains("+") ? Set(part.split(separator: "+")).sorted().joined(separator: "+") : String(part)
    }.joined(separator: " ")
  }

  // MARK: Speech, figures, names

  private func check(speech example: DictionaryExample, _ report: inout Report) {
    report.count += 1
    let record = coder.code(Article(id: "example", text: example.sentence)).record
    let found = record.statements.map { statement in
      let speaker = record.entities.first { $0.id == statement.speaker }
      return (act: statement.act, speaker: speaker)
    }
    let text = found.map { "\($0.act) \($0.speaker?.name ?? "-")" }.joined(separator: "; ")
    guard let expected = example.expected else {
      if !found.isEmpty { report.failures.append(failure(example, "no statement", text)) }
      return
    }
    let parts = expected.split(separator: " ", maxSplits: 1).map(String.init)
    let scalars = Array(example.sentence.unicodeScalars)
    let isFound = found.contains { act, speaker in
      let names = (speaker?.mentions ?? []).map { mention in
        WordKey.key(of: scalars[mention.span.start..<mention.span.end].map { String($0) }.joined())
      }
      let wanted = WordKey.key(of: parts.last ?? "")
      return act == parts[0] && (names.contains(wanted) || speaker.map { WordKey.key(of: $0.name) == wanted } ?? false)
    }
    if !isFound { report.failures.append(failure(example, expected, text)) }
  }

  private func check(figure example: DictionaryExample, _ report: inout Report) {
    report.count += 1
    let record = coder.code(Article(id: "example", text: example.sentence)).record
    let found = record.figures.map { "\($0.measure) \($0.count.map(String.init) ?? "-")" }
    if let expected = example.expected, !found.contains(expected) {
      report.failures.append(failure(example, expected, found.joined(separator: "; ")))
    } else if example.expected == nil, !found.isEmpty {
      report.failures.append(failure(example, "no figure", found.joined(separator: "; ")))
    }
  }

  private func check(name example: DictionaryExample, _ report: inout Report) {
    report.count += 1
    let reading = coder.dictionaries.reader.read(SourceText(example.sentence))
    let (text, mentions) = coder.dictionaries.tagged(reading)
    let phraseReader = ActorPhraseReader(
      text: text, world: coder.dictionaries.world, names: coder.dictionaries.names, mentions: mentions,
      isTime: [Bool](repeating: false, count: reading.words.count))
    let found = reading.sentences.indices.flatMap { phraseReader.phrases(inSentence: $0) }.flatMap { phrase in
      [phrase.entry, phrase.owner, phrase.body, phrase.person].compactMap {
        $0.map { coder.dictionaries.world.entries[$0].id }
      }
    }
    let isFound = found.contains(example.rule)
    if isFound != (example.expected != nil) {
      report.failures.append(
        failure(example, example.expected == nil ? "not " + example.rule : example.rule, found.joined(separator: "; ")))
    }
  }

  private func failure(_ example: DictionaryExample, _ expected: String, _ found: String) -> Failure {
    Failure(
      place: example.place, rule: example.rule, sentence: example.sentence, expected: expected,
      found: found.isEmpty ? "nothing" : found)
  }
}
