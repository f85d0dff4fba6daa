import DataFiles
import Diagnostics
import PersianSyntax
import PersianText
import Testing

@Suite struct NameChainTests {
  let analyser: SyntaxAnalyser

  init() throws {
    analyser = try SyntaxAnalyser(data: .embedded)
  }

  /// The names of a sentence, each behind its kind.
  private func names(_ text: String) -> [String] {
    let words = text.split(separator: " ").map(String.init)
    var names: [String] = []
    for (word, node) in zip(words, analyser.parse(words).nodes) {
      guard let name = node.name else { continue }
      if name.isFirst || names.isEmpty {
        names.append("\(name.kind): \(word)")
      } else {
        names[names.count - 1] += " " + word
      }
    }
    return names
  }

  @Test(arguments: ["زلزله استان کرمان را لرزاند .", "زلزله ولایت هرات را لرزاند ."])
  func `a province is named with the word that says what it is`(text: String) {
    let words = text.split(separator: " ")
    #expect(names(text) == ["place: \(words[1]) \(words[2])"])
  }

  @Test func `a person's name is whole, from the first given name to the family name`() {
    #expect(names("محمد کریم خلیلی به خانه رسید .") == ["person: محمد کریم خلیلی"])
  }

  @Test func `a ministry is named with its field and its state`() {
    #expect(names("وزارت دفاع افغانستان این خبر را رد کرد .") == ["organisation: وزارت دفاع افغانستان"])
  }

  @Test func `a sentence without names has none`() {
    #expect(names("پسرم هر روز درس می‌خواند و کتاب می‌خرد .").isEmpty)
  }

  @Test func `no name goes on that has not begun`() {
    let words = ["استان", "وزارت", "سید", "خان", "تهران", "و", "دفاع", "رضا", "🙂", "", "متحد"]
    var state: UInt64 = 3
    var session = analyser.session()
    for _ in 0..<40 {
      let sentence = (0..<12).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1
        return words[Int(state >> 33) % words.count]
      }
      var last: SyntaxTree.NameTag.Kind?
      for node in session.parse([sentence])[0].nodes {
        if let name = node.name, !name.isFirst { #expect(last == name.kind, "\(sentence)") }
        last = node.name?.kind
      }
    }
  }

  @Test func `a model that lacks its parts is refused`() throws {
    let file = try SyntaxModelFile(.loaded(SyntaxModelFile.encode([("weights", [0, 0])])), path: "test")
    #expect(throws: Problem.self) { try NameChain(file, path: "test") }
  }
}

@Suite struct NamePhrasesTests {
  private func phrases(_ lists: [(String, NameList)]) -> NamePhrases {
    var lengths: [[UInt8]: UInt32] = [:]
    for (phrase, _) in lists {
      let words = keys(phrase)
      lengths[words[0]] = max(lengths[words[0]] ?? 0, UInt32(words.count))
    }
    return NamePhrases(
      lists: WordTable(rows: lists.map { (Array(keys($0).joined(separator: [0x20])), $1.bit) }),
      lengths: WordTable(rows: lengths.map { ($0.key, $0.value) }))
  }

  private func keys(_ text: String) -> [[UInt8]] { text.split(separator: " ").map { WordKey.key(of: String($0)) } }

  private func sets(_ text: String, _ phrases: NamePhrases) -> [UInt64] {
    let keys = keys(text)
    return phrases.sets(count: keys.count) { (keys[$0], phrases.longest(from: keys[$0])) }
  }

  private func bit(_ list: NameList, _ position: Int) -> UInt64 { 1 << UInt64(list.rawValue * 4 + position) }

  @Test func `of phrases that begin alike the longest is taken, and its words know their places`() {
    let phrases = phrases([("دشت", .place), ("دشت سبز بزرگ", .place)])
    #expect(sets("از دشت سبز بزرگ", phrases) == [0, bit(.place, 1), bit(.place, 2), bit(.place, 3)])
    #expect(sets("دشت سبز", phrases) == [bit(.place, 0), 0])
  }

  @Test func `a word stands in each list that has it`() {
    let phrases = phrases([("باران خان", .person), ("باران", .given), ("خان", .honorific)])
    #expect(
      sets("باران خان", phrases) == [bit(.person, 1) | bit(.given, 0), bit(.person, 3) | bit(.honorific, 0)])
  }
}
