import PersianSyntax

/// The sizes of a network.
struct NetworkSizes {
  var wordWidth = 64
  var partWidth = 64
  var layers = 2
  var width = 128
  var arcWidth = 128
  var relationWidth = 64
}

/// How much is left out in training (Srivastava and others 2014; the same for all words of a sentence between layers).
struct Dropout {
  var word: Float = 0.15
  var ownPart: Float = 0.4
  var input: Float = 0.2
  var layer: Float = 0.33
  var recurrent: Float = 0.2
  var hidden: Float = 0.3

  /// For learning from hundreds of thousands of words.
  static let light = Dropout(word: 0.1, ownPart: 0.2, input: 0.1, layer: 0.15, recurrent: 0, hidden: 0.1)
}

/// The network in training: two-way recurrent layers over the words; from the last one, tags, and for each pair of words
/// the score of an arc (Dozat and Manning 2017) with its distance, and the relation.
final class SyntaxNetwork {
  let sizes: NetworkSizes
  let labels: SyntaxLabels
  let words: Parameter
  let parts: Parameter
  var layers: [(forward: RecurrentLayer, backward: RecurrentLayer)] = []
  let tag: Parameter, tagBias: Parameter
  let dependent: Parameter, dependentBias: Parameter
  let head: Parameter, headBias: Parameter, root: Parameter
  let pair: Parameter, headScore: Parameter, distance: Parameter
  let relationDependent: Parameter, relationBias: Parameter
  let relationHead: Parameter, relationRoot: Parameter
  let relation: Parameter, relationOutputBias: Parameter
  var trainsWords = false

  init(sizes: NetworkSizes, labels: SyntaxLabels, wordCount: Int, random: inout SeededRandom) {
    self.sizes = sizes
    self.labels = labels
    words = Parameter(max(1, wordCount), sizes.wordWidth, isTable: true)
    parts = Parameter(WordFeatures.partRows, sizes.partWidth, isTable: true)
    parts.randomise(&random, scale: 0.3)
    for layer in 0..<sizes.layers {
      let input = layer == 0 ? sizes.wordWidth + sizes.partWidth : 2 * sizes.width
      layers.append(
        (
          RecurrentLayer(inputWidth: input, width: sizes.width, random: &random),
          RecurrentLayer(inputWidth: input, width: sizes.width, random: &random)
        ))
    }
    let top = 2 * sizes.width
    tag = Parameter(top, labels.tagColumns)
    tagBias = Parameter(1, labels.tagColumns)
    dependent = Parameter(top, sizes.arcWidth)
    dependentBias = Parameter(1, sizes.arcWidth)
    head = Parameter(top, sizes.arcWidth)
    headBias = Parameter(1, sizes.arcWidth)
    root = Parameter(1, sizes.arcWidth)
    pair = Parameter(sizes.arcWidth, sizes.arcWidth)
    headScore = Parameter(1, sizes.arcWidth)
    distance = Parameter(1, SyntaxModel.distances)
    relationDependent = Parameter(top, sizes.relationWidth)
    relationBias = Parameter(1, sizes.relationWidth)
    relationHead = Parameter(top, sizes.relationWidth)
    relationRoot = Parameter(1, sizes.relationWidth)
    relation = Parameter(sizes.relationWidth, labels.relationColumns)
    relationOutputBias = Parameter(1, labels.relationColumns)
    for parameter in [tag, dependent, head, root, relationDependent, relationHead, relationRoot, relation] {
      parameter.randomise(&random)
    }
    pair.randomise(&random, scale: 0.5)
  }

  var parameters: [Parameter] {
    (trainsWords ? [words] : []) + [parts] + layers.flatMap { $0.forward.parameters + $0.backward.parameters } + [
      tag, tagBias, dependent, dependentBias, head, headBias, root, pair, headScore, distance, relationDependent,
      relationBias, relationHead, relationRoot, relation, relationOutputBias,
    ]
  }

  /// Takes word vectors, brought to the size that suits the rest.
  func setWords(_ vectors: Matrix) {
    var square: Float = 0
    for index in 0..<vectors.count { square += vectors.values[index] * vectors.values[index] }
    let scale = 0.3 / (square / Float(vectors.count)).squareRoot()
    for index in 0..<vectors.count { words.value.values[index] = vectors.values[index] * scale }
  }

  /// Takes the tables of another network.
  func copyTables(of other: SyntaxNetwork) {
    words.value.values.update(from: other.words.value.values, count: words.value.count)
    parts.value.values.update(from: other.parts.value.values, count: parts.value.count)
  }

  /// Takes the tables and the first layer of another network of the same sizes.
  func copyFirstLayer(of other: SyntaxNetwork) {
    let own = [words, parts] + layers[0].forward.parameters + layers[0].backward.parameters
    let theirs = [other.words, other.parts] + other.layers[0].forward.parameters + other.layers[0].backward.parameters
    for (target, source) in zip(own, theirs) {
      target.value.values.update(from: source.value.values, count: target.value.count)
    }
  }
}
