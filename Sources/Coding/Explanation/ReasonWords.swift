internal import DataFiles
internal import Diagnostics
internal import PersianText

/// Puts what the stages noted into words.
struct ReasonWords {
  let scalars: [Unicode.Scalar]
  let record: Record
  let run: Trace.Run
  let entries: EntryPlaces

  // MARK: Words of the report

  /// Words of the report, by indices of the reading.
  func quote(_ words: Range<Int>) -> String { quote(span(words)) }

  func span(_ words: Range<Int>) -> Span { Span(run.text.reading.codePoints(ofWords: words)) }

  /// Words of the report, by code points.
  func quote(_ span: Span) -> String {
    guard span.start >= 0, span.start <= span.end, span.end <= scalars.count else { return "" }
    return Self.isolated(String(String.UnicodeScalarView(scalars[span.start..<span.end])))
  }

  /// Text that is harmless in a terminal, and read in its own direction whatever stands around it.
  static func isolated(_ text: String) -> String { "\u{2068}\(ProblemText.harmless(text))\u{2069}" }

  // MARK: Entities

  /// «e1 Name (IRN)», and how the sentence calls it.
  func entity(_ draft: Int, inSentence sentence: Int? = nil) -> String {
    guard run.drafts.indices.contains(draft), let id = run.entityIDs[draft] else { return "somebody" }
    var text = entity(id)
    if let sentence, let words = mention(of: draft, in: sentence) {
      let called = quote(words)
      if called != Self.isolated(run.drafts[draft].name) { text += ", here \(called)" }
    }
    return text
  }

  func entity(_ id: String) -> String {
    guard let entity = record.entities.first(where: { $0.id == id }) else { return id }
    return "\(id) \(Self.isolated(entity.name))" + (entity.country.map { " (\($0))" } ?? "")
  }

  private func mention(of draft: Int, in sentence: Int) -> Range<Int>? {
    let reading = run.sentences[sentence]
    return zip(reading.phrases, reading.entities).first { $1 == draft }?.0.words
  }

  // MARK: Entries

  /// «coding/constructions.rec:12 attack (ASSAULT)».
  func construction(_ id: String) -> String {
    guard let record = entries.construction(id) else { return id }
    return "\(place(record)) \(id) (\(record["type"] ?? "?")\(record["mode"].map { "/" + $0 } ?? ""))"
  }

  func place(_ record: DataRecord) -> String { "\(record.file):\(record.place.line ?? 0)" }

  /// The fields of a construction that say where its sides stand.
  func roles(of id: String, isNominal: Bool) -> String {
    guard let record = entries.construction(id) else { return "" }
    let names = isNominal ? ["noun-actor", "noun-recipient"] : ["actor", "recipient"]
    let fields = (names + ["mutual", "content"]).compactMap { name in
      record[name].map { "\(name) \(Self.isolated($0))" }
    }
    return fields.isEmpty ? "it names no sides" : fields.joined(separator: " · ")
  }

  // MARK: Signs

  func text(_ filling: Trace.Filling, noun: Range<Int>, isPassive: Bool) -> String {
    switch filling.sign {
    case .statedSubject:
      return isPassive && filling.slot == .object
        ? "subject of its clause, which is passive" : "subject of its clause"
    case .subjectOfOtherClause: return "subject taken over from another clause, as this one states none"
    case .speaker: return "subject of a verb in the first person: who speaks"
    case .accusative: return "object, before \(Self.isolated("را"))"
    case .bareObject: return "object, as it stands bare and is not the subject"
    case .preposition(let preposition): return "after \(Self.isolated(preposition))"
    case .genitive: return "in the genitive of \(quote(noun))"
    case .genitiveOfObject: return "in the genitive of the object"
    case .tree: return "\(slot(filling.slot, isPassive: isPassive)), by the tree of the sentence"
    case .narrator: return "who speaks, and does this besides"
    case .insideContent: return "named in what the act is about"
    case nil: return "in the slot \(Self.isolated(filling.slot.text))"
    }
  }

  private func slot(_ slot: Slot, isPassive: Bool) -> String {
    switch slot {
    case .subject: "subject"
    case .object: isPassive ? "subject of the passive" : "object"
    case .ezafe: "genitive"
    case .clause: "clause"
    case .speaker: "whoever says it"
    case .preposition(let preposition): "after \(Self.isolated(preposition))"
    }
  }

  func text(_ sign: Trace.StatusSign, verb: Range<Int>?) -> String {
    let told = verb.map { quote($0) } ?? "the verb"
    switch sign {
    case .plain: return verb == nil ? "no verb says otherwise" : "\(told) is in the indicative, and not negated"
    case .conditionalClause: return "it stands in a condition"
    case .word(let word): return "because of \(quote(word..<word + 1))"
    case .negatedVerb: return "\(told) is negated"
    case .futureVerb: return "\(told) is in the future"
    case .subjunctiveVerb: return "\(told) is in the subjunctive"
    case .imperativeVerb: return "\(told) is a command"
    case .outerClause: return "the clause that it depends on is not told as a fact"
    case .setting(let word): return "presupposed, as the setting of something else: \(quote(word..<word + 1))"
    }
  }

  func text(_ misfit: Trace.Misfit, of construction: String) -> String {
    let record = entries.construction(construction)
    switch misfit {
    case .lacksNeed: return "none of the words that it needs is there: \(Self.isolated(record?["needs"] ?? ""))"
    case .has(let word): return "it is not taken beside \(quote(word..<word + 1))"
    case .notOfVerb: return "it is not the noun of the verb: a preposition governs it, or other words part the two"
    case .insideName: return "it is part of a name"
    case .interview: return "talking with a reporter is no consultation"
    }
  }
}

extension Slot {
  /// The slot as the data files spell it.
  var text: String {
    switch self {
    case .subject: "subject"
    case .object: "object"
    case .ezafe: "ezafe"
    case .clause: "clause"
    case .speaker: "speaker"
    case .preposition(let preposition): preposition
    }
  }
}
