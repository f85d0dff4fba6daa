import Coding
import Foundation
import Intake
import Testing

@Suite struct RecordPropertyTests {
  /// The folder of the package.
  private static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let samples = articles(of: package.appending(path: "Samples/reports.jsonl"))

  /// Reports of another kind, where they stand beside the checkout.
  static let others = ["plover-fa.dev", "reports.dev", "reports.train"].flatMap { name in
    articles(of: package.deletingLastPathComponent().appending(path: "shared/gold/\(name).jsonl"))
  }

  private static func articles(of file: URL) -> [Article] {
    guard let data = try? Data(contentsOf: file) else { return [] }
    return data.split(separator: UInt8(ascii: "\n")).enumerated().compactMap { number, line in
      try? ArticleJSON.article(of: [UInt8](line), number: number + 1).article
    }
  }

  @Test func `there are eight samples`() {
    #expect(Self.samples.count == 8)
  }

  @Test(arguments: samples)
  func `every record of a sample holds what a record promises`(article: Article) throws {
    #expect(RecordProperties.violations(of: try CodedText(article)) == [])
  }

  @Test func `every record of the reports beside the checkout holds what a record promises`() throws {
    for article in Self.others {
      let violations = RecordProperties.violations(of: try CodedText(article))
      #expect(violations == [], "\(article.id)")
    }
  }

  @Test(arguments: 0..<20)
  func `no spoilt text crashes the coder or breaks a record`(seed: UInt64) throws {
    var spoiler = TextSpoiler(seed: seed)
    for number in 0..<100 {
      let article = spoiler.spoil(Self.samples[number % Self.samples.count])
      let violations = RecordProperties.violations(of: try CodedText(article))
      #expect(violations == [], "seed \(seed), number \(number): \(article.fullText.debugDescription)")
    }
  }
}
