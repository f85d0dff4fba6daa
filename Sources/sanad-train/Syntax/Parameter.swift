import PersianSyntax

/// A matrix that is learnt, with its gradient and the moments of Adam (Kingma and Ba 2015).
final class Parameter {
  let value: Matrix
  let gradient: Matrix
  private let mean: Matrix
  private let square: Matrix
  /// Of a table, only the rows that a batch touched are changed.
  let isTable: Bool
  private var touched: [Int] = []
  private var isTouched: [Bool]

  init(_ rows: Int, _ columns: Int, isTable: Bool = false) {
    value = Matrix(rows, columns)
    gradient = Matrix(rows, columns)
    mean = Matrix(rows, columns)
    square = Matrix(rows, columns)
    self.isTable = isTable
    isTouched = [Bool](repeating: false, count: isTable ? rows : 0)
  }

  /// Random values in the range of Glorot and Bengio (2010).
  func randomise(_ random: inout SeededRandom, scale: Float = 1) {
    let limit = scale * (6 / Float(isTable ? value.columns : value.rows + value.columns)).squareRoot()
    for index in 0..<value.count { value.values[index] = random.symmetric(limit) }
  }

  func touch(_ row: Int) {
    guard !isTouched[row] else { return }
    isTouched[row] = true
    touched.append(row)
  }

  /// The sum of the squares of the gradient.
  func gradientSquare() -> Float {
    var sum: Float = 0
    forEachRow { row in
      let source = gradient.row(row)
      for column in 0..<gradient.columns { sum += source[column] * source[column] }
    }
    return sum
  }

  func step(rate: Float, scale: Float, beta1: Float, beta2: Float, time: Int) {
    let correction1 = 1 - power(beta1, time)
    let correction2 = 1 - power(beta2, time)
    let columns = value.columns
    forEachRow { row in
      let (v, g, m, s) = (value.row(row), gradient.row(row), mean.row(row), square.row(row))
      var column = 0
      while column + 8 <= columns {
        let gradient = MatrixProduct.load(g + column) * scale
        let mean = MatrixProduct.load(m + column) * beta1 + gradient * (1 - beta1)
        let square = MatrixProduct.load(s + column) * beta2 + gradient * gradient * (1 - beta2)
        MatrixProduct.store(mean, m + column)
        MatrixProduct.store(square, s + column)
        let update = (mean / correction1) / ((square / correction2).squareRoot() + 1e-7)
        MatrixProduct.store(MatrixProduct.load(v + column) - update * rate, v + column)
        MatrixProduct.store(SIMD8(repeating: 0), g + column)
        column += 8
      }
      while column < columns {
        let gradient = g[column] * scale
        m[column] = m[column] * beta1 + gradient * (1 - beta1)
        s[column] = s[column] * beta2 + gradient * gradient * (1 - beta2)
        v[column] -= rate * (m[column] / correction1) / ((s[column] / correction2).squareRoot() + 1e-7)
        g[column] = 0
        column += 1
      }
    }
    for row in touched { isTouched[row] = false }
    touched.removeAll(keepingCapacity: true)
  }

  private func forEachRow(_ body: (Int) -> Void) {
    if isTable { for row in touched { body(row) } } else { for row in 0..<value.rows { body(row) } }
  }

  private func power(_ base: Float, _ exponent: Int) -> Float {
    var result: Float = 1
    for _ in 0..<min(exponent, 2000) { result *= base }
    return result
  }
}
