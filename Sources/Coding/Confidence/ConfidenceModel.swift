internal import DataFiles
internal import Diagnostics

/// The weights of `coding/confidence.rec`: how much more or less likely each feature makes an event (a logistic model,
/// fitted to events that people judged by `sanad-train confidence`).
struct ConfidenceModel: Sendable {
  static let path = "coding/confidence.rec"

  /// The weight of each feature, by its bit.
  private var weights = [Double](repeating: 0, count: UInt64.bitWidth)

  init(data: DataBundle) throws(Problem) {
    for record in try data.records(of: Self.path, examples: false) {
      try record.requireFields(among: ["id", "weight", "note"], kind: "confidence")
      let id = try record.required("id")
      guard let feature = ConfidenceFeatures.all.first(where: { $0.id == id })?.feature else {
        throw Problem(.dataValue, at: record.place, id, "it should be a feature of confidence")
      }
      let text = try record.required("weight")
      guard let weight = Double(text), weight.isFinite else {
        throw Problem(.dataValue, at: record.place, text, "it should be a number")
      }
      weights[feature.rawValue.trailingZeroBitCount] = weight
    }
  }

  /// The probability that an event with these features is right, to two digits.
  func probability(_ features: ConfidenceFeatures) -> Double {
    (Self.logistic(logOdds(features)) * 100).rounded() / 100
  }

  private func logOdds(_ features: ConfidenceFeatures) -> Double {
    var bits = features.rawValue
    var sum = 0.0
    while bits != 0 {
      sum += weights[bits.trailingZeroBitCount]
      bits &= bits - 1
    }
    return sum
  }

  /// The features of an event with what each adds to its log-odds, in the order of the file.
  func reasons(_ features: ConfidenceFeatures) -> [(note: String, weight: Double)] {
    ConfidenceFeatures.all.filter { features.contains($0.feature) }.map { _, feature, note in
      (note, weights[feature.rawValue.trailingZeroBitCount])
    }
  }

  /// 1 / (1 + e⁻ˣ), computed by additions and products alone, so that all machines give the same bits.
  private static func logistic(_ value: Double) -> Double {
    // eˣ = (e^(x/1024))^1024, the inner one by its series.
    let small = max(-30, min(30, value)) / 1024
    var power = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4)))
    for _ in 0..<10 { power *= power }
    return power / (1 + power)
  }
}
