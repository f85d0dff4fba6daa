import PersianText

/// How well a repairer gives back what damage took from a text.
struct SpacingMeasure {
  private var right = 0
  private var wrong = 0
  private var missed = 0
  private var whole = 0
  private var lines = 0

  /// Damages lines of folded text and compares what the repairer would change in them as one text with what was lost.
  mutating func measure(
    _ lines: [[UInt8]], _ damage: Damage, with repair: inout HalfSpaceRepair, using random: inout SplitMix
  ) {
    var text: [UInt8] = []
    var ends: [Int] = []
    var lost: Set<Int> = []
    for line in lines {
      let damaged = damage.apply(to: line, using: &random)
      lost.formUnion(damaged.lost.map { $0 + text.count })
      text += damaged.bytes + [UInt8(ascii: "\n")]
      ends.append(text.count)
    }
    let found = Set(text.withUnsafeBufferPointer { repair.repairs(of: $0) })
    right += found.intersection(lost).count
    wrong += found.subtracting(lost).count
    missed += lost.subtracting(found).count
    self.lines += lines.count
    var errors = found.symmetricDifference(lost).sorted()[...]
    for end in ends {
      let rest = errors.drop { $0 < end }
      whole += rest.count == errors.count ? 1 : 0
      errors = rest
    }
  }

  /// Precision, recall and F1 of the half-spaces, and the share of lines that came back whole.
  var text: String {
    let precision = Double(right) / Double(max(1, right + wrong))
    let recall = Double(right) / Double(max(1, right + missed))
    let mean = 2 * precision * recall / max(1e-9, precision + recall)
    func digits(_ value: Double) -> String { String(Int((value * 10000).rounded())) }
    return "P .\(digits(precision)) R .\(digits(recall)) F1 .\(digits(mean)) wrong \(wrong) missed \(missed) "
      + "whole .\(digits(Double(whole) / Double(max(1, lines))))"
  }
}
