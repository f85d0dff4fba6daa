import PersianSyntax

/// A matrix of floats in training, stored row by row.
final class Matrix {
  let rows: Int
  let columns: Int
  let values: UnsafeMutablePointer<Float>

  var count: Int { rows * columns }

  /// A matrix of zeros.
  init(_ rows: Int, _ columns: Int) {
    self.rows = rows
    self.columns = columns
    values = UnsafeMutablePointer<Float>.allocate(capacity: max(1, rows * columns))
    values.initialize(repeating: 0, count: rows * columns)
  }

  deinit { values.deallocate() }

  func row(_ index: Int) -> UnsafeMutablePointer<Float> { values + index * columns }

  func copy() -> Matrix {
    let copy = Matrix(rows, columns)
    copy.values.update(from: values, count: count)
    return copy
  }

  func clear() { values.update(repeating: 0, count: count) }

  var transposed: Matrix {
    let result = Matrix(columns, rows)
    // In squares, so that neither side runs through memory one number a line.
    for top in stride(from: 0, to: rows, by: 16) {
      for left in stride(from: 0, to: columns, by: 16) {
        for row in top..<min(top + 16, rows) {
          for column in left..<min(left + 16, columns) {
            result.values[column * rows + row] = values[row * columns + column]
          }
        }
      }
    }
    return result
  }

  /// Adds `a` times `b` to this matrix.
  func add(_ a: Matrix, times b: Matrix) {
    precondition(a.columns == b.rows && a.rows == rows && b.columns == columns && columns % 8 == 0)
    add(a, times: b, rows: rows)
  }

  /// Adds `rows` rows of `a` from row `first` on, times the first rows of `b` from row `second` on, to the rows from
  /// `target` on.
  func add(
    _ a: Matrix, from first: Int = 0, times b: Matrix, from second: Int = 0, to target: Int = 0, rows: Int
  ) {
    // A matrix may be freed after its last use, which is not the end of the scope.
    withExtendedLifetime((a, b)) {
      MatrixProduct.addFused(
        a.row(first), b.row(second), to: row(target), rows: rows, inner: a.columns, columns: columns)
    }
  }

  /// Adds a row to every row.
  func add(row bias: Matrix) {
    for row in 0..<rows {
      let target = self.row(row)
      for column in 0..<columns { target[column] += bias.values[column] }
    }
  }

  /// Adds the sum of all rows to the one row of `total`.
  func addRows(to total: Matrix) {
    for row in 0..<rows {
      let source = self.row(row)
      for column in 0..<columns { total.values[column] += source[column] }
    }
  }
}

/// A small generator of random numbers whose sequence follows from its seed (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// A number in 0 ..< 1.
  mutating func unit() -> Float { Float(next() >> 40) * (1 / 16_777_216) }

  /// A number in -limit ..< limit.
  mutating func symmetric(_ limit: Float) -> Float { (unit() * 2 - 1) * limit }
}
