import PersianSyntax
import Testing

@Suite struct TreeDecoderTests {
  /// The best tree by trying all, for sentences of a few words.
  private func best(_ scores: [Float], stride: Int, count: Int) -> Float {
    var best = -Float.infinity
    var heads = [Int](repeating: 0, count: count)
    func isTree() -> Bool {
      guard heads.count(where: { $0 == 0 }) == 1 else { return false }
      for start in 1...count {
        var word = start
        var steps = 0
        while word != 0, steps <= count {
          word = heads[word - 1]
          steps += 1
        }
        if steps > count { return false }
      }
      return true
    }
    func fill(_ word: Int) {
      if word == count {
        guard isTree() else { return }
        best = max(best, (0..<count).reduce(0) { $0 + scores[$1 * stride + heads[$1]] })
        return
      }
      for head in 0...count where head != word + 1 {
        heads[word] = head
        fill(word + 1)
      }
    }
    fill(0)
    return best
  }

  @Test(arguments: 1...5) func `the tree is the best of all trees, where its root is among the likeliest`(count: Int) {
    var state = UInt64(count)
    for _ in 0..<200 {
      let stride = count + 3
      var scores = [Float](repeating: 0, count: count * stride)
      for index in scores.indices {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        scores[index] = Float(state >> 40) / 65536
      }
      // One word is clearly the root, as in a sentence.
      let root = Int(state >> 33) % count
      scores[root * stride] += 1000
      let heads = scores.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.map { TreeDecoder.heads(scores: $0, stride: stride, count: count) } ?? []
      }
      let total = (0..<count).reduce(Float(0)) { $0 + scores[$1 * stride + Int(heads[$1])] }
      #expect(abs(total - best(scores, stride: stride, count: count)) < 0.01)
      #expect(heads.count { $0 == 0 } == 1)
    }
  }

  @Test func `no words have no heads`() {
    let scores: [Float] = [0]
    let heads = scores.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { TreeDecoder.heads(scores: $0, stride: 8, count: 0) }
    }
    #expect(heads == [])
  }
}
