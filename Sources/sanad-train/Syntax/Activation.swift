/// The curves of the network in training, the same as in `CSanadMath`.
enum Activation {
  /// eˣ to about six digits.
  @inline(__always)
  static func exp(_ x: SIMD8<Float>) -> SIMD8<Float> {
    let limited = x.clamped(lowerBound: SIMD8(repeating: -80), upperBound: SIMD8(repeating: 80))
    let scaled = limited * 1.442_695_04
    // Adding 1.5 · 2²³ leaves the nearest whole number in the low bits.
    let shifted = scaled + 12_582_912
    let whole = shifted - 12_582_912
    let part = (scaled - whole) * 0.693_147_18
    var power = SIMD8<Float>(repeating: 1.0 / 720)
    power = power * part + (1.0 / 120)
    power = power * part + (1.0 / 24)
    power = power * part + (1.0 / 6)
    power = power * part + 0.5
    power = power * part + 1
    power = power * part + 1
    let exponent = unsafeBitCast(shifted, to: SIMD8<UInt32>.self) &- 0x4B40_0000 &+ 127
    return power * unsafeBitCast(exponent &<< 23, to: SIMD8<Float>.self)
  }

  /// 1 / (1 + e⁻ˣ).
  @inline(__always)
  static func sigmoid(_ x: SIMD8<Float>) -> SIMD8<Float> { 1 / (1 + exp(-x)) }

  /// The hyperbolic tangent.
  @inline(__always)
  static func tanh(_ x: SIMD8<Float>) -> SIMD8<Float> { 2 / (1 + exp(-2 * x)) - 1 }
}
