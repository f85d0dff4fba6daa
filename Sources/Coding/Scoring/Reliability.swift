/// Whether likelihoods mean what they say: of all events that are called 0.8 likely, eight in ten should be right.
///
/// The measures are the Brier score (Brier 1950) and the expected calibration error (Naeini, Cooper, Hauskrecht 2015).
public struct Reliability: Sendable {
  /// Events of like confidence.
  public struct Bin: Sendable, Hashable {
    /// The confidences that belong here, the upper one without the last bin's.
    public var range: Range<Double>
    /// How many events there are.
    public var count = 0
    /// How many of them are right.
    public var right = 0
    /// The sum of their confidences.
    public var sum = 0.0

    /// The mean confidence.
    public var confidence: Double { count > 0 ? sum / Double(count) : 0 }
    /// The share that is right.
    public var accuracy: Double { ScoreCount.share(right, of: count) }
  }

  /// The bins, from unlikely to likely; empty ones too.
  public private(set) var bins: [Bin]
  /// The mean of the squared distance between confidence and outcome: 0 is best.
  public private(set) var brier = 0.0
  /// How many events there are.
  public private(set) var count = 0
  /// How many are right.
  public private(set) var right = 0

  /// Puts events into as many bins of equal width.
  public init(_ events: [(confidence: Double, isRight: Bool)], bins number: Int = 10) {
    let width = 1 / Double(max(1, number))
    bins = (0..<max(1, number)).map { Bin(range: Double($0) * width..<Double($0 + 1) * width) }
    for (confidence, isRight) in events where confidence >= 0 && confidence <= 1 {
      let index = min(bins.count - 1, Int(confidence / width + 1e-9))
      bins[index].count += 1
      bins[index].right += isRight ? 1 : 0
      bins[index].sum += confidence
      let distance = confidence - (isRight ? 1 : 0)
      brier += distance * distance
      count += 1
      right += isRight ? 1 : 0
    }
    if count > 0 { brier /= Double(count) }
  }

  /// The mean distance between the confidence of a bin and the share of it that is right: 0 is best.
  public var calibrationError: Double {
    guard count > 0 else { return 0 }
    return bins.map { Double($0.count) / Double(count) * abs($0.confidence - $0.accuracy) }.reduce(0, +)
  }

  /// The Brier score of calling every event as likely as all are right: what a confidence must stay below to say more.
  public var brierOfBase: Double {
    let share = ScoreCount.share(right, of: count)
    return share * (1 - share)
  }
}
