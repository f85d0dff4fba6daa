import ArgumentParser
import DataFiles
import Diagnostics
import Intake
import PersianSyntax
import PersianText

/// `sanad parse`: syntax as CoNLL-U, or drawn as trees.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Gives each word its part of speech, lemma, features, head, relation and name, as CoNLL-U.",
    discussion: """
      Reads FILE, or standard input where none is given or it is -, and writes CoNLL-U, in which MISC says what name a \
      word is in (NER=B-PER) and whether an ezafe follows it (Ezafe=Yes).
      """)

  @Argument(help: "A text file, or - for standard input.")
  var file = "-"

  @Flag(help: "The input is CoNLL-U: its words are kept, columns 3 to 8 are written anew.")
  var tokenized = false

  @Flag(help: "Draw each sentence as a tree.")
  var tree = false

  @OptionGroup var dataOption: DataOption

  func run() throws {
    try reportingProblems {
      let data = try dataOption.bundle()
      var parsing = Parsing(session: try SyntaxAnalyser(data: data).session(), drawsTrees: tree)
      var failures = FailureCount()
      if tokenized {
        try parseTokenized(&parsing, &failures)
      } else {
        try parseText(PersianReader(data: data), &parsing, &failures)
      }
      parsing.flush()
      return failures
    }
  }

  private func parseTokenized(_ parsing: inout Parsing, _ failures: inout FailureCount) throws(Problem) {
    var reader = CoNLLU.Reader()
    var problems: [Problem] = []
    try LineInput(file: file).forEachLine(tooLong: { problems.append($0) }) { line, number in
      // Columns are cut at tabs alone, so one bad byte would come out changed, and nobody would know.
      guard line.allSatisfy({ $0 < 0x80 }) || String(validating: line, as: UTF8.self) != nil else {
        failures.report(Problem(.notUTF8, at: InputPlace(file: file, line: number), "line \(number)"))
        return
      }
      failures.good()
      if let sentence = reader.take(line) { parsing.add(sentence) }
    }
    if let sentence = reader.finish() { parsing.add(sentence) }
    for problem in problems { failures.report(problem) }
  }

  private func parseText(
    _ reader: PersianReader, _ parsing: inout Parsing, _ failures: inout FailureCount
  ) throws(Problem) {
    var problems: [Problem] = []
    try LineInput(file: file).forEachLine(tooLong: { problems.append($0) }) { line, number in
      do throws(Problem) {
        guard !line.isEmpty else { return }
        let reading = reader.read(try TextDecoding.decode(line).text)
        for tokens in SyntaxAnalyser.sentences(of: reading) { parsing.add(CoNLLU.Sentence(reading, tokens: tokens)) }
        failures.good()
      } catch {
        failures.report(error.atLine(number).inFile(file))
      }
    }
    for problem in problems { failures.report(problem) }
  }
}

/// Collects sentences, parses many at once, and writes them in order.
private struct Parsing {
  var session: SyntaxAnalyser.Session
  var drawsTrees: Bool
  private var waiting: [CoNLLU.Sentence] = []
  private var output = StandardOutput()

  /// Sentences that are sorted by length and parsed together.
  private static let most = 512

  init(session: SyntaxAnalyser.Session, drawsTrees: Bool) {
    self.session = session
    self.drawsTrees = drawsTrees
  }

  mutating func add(_ sentence: CoNLLU.Sentence) {
    waiting.append(sentence)
    if waiting.count >= Self.most { parseWaiting() }
  }

  mutating func flush() {
    parseWaiting()
    output.flush()
  }

  private mutating func parseWaiting() {
    let wordLines = waiting.map(\.wordLines)
    let forms = zip(waiting, wordLines).map { sentence, lines in lines.map { sentence.lines[$0].columns[1] } }
    let trees = session.parse(forms)
    for index in waiting.indices {
      if drawsTrees {
        output.write(TreeDrawing.draw(forms: forms[index], tree: trees[index]))
        continue
      }
      waiting[index].fill(trees[index], at: wordLines[index])
      for comment in waiting[index].comments { output.write(comment + "\n") }
      for line in waiting[index].lines { write(line.columns) }
      output.write("\n")
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private mutating func write(_ columns: [String]) {
    for (number, column) in columns.enumerated() {
      output.write(column.utf8)
      output.write(CollectionOfOne(UInt8(ascii: number + 1 < columns.count ? "\t" : "\n")))
    }
  }
}
