/// Tells the parts of a record as sentences for a person.
///
/// Names from a report stand between directional isolates (Unicode Bidirectional Algorithm, UAX #9), so that a Persian
/// name in an English sentence, and a date in a Persian one, read in the right order.
public struct Narrator: Sendable {
  private let record: Record
  private let entities: [String: Entity]
  private let statements: [String: Statement]

  /// Makes a narrator of a record.
  public init(_ record: Record) {
    self.record = record
    entities = Dictionary(record.entities.map { ($0.id, $0) }) { first, _ in first }
    statements = Dictionary(record.statements.map { ($0.id, $0) }) { first, _ in first }
  }

  /// An event as one sentence.
  public func sentence(for event: Event, in language: NarrationLanguage) -> String {
    let phrases = EventPhrases.of(event.type, in: language)
    let template =
      switch (event.actor.isEmpty, event.recipient.isEmpty) {
      case (false, false): phrases.both
      case (false, true): phrases.actor
      case (true, false): phrases.recipient
      case (true, true): phrases.nobody
      }
    let isPlural = event.actor.isEmpty ? event.recipient.count > 1 : event.actor.count > 1
    var text = Self.choose(template, plural: isPlural)
      .replacing("{A}", with: names(event.actor, language))
      .replacing("{R}", with: names(event.recipient, language))
    if let place = event.place {
      text += language == .persian ? "، در \(isolated(place.name))" : ", in \(isolated(place.latin ?? place.name))"
    }
    if let time = event.time { text += when(time, language) }
    text += speakers(of: event, language)
    return capitalised(text + status(event.status, language) + ".", language)
  }

  /// A statement as one sentence, without its words.
  public func sentence(for statement: Statement, said words: String, in language: NarrationLanguage) -> String {
    let speaker = statement.speaker.map { names([$0], language) } ?? (language == .persian ? "کسی" : "somebody")
    let said = isolated(words)
    switch language {
    case .persian: return "\(speaker) \(Self.persianAct(statement.act)): «\(said)»"
    case .english: return capitalised("\(speaker) \(Self.englishAct(statement.act)): «\(said)»", language)
    }
  }

  /// A figure as one sentence.
  public func sentence(for figure: Figure, in language: NarrationLanguage) -> String {
    let whom = figure.of.map { names([$0], language) }
    switch language {
    case .persian:
      let count = figure.count.map { isolated(String($0)) } ?? "شماری"
      let verb =
        switch figure.measure {
        case "killed": "کشته شدند"
        case "wounded": "زخمی شدند"
        case "arrested": "بازداشت شدند"
        case "seized": "ضبط شد"
        default: "آواره شدند"
        }
      return "\(count)\(whom.map { " (\($0))" } ?? "") \(verb)."
    case .english:
      return capitalised(
        "\(figure.count.map(String.init) ?? "some")\(whom.map { " (\($0))" } ?? "") \(figure.measure).", language)
    }
  }

  /// A relation as one sentence.
  public func sentence(for relation: Relation, in language: NarrationLanguage) -> String {
    let (subject, object) = (names([relation.subject], language), names([relation.object], language))
    switch (relation.type, language) {
    case (.role, .persian): return "\(subject) در \(object) مقام دارد."
    case (.role, .english): return "\(subject) holds an office of \(object)."
    case (.branchOf, .persian): return "\(subject) شاخه‌ای از \(object) است."
    case (.branchOf, .english): return "\(subject) is a branch of \(object)."
    case (.alias, .persian): return "\(subject) همان \(object) است."
    case (.alias, .english): return "\(subject) is also \(object)."
    case (.memberOf, .persian): return "\(subject) عضو \(object) است."
    case (.memberOf, .english): return "\(subject) is a member of \(object)."
    case (.locatedIn, .persian): return "\(subject) در \(object) است."
    case (.locatedIn, .english): return "\(subject) lies in \(object)."
    }
  }

  // MARK: Parts

  /// «الف کرد|کردند»: the second ending belongs to the plural. Where it is one word it takes the place of the last word.
  static func choose(_ template: String, plural: Bool) -> String {
    let parts = template.split(separator: "|", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return template }
    if !plural { return parts[0] }
    if parts[1].contains("{") || parts[1].split(separator: " ").count > 2 {
      return parts[1].contains("{A}") ? parts[1] : "{A} " + parts[1]
    }
    var words = parts[0].split(separator: " ").map(String.init)
    words.removeLast()
    return (words + [parts[1]]).joined(separator: " ")
  }

  private func names(_ ids: [String], _ language: NarrationLanguage) -> String {
    let names = ids.compactMap { entities[$0] }.map { entity in
      let name = language == .english ? entity.latin ?? entity.name : entity.name
      let isState = entity.kind == .state
      let country = isState || name == entity.country ? nil : entity.country
      return isolated(name) + (country.map { " (\(isolated($0)))" } ?? "")
    }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    let joint = language == .persian ? " و " : " and "
    return names.dropLast().joined(separator: language == .persian ? "، " : ", ") + joint + last
  }

  private func when(_ time: Event.Time, _ language: NarrationLanguage) -> String {
    let days = time.start == time.end ? time.start : "\(time.start) – \(time.end)"
    let range = "\u{2066}\(days)\u{2069}"
    switch language {
    case .persian: return time.start == time.end ? "، در \(range)" : "، میان \(range)"
    case .english: return time.start == time.end ? ", on \(range)" : ", between \(range)"
    }
  }

  private func speakers(of event: Event, _ language: NarrationLanguage) -> String {
    var chain: [Entity] = []
    for speaker in event.saidBy.compactMap({ statements[$0]?.speaker }).compactMap({ entities[$0] })
    where chain.last?.id != speaker.id { chain.append(speaker) }
    guard !chain.isEmpty else { return "" }
    let speakers = chain.map { isolated(language == .english ? $0.latin ?? $0.name : $0.name) }
    switch language {
    case .persian: return "؛ به گفته " + speakers.reversed().joined(separator: " به نقل از ")
    case .english: return "; so says " + speakers.reversed().joined(separator: ", as told by ")
    }
  }

  private func status(_ status: Event.Status, _ language: NarrationLanguage) -> String {
    switch (status, language) {
    case (.asserted, _): ""
    case (.planned, .persian): " (برنامه)"
    case (.hypothetical, .persian): " (فرض یا خواست)"
    case (.negated, .persian): " (انکار شده)"
    case (.planned, .english): " (planned)"
    case (.hypothetical, .english): " (hypothetical or demanded)"
    case (.negated, .english): " (denied)"
    }
  }

  private func isolated(_ text: String) -> String { "\u{2068}\(text)\u{2069}" }

  /// The first letter of an English sentence, which may stand in an isolate, as a capital.
  private func capitalised(_ text: String, _ language: NarrationLanguage) -> String {
    let scalars = text.unicodeScalars
    guard language == .english, let first = scalars.firstIndex(where: { $0 != "\u{2068}" }),
      scalars[first].properties.isLowercase
    else { return text }
    return String(scalars[..<first]) + scalars[first].properties.uppercaseMapping
      + String(scalars[scalars.index(after: first)...])
  }

  private static func persianAct(_ act: String) -> String {
    switch act {
    case "announce": "اعلام کرد"
    case "stress": "تأکید کرد"
    case "warn": "هشدار داد"
    case "deny": "انکار کرد"
    case "claim": "ادعا کرد"
    case "ask": "خواست"
    case "order": "دستور داد"
    case "report": "گزارش داد"
    case "believe": "بر این باور است"
    case "predict": "پیش‌بینی کرد"
    case "promise": "وعده داد"
    case "worry": "ابراز نگرانی کرد"
    case "hope": "ابراز امیدواری کرد"
    case "admit": "پذیرفت"
    case "confirm": "تأیید کرد"
    case "propose": "پیشنهاد کرد"
    case "threaten": "تهدید کرد"
    default: "گفت"
    }
  }

  private static func englishAct(_ act: String) -> String {
    switch act {
    case "announce": "announced"
    case "stress": "stressed"
    case "warn": "warned"
    case "deny": "denied"
    case "claim": "claimed"
    case "ask": "asked"
    case "order": "ordered"
    case "report": "reported"
    case "believe": "believes"
    case "predict": "predicted"
    case "promise": "promised"
    case "worry": "voiced concern"
    case "hope": "voiced hope"
    case "admit": "admitted"
    case "confirm": "confirmed"
    case "propose": "proposed"
    case "threaten": "threatened"
    default: "said"
    }
  }
}
