import Coding
import Foundation
import Testing

/// The record as `sanad code` writes it.
@Suite struct RecordJSONTests {
  /// The keys of the format in their order; a decoder that asks for each of them.
  private struct Contract: Decodable {
    struct Maker: Decodable { var version, data: String }
    struct Place: Decodable {
      var name: String
      var entry, country: String?
      var lat, lon: Double?
      var precision: String
    }
    struct Range: Decodable { var start, end: Int }
    struct Mention: Decodable {
      var start, end: Int
      var form: String
    }
    struct Entity: Decodable {
      var id, name, kind: String
      var entry, country, sector: String?
      var mentions: [Mention]
    }
    struct Statement: Decodable {
      var id: String
      var speaker, within: String?
      var kind, act: String
      var cue, span: Range
    }
    struct Time: Decodable {
      var start, end, precision: String
      var from: Range
    }
    struct Event: Decodable {
      var id, type: String
      var mode: String?
      var actor, recipient: [String]
      var status: String
      var said_by: [String]
      var trigger, evidence: Range
      var place: Place?
      var time: Time?
      var position: String
      var same_as: String?
      var rule: String
      var confidence: Double
    }
    struct Figure: Decodable {
      var event: String?
      var measure: String
      var count: Int?
      var of: String?
      var span: Range
    }
    struct Relation: Decodable {
      var type, subject, object: String
      var span: Range
    }
    var id: String
    var coder: Maker
    var sentences: [Range]
    var entities: [Entity]
    var statements: [Statement]
    var events: [Event]
    var figures: [Figure]
    var relations: [Relation]
  }

  private static let report = Article(
    id: "گزارش \"۱\"\n\u{1}", title: "حمله در بغداد",
    text: """
      والی کابل گفت که دیروز سه سرباز افغان در حمله داعش در شهر کابل کشته شدند. امامعلی رحمان، رئیس‌جمهور \
      تاجیکستان، این حمله را محکوم کرد.
      """, published: "2025-03-10")

  private func line() throws -> [UInt8] { try CodedText(Self.report).record.jsonLine }

  @Test func `a record has every key of the format`() throws {
    let record = try JSONDecoder().decode(Contract.self, from: Data(try line()))
    #expect(record.id == Self.report.id)
    #expect(record.coder.version == Coder.version && record.coder.data.count == 16)
    #expect(
      !record.events.isEmpty && !record.statements.isEmpty && !record.figures.isEmpty && !record.relations.isEmpty)
  }

  @Test func `a key whose value is not known is there, with null`() throws {
    let text = String(decoding: try CodedText("شورشیان حمله کردند.").record.jsonLine, as: UTF8.self)
    for key in ["country", "place", "time", "same_as"] { #expect(text.contains("\"\(key)\":null"), "\(key)") }
  }

  @Test(arguments: [
    ["id", "coder", "version", "data", "sentences", "entities", "statements", "events", "figures", "relations"],
    ["id", "name", "kind", "entry", "country", "sector", "mentions", "start", "end", "form"],
    ["id", "speaker", "kind", "act", "cue", "span", "within"],
    [
      "id", "type", "mode", "actor", "recipient", "status", "said_by", "trigger", "evidence", "place", "time",
      "position",
      "same_as", "rule", "confidence",
    ],
    ["name", "entry", "country", "lat", "lon", "precision"], ["event", "measure", "count", "of", "span"],
    ["type", "subject", "object", "span"],
  ])
  func `keys stand in the order of the format`(keys: [String]) throws {
    var rest = String(decoding: try line(), as: UTF8.self)[...]
    for key in keys {
      let place = try #require(rest.range(of: "\"\(key)\":"), "\(key) is not after those before it")
      rest = rest[place.upperBound...]
    }
  }

  @Test func `one article always gives the same bytes`() throws {
    let first = try line()
    for _ in 0..<5 { #expect(try line() == first) }
    #expect(try Coder().code(Self.report).record.jsonLine == first, "another coder of the same data")
  }

  @Test func `a record is one line`() throws {
    #expect(try !line().contains { $0 < 0x20 })
  }
}
