internal import PersianSyntax
internal import PersianText
internal import Synchronization

/// Hands out parsing sessions to whatever thread codes an article; a session that comes back keeps the words it has met.
final class SyntaxSessions: Sendable {
  let analyser: SyntaxAnalyser
  private let idle = Mutex<[SyntaxAnalyser.Session]>([])

  init(_ analyser: SyntaxAnalyser) { self.analyser = analyser }

  /// The trees of some sentences of a reading, by their index in it.
  func trees(of sentences: [Int], in reading: Reading) -> [Int: SentenceTree] {
    guard !sentences.isEmpty else { return [:] }
    let tokens = SyntaxAnalyser.sentences(of: reading)
    var session = idle.withLock { $0.popLast() } ?? analyser.session()
    let parsed = session.parse(
      sentences.map { sentence in
        tokens[sentence].map { String(decoding: reading.bytes[reading.tokens[$0].range], as: UTF8.self) }
      })
    idle.withLock { $0.append(session) }
    var trees: [Int: SentenceTree] = [:]
    for (sentence, tree) in zip(sentences, parsed) {
      trees[sentence] = SentenceTree(tree, tokens: tokens[sentence], words: reading.sentences[sentence], in: reading)
    }
    return trees
  }
}
