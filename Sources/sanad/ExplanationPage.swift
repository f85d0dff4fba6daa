import Coding
import Diagnostics

/// The reasons of a report, laid out for a terminal.
struct ExplanationPage {
  let article: Article
  let explanation: Explanation

  /// A sentence: its words, its tree, its records and what made no record.
  func text(ofSentence index: Int) -> String {
    let sentence = explanation.sentences[index]
    var text = head(index)
    let records = explanation.records.filter { $0.sentence == index && $0.id?.hasPrefix("e") != true }
    for item in records { text += self.text(item) }
    let dropped = explanation.dropped.filter { $0.sentence == index }
    if !dropped.isEmpty {
      text += "found, and no record\n"
      for item in dropped { text += self.text(item) }
    }
    if let reason = sentence.verdict.reason { text += "no event: \(reason.rawValue)\n\n" }
    return text
  }

  /// One record, with the sentence that it stands in.
  func text(of item: Explanation.Item) -> String { head(item.sentence) + text(item) }

  private func head(_ index: Int) -> String {
    let span = explanation.result.record.sentences[index]
    let sentence = explanation.sentences[index]
    let count = explanation.sentences.count
    return "sentence \(index + 1) of \(count), code points \(span.start)–\(span.end)\n"
      + TreeDrawing.draw(forms: sentence.forms, tree: sentence.tree)
  }

  /// The longest name of a reason is «confidence».
  private static let indent = 12

  private func text(_ item: Explanation.Item) -> String {
    var text = (item.id.map { $0 + " " } ?? "") + item.heading + "\n"
    var last = ""
    for reason in item.reasons {
      let name = reason.of == last ? "" : reason.of
      last = reason.of
      text += "  " + name + String(repeating: " ", count: max(1, Self.indent - name.utf8.count)) + reason.text + "\n"
    }
    return text + "\n"
  }
}
