import ArgumentParser
import Coding
import Diagnostics

/// A score laid out for a terminal.
struct ScorePage {
  /// What a table has a row for.
  enum Table: String, ExpressibleByArgument, CaseIterable {
    case type
    case entry
    case document
    case confidence
  }

  let score: Score
  /// Only events of this type, in the tables and among the mistakes.
  let type: String?

  // MARK: The whole

  /// The figures of all documents together.
  var summary: String {
    var text = "\(score.documents) documents\n\n" + row("", Self.headings)
    text += row("type", figures(score.type)) + row("full", figures(score.full))
    if score.figures.gold > 0 { text += row("figures", figures(score.figures)) }
    text += "\nof \(score.type.right) events of the right type, \(share(score.rightActors, score.type.right)) "
    text += "have the right actors, \(share(score.rightRecipients, score.type.right)) the right recipients\n"
    if score.statements.gold > 0 {
      text += "of \(score.statements.gold) statements, \(share(score.statements.right, score.statements.gold)) "
      text += "were found, and of these \(share(score.rightSpeakers, score.statements.right)) have the right speaker\n"
    }
    return text
  }

  private static let headings = ["gold", "read", "right", "precision", "recall", "F1"]

  private func figures(_ count: ScoreCount) -> [String] {
    [
      String(count.gold), String(count.read), String(count.right), Self.decimal(count.precision),
      Self.decimal(count.recall), Self.decimal(count.f1),
    ]
  }

  private func share(_ part: Int, _ whole: Int) -> String { Self.decimal(ScoreCount.share(part, of: whole)) }

  // MARK: Tables

  /// A table of the score.
  func table(_ table: Table) -> String {
    switch table {
    case .type:
      let rows = score.byType.filter { type == nil || type == $0.key }.sorted { $0.key < $1.key }
      return row("type", Self.headings) + rows.map { row($0.key, figures($0.value)) }.joined()
    case .entry: return byEntry
    case .document:
      let rows = score.byDocument.map { row(ProblemText.harmless($0.id), figures($0.type) + [String($0.full)]) }
      return row("document", Self.headings + ["full"]) + rows.joined()
    case .confidence: return byConfidence
    }
  }

  /// The constructions that were found, those with most mistakes first.
  private var byEntry: String {
    let entries = Dictionary(grouping: score.judgements.filter(isOfType), by: \.rule).map { rule, all in
      (rule: rule, read: all.count, right: all.count { $0.hasRightType }, full: all.count { $0.isRight })
    }.sorted { ($1.read - $1.right, $1.read, $0.rule) < ($0.read - $0.right, $0.read, $1.rule) }
    return row("entry", ["read", "right", "full", "precision"])
      + entries.map { entry in
        row(
          ProblemText.harmless(entry.rule),
          [String(entry.read), String(entry.right), String(entry.full), share(entry.right, entry.read)])
      }.joined()
  }

  private func isOfType(_ judgement: Score.Judgement) -> Bool { type == nil || judgement.type == type }

  /// The reliability of the confidences.
  private var byConfidence: String {
    let reliability = Reliability(
      score.judgements.filter(isOfType).map { (confidence: $0.confidence, isRight: $0.isRight) })
    var text = row("confidence", ["events", "mean", "right"])
    for bin in reliability.bins where bin.count > 0 {
      text += row(
        "\(Self.decimal(bin.range.lowerBound, 1)) to \(Self.decimal(bin.range.upperBound, 1))",
        [String(bin.count), Self.decimal(bin.confidence), Self.decimal(bin.accuracy)])
    }
    text += "\nBrier score \(Self.decimal(reliability.brier)), of one confidence for all "
    text += "\(Self.decimal(reliability.brierOfBase)); expected calibration error "
    return text + "\(Self.decimal(reliability.calibrationError))\n"
  }

  // MARK: Mistakes

  /// The first mistakes, each with its sentence, and for what was missed what was near.
  func mistakes(_ most: Int, _ documents: [GoldDocument], _ explainer: Explainer) -> String {
    let wanted = score.mistakes.filter { mistake in
      type.map { mistake.gold.hasPrefix($0 + " ") || mistake.read.hasPrefix($0 + " ") } ?? true
    }
    var explained: (id: String, explanation: Explanation)?
    var text = wanted.count == 1 ? "1 mistake" : "\(wanted.count) mistakes"
    text += wanted.count > most ? ", the first \(most)\n" : "\n"
    for mistake in wanted.prefix(most) {
      guard let document = documents.first(where: { $0.id == mistake.document }) else { continue }
      text += "\n" + head(mistake) + sentence(mistake, document)
      guard mistake.kind == .missed else { continue }
      if explained?.id != document.id { explained = (document.id, explainer.explain(document.article)) }
      if let explanation = explained?.explanation { text += near(mistake, document, explanation) }
    }
    return text
  }

  private func head(_ mistake: Score.Mistake) -> String {
    let place = "\(ProblemText.harmless(mistake.document)) sentence \(mistake.sentence + 1)"
    let trigger = mistake.trigger.isEmpty ? "" : " \(Self.isolated(mistake.trigger))"
    let rule = mistake.rule.map { ", by \(ProblemText.harmless($0))" } ?? ""
    let what =
      switch mistake.kind {
      case .missed: "missed \(mistake.gold)\(trigger)"
      case .extra: "extra  \(mistake.read)\(trigger)\(rule)"
      case .sides: "sides  \(mistake.read)\(trigger)\(rule); should be \(mistake.gold)"
      }
    return "\(what)  [\(place)]\n"
  }

  private func sentence(_ mistake: Score.Mistake, _ document: GoldDocument) -> String {
    guard document.sentences.indices.contains(mistake.sentence) else { return "" }
    let scalars = Array(document.text.unicodeScalars)
    let words = String(String.UnicodeScalarView(scalars[document.sentences[mistake.sentence]]))
    return "  " + MarkedText.isolated(words) + "\n"
  }

  /// What the coder found in the sentence, and why it made no event of it.
  private func near(_ mistake: Score.Mistake, _ document: GoldDocument, _ explanation: Explanation) -> String {
    guard document.sentences.indices.contains(mistake.sentence) else { return "" }
    let sentence = document.sentences[mistake.sentence]
    let items = explanation.dropped.filter { sentence.contains($0.span.start) }
    let lines = items.map { item in
      let reasons = item.reasons.map(\.text).joined(separator: "; ")
      return "  near: \(item.heading): \(reasons)\n"
    }
    return lines.isEmpty ? "  near: no other word of the dictionary\n" : lines.joined()
  }

  // MARK: Layout

  private static let nameWidth = 24

  /// A name and its figures, which stand below each other to the right.
  private func row(_ name: String, _ cells: [String]) -> String {
    let padding = max(1, Self.nameWidth - name.unicodeScalars.count)
    let line =
      name + String(repeating: " ", count: padding)
      + cells.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined()
    return line + "\n"
  }

  private static func isolated(_ text: String) -> String { "\u{2068}\(ProblemText.harmless(text))\u{2069}" }

  /// A number between 0 and 1 with so many digits after the point, rounded half to even.
  static func decimal(_ value: Double, _ digits: Int = 3) -> String {
    var scale = 1
    for _ in 0..<digits { scale *= 10 }
    let rounded = Int((value * Double(scale)).rounded(.toNearestOrEven))
    let rest = String(rounded % scale)
    return "\(rounded / scale)." + String(repeating: "0", count: digits - rest.count) + rest
  }
}
