import Coding
import PersianText

/// A report and its records, laid out for a terminal.
struct ReportPage {
  let article: Article
  let result: Coder.Result
  let usesColour: Bool

  /// Makes a line read from right to left whatever it begins with.
  private static let rightToLeft = "\u{200F}"

  func write(to output: inout StandardOutput) {
    let scalars = Array(article.fullText.unicodeScalars)
    let marks = MarkedText(record: result.record, usesColour: usesColour)
    output.write(marks.legend + "\n\n")
    for sentence in result.record.sentences {
      output.write(
        Self.rightToLeft + marks.marked(Array(scalars[sentence.start..<sentence.end]), from: sentence.start) + "\n")
    }
    writeEvents(to: &output)
    writeStatements(scalars, to: &output)
    writeFigures(to: &output)
    writeRelations(to: &output)
  }

  private func writeEvents(to output: inout StandardOutput) {
    let narrator = Narrator(result.record)
    output.write("\n" + heading("رویدادها — Events (\(result.record.events.count))") + "\n")
    for event in result.record.events {
      let mode = event.mode.map { "/" + $0 } ?? ""
      let repeats = event.sameAs.map { " = \($0)" } ?? ""
      output.write("\n\(event.id) \(event.type)\(mode) · \(event.position.rawValue)\(repeats) · \(event.rule)\n")
      output.write(Self.rightToLeft + narrator.sentence(for: event, in: .persian) + "\n")
      output.write(narrator.sentence(for: event, in: .english) + "\n")
    }
  }

  private func writeStatements(_ scalars: [Unicode.Scalar], to output: inout StandardOutput) {
    let narrator = Narrator(result.record)
    output.write("\n" + heading("گفته‌ها — Statements (\(result.record.statements.count))") + "\n")
    for statement in result.record.statements {
      let within = statement.within.map { " · within \($0)" } ?? ""
      let words = excerpt(scalars[statement.span.start..<statement.span.end])
      output.write("\n\(statement.id) \(statement.kind.rawValue)\(within)\n")
      output.write(Self.rightToLeft + narrator.sentence(for: statement, said: words, in: .persian) + "\n")
      output.write(narrator.sentence(for: statement, said: words, in: .english) + "\n")
    }
  }

  private func writeFigures(to output: inout StandardOutput) {
    guard !result.record.figures.isEmpty else { return }
    let narrator = Narrator(result.record)
    output.write("\n" + heading("شمارها — Figures (\(result.record.figures.count))") + "\n\n")
    for figure in result.record.figures {
      output.write(Self.rightToLeft + narrator.sentence(for: figure, in: .persian) + "\n")
      output.write(narrator.sentence(for: figure, in: .english) + (figure.event.map { " · \($0)" } ?? "") + "\n")
    }
  }

  private func writeRelations(to output: inout StandardOutput) {
    guard !result.record.relations.isEmpty else { return }
    let narrator = Narrator(result.record)
    output.write("\n" + heading("پیوندها — Relations (\(result.record.relations.count))") + "\n\n")
    for relation in result.record.relations {
      output.write(Self.rightToLeft + narrator.sentence(for: relation, in: .persian) + "\n")
      output.write(narrator.sentence(for: relation, in: .english) + "\n")
    }
  }

  private func heading(_ text: String) -> String {
    usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  private func excerpt(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    let limit = 120
    let text = MarkedText.harmless(scalars.prefix(limit))
    return scalars.count > limit ? text + "…" : text
  }
}
