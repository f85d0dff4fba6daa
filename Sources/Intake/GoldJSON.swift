public import Coding
public import Diagnostics

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Gold records as JSON, one document to a line: `doc`, `text`, `sentences`, `events`, and optionally `quotes` and
/// `figures`. Offsets count code points of `text`.
public enum GoldJSON {
  /// Reads the document of one line.
  ///
  /// - Throws: ``Problem`` `notJSON` or `jsonField` where the line is no such object, or its sentences are not in order
  ///   within the text.
  public static func document(of line: some Collection<UInt8>) throws(Problem) -> GoldDocument {
    let fields: Fields
    do {
      fields = try JSONDecoder().decode(Fields.self, from: Data(line))
    } catch {
      throw ArticleJSON.problem(error)
    }
    let length = fields.text.unicodeScalars.count
    var sentences: [Range<Int>] = []
    for bounds in fields.sentences {
      guard bounds.count == 2, bounds[0] >= sentences.last?.upperBound ?? 0, bounds[0] <= bounds[1], bounds[1] <= length
      else { throw Problem(.jsonField, "sentences", "pairs of offsets within the text, in order") }
      sentences.append(bounds[0]..<bounds[1])
    }
    return GoldDocument(
      id: fields.doc, text: fields.text, sentences: sentences, events: fields.events.map(\.event),
      quotes: (fields.quotes ?? []).map { GoldDocument.Quote(sentence: $0.s, speaker: $0.speaker, text: $0.text) },
      figures: (fields.figures ?? []).map {
        GoldDocument.Figure(sentence: $0.s, measure: $0.what, count: $0.count)
      })
  }

  private struct Fields: Decodable {
    var doc: String
    var text: String
    var sentences: [[Int]]
    var events: [EventFields]
    var quotes: [QuoteFields]?
    var figures: [FigureFields]?
  }

  private struct ActorFields: Decodable {
    var name: String?
    var country: String?

    var actor: GoldDocument.Actor { GoldDocument.Actor(name: name ?? "", country: country ?? "") }
  }

  private struct EventFields: Decodable {
    var s: Int
    var type: String
    var trigger: String?
    var actor: [ActorFields]
    var recipient: [ActorFields]

    var event: GoldDocument.Event {
      GoldDocument.Event(
        sentence: s, type: type, trigger: trigger ?? "", actor: actor.map(\.actor), recipient: recipient.map(\.actor))
    }
  }

  private struct QuoteFields: Decodable {
    var s: Int
    var speaker: String
    var text: String
  }

  private struct FigureFields: Decodable {
    var s: Int
    var what: String
    var count: Int?
  }
}
