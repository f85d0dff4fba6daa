import Coding
import Diagnostics
import Intake
import Testing

@Suite struct FeedTests {
  private func read(_ feed: String, url: String? = "https://pamir.example/feed/") -> [IntakeItem] {
    IntakeReader().items(of: Document(form: .feed, bytes: Array(feed.utf8), url: url))
  }

  @Test func `RSS 2 gives its items with the whole text where it is there`() throws {
    let items = read(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
      xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel><title>خبرنامه پامیر</title><link>https://pamir.example/</link>
      <item><title><![CDATA[بازگشایی راه واخان]]></title><link>/news/12</link><guid isPermaLink="false">p12</guid>
      <pubDate>Thu, 04 Jul 2024 12:30:00 +0430</pubDate><dc:creator>لیلا کاوه</dc:creator>
      <description>راه واخان باز شد.</description>
      <content:encoded><![CDATA[<p>راه واخان پس از سه ماه باز شد.</p><p>والی بدخشان گفت: «کار ادامه دارد&hellip;»</p>]]></content:encoded>
      </item>
      <item><title>کمک تازه</title><description>&lt;b&gt;کمک&lt;/b&gt; به دهقانان رسید &amp;amp; پخش شد.</description></item>
      </channel></rss>
      """)
    let first = try #require(items.articles.first)
    #expect(first.article.id == "p12" && first.article.title == "بازگشایی راه واخان")
    #expect(first.article.text == "راه واخان پس از سه ماه باز شد.\nوالی بدخشان گفت: «کار ادامه دارد…»")
    #expect(first.article.published == "2024-07-04T12:30:00+04:30" && first.article.source == "خبرنامه پامیر")
    #expect(first.article.url == "https://pamir.example/news/12" && first.authors == ["لیلا کاوه"])
    #expect(!first.isSummary && first.place.line == 4)
    #expect(items.articles.last?.article.text == "کمک به دهقانان رسید & پخش شد.")
    #expect(items.articles.last?.isSummary == true)
  }

  @Test func `Atom gives its entries, also with markup inside and links from a base`() throws {
    let items = read(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://amu.example/fa/"><title>صدای آمو</title>
      <entry><id>tag:amu,2024:1</id><title type="html">مکتب‌ها &amp;amp; کتاب‌ها</title>
      <link rel="edit" href="edit/1"/><link href="a/1"/><updated>2024-06-13T14:00:00Z</updated>
      <author><name>نجیب پارسا</name></author>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>معلمان <em>بلخ</em> آمدند.</p></div></content>
      </entry></feed>
      """)
    let found = try #require(items.articles.first)
    #expect(found.article.title == "مکتب‌ها & کتاب‌ها" && found.article.text == "معلمان بلخ آمدند.")
    #expect(found.article.url == "https://amu.example/fa/a/1" && found.authors == ["نجیب پارسا"])
    #expect(found.article.published == "2024-06-13T14:00:00Z")
  }

  @Test func `RSS 1 gives its items, with dates of Dublin Core`() throws {
    let items = read(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" \
      xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://a.example/"><title>آرشیف</title></channel>
      <item rdf:about="https://a.example/1"><title>تیتر</title><link>https://a.example/1</link>
      <dc:date>2024-05-14T08:15:00+04:30</dc:date><description>سیلاب راه را بست.</description></item></rdf:RDF>
      """)
    let article = try #require(items.articles.first?.article)
    #expect(article.id == "https://a.example/1" && article.published == "2024-05-14T08:15:00+04:30")
  }

  @Test func `a Persian day in a feed is read`() {
    let items = read(
      "<rss><channel><item><title>ت</title><pubDate>پنجشنبه ۱۴ تیر ۱۴۰۳ ساعت ۱۲:۳۰</pubDate>"
        + "<description>متن خبر</description></item></channel></rss>")
    #expect(items.articles.first?.article.published == "2024-07-04T12:30")
  }

  @Test func `an entry without text is a warning, and the next is read`() {
    let items = read(
      "<rss><channel><item><title>بی‌متن</title></item><item><description>متن</description></item></channel></rss>")
    #expect(items.problems.map(\.code) == [.emptyEntry] && items.articles.count == 1)
  }

  @Test func `a feed that breaks off gives what came before`() {
    let items = read("<rss><channel><item><title>یک</title><description>متن یک</description></item><item><title>دو")
    #expect(items.articles.map(\.article.text) == ["متن یک"])
  }

  @Test func `entities that a feed defines are never followed`() {
    let laughs = (1...9).map { "<!ENTITY l\($0) \"" + String(repeating: "&l\($0 - 1);", count: 10) + "\">" }.joined()
    let items = read(
      "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY l0 \"ها\"><!ENTITY f SYSTEM \"file:///etc/passwd\">\(laughs)]>"
        + "<rss><channel><item><description>خنده &l9; &f; پایان</description></item></channel></rss>")
    #expect(items.articles.first?.article.text == "خنده &l9; &f; پایان")
  }

  @Test func `elements nested without end are read in bounded memory`() {
    let deep = String(repeating: "<a>", count: 200_000)
    let items = read("<rss><channel><item><description>متن</description>\(deep)</item></channel></rss>")
    #expect(items.articles.map(\.article.text) == ["متن"])
  }

  @Test func `markup in a headline is no part of it`() {
    let items = read(
      "<rss><channel><item><title>&lt;script&gt;alert(1)&lt;/script&gt;دیدار &lt;b&gt;وزیران&lt;/b&gt;</title>"
        + "<description>متن</description></item></channel></rss>")
    #expect(items.articles.first?.article.title == "دیدار وزیران")
  }
}
