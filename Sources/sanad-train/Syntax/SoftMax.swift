import PersianSyntax

/// The indices of the parts of speech that the treebanks use in different ways.
enum TagNumbers {
  static let noun = Int8(PartOfSpeech.allCases.firstIndex(of: .noun) ?? 0)
  static let properNoun = Int8(PartOfSpeech.allCases.firstIndex(of: .properNoun) ?? 0)
}

/// Probabilities from scores.
enum SoftMax {
  /// Adds the gradient of -log p(gold), where `also` is right too, and returns it.
  static func loss(
    _ scores: UnsafeMutablePointer<Float>, _ gradient: UnsafeMutablePointer<Float>, _ count: Int, gold: Int,
    also: Int? = nil, scale: Float
  ) -> Float {
    let p = probabilities(scores, count)
    var right = p[gold]
    if let also { right += p[also] }
    right = max(right, 1e-9)
    for index in 0..<count {
      let isRight = index == gold || index == also
      gradient[index] += scale * (p[index] - (isRight ? p[index] / right : 0))
    }
    return -scale * Scalar.log(right)
  }

  static func probabilities(_ scores: UnsafeMutablePointer<Float>, _ count: Int) -> [Float] {
    var p = [Float](repeating: 0, count: (count + 7) / 8 * 8)
    var most = scores[0]
    for index in 1..<max(1, count) where scores[index] > most { most = scores[index] }
    for index in 0..<count { p[index] = scores[index] - most }
    var sum: Float = 0
    p.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var index = 0
      while index < buffer.count {
        MatrixProduct.store(Activation.exp(MatrixProduct.load(base + index)), base + index)
        index += 8
      }
      for index in 0..<count { sum += base[index] }
      for index in 0..<count { base[index] /= sum }
    }
    return p
  }
}

/// Scalar functions of the C library.
enum Scalar {
  static func log(_ x: Float) -> Float { Float(logarithm(Double(x))) }
}
