/// The column of the score that an arc has for its length and direction.
package enum ArcDistance {
  /// The column for a word and its head, both counted from 0: below 16 where the head comes first.
  @inline(__always)
  package static func column(word: Int, head: Int) -> Int {
    let difference = head - word
    let size = abs(difference)
    let bucket = size <= 10 ? size : size <= 13 ? 11 : size <= 17 ? 12 : size <= 24 ? 13 : size <= 35 ? 14 : 15
    return difference < 0 ? bucket : 16 + bucket
  }
}
