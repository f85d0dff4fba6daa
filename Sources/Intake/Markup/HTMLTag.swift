/// The elements that the reader of pages treats each in its way; all others are alike.
enum HTMLTag: UInt8, Sendable, CaseIterable {
  case other, document, text
  case html, head, body, title, meta, link, base, script, style, noscript, template, xmp, noembed, noframes
  case article, main, section, div, header, footer, nav, aside, address, hgroup, center, details, summary, dialog, menu
  case p, h1, h2, h3, h4, h5, h6, blockquote, pre, hr, br, wbr
  case ul, ol, li, dl, dt, dd, figure, figcaption
  case table, caption, colgroup, col, thead, tbody, tfoot, tr, td, th
  case a, span, b, strong, i, em, u, s, small, font, big, code, tt, strike, time, q, cite, mark, sup, sub, label
  case ins, del
  case form, button, input, select, option, optgroup, textarea, fieldset, legend, datalist
  case img, picture, source, track, video, audio, iframe, object, embed, param, canvas, svg, math, map, area

  /// The element of this name in any case of letters.
  init(_ name: ArraySlice<UInt8>) {
    self = name.count <= 10 ? Self.byHash[Self.hash(name)] ?? .other : .other
  }

  /// Elements that have no content and no end tag.
  var isVoid: Bool {
    switch self {
    case .area, .base, .br, .col, .embed, .hr, .img, .input, .link, .meta, .param, .source, .track, .wbr: true
    default: false
    }
  }

  /// Elements in which a tag is text.
  var holdsOnlyText: Bool {
    switch self {
    case .script, .style, .xmp, .iframe, .noembed, .noframes, .title, .textarea: true
    default: false
    }
  }

  /// Those of them in which character references stand for characters.
  var holdsReferences: Bool { self == .title || self == .textarea }

  /// Elements that begin a line of their own.
  var isBlock: Bool {
    switch self {
    case .document, .html, .head, .body, .article, .main, .section, .div, .header, .footer, .nav, .aside, .address,
      .hgroup, .center, .details, .summary, .dialog, .menu, .p, .h1, .h2, .h3, .h4, .h5, .h6, .blockquote, .pre, .hr,
      .ul, .ol, .li, .dl, .dt, .dd, .figure, .figcaption, .table, .caption, .thead, .tbody, .tfoot, .tr, .td, .th,
      .form, .fieldset, .legend, .title:
      true
    default: false
    }
  }

  /// Elements of running text that writers forget to close, or close in the wrong order.
  var isFormatting: Bool {
    switch self {
    case .a, .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u, .span, .mark, .sup, .sub: true
    default: false
    }
  }

  var isHeading: Bool {
    switch self {
    case .h1, .h2, .h3, .h4, .h5, .h6: true
    default: false
    }
  }

  /// What a start tag of this kind closes, and what it does not look beyond; `nil` where it closes nothing of its kind.
  var closes: (tags: [HTMLTag], within: [HTMLTag])? {
    switch self {
    case .li: ([.li], [.ul, .ol, .menu, .table, .td])
    case .dt, .dd: ([.dt, .dd], [.dl, .table, .td])
    case .tr: ([.tr], [.table])
    case .td, .th: ([.td, .th], [.table])
    case .thead, .tbody, .tfoot: ([.thead, .tbody, .tfoot], [.table])
    case .option, .optgroup: ([.option], [.select, .datalist])
    default: nil
    }
  }

  /// FNV-1a over the name in small letters.
  private static func hash(_ name: some Sequence<UInt8>) -> UInt64 {
    name.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64(ASCII.lowercased($1))) &* 0x100_0000_01B3 }
  }

  private static let byHash: [UInt64: HTMLTag] = {
    let named = allCases.filter { $0 != .other && $0 != .document && $0 != .text }
    return Dictionary(named.map { (hash("\($0)".utf8), $0) }) { first, _ in first }
  }()
}
