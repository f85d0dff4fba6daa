import PersianSyntax

/// Lets trained networks annotate raw text, for another network to learn from (Buciluă and others 2006; McClosky and
/// others 2006).
struct SelfTraining {
  var teachers: [SyntaxNetwork]
  /// What says the names, which few sentences teach: networks that have learnt from nothing but those.
  var nameTeachers: [SyntaxNetwork]
  var shortest = 4
  var longest = 70

  func sentences(_ raw: [[String]], data: SyntaxData) -> [TrainingSentence] {
    var result: [TrainingSentence] = []
    let chosen = raw.filter { (shortest...longest).contains($0.count) }
    for start in stride(from: 0, to: chosen.count, by: 512) {
      var batch = chosen[start..<min(start + 512, chosen.count)].map { forms in
        var sentence = TrainingSentence()
        sentence.forms = forms
        data.addRows(to: &sentence)
        return sentence
      }
      let names = NetworkScore.predict(nameTeachers, batch).map(\.names)
      for (index, prediction) in NetworkScore.predict(teachers, batch).enumerated() {
        batch[index].tags = prediction.tags.map { Int8($0) }
        batch[index].names = names[index].map { Int8($0) }
        batch[index].features = prediction.features.map { $0.map { Int8($0) } }
        batch[index].heads = prediction.heads.map { Int16($0) }
        batch[index].relations = prediction.relations.map { Int16($0) }
        batch[index].weights = prediction.certainty
      }
      result += batch
    }
    return result
  }
}
