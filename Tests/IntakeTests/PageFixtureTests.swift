import Coding
import Foundation
import Intake
import Testing

/// The pages of `Tests/Fixtures/pages`, each with what stands in it beside it.
@Suite struct PageFixtureTests {
  struct Expected: Decodable {
    var title: String
    var published: String?
    var source: String?
    var author: String?
    var text: String
  }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/pages").path

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter {
    $0.hasSuffix(".html")
  }.sorted()

  static func read(_ name: String) throws -> (found: FoundArticle, expected: Expected) {
    let items = Array(IntakeReader().items(in: [folder + "/" + name]))
    let expectation = folder + "/" + name.replacing(".html", with: ".json")
    let expected = try JSONDecoder().decode(Expected.self, from: Data(contentsOf: URL(filePath: expectation)))
    return (try #require(items.articles.first, "\(items.problems)"), expected)
  }

  /// The share of letters in lines that both texts have: F1 of lines by their length.
  static func agreement(_ first: String, _ second: String) -> Double {
    let (one, two) = (first.split(separator: "\n"), second.split(separator: "\n"))
    let common = Set(one).intersection(two)
    let letters = { (lines: [Substring]) in Double(lines.reduce(0) { $0 + $1.utf8.count }) }
    return letters(one.filter(common.contains) + two.filter(common.contains)) / letters(one + two)
  }

  @Test func `there are fifty pages`() { #expect(Self.names.count == 50) }

  @Test(arguments: names)
  func `a page gives its report, headline and day`(name: String) throws {
    let (found, expected) = try Self.read(name)
    #expect(found.article.title == expected.title)
    #expect(found.article.published == expected.published)
    if let source = expected.source { #expect(found.article.source == source) }
    if let author = expected.author { #expect(found.authors == [author]) }
    let agreement = Self.agreement(found.article.text, expected.text)
    #expect(agreement > 0.9, "\(agreement): \(found.article.text)")
  }

  @Test func `hardly a line is missing or too much in all pages together`() throws {
    let shares = try Self.names.map { name in
      let (found, expected) = try Self.read(name)
      return Self.agreement(found.article.text, expected.text)
    }
    #expect(shares.reduce(0, +) / Double(shares.count) > 0.985)
  }
}
