import Diagnostics
import PersianText

/// Makes the half-space model in three steps, each learned from what the steps before say of text they have not seen: for
/// every fold of the corpus there is a model that was made without it.
struct RepairModelTrainer {
  let corpus: SpacingCorpus
  let features: BoundaryFeatures
  let trainer: SpacingTrainer

  /// So many lines in a row are taken for one text when the habits are learned.
  private static let stretch = 25

  /// Learns; `report` is told how far it is.
  func model(_ report: (String) -> Void) throws(Problem) -> HalfSpaceModelFile {
    var models: [HalfSpaceModelFile] = []
    var inside = TreeTrainer(width: BoundaryJudge.insideCount)
    var between = TreeTrainer(width: BoundaryJudge.betweenCount)
    for fold in 0..<SpacingCorpus.foldCount {
      let model = HalfSpaceModelFile(weights: trainer.weights(without: fold), counts: corpus.allCounts(without: fold))
      try show(fold, with: BoundaryJudge(modelBytes: model.encoded(), features: features), &inside, &between)
      models.append(model)
      report("fold \(fold + 1) of \(SpacingCorpus.foldCount)")
    }
    let (insideTrees, betweenTrees) = (inside.grown(), between.grown())
    report("trees grown")
    var habits = HabitTrainer()
    for (fold, var model) in models.enumerated() {
      (model.insideTrees, model.betweenTrees) = (insideTrees, betweenTrees)
      var repair = try HalfSpaceRepair(modelBytes: model.encoded(), features: features)
      for lines in corpus.stretches(ofFold: fold, length: Self.stretch) { habits.observe(lines, with: &repair) }
    }
    report("habits observed")
    var model = HalfSpaceModelFile(weights: trainer.weights(without: nil), counts: corpus.allCounts(without: nil))
    (model.insideTrees, model.betweenTrees, model.habits) = (insideTrees, betweenTrees, habits.learn())
    return model
  }

  /// Shows the trees the places of a fold as a model sees them that was made without it.
  private func show(
    _ fold: Int, with judge: BoundaryJudge, _ inside: inout TreeTrainer, _ between: inout TreeTrainer
  ) {
    var judge = judge
    var last: (word: [UInt16], scores: [BoundaryJudge.Scores]) = ([], [])
    for example in corpus.examples where example.fold == fold {
      let style = example.style
      example.first.withUnsafeBufferPointer { first in
        guard let second = example.second else {
          if last.word != example.first { last = (example.first, judge.linearScores(inside: first)) }
          let scores = last.scores[example.offset - 1]
          guard scores.max() > BoundaryJudge.leastLinear else { return }
          let evidence = judge.evidence(inside: first, at: example.offset, last.scores, style: style)
          inside.add(evidence, base: scores[style], yes: example.yes, no: example.no)
          return
        }
        second.withUnsafeBufferPointer { second in
          let (left, right) = (judge.facts(of: first), judge.facts(of: second))
          guard left.mayJoin(right), !first.isEmpty, !second.isEmpty else { return }
          let scores = judge.linearScores(between: first, left, and: second, right)
          guard scores.max() > BoundaryJudge.leastLinear else { return }
          let evidence = judge.evidence(between: first, and: second, scores, style: style)
          between.add(evidence, base: scores[style], yes: example.yes, no: example.no)
        }
      }
    }
  }
}
