internal import CSanadMath

/// Products of small matrices of `Float`, row by row.
package enum MatrixProduct {
  /// Adds `a` (`rows` × `inner`) times `b` (`inner` × `columns`) to `c` (`rows` × `columns`).
  ///
  /// `columns` must be a multiple of 8.
  package static func add(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, to c: UnsafeMutablePointer<Float>,
    rows: Int, inner: Int, columns: Int
  ) {
    sanad_matrix_add(a, b, c, rows, inner, columns)
  }

  /// The same, faster, with last bits that differ from machine to machine: for training.
  package static func addFused(
    _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, to c: UnsafeMutablePointer<Float>,
    rows: Int, inner: Int, columns: Int
  ) {
    sanad_matrix_add_fused(a, b, c, rows, inner, columns)
  }

  @inline(__always)
  package static func load(_ pointer: UnsafePointer<Float>) -> SIMD8<Float> {
    UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Float>.self)
  }

  @inline(__always)
  package static func store(_ value: SIMD8<Float>, _ pointer: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: SIMD8<Float>.self)
  }
}
