/// Tells reports on sport, whose teams meet, attack and are beaten without being actors (codebook: sport is not coded).
struct SportTopic {
  let text: TaggedReading

  /// So many words of sport, and so large a share of all words, no report on anything else has.
  private static let leastWords = 5
  private static let leastShare = 0.025

  /// Whether the report is on sport.
  var isSport: Bool {
    let words = text.classes.count { $0.contains(.sport) }
    return words >= Self.leastWords && Double(words) >= Self.leastShare * Double(text.classes.count)
  }
}
