#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Distances on the earth, taken for a ball of 6,371 km radius: right to half a per cent.
enum Distance {
  /// The length of the great circle between two places (haversine formula).
  static func kilometres(
    from first: (latitude: Double, longitude: Double), to second: (latitude: Double, longitude: Double)
  ) -> Double {
    let radian = Double.pi / 180
    let north = sin((second.latitude - first.latitude) * radian / 2)
    let east = sin((second.longitude - first.longitude) * radian / 2)
    let chord = north * north + cos(first.latitude * radian) * cos(second.latitude * radian) * east * east
    return 2 * 6_371 * asin(min(1, chord.squareRoot()))
  }
}
