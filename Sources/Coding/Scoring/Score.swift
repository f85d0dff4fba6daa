/// How far records agree with gold.
///
/// An event counts where its status is asserted; it belongs to the sentence of gold in which its trigger starts. In a
/// sentence, gold and read events of one type are paired so that most sides agree, and sides are compared by their sets
/// of countries; those of mutual acts (CONSULT, AGREE, COOPERATE) as one set.
public struct Score: Sendable {
  /// One event that was read, and whether gold has it.
  public struct Judgement: Sendable, Hashable {
    /// The document.
    public var document: String
    /// The event's id in its record.
    public var event: String
    /// The PLOVER type.
    public var type: String
    /// The construction that was found.
    public var rule: String
    /// What the record says of its own likelihood.
    public var confidence: Double
    /// Whether gold has an event of this type in the sentence.
    public var hasRightType: Bool
    /// Whether the sides are right too.
    public var isRight: Bool
  }

  /// Something that gold and record do not agree on.
  public struct Mistake: Sendable, Hashable {
    /// What is wrong.
    public enum Kind: String, Sendable, CaseIterable {
      /// Gold has it, the record has not.
      case missed
      /// The record has it, gold has not.
      case extra
      /// Both have it, with other sides.
      case sides
    }

    /// What is wrong.
    public var kind: Kind
    /// The document.
    public var document: String
    /// The sentence, counted from 0; −1 where a trigger stands in no sentence of gold.
    public var sentence: Int
    /// The words that tell the act: gold's for what was missed.
    public var trigger: String
    /// What gold says, as `TYPE ACTORS > RECIPIENTS`; empty for what it has not.
    public var gold: String
    /// What was read, likewise.
    public var read: String
    /// The construction that was found, where one was.
    public var rule: String?
  }

  /// Documents.
  public private(set) var documents = 0
  /// Events by sentence and type.
  public private(set) var type = ScoreCount()
  /// Events whose sides are right too.
  public private(set) var full = ScoreCount()
  /// Of the events whose type is right, those whose actors are.
  public private(set) var rightActors = 0
  /// Of the events whose type is right, those whose recipients are.
  public private(set) var rightRecipients = 0
  /// Statements of gold, those that were found (`right`).
  public private(set) var statements = ScoreCount()
  /// Of the statements found, those whose speaker is right.
  public private(set) var rightSpeakers = 0
  /// Figures by sentence, measure and number.
  public private(set) var figures = ScoreCount()
  /// Events by type.
  public private(set) var byType: [String: ScoreCount] = [:]
  /// Events by document, in the order of gold.
  public private(set) var byDocument: [(id: String, type: ScoreCount, full: Int)] = []
  /// Every event that was read.
  public private(set) var judgements: [Judgement] = []
  /// Everything about events that is wrong, in the order of the text.
  public private(set) var mistakes: [Mistake] = []

  /// Makes a score of nothing.
  public init() {}

  /// Counts a document and what was read from it.
  public mutating func add(_ gold: GoldDocument, _ record: Record) {
    let scalars = Array(gold.text.unicodeScalars)
    documents += 1
    addEvents(gold, record, scalars)
    addStatements(gold, record, scalars)
    addFigures(gold, record)
  }

  // MARK: Events

  private mutating func addEvents(_ gold: GoldDocument, _ record: Record, _ scalars: [Unicode.Scalar]) {
    let countries = Dictionary(record.entities.map { ($0.id, $0.country ?? "") }) { first, _ in first }
    var goldOf: [Int: [ScoredEvent]] = [:]
    for event in gold.events { goldOf[event.sentence, default: []].append(ScoredEvent(event)) }
    var readOf: [Int: [ScoredEvent]] = [:]
    for event in record.events where event.status == .asserted {
      readOf[Self.sentence(at: event.trigger.start, in: gold), default: []].append(ScoredEvent(event, countries))
    }
    var own = ScoreCount()
    var fullOfDocument = 0
    for sentence in Set(goldOf.keys).union(readOf.keys).sorted() {
      let (golds, reads) = (goldOf[sentence] ?? [], readOf[sentence] ?? [])
      let pairs = ScoredEvent.pairs(golds, reads)
      own = ScoreCount(gold: own.gold + golds.count, read: own.read + reads.count, right: own.right + pairs.count)
      for event in golds { byType[event.type, default: ScoreCount()].gold += 1 }
      for event in reads { byType[event.type, default: ScoreCount()].read += 1 }
      for pair in pairs {
        let agreement = golds[pair.gold].agreement(with: reads[pair.read])
        byType[golds[pair.gold].type, default: ScoreCount()].right += 1
        rightActors += agreement.actor ? 1 : 0
        rightRecipients += agreement.recipient ? 1 : 0
        fullOfDocument += agreement.isFull ? 1 : 0
      }
      judge(golds, reads, pairs, gold, sentence, scalars)
    }
    type = ScoreCount(gold: type.gold + own.gold, read: type.read + own.read, right: type.right + own.right)
    full = ScoreCount(gold: type.gold, read: type.read, right: full.right + fullOfDocument)
    byDocument.append((gold.id, own, fullOfDocument))
  }

  private mutating func judge(
    _ golds: [ScoredEvent], _ reads: [ScoredEvent], _ pairs: [(gold: Int, read: Int)], _ document: GoldDocument,
    _ sentence: Int, _ scalars: [Unicode.Scalar]
  ) {
    func note(_ kind: Mistake.Kind, _ gold: ScoredEvent?, _ read: ScoredEvent?) {
      let words = read?.span.map { Self.text(scalars, $0.start..<$0.end) } ?? gold?.trigger ?? ""
      mistakes.append(
        Mistake(
          kind: kind, document: document.id, sentence: sentence, trigger: words, gold: gold?.text ?? "",
          read: read?.text ?? "", rule: read?.rule))
    }
    for (index, event) in reads.enumerated() {
      let partner = pairs.first { $0.read == index }.map { golds[$0.gold] }
      let isRight = partner?.agreement(with: event).isFull ?? false
      judgements.append(
        Judgement(
          document: document.id, event: event.id, type: event.type, rule: event.rule, confidence: event.confidence,
          hasRightType: partner != nil, isRight: isRight))
      if !isRight { note(partner == nil ? .extra : .sides, partner, event) }
    }
    for (index, event) in golds.enumerated() where !pairs.contains(where: { $0.gold == index }) {
      note(.missed, event, nil)
    }
  }

  /// The sentence of gold at an offset, or −1.
  private static func sentence(at offset: Int, in gold: GoldDocument) -> Int {
    gold.sentences.firstIndex { $0.lowerBound <= offset && offset < max($0.upperBound, $0.lowerBound + 1) } ?? -1
  }

  // MARK: Statements

  private mutating func addStatements(_ gold: GoldDocument, _ record: Record, _ scalars: [Unicode.Scalar]) {
    let entities = Dictionary(record.entities.map { ($0.id, $0) }) { first, _ in first }
    for quote in gold.quotes where gold.sentences.indices.contains(quote.sentence) {
      let words = Array(quote.text.unicodeScalars)
      guard let start = Self.find(words, in: scalars, from: gold.sentences[quote.sentence].lowerBound) else { continue }
      statements.gold += 1
      let found = record.statements.filter { $0.span.start < start + words.count && $0.span.end > start }
      if found.isEmpty { continue }
      statements.right += 1
      let names = found.flatMap { statement -> [String] in
        guard let entity = statement.speaker.flatMap({ entities[$0] }) else { return [""] }
        return [entity.name] + entity.mentions.map { Self.text(scalars, $0.span.start..<$0.span.end) }
      }
      rightSpeakers += SpokenName.isSame(quote.speaker, asAnyOf: names) ? 1 : 0
    }
    statements.read += record.statements.count
  }

  /// Where `words` first stand in the text, at `start` or after it.
  private static func find(_ words: [Unicode.Scalar], in text: [Unicode.Scalar], from start: Int) -> Int? {
    guard start >= 0, text.count - words.count >= start else { return nil }
    return (start...text.count - words.count).first { text[$0...].starts(with: words) }
  }

  /// Words of a text; whatever of the range lies outside is left out.
  private static func text(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)]))
  }

  // MARK: Figures

  private struct FigureKey: Hashable {
    var sentence: Int
    var measure: String
    var count: Int?
  }

  private mutating func addFigures(_ gold: GoldDocument, _ record: Record) {
    var waiting: [FigureKey: Int] = [:]
    for figure in gold.figures {
      waiting[FigureKey(sentence: figure.sentence, measure: figure.measure, count: figure.count), default: 0] += 1
    }
    figures.gold += gold.figures.count
    figures.read += record.figures.count
    for figure in record.figures {
      let key = FigureKey(
        sentence: Self.sentence(at: figure.span.start, in: gold), measure: figure.measure, count: figure.count)
      guard let left = waiting[key], left > 0 else { continue }
      waiting[key] = left - 1
      figures.right += 1
    }
  }
}
