import DataFiles
import Diagnostics
import PersianSyntax
import PersianText

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// All that the network learns from, with the table of words.
struct SyntaxData {
  var labels: SyntaxLabels
  /// The keys of the table of words, by row.
  var keys: [[UInt8]] = []
  var counts: [Int] = []
  var table: WordTable
  var perdt: [TrainingSentence] = []
  var seraji: [TrainingSentence] = []
  var raw: [[String]] = []
  let features: WordFeatures
  let lists: WordTable

  /// Reads the treebanks and the raw text in `folder`.
  init(folder: String) throws(Problem) {
    lists = try KnownLists.table(.embedded)
    features = WordFeatures(verbs: try VerbAnalyser(data: .embedded), lists: lists)
    let perdtSource = TreebankReader.sentences(try Self.read(folder + "/perdt-dev.conllu"))
    let serajiSource = TreebankReader.sentences(try Self.read(folder + "/seraji-dev.conllu")).map(SerajiScheme.mapped)
    labels = TreebankReader.labels(of: perdtSource)
    let reader = TreebankReader(labels: labels)
    perdt = perdtSource.map { reader.sentence($0, treebank: 0) }
    seraji = serajiSource.map { reader.sentence($0, treebank: 1) }
    let tagged = NameReader.sentences(try Self.read(folder + "/perdt-dev-ner.txt"))
    _ = NameReader.lay(tagged, on: &perdt, from: perdtSource)

    for file in ["/perdt-train-raw.txt", "/seraji-train-raw.txt"] {
      for line in try Self.read(folder + file).split(whereSeparator: \.isNewline) {
        raw.append(RawText.words(of: line))
      }
    }
    table = WordTable(keys: [])
    makeTable()
    for index in perdt.indices { addRows(to: &perdt[index]) }
    for index in seraji.indices { addRows(to: &seraji[index]) }
  }

  func addRows(to sentence: inout TrainingSentence) {
    sentence.rows = sentence.forms.map(rows(of:))
  }

  func rows(of form: String) -> WordFeatures.Rows {
    var form = form
    return form.withUTF8 { features.rows(of: $0) { table.row(of: $0) } }
  }

  static func key(_ form: String) -> [UInt8] {
    var form = form
    return form.withUTF8 { WordFeatures.key(of: $0) }
  }

  /// Every word that occurs twice.
  private mutating func makeTable() {
    var counts: [[UInt8]: Int] = [:]
    for words in raw + perdt.map(\.forms) + seraji.map(\.forms) {
      for word in words { counts[Self.key(word), default: 0] += 1 }
    }
    let known = counts.filter { $0.value > 1 }.sorted {
      $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key)
    }
    keys = known.map(\.key)
    self.counts = known.map(\.value)
    table = WordTable(keys: keys)
  }

  /// The rows of the words of all text.
  var rowSentences: [[Int32]] {
    (raw + perdt.map(\.forms) + seraji.map(\.forms)).map { words in
      words.map { Self.key($0).withUnsafeBufferPointer { table.row(of: $0) } }
    }
  }

  static func read(_ path: String) throws(Problem) -> String {
    guard let content = FileManager.default.contents(atPath: path) else {
      throw Problem(.unreadable, at: InputPlace(file: path), "no such file, or no permission")
    }
    return String(decoding: content, as: UTF8.self)
  }
}
