/// What the names of a page's parts tell: `class`, `id` and `role` say in every second theme the same.
enum PageMarks {
  /// Whether one of the element's names says that it holds no part of the report.
  static func isBoilerplate(_ names: Names) -> Bool { names.words.contains { boilerplate.contains($0) } }

  /// Whether one says that it holds the report.
  static func isContent(_ names: Names) -> Bool { names.words.contains { content.contains($0) } }

  /// Whether one says that it holds the report's first paragraph, set apart.
  static func isLead(_ names: Names) -> Bool { names.words.contains { lead.contains($0) } }

  /// Whether one says that it holds the day of publication.
  static func isDate(_ names: Names) -> Bool { names.words.contains { date.contains($0) } }

  /// Whether one says that it names the author.
  static func isAuthor(_ names: Names) -> Bool { names.words.contains { author.contains($0) } }

  /// The words in the names of an element, in small letters, and each two neighbours as one: of `relatedNews` there are
  /// related, news and relatednews.
  struct Names {
    fileprivate(set) var words: [String] = []

    init(_ values: ArraySlice<UInt8>?...) {
      for value in values.compactMap({ $0 }) {
        for name in value.prefix(512).split(whereSeparator: ASCII.isBlank) { add(name) }
      }
    }

    private mutating func add(_ name: ArraySlice<UInt8>) {
      var parts: [String] = []
      var part: [UInt8] = []
      var wasSmall = false
      for byte in name {
        let isBig = (0x41...0x5A).contains(byte)
        if isBig && wasSmall || !ASCII.isLetter(byte) {
          if !part.isEmpty { parts.append(String(decoding: part, as: UTF8.self)) }
          part = []
        }
        if ASCII.isLetter(byte) { part.append(ASCII.lowercased(byte)) }
        wasSmall = ASCII.isLetter(byte) && !isBig
      }
      if !part.isEmpty { parts.append(String(decoding: part, as: UTF8.self)) }
      // `has-sidebar`, `no-comments` and `hide-ads` speak of something else than the element itself.
      if let first = parts.first, parts.count > 1, PageMarks.otherThings.contains(first) { return }
      words += parts
      words += zip(parts, parts.dropFirst()).map { $0 + $1 }
      // Builders of themes call every part of a page a widget, and say `overflow-hidden`; only what is nothing else is.
      if parts.count == 1, parts[0] == "widget" || parts[0] == "hidden" { words.append("a" + parts[0]) }
    }
  }

  private static let otherThings: Set<String> = ["has", "no", "with", "without", "hide", "show", "is", "not"]

  private static let boilerplate: Set<String> = [
    "nav", "navbar", "navigation", "navi", "menu", "submenu", "megamenu", "topmenu", "mainmenu", "breadcrumb",
    "breadcrumbs", "sidebar", "sidenav", "rightside", "leftside", "footer", "foot", "bottombar", "topbar", "headerbar",
    "related", "relatednews", "relatedposts", "relateds", "comment", "comments", "commentlist", "respond", "disqus",
    "replies", "cookie", "cookies", "gdpr", "consent", "newsletter", "subscribe", "subscription", "subscriptions",
    "popup", "modal", "lightbox", "pagination", "pager", "pagenav", "share", "shares", "sharing", "sharebar",
    "sharedaddy", "sharethis", "addtoany", "addthis", "social", "socials", "socialmedia", "tags", "tagcloud", "taglist",
    "tagbox", "keywords", "toolbar", "tools", "newstools", "mostread", "mostviewed", "mostvisited", "mostpopular",
    "popular", "trending", "trends", "recommended", "recommendation", "recommendations", "recommend", "outbrain",
    "taboola", "advertisement", "advertisements", "advertising", "advert", "adverts", "ads", "adv", "adsbox", "adbox",
    "adsense", "banner", "banners", "sponsor", "sponsored", "promo", "promoted", "promotion", "skiplink", "skiplinks",
    "sronly", "screenreader", "visuallyhidden", "authorbox", "authorbio", "aboutauthor", "about", "aboutus", "contact",
    "contactus", "copyright", "latestnews",
    "lastnews", "recentnews", "recentposts", "hotnews", "topnews", "othernews", "ticker", "marquee", "morenews",
    "moreon", "seealso", "alsoread", "readalso", "readmore", "readnext", "nextprev", "postnavigation", "poll", "survey",
    "login", "signin", "signup", "register", "search", "searchform", "searchbox", "weather", "print", "printer",
    "fontsize", "shorturl", "shortlink", "newsid", "newscode", "rating", "ratings", "vote", "votes", "likes", "awidget",
    "caption", "imagecaption", "captiontext", "credit", "credits", "photocredit", "kicker", "rutitr", "rotitr",
    "uptitle", "overtitle", "pretitle", "toptitle", "byline", "postmeta", "entrymeta", "articlemeta", "newsmeta",
    "metainfo", "metadata", "metabar", "timestamp", "readingtime", "breakingnews", "paywall", "feedback",
    "complaint", "donate", "donation", "appdownload", "follow", "followus", "playlist", "photogallery",
    "carousel", "languages", "langswitch", "jplikes", "jprelatedposts", "noprint", "ahidden",
  ]

  private static let content: Set<String> = [
    "article", "articlebody", "articlecontent", "articletext", "body", "content", "contents", "entry", "entrycontent",
    "post", "postcontent", "postbody", "posttext", "text", "story", "storybody", "storycontent", "news", "newsbody",
    "newscontent", "newstext", "itemtext", "itembody", "bodytext", "fulltext", "detail", "details", "maincontent",
    "main", "matn", "khabar", "report", "richtext", "wysiwyg", "prose", "paragraph", "single", "hentry", "blog",
  ]

  private static let lead: Set<String> = [
    "lead", "lede", "leadtext", "introtext", "intro", "summary", "newssummary", "standfirst", "deck", "abstract",
    "subtitle", "excerpt", "newslead", "lid", "description", "sapo",
  ]

  private static let date: Set<String> = [
    "date", "dates", "pdate", "time", "datetime", "published", "publish", "publishdate", "publishtime", "pubdate",
    "posted",
    "postedon", "timestamp", "newsdate", "itemdate", "itemtime", "postdate", "entrydate", "tarikh", "updated",
    "created",
    "newstime", "postmeta", "entrymeta", "articlemeta", "newsmeta", "metainfo", "dateline", "byline",
  ]

  private static let author: Set<String> = [
    "author", "authors", "byline", "authorname", "writer", "reporter", "journalist", "nevisande", "creator",
  ]
}
