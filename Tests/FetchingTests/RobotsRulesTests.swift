import Fetching
import Testing

@Suite struct RobotsRulesTests {
  private func allows(_ text: String, _ path: String, agent: String = "Sanad") -> Bool {
    RobotsRules(text: text, agent: agent).allow(path)
  }

  @Test func `without rules all is allowed`() {
    #expect(allows("", "/a") && allows("Sitemap: https://a.example/x\n", "/") && RobotsRules.allowingAll.allow("/a"))
    #expect(!RobotsRules.forbiddingAll.allow("/a") && RobotsRules.forbiddingAll.allow("/robots.txt"))
  }

  @Test func `the longest rule that fits decides, and of two as long the one that allows`() {
    let text = "User-agent: *\nDisallow: /news\nAllow: /news/fa\nDisallow: /news/fa/old\nDisallow: /x\nAllow: /x"
    #expect(!allows(text, "/news/en") && allows(text, "/news/fa/1") && !allows(text, "/news/fa/old/1"))
    #expect(allows(text, "/x") && allows(text, "/other"))
  }

  @Test func `stars stand for anything, and a dollar for the end`() {
    let text = "User-agent: *\nDisallow: /*.pdf$\nDisallow: /*/print\nDisallow: /*?s="
    #expect(!allows(text, "/a/b.pdf") && allows(text, "/a/b.pdf?x") && !allows(text, "/fa/print/1"))
    #expect(!allows(text, "/?s=هرات") && allows(text, "/print"))
  }

  @Test func `a group that names the agent goes before the one for all, and groups of one name are one`() {
    let text =
      "user-agent: *\ndisallow: /\n\nUser-Agent: sanad/2\nUser-agent: other\nDisallow: /a\n\nuser-agent: SANAD\nDisallow: /b"
    #expect(allows(text, "/c") && !allows(text, "/a") && !allows(text, "/b"))
    #expect(!allows(text, "/c", agent: "Else"))
  }

  @Test func `comments, byte order marks and empty rules do no harm`() {
    #expect(allows("\u{FEFF}User-agent: * # all\r\nDisallow:\r\nDisallow: # nothing\r\n", "/a"))
    #expect(!allows("\u{FEFF}User-agent: *\rDisallow: /a # this", "/a"))
  }

  @Test func `letters beyond ASCII are compared as percents`() {
    #expect(!allows("User-agent: *\nDisallow: /خبر", "/%D8%AE%D8%A8%D8%B1/1"))
    #expect(!allows("User-agent: *\nDisallow: /%d8%ae", "/%D8%AE"))
  }

  @Test func `a file made to take long does not`() {
    let stars = String(repeating: "*a", count: 2000)
    let text = "User-agent: *\n" + String(repeating: "Disallow: /\(stars)b\n", count: 50)
    let clock = ContinuousClock()
    let time = clock.measure { #expect(allows(text, "/" + String(repeating: "a", count: 2000))) }
    #expect(time < .seconds(30))
  }
}
