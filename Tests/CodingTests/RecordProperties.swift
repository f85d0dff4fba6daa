import Coding
import DataFiles
import PersianText

/// What must hold of every record, whatever text it was read from.
struct RecordProperties {
  private final class Findings { var violations: [String] = [] }

  private let text: CodedText
  private let findings = Findings()

  /// What is wrong with the record of a text; empty where all is well.
  static func violations(of text: CodedText) -> [String] {
    let check = RecordProperties(text: text)
    check.run()
    return check.findings.violations
  }

  private init(text: CodedText) { self.text = text }

  private var record: Record { text.record }

  private func run() {
    require(text.result.verdicts.count == record.sentences.count, "a sentence has no verdict, or several")
    for (verdict, index) in zip(text.result.verdicts, 0...) {
      require(verdict.sentence == index, "verdicts are not in the order of the sentences")
      require((verdict.events == 0) == (verdict.reason != nil), "sentence \(index) has no event and no reason, or both")
    }
    let ids =
      record.entities.map(\.id) + record.statements.map(\.id) + record.events.map(\.id)
    require(Set(ids).count == ids.count, "an id stands twice")
    checkSentences()
    for entity in record.entities { check(entity) }
    for statement in record.statements { check(statement) }
    for event in record.events { check(event, ids: Set(ids)) }
    for figure in record.figures {
      span(figure.span, "figure")
      require(figure.count.map { $0 >= 0 } ?? true, "a count below zero")
      require(figure.event.map { ids.contains($0) } ?? true, "a figure of no event")
      require(figure.of.map { ids.contains($0) } ?? true, "a figure of nobody")
    }
    for relation in record.relations {
      span(relation.span, "relation")
      require(ids.contains(relation.subject) && ids.contains(relation.object), "a relation of nobody")
      require(relation.subject != relation.object, "a relation of \(relation.subject) with itself")
    }
  }

  private func require(_ condition: Bool, _ complaint: @autoclosure () -> String) {
    if !condition { findings.violations.append(complaint()) }
  }

  /// A span lies in the article and begins and ends with what is no blank.
  @discardableResult
  private func span(_ span: Span, _ what: String) -> Bool {
    guard span.start >= 0, span.start < span.end, span.end <= text.scalars.count else {
      findings.violations.append("\(what) \(span.start)..<\(span.end) is not in the article of \(text.scalars.count)")
      return false
    }
    let ends = [text.scalars[span.start], text.scalars[span.end - 1]]
    require(!ends.contains { $0 == " " || $0 == "\n" }, "\(what) «\(text.words(span))» has blanks at its ends")
    return true
  }

  private func checkSentences() {
    var end = 0
    for (sentence, words) in zip(record.sentences, text.result.reading.sentences) {
      span(sentence, "sentence")
      require(sentence.start >= end, "sentences overlap")
      end = sentence.end
      let view = text.result.reading.string(ofWords: words)
      if sentence.end <= text.scalars.count, sentence.start < sentence.end {
        require(
          letters(text.words(sentence)) == letters(view), "sentence «\(text.words(sentence))» is read as «\(view)»")
      }
    }
  }

  private func check(_ entity: Entity) {
    require(!entity.mentions.isEmpty, "\(entity.id) is mentioned nowhere")
    for mention in entity.mentions where span(mention.span, "mention of \(entity.name)") {
      require(
        record.sentences.contains { $0.start <= mention.span.start && mention.span.end <= $0.end },
        "mention «\(text.words(mention.span))» is in no sentence")
      if mention.form == .name, let entry = entity.entry {
        let words = letters(text.words(mention.span))
        require(
          EntryNames.shared.keys(of: entry).contains { name in
            // A person who was named before may go by the last name alone.
            Self.contains(words, name) || (entity.kind == .person && name.suffix(words.count).elementsEqual(words))
          },
          "«\(text.words(mention.span))» does not name \(entry)")
      }
    }
  }

  private func check(_ statement: Statement) {
    span(statement.span, "statement")
    span(statement.cue, "cue")
    require(statement.speaker == nil || text.entity(statement.speaker) != nil, "\(statement.id) is said by no entity")
    if let within = statement.within, let outer = record.statements.first(where: { $0.id == within }) {
      require(
        outer.span.start <= statement.span.start && statement.span.end <= outer.span.end,
        "\(statement.id) is not within \(within)")
    } else {
      require(statement.within == nil, "\(statement.id) is within no statement")
    }
  }

  private func check(_ event: Event, ids: Set<String>) {
    span(event.trigger, "trigger")
    span(event.evidence, "evidence")
    require(
      event.evidence.start <= event.trigger.start && event.trigger.end <= event.evidence.end,
      "trigger of \(event.id) is outside its evidence")
    require((event.actor + event.recipient).allSatisfy(ids.contains), "\(event.id) has a side that is no entity")
    require(Set(event.actor).isDisjoint(with: event.recipient), "\(event.id) has somebody on both sides")
    require((0...1).contains(event.confidence), "confidence \(event.confidence)")
    require(event.sameAs.map { ids.contains($0) && $0 != event.id } ?? true, "\(event.id) repeats what is not there")
    if let time = event.time {
      span(time.from, "time")
      require(time.start <= time.end, "time \(time.start) to \(time.end)")
    }
    for id in event.saidBy {
      let statement = record.statements.first { $0.id == id }
      require(
        statement.map { $0.span.start <= event.trigger.start && event.trigger.end <= $0.span.end } ?? false,
        "\(event.id) is not in \(id)")
    }
  }

  /// Letters and digits as words are looked up by, without the spaces between them.
  private func letters(_ text: String) -> [UInt8] { WordKey.key(of: text).filter { $0 != 0x20 } }

  private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
    guard !part.isEmpty, part.count <= text.count else { return false }
    return (0...(text.count - part.count)).contains { text[$0...].starts(with: part) }
  }
}

/// Under which keys the world files know each entry.
struct EntryNames {
  private var keysOfID: [String: [[UInt8]]] = [:]

  static let shared = EntryNames()

  private init() {
    let fields: Set = ["name", "afghan", "plural", "adjective", "people", "government", "short"]
    for file in DataBundle.embedded.files where file.path.hasPrefix("world/") && file.path.hasSuffix(".rec") {
      for record in (try? DataBundle.embedded.records(of: file.path)) ?? [] {
        let names = record.fields.filter { fields.contains($0.name) }.map(\.value)
        keysOfID[record["id"] ?? "", default: []] += names.map { WordKey.key(of: $0).filter { $0 != 0x20 } }
      }
    }
  }

  func keys(of id: String) -> [[UInt8]] { keysOfID[id] ?? [] }
}
