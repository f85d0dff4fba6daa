internal import PersianSyntax
internal import PersianText

/// Tells whether a sentence without a verb of speech goes on with what was said before it.
struct SpeechContinuation {
  let text: TaggedReading

  /// Whether `sentence` goes on with a statement that the sentence before it ends with.
  func isContinued(_ statement: StatementDraft, in sentence: Range<Int>, after previous: Range<Int>) -> Bool {
    guard statement.kind == .direct, statement.words.upperBound >= previous.upperBound - 1, !isClosed(statement),
      let first = sentence.first
    else { return false }
    // Speech after a colon goes on to the end of its paragraph; over that only where its words show it.
    return !text.startsLine(first) || isFirstPerson(sentence) || text.classes[first].contains(.continuation)
  }

  /// Whether a statement ends with a closing mark.
  private func isClosed(_ statement: StatementDraft) -> Bool {
    let next = statement.words.upperBound
    return next < text.classes.count && (text.sign(at: next).map { "»”\"".unicodeScalars.contains($0) } ?? false)
  }

  /// «ما», «من», «می‌کنیم»: the outlet does not speak of itself.
  private func isFirstPerson(_ sentence: Range<Int>) -> Bool {
    sentence.contains { word in
      text.classes[word].contains(.firstPerson)
        || text.verb(at: word).map { $0.analysis.person == 1 && $0.analysis.mood == .indicative } ?? false
    }
  }
}
