/// Cuts markup into tags and text: pages as WHATWG's HTML standard does (section 13.2.5), feeds by the rules of XML 1.0.
/// Whatever is malformed is read as browsers read it, and never stops.
///
/// Everything is a range of the bytes; nothing is decoded or copied. Time is linear in the bytes. Entities are never
/// defined by a document: a `DOCTYPE` is passed over with all that is in it.
struct MarkupTokenizer {
  /// The two kinds of markup.
  enum Language {
    case html
    case xml
  }

  /// A piece of markup, as ranges of the bytes.
  enum Token: Equatable {
    /// Text in which character references stand for characters.
    case text(Range<Int>)
    /// Text that is taken as it stands: of `script`, `style` and the like, or of a CDATA section.
    case verbatim(Range<Int>)
    /// A start tag; its attributes are in ``attributes``.
    case open(name: Range<Int>, isSelfClosing: Bool)
    /// An end tag.
    case close(name: Range<Int>)
  }

  /// An attribute, as ranges of the bytes.
  struct Attribute: Equatable {
    /// Its name.
    var name: Range<Int>
    /// Its value, without quotation marks; character references in it stand for characters.
    var value: Range<Int>
  }

  let bytes: [UInt8]
  let language: Language
  /// Where the next token begins.
  private(set) var index = 0
  /// The attributes of the start tag that was read last.
  private(set) var attributes: [Attribute] = []
  /// The element whose content is only text, up to its end tag.
  private var textElement: (name: Range<Int>, kind: HTMLTag)?
  /// Elements for which no end tag was found: there is none further on either.
  private var endless: Set<HTMLTag> = []
  private static let mostAttributes = 256

  init(_ bytes: [UInt8], _ language: Language) {
    (self.bytes, self.language) = (bytes, language)
  }

  /// The next token, `nil` at the end.
  mutating func next() -> Token? {
    if let element = textElement {
      textElement = nil
      if let text = content(of: element) { return text }
    }
    while index < bytes.count {
      let start = index
      while index < bytes.count, bytes[index] != UInt8(ascii: "<") || !isMarkup(at: index + 1) { index += 1 }
      if index > start { return .text(start..<index) }
      if let token = markup() { return token }
    }
    return nil
  }

  private func isMarkup(at index: Int) -> Bool {
    guard index < bytes.count else { return false }
    let byte = bytes[index]
    if byte == UInt8(ascii: "/") { return index + 1 < bytes.count && (isNameStart(bytes[index + 1])) }
    return isNameStart(byte) || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  private func isNameStart(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || (language == .xml && (byte == UInt8(ascii: "_") || byte >= 0x80))
  }

  /// Reads what begins with `<`; `nil` for what is passed over.
  private mutating func markup() -> Token? {
    switch bytes[index + 1] {
    case UInt8(ascii: "/"): return endTag()
    case UInt8(ascii: "!"): return declaration()
    case UInt8(ascii: "?"):
      index = language == .xml ? end(of: "?>", from: index + 2) : end(of: ">", from: index + 2)
      return nil
    default: return startTag()
    }
  }

  private mutating func declaration() -> Token? {
    if bytes[index...].starts(with: "<!--".utf8) {
      // `<!-->` and `<!--->` are whole comments.
      let rest = bytes[(index + 4)...]
      if rest.starts(with: ">".utf8) {
        index += 5
      } else if rest.starts(with: "->".utf8) {
        index += 6
      } else {
        index = end(of: "-->", from: index + 4)
      }
      return nil
    }
    if language == .xml, bytes[index...].starts(with: "<![CDATA[".utf8) {
      let start = index + 9
      index = end(of: "]]>", from: start)
      let text = start..<(index >= start + 3 && bytes[..<index].suffix(3).elementsEqual("]]>".utf8) ? index - 3 : index)
      return text.isEmpty ? nil : .verbatim(text)
    }
    guard language == .xml else {
      index = end(of: ">", from: index + 2)
      return nil
    }
    passOverDoctype()
    return nil
  }

  /// A `DOCTYPE` with its internal subset: entities that it defines are not known afterwards.
  private mutating func passOverDoctype() {
    var quote: UInt8?
    var brackets = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "[") {
        brackets += 1
      } else if byte == UInt8(ascii: "]") {
        brackets -= 1
      } else if byte == UInt8(ascii: ">"), brackets <= 0 {
        return
      }
    }
  }

  /// The index behind the next `mark`, or the end.
  private func end(of mark: StaticString, from start: Int) -> Int {
    mark.withUTF8Buffer { mark in
      var index = start
      let last = bytes.count - mark.count
      while index <= last {
        let behind = index + mark.count
        if bytes[index] == mark[0], bytes[index..<behind].elementsEqual(mark) { return behind }
        index += 1
      }
      return bytes.count
    }
  }

  private mutating func name() -> Range<Int> {
    let start = index
    while index < bytes.count, !ASCII.isBlank(bytes[index]), bytes[index] != UInt8(ascii: "/"),
      bytes[index] != UInt8(ascii: ">")
    { index += 1 }
    return start..<index
  }

  private mutating func endTag() -> Token? {
    index += 2
    let name = name()
    readAttributes()
    return .close(name: name)
  }

  private mutating func startTag() -> Token? {
    index += 1
    let name = name()
    let isSelfClosing = readAttributes()
    if language == .html {
      let kind = HTMLTag(bytes[name])
      if kind.holdsOnlyText { textElement = (name, kind) }
    }
    return .open(name: name, isSelfClosing: isSelfClosing)
  }

  /// Reads attributes and the `>` behind them; whether a `/` stood before it.
  @discardableResult
  private mutating func readAttributes() -> Bool {
    attributes.removeAll(keepingCapacity: true)
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: ">") {
        index += 1
        return bytes[index - 2] == UInt8(ascii: "/")
      }
      if ASCII.isBlank(byte) || byte == UInt8(ascii: "/") {
        index += 1
        continue
      }
      // A tag that was never closed ends where the next one begins.
      if byte == UInt8(ascii: "<") { return false }
      readAttribute()
    }
    return false
  }

  private mutating func readAttribute() {
    let start = index
    index += 1  // even a `=` begins a name here
    while index < bytes.count, !ASCII.isBlank(bytes[index]), bytes[index] != UInt8(ascii: "="),
      bytes[index] != UInt8(ascii: "/"), bytes[index] != UInt8(ascii: ">")
    { index += 1 }
    let name = start..<index
    let afterName = index
    while index < bytes.count, ASCII.isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
      index = afterName
      add(Attribute(name: name, value: afterName..<afterName))
      return
    }
    index += 1
    while index < bytes.count, ASCII.isBlank(bytes[index]) { index += 1 }
    guard index < bytes.count else { return }
    let quote = bytes[index]
    let valueStart: Int
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      valueStart = index + 1
      index = valueStart
      while index < bytes.count, bytes[index] != quote { index += 1 }
      add(Attribute(name: name, value: valueStart..<index))
      index = min(index + 1, bytes.count)
    } else {
      valueStart = index
      while index < bytes.count, !ASCII.isBlank(bytes[index]), bytes[index] != UInt8(ascii: ">") { index += 1 }
      add(Attribute(name: name, value: valueStart..<index))
    }
  }

  private mutating func add(_ attribute: Attribute) {
    if attributes.count < Self.mostAttributes { attributes.append(attribute) }
  }

  /// The text up to the end tag of an element that holds only text.
  private mutating func content(of element: (name: Range<Int>, kind: HTMLTag)) -> Token? {
    let start = index
    guard !endless.contains(element.kind), let end = endTag(of: bytes[element.name], from: start) else {
      endless.insert(element.kind)
      // What is left of a page must not vanish in a title that was not closed.
      if element.kind.holdsReferences { return nil }
      index = bytes.count
      return start < index ? .verbatim(start..<index) : nil
    }
    index = end
    guard start < end else { return nil }
    return element.kind.holdsReferences ? .text(start..<end) : .verbatim(start..<end)
  }

  private func endTag(of name: ArraySlice<UInt8>, from start: Int) -> Int? {
    var index = start
    while index + name.count + 2 <= bytes.count {
      if bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "/") {
        let behind = index + 2 + name.count
        if behind == bytes.count || !ASCII.isLetter(bytes[behind]),
          bytes[(index + 2)..<behind].elementsEqual(name, by: { ASCII.lowercased($0) == ASCII.lowercased($1) })
        {
          return index
        }
      }
      index += 1
    }
    return nil
  }
}
