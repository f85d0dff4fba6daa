import PersianSyntax

/// One direction of a layer of long short-term memory (Hochreiter and Schmidhuber 1997, with forget gates).
final class RecurrentLayer {
  let width: Int
  let input: Parameter
  let recurrent: Parameter
  let bias: Parameter
  var parameters: [Parameter] { [input, recurrent, bias] }

  init(inputWidth: Int, width: Int, random: inout SeededRandom) {
    self.width = width
    input = Parameter(inputWidth, 4 * width)
    recurrent = Parameter(width, 4 * width)
    bias = Parameter(1, 4 * width)
    input.randomise(&random)
    recurrent.randomise(&random)
    // Remember by default.
    for index in width..<2 * width { bias.value.values[index] = 1 }
  }

  /// What the way back needs.
  struct Pass {
    var order: PackedOrder
    var x: Matrix
    /// Gates after their curves: in, forget, out, candidate.
    var gates: Matrix
    var cells: Matrix
    var cellTanh: Matrix
    var states: Matrix
    var keep: Matrix?
  }

  /// - Parameter keep: for each sentence, which recurrent connections are kept (variational dropout), or `nil`.
  func forward(_ x: Matrix, order: PackedOrder, keep: Matrix?, to output: Matrix, column: Int) -> Pass {
    let projected = Matrix(x.rows, 4 * width)
    projected.add(row: bias.value)
    projected.add(x, times: input.value)
    let gates = order.gather(projected)
    let (cells, cellTanh, states) = (Matrix(x.rows, width), Matrix(x.rows, width), Matrix(x.rows, width))
    let held = Matrix(order.steps.first?.count ?? 1, width)
    for (step, rows) in order.steps.enumerated() {
      if step > 0 {
        let before = order.steps[step - 1].start
        for row in 0..<rows.count {
          let (source, target) = (states.row(before + row), held.row(row))
          for index in 0..<width { target[index] = source[index] * (keep?.row(row)[index] ?? 1) }
        }
        gates.add(held, times: recurrent.value, to: rows.start, rows: rows.count)
      }
      for row in 0..<rows.count {
        let here = rows.start + row
        let previous = step > 0 ? cells.row(order.steps[step - 1].start + row) : nil
        Self.cell(
          gates.row(here), previous: previous, cell: cells.row(here), tanh: cellTanh.row(here), state: states.row(here),
          width: width)
      }
    }
    order.scatter(states, to: output, column: column)
    return Pass(order: order, x: x, gates: gates, cells: cells, cellTanh: cellTanh, states: states, keep: keep)
  }

  @inline(__always)
  private static func cell(
    _ gates: UnsafeMutablePointer<Float>, previous: UnsafeMutablePointer<Float>?,
    cell: UnsafeMutablePointer<Float>, tanh: UnsafeMutablePointer<Float>, state: UnsafeMutablePointer<Float>, width: Int
  ) {
    var index = 0
    while index < width {
      let i = Activation.sigmoid(MatrixProduct.load(gates + index))
      let f = Activation.sigmoid(MatrixProduct.load(gates + width + index))
      let o = Activation.sigmoid(MatrixProduct.load(gates + 2 * width + index))
      let g = Activation.tanh(MatrixProduct.load(gates + 3 * width + index))
      var c = i * g
      if let previous { c += f * MatrixProduct.load(previous + index) }
      let t = Activation.tanh(c)
      MatrixProduct.store(i, gates + index)
      MatrixProduct.store(f, gates + width + index)
      MatrixProduct.store(o, gates + 2 * width + index)
      MatrixProduct.store(g, gates + 3 * width + index)
      MatrixProduct.store(c, cell + index)
      MatrixProduct.store(t, tanh + index)
      MatrixProduct.store(o * t, state + index)
      index += 8
    }
  }

  /// Adds to the gradients, and to `gradient` of the input.
  func backward(_ pass: Pass, outputGradient: Matrix, column: Int, inputGradient: Matrix?) {
    let order = pass.order
    let rowCount = pass.x.rows
    let stateGradient = Matrix(rowCount, width)
    for (row, word) in order.wordRow.enumerated() {
      stateGradient.row(row).update(from: outputGradient.row(word) + column, count: width)
    }
    let gateGradient = Matrix(rowCount, 4 * width)
    let cellGradient = Matrix(rowCount, width)
    let previousStates = Matrix(rowCount, width)
    let recurrentTransposed = recurrent.value.transposed
    let carried = Matrix(order.steps.first?.count ?? 1, width)
    for step in order.steps.indices.reversed() {
      let rows = order.steps[step]
      for row in 0..<rows.count {
        let here = rows.start + row
        let before = step > 0 ? order.steps[step - 1].start + row : nil
        Self.cellBackward(
          pass.gates.row(here), tanh: pass.cellTanh.row(here), previous: before.map { pass.cells.row($0) },
          stateGradient: stateGradient.row(here), cellGradient: cellGradient.row(here),
          previousCellGradient: before.map { cellGradient.row($0) }, gateGradient: gateGradient.row(here), width: width)
      }
      guard step > 0 else { continue }
      let before = order.steps[step - 1].start
      carried.clear()
      carried.add(gateGradient, from: rows.start, times: recurrentTransposed, rows: rows.count)
      for row in 0..<rows.count {
        let (target, source, state) = (stateGradient.row(before + row), carried.row(row), pass.states.row(before + row))
        let previous = previousStates.row(rows.start + row)
        for index in 0..<width {
          let kept = pass.keep?.row(row)[index] ?? 1
          target[index] += source[index] * kept
          previous[index] = state[index] * kept
        }
      }
    }
    recurrent.gradient.add(previousStates.transposed, times: gateGradient)
    let canonical = Matrix(rowCount, 4 * width)
    order.scatter(gateGradient, to: canonical)
    canonical.addRows(to: bias.gradient)
    input.gradient.add(pass.x.transposed, times: canonical)
    inputGradient?.add(canonical, times: input.value.transposed)
  }

  @inline(__always)
  private static func cellBackward(
    _ gates: UnsafeMutablePointer<Float>, tanh: UnsafeMutablePointer<Float>, previous: UnsafeMutablePointer<Float>?,
    stateGradient: UnsafeMutablePointer<Float>, cellGradient: UnsafeMutablePointer<Float>,
    previousCellGradient: UnsafeMutablePointer<Float>?, gateGradient: UnsafeMutablePointer<Float>, width: Int
  ) {
    var index = 0
    while index < width {
      let i = MatrixProduct.load(gates + index)
      let f = MatrixProduct.load(gates + width + index)
      let o = MatrixProduct.load(gates + 2 * width + index)
      let g = MatrixProduct.load(gates + 3 * width + index)
      let t = MatrixProduct.load(tanh + index)
      let dh = MatrixProduct.load(stateGradient + index)
      let dc = MatrixProduct.load(cellGradient + index) + dh * o * (1 - t * t)
      let before = previous.map { MatrixProduct.load($0 + index) } ?? SIMD8(repeating: 0)
      MatrixProduct.store(dc * g * i * (1 - i), gateGradient + index)
      MatrixProduct.store(dc * before * f * (1 - f), gateGradient + width + index)
      MatrixProduct.store(dh * t * o * (1 - o), gateGradient + 2 * width + index)
      MatrixProduct.store(dc * i * (1 - g * g), gateGradient + 3 * width + index)
      if let previousCellGradient { MatrixProduct.store(dc * f, previousCellGradient + index) }
      index += 8
    }
  }
}
