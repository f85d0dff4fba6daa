import Synchronization

/// How much of a work is done, 0 to 1, set by one thread and shown by another.
final class Fraction: Sendable {
  private let bits = Atomic<UInt64>(0)

  /// The share that is done; `nil` before it is known.
  var value: Double? {
    let value = Double(bitPattern: bits.load(ordering: .relaxed))
    return value > 0 ? value : nil
  }

  func set(_ value: Double) { bits.store(value.bitPattern, ordering: .relaxed) }
}
