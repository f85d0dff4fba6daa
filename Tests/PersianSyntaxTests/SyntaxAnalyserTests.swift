import DataFiles
import PersianSyntax
import PersianText
import Testing

@Suite struct SyntaxAnalyserTests {
  let analyser: SyntaxAnalyser

  init() throws {
    analyser = try SyntaxAnalyser(data: .embedded)
  }

  private func parse(_ text: String) -> SyntaxTree {
    analyser.parse(text.split(separator: " ").map(String.init))
  }

  @Test func `the subject, the object and the verb of a plain sentence are found`() {
    let tree = parse("پلیس سه مظنون را بازداشت کرد .")
    #expect(tree.nodes[5].head == nil && tree.nodes[5].tag == .verb)
    #expect(tree.nodes[0].relation == "nsubj" && tree.nodes[0].head == 5)
    #expect(tree.nodes[1].relation == "nummod" && tree.nodes[1].head == 2)
    #expect(tree.nodes[2].relation == "obj" && tree.nodes[2].head == 5)
    #expect(tree.nodes[4].relation == "compound:lvc" && tree.nodes[4].head == 5)
  }

  @Test func `lemmas are singular nouns and past stems`() {
    let tree = parse("وزرای کشورها نامه‌هایی نمی‌نویسند .")
    #expect(tree.nodes.map(\.lemma) == ["وزیر", "کشور", "نامه", "نوشت", "."])
  }

  @Test(arguments: ["او می‌گوید که باران می‌بارد .", "او میگوید که باران میبارد ."])
  func `a joined spelling is read as the half-spaced one`(text: String) {
    let tree = parse(text)
    #expect(tree.nodes.map(\.tag) == [.pronoun, .verb, .subordinator, .noun, .verb, .punctuation])
    #expect(tree.nodes[4].relation == "ccomp" && tree.nodes[4].head == 1)
  }

  @Test func `ezafe links a noun to what qualifies it, and not to its preposition`() {
    let tree = parse("سفیر ایران در کابل با وزیر خارجه دیدار کرد .")
    #expect(tree.nodes[0].hasEzafe)
    #expect(tree.nodes[5].hasEzafe)
    #expect(!tree.nodes[1].hasEzafe && !tree.nodes[3].hasEzafe && !tree.nodes[6].hasEzafe)
  }

  @Test func `the name of a town is a place`() {
    let tree = parse("آنها دیروز از تهران به مشهد رفتند .")
    #expect(tree.nodes[3].name?.kind == .place)
    #expect(tree.nodes[5].name?.kind == .place)
    #expect(tree.names.count == 2)
  }

  @Test func `a sentence has one root and no circles, whatever its words are`() {
    var state: UInt64 = 7
    let pool = ["", " ", "،", "و", "را", "\u{200C}", "کرد", "🙂", "abc", "۱۲۳", "ـــ", "می‌رود", "\u{0}", "ایران"]
    var session = analyser.session()
    for length in [1, 2, 3, 17, 80, 700] {
      let words = (0..<length).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1
        return pool[Int(state >> 33) % pool.count]
      }
      let tree = session.parse([words])[0]
      #expect(tree.nodes.count == length)
      #expect(tree.nodes.count { $0.head == nil } == 1)
      for start in tree.nodes.indices {
        var word: Int? = start
        var steps = 0
        while let here = word, steps <= length {
          word = tree.nodes[here].head
          steps += 1
        }
        #expect(steps <= length, "a circle at \(start)")
      }
    }
  }

  @Test func `the same sentence has the same tree, alone or among others`() {
    let words = "هیئت صلح روز شنبه وارد قندهار شد .".split(separator: " ").map(String.init)
    let others = [["باران", "آمد", "."], words, ["سلام"], []]
    var session = analyser.session()
    let first = session.parse(others)
    let second = session.parse(others)
    #expect(first == second)
    #expect(first[1] == analyser.parse(words))
    #expect(first[3].nodes.isEmpty)
  }

  @Test func `a reading is parsed sentence by sentence`() throws {
    let reader = try PersianReader(data: .embedded)
    let reading = reader.read(SourceText("او به خانه رفت. ما آمدیم."))
    let trees = analyser.parse(reading)
    #expect(trees.count == reading.sentences.count)
    #expect(trees.reduce(0) { $0 + $1.nodes.count } == reading.tokens.count)
  }

  @Test func `a word of several tokens has a line of its own in CoNLL-U`() throws {
    let reader = try PersianReader(data: .embedded)
    let reading = reader.read(SourceText("کتابش را خواندم."))
    let tokens = try #require(SyntaxAnalyser.sentences(of: reading).first)
    let sentence = CoNLLU.Sentence(reading, tokens: tokens)
    #expect(sentence.comments == ["# text = کتابش را خواندم."])
    #expect(sentence.lines.map { $0.columns[0] } == ["1-2", "1", "2", "3", "4", "5"])
    #expect(sentence.lines.map { $0.columns[1] } == ["کتابش", "کتاب", "ش", "را", "خواندم", "."])
    #expect(sentence.lines.map { $0.columns[9] } == ["_", "_", "_", "_", "SpaceAfter=No", "_"])
  }
}
