import Coding
import Exchange
import Foundation
import Ledger
import Testing

@Suite struct ExportTests {
  /// What an export of a ledger with these articles looks like.
  private func export(_ format: ExportFormat, _ articles: [Article] = Self.articles) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "export-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let ledger = try Ledger(file: folder.appending(path: "sanad.db").path, creating: true)
    let ingestion = try Ingestion(ledger: ledger, coder: try Coder(), stem: try SearchStem(), jobs: 1)
    for article in articles { try ingestion.add(article, from: "test") }
    _ = try ingestion.finish()
    var export = Export(as: format)
    var bytes = export.begin()
    _ = try EventList(ledger: ledger).forEach(EventFilter()) { bytes += export.write($0) }
    return String(decoding: bytes + export.end(), as: UTF8.self)
  }

  private static let articles = [
    Article(
      id: "=1+1", title: "=HYPERLINK(\"x\")",
      text: "در حمله‌ای در شهر هرات \"سه\" تن کشته شدند،\tو وزیر خارجه ایران با همتای چینی خود در پکن دیدار کرد.",
      published: "2024-05-08", source: "-outlet <&>"),
    Article(id: "2", text: "ترکیه به افغانستان کمک کرد. روسیه اوکراین را تهدید کرد.", published: "2023-10-12"),
    Article(id: "3", text: "قرار است ایران و عراق توافق‌نامه امضا کنند."),
  ]

  private func rows(_ text: String, _ separator: Character) -> [[String]] {
    text.split(separator: "\n").map {
      $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test func `each line of JSONL is an object of its own`() throws {
    let lines = try export(.jsonl).split(separator: "\n")
    #expect(lines.count >= 4)
    for line in lines {
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(object?["type"] is String && object?["witness"] is [String: Any])
    }
  }

  @Test func `a cell that a spreadsheet would run is written as text`() throws {
    let text = try export(.csv)
    #expect(text.contains("'=1+1,'-outlet <&>,2024-05-08,,\"'=HYPERLINK(\"\"x\"\")\""))
    for cell in text.split(whereSeparator: { $0 == "," || $0 == "\r\n" }) {
      let start = cell.drop { $0 == "\"" }.first
      #expect(start.map { !"=+@\t".contains($0) } ?? true, "\(cell)")
    }
  }

  @Test func `every row of CSV has every column`() throws {
    // No cell of the second and third article holds a comma.
    let text = try export(.csv, Array(Self.articles.dropFirst()))
    let lines = text.split(separator: "\r\n")
    #expect(lines.count >= 3)
    for line in lines {
      #expect(line.split(separator: ",", omittingEmptySubsequences: false).count == 40, "\(line)")
    }
  }

  @Test func `GeoJSON has the longitude first and only events with coordinates`() throws {
    let object = try JSONSerialization.jsonObject(with: Data(try export(.geojson).utf8)) as? [String: Any]
    let features = try #require(object?["features"] as? [[String: Any]])
    let points = features.compactMap { ($0["geometry"] as? [String: Any])?["coordinates"] as? [Double] }
    #expect(points.count == features.count && points.contains { abs($0[0] - 116.4) < 0.5 && abs($0[1] - 39.9) < 0.5 })
  }

  @Test func `GeoJSON without events is a collection without features`() throws {
    let object = try JSONSerialization.jsonObject(with: Data(try export(.geojson, []).utf8)) as? [String: Any]
    #expect((object?["features"] as? [Any])?.isEmpty == true)
  }

  @Test func `GraphML has a node for each actor and an edge for each pair and type`() throws {
    let text = try export(.graphml, [Self.articles[1]])
    #expect(text.components(separatedBy: "<node ").count - 1 == 4)
    #expect(text.components(separatedBy: "<edge ").count - 1 == 2)
    #expect(text.contains("<data key=\"type\">AID</data><data key=\"weight\">1</data>"))
  }

  @Test func `signs of XML in names are escaped and control characters left out`() throws {
    let attack = Article(
      id: "x", text: "گروه «الف & ب <پ>» به پاسگاه ارتش افغانستان حمله کرد.\u{7}", published: "2024-01-01")
    let text = try export(.graphml, [attack])
    #expect(!text.contains("\u{7}") && !text.contains("& ") && XMLCheck.isWellFormed(text))
  }

  @Test func `POLECAT has forty columns and only what is said to have happened`() throws {
    let rows = rows(try export(.polecat), "\t")
    #expect(rows.allSatisfy { $0.count == 40 })
    #expect(rows[0][0] == "Event ID" && rows[0][39] == "Version")
    #expect(rows.contains { $0[2] == "AID" && $0[8] == "TUR" && $0[16] == "AFG" && $0[5] == "MATERIAL COOPERATION" })
    #expect(!rows.contains { $0[2] == "AGREE" })
  }

  @Test func `CAMEO codes are those of PLOVER's table`() throws {
    let rows = rows(try export(.cameo), "\t")
    #expect(rows.contains { $0[7].hasPrefix("AID") && $0[4] == "070" && $0[5] == "07" && $0[6] == "2" })
    #expect(rows.contains { $0[7].hasPrefix("THREATEN") && $0[5] == "13" && $0[6] == "3" })
  }
}

/// Whether a text is well-formed XML, as far as its own tags and references go.
enum XMLCheck {
  static func isWellFormed(_ text: String) -> Bool {
    var open: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<") {
      guard references(rest[..<start]), let end = rest[start...].firstIndex(of: ">") else { return false }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("?") || tag.hasSuffix("/") { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return false }
      } else {
        open.append(tag.prefix { $0 != " " })
      }
    }
    return open.isEmpty && references(rest)
  }

  private static func references(_ text: Substring) -> Bool {
    text.split(separator: "&", omittingEmptySubsequences: false).dropFirst().allSatisfy { part in
      ["amp;", "lt;", "gt;", "quot;"].contains { part.hasPrefix($0) }
    }
  }
}
