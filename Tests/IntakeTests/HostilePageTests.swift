import Coding
import Diagnostics
import Foundation
import Intake
import Testing

@Suite struct HostilePageTests {
  private static let words = "وزیر خارجه گفت که گفت‌وگو درباره مرز و آب تا پایان ماه ادامه دارد و سند تازه‌ای امضا می‌شود."

  private let reader = IntakeReader()

  private func read(_ page: String) -> [IntakeItem] { read(Array(page.utf8)) }

  private func read(_ bytes: [UInt8], charset: String? = nil) -> [IntakeItem] {
    reader.items(of: Document(form: .html, bytes: bytes, url: "https://e.example/1", charset: charset))
  }

  @Test func `a script in a headline is text and never markup`() {
    let items = read(
      "<title>خبر &lt;script&gt;alert(1)&lt;/script&gt; روز</title><h1>خبر <script>alert(1)</script> روز</h1><p>\(Self.words)</p>"
    )
    #expect(items.articles.first?.article.title == "خبر روز")
    #expect(items.articles.first?.article.text == Self.words)
  }

  @Test func `half a million nested elements are read in time and memory`() {
    let deep = String(repeating: "<div><b>", count: 200_000)
    let clock = ContinuousClock()
    var items: [IntakeItem] = []
    let time = clock.measure { items = read("<h1>تیتر یک خبر کوتاه</h1>\(deep)<p>\(Self.words)") }
    #expect(items.articles.map(\.article.text) == [Self.words])
    #expect(time < .seconds(60))
  }

  @Test(arguments: [
    "<table><tr><td><p>", "</p></div></table>", "<a href=x><div>", "<p><b><i>", "<!--", "<title>", "<script>", "<svg>",
    "<select><option>", "<h1>", "<ul><li>", "<![CDATA[", "<a b=\"", "&", "&#x110000;&#0;", "<", "</", "<textarea>",
  ])
  func `a page of nothing but one broken piece ends nothing`(piece: String) {
    let page = "<body><p>\(Self.words)</p>" + String(repeating: piece, count: 5_000)
    #expect(!read(page).isEmpty)
    #expect(!read(String(repeating: piece, count: 5_000)).isEmpty)
  }

  @Test func `random bytes and cut pages are read or refused`() {
    var random = SystemRandomNumberGenerator()
    let page = Array("<html><body><h1 class='x'>تیتر</h1><p>\(Self.words)</p><table><tr><td>&laquo;</body>".utf8)
    for cut in stride(from: 0, to: page.count, by: 3) { #expect(!read(Array(page[..<cut])).isEmpty) }
    for _ in 0..<300 {
      var spoilt = page
      for _ in 0..<8 { spoilt[Int.random(in: page.indices, using: &random)] = .random(in: 0...255, using: &random) }
      #expect(!read(spoilt).isEmpty)
    }
  }

  @Test func `controls and turns of direction are not taken over`() throws {
    let page = "<h1>تیتر\u{202E}خبر</h1><p>\u{1}\u{2067}" + Self.words + "\u{9B}31m\u{200B} می\u{200C}رود\u{FEFF}</p>"
    let article = try #require(read(page).articles.first?.article)
    #expect(article.title == "تیترخبر")
    #expect(article.text == Self.words + "31m می\u{200C}رود")
  }

  @Test func `a page that names the wrong encoding is read in the right one`() {
    let page = "<meta charset=windows-1256><p>\(Self.words)</p>"
    #expect(read(Array(page.utf8), charset: "iso-8859-1").articles.first?.article.text == Self.words)
  }

  @Test func `bytes that are no character are replaced and told`() {
    let items = read(Array("<meta charset=utf-8><p>\(Self.words) ".utf8) + [0xD9, 0x20] + Array("پایان</p>".utf8))
    #expect(items.articles.first?.article.text == Self.words + " \u{FFFD} پایان")
    #expect(items.problems.map(\.code) == [.replacedBytes])
  }

  @Test(arguments: ["", " ", "<html></html>", "<script>var a = 1</script>", "<nav><a href=x>خانه</a></nav>"])
  func `a page without a report says so`(page: String) {
    #expect(read(page).problems.map(\.code) == [.noReport] && read(page).articles.isEmpty)
  }

  @Test func `structured data nested without end is passed over`() {
    let deep = String(repeating: "[", count: 200_000)
    let page = "<script type=\"application/ld+json\">{\"@graph\":\(deep)</script><p>\(Self.words)</p>"
    #expect(read(page).articles.map(\.article.text) == [Self.words])
  }

  @Test func `a long page takes time in proportion to its length`() {
    let paragraph = "<div class=\"a b\"><p>\(Self.words) <a href=\"x\">پیوند</a></p></div>"
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      let page = Array(String(repeating: paragraph, count: count).utf8)
      return clock.measure { _ = read(page) }
    }
    let (short, long) = (time(500), time(4000))
    #expect(long < short * 40, "\(short) and \(long)")
  }
}
