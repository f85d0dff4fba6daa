/// How many there are in gold, how many were read, and how many of these are right.
public struct ScoreCount: Sendable, Hashable {
  /// In gold.
  public var gold = 0
  /// Read.
  public var read = 0
  /// Read, and in gold.
  public var right = 0

  /// Makes a count.
  public init(gold: Int = 0, read: Int = 0, right: Int = 0) {
    self.gold = gold
    self.read = read
    self.right = right
  }

  /// The share of what was read that is right; 0 where nothing was read.
  public var precision: Double { Self.share(right, of: read) }
  /// The share of gold that was read; 0 where there is no gold.
  public var recall: Double { Self.share(right, of: gold) }
  /// The harmonic mean of precision and recall.
  public var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }

  /// `part` of `whole`; 0 of nothing.
  public static func share(_ part: Int, of whole: Int) -> Double { whole > 0 ? Double(part) / Double(whole) : 0 }
}
