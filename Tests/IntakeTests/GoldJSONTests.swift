import Coding
import Diagnostics
import Intake
import Testing

@Suite struct GoldJSONTests {
  private func read(_ line: String) throws(Problem) -> GoldDocument { try GoldJSON.document(of: Array(line.utf8)) }

  @Test func `a document is read with its events, quotes and figures`() throws {
    let document = try read(
      """
      {"doc": "a", "text": "هند. چین.", "sentences": [[0, 4], [5, 9]], "other": 1,
       "events": [{"s": 0, "type": "AID", "mode": "", "actor": [{"name": "هند", "country": "IND", "sector": ""}],
       "recipient": []}], "quotes": [{"s": 1, "speaker": "چین", "kind": "direct", "text": "چین"}],
       "figures": [{"s": 0, "what": "killed", "count": null, "of": ""}]}
      """)
    #expect(document.id == "a" && document.sentences == [0..<4, 5..<9])
    #expect(document.events.map(\.type) == ["AID"] && document.events[0].actor.map(\.country) == ["IND"])
    #expect(document.quotes.map(\.speaker) == ["چین"])
    #expect(document.figures == [GoldDocument.Figure(sentence: 0, measure: "killed", count: nil)])
  }

  @Test func `a field that is missing is named`() {
    #expect(throws: Problem(.jsonField, "events", "there")) {
      try read(#"{"doc": "a", "text": "هند", "sentences": []}"#)
    }
  }

  @Test(arguments: ["[[0, 9]]", "[[-1, 2]]", "[[2, 1]]", "[[0, 2], [1, 3]]", "[[0]]", "[[0, 9223372036854775807]]"])
  func `sentences that are not in the text, or not in order, are refused`(sentences: String) {
    #expect(throws: Problem(.jsonField, "sentences", "pairs of offsets within the text, in order")) {
      try read(#"{"doc": "a", "text": "هند", "sentences": \#(sentences), "events": []}"#)
    }
  }

  @Test func `what is no JSON is refused`() {
    #expect(throws: Problem.self) { try read("{") }
    #expect(throws: Problem.self) { try read("") }
  }
}
