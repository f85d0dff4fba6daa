/// An event that the coder read, and whether gold says that it is right: what confidence is fitted to.
package struct ConfidenceExample: Sendable {
  /// What can be seen of it.
  package var features: ConfidenceFeatures
  /// Whether type and sides are right.
  package var isRight: Bool
}

extension Coder {
  /// The asserted events that are read from a document of gold.
  package func confidenceExamples(of document: GoldDocument) -> [ConfidenceExample] {
    let trace = Trace()
    var work = ArticleCoder(article: document.article, coder: dictionaries, maker: makerVersion, trace: trace)
    let record = work.run().record
    var score = Score()
    score.add(document, record)
    let features = Dictionary(zip(record.events.map(\.id), (trace.run?.events ?? []).map(\.features))) { first, _ in
      first
    }
    return score.judgements.compactMap { judgement in
      features[judgement.event].map { ConfidenceExample(features: $0, isRight: judgement.isRight) }
    }
  }
}
