/// The CoNLL-U format of Universal Dependencies, as far as it is read and written here.
public enum CoNLLU {
  /// A sentence as it stands in a file.
  public struct Sentence: Sendable {
    /// Its comment lines, without their ends.
    public var comments: [String] = []
    /// Its lines: words, ranges of words written as one, and empty nodes.
    public var lines: [Line] = []

    /// An empty sentence.
    public init() {}

    /// The indices into `lines` of the words.
    public var wordLines: [Int] { lines.indices.filter { lines[$0].isWord } }
  }

  /// A line of ten columns.
  public struct Line: Sendable {
    /// The columns: ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC.
    public var columns: [String]

    /// A line with these columns; what is missing of ten is `_`.
    public init(columns: [String]) {
      self.columns = columns
      while self.columns.count < 10 { self.columns.append("_") }
    }

    /// Whether it is a word: not a range («1-2») and not an empty node («1.1»).
    public var isWord: Bool { !columns[0].isEmpty && columns[0].utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
  }

  /// Collects lines into sentences.
  public struct Reader: Sendable {
    private var sentence = Sentence()

    /// A reader at the beginning of a file.
    public init() {}

    /// Takes one line of UTF-8, without its end.
    ///
    /// - Returns: the sentence that an empty line ends, if there is one.
    public mutating func take(_ line: ArraySlice<UInt8>) -> Sentence? {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) { return finish() }
      if line.first == UInt8(ascii: "#") {
        sentence.comments.append(String(decoding: line, as: UTF8.self))
        return nil
      }
      var columns: [String] = []
      columns.reserveCapacity(10)
      var rest = line
      while columns.count < 10 {
        let end = rest.firstIndex(of: 0x09) ?? rest.endIndex
        columns.append(String(decoding: rest[..<end], as: UTF8.self))
        guard end < rest.endIndex else { break }
        rest = rest[rest.index(after: end)...]
      }
      sentence.lines.append(Line(columns: columns))
      return nil
    }

    /// The sentence at the end of the file, if one is open.
    public mutating func finish() -> Sentence? {
      guard !sentence.lines.isEmpty else { return nil }
      defer { sentence = Sentence() }
      return sentence
    }
  }
}

extension CoNLLU.Sentence {
  /// Writes a tree into columns 3 to 8 and MISC of the words at `lines`; the other columns stay as they are.
  public mutating func fill(_ tree: SyntaxTree, at lines: [Int]) {
    for (word, line) in zip(tree.nodes, lines) {
      self.lines[line].fill(word, head: word.head.map { self.lines[lines[$0]].columns[0] } ?? "0")
    }
  }
}

extension CoNLLU.Line {
  fileprivate mutating func fill(_ word: SyntaxTree.Node, head: String) {
    columns[2] = word.lemma.isEmpty ? "_" : word.lemma
    columns[3] = word.tag.rawValue
    columns[4] = "_"
    columns[5] = word.features.isEmpty ? "_" : word.features
    columns[6] = head
    columns[7] = word.relation
    var misc = columns[9]
    if misc.utf8.contains(UInt8(ascii: "=")) {
      let kept = misc.split(separator: "|").filter { !$0.hasPrefix("NER=") && !$0.hasPrefix("Ezafe=") }
      misc = kept.isEmpty ? "_" : kept.joined(separator: "|")
    }
    if word.hasEzafe { misc = misc == "_" ? "Ezafe=Yes" : misc + "|Ezafe=Yes" }
    if let name = word.name { misc = misc == "_" ? "NER=" + name.text : misc + "|NER=" + name.text }
    columns[9] = misc
  }
}
