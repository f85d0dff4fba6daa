import Coding

/// Counts what became of the sentences of a run.
struct VerdictTally {
  private var sentences = 0
  private var withEvents = 0
  private var reasons: [Verdict.Reason: Int] = [:]

  /// Adds the sentences of an article.
  mutating func add(_ verdicts: [Verdict]) {
    for verdict in verdicts {
      sentences += 1
      if let reason = verdict.reason { reasons[reason, default: 0] += 1 } else { withEvents += 1 }
    }
  }

  /// Writes the counts to standard error.
  func write() {
    writeToStandardError("\(sentences) sentences: \(withEvents) with events; the others:")
    for reason in Verdict.Reason.allCases {
      if let count = reasons[reason] { writeToStandardError("  \(count)  \(reason.rawValue)") }
    }
  }
}
