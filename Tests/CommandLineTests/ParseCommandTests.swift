import Testing

@Suite struct ParseCommandTests {
  @Test func `text becomes CoNLL-U, with a range for a word and its clitic`() throws {
    let result = try SanadProcess.run("parse", input: "کتابش را خواندم.\n".utf8)
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(result.status == 0)
    #expect(lines.first == "# text = کتابش را خواندم.")
    #expect(lines.dropFirst().map { $0.split(separator: "\t").count } == [10, 10, 10, 10, 10, 10])
    #expect(lines.dropFirst().first?.hasPrefix("1-2\tکتابش\t_\t") == true)
  }

  @Test func `tokenised words come back as they were, with their comments and ranges`() throws {
    let input = """
      # sent_id = one
      1-2\tپدرم\t_\t_\t_\t_\t_\t_\t_\tX=1
      1\tپدر\tx\tx\tx\tx\t7\tx\t_\tNER=B-ORG
      2\tم
      3\tرفت\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No

      """
    let result = try SanadProcess.run("parse", "--tokenized", input: input.utf8)
    let rows = result.output.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
    #expect(result.status == 0)
    #expect(rows[0] == ["# sent_id = one"])
    #expect(rows[1] == ["1-2", "پدرم", "_", "_", "_", "_", "_", "_", "_", "X=1"])
    #expect(rows[2...].map { $0[1] } == ["پدر", "م", "رفت"])
    #expect(rows[4][3] == "VERB" && rows[4][6] == "0" && rows[4][9].contains("SpaceAfter=No"))
    #expect(!rows[2][9].contains("B-ORG"))
  }

  @Test func `a line that is no UTF-8 is named, and the rest is parsed`() throws {
    let result = try SanadProcess.run(
      "parse", "--tokenized", input: Array("1\tرفت\n".utf8) + [0x32, 0x09, 0xFF, 0x0A] + Array("\n".utf8))
    #expect(result.status == 1)
    #expect(result.errors.contains("SND104"))
    #expect(result.output.hasPrefix("1\tرفت\t"))
  }

  @Test func `a tree has every word in a line of its own`() throws {
    let result = try SanadProcess.run("parse", "--tree", input: "پلیس سه مظنون را بازداشت کرد.\n".utf8)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 8)
    #expect(lines[1] == "root: \u{2068}کرد\u{2069} [VERB]")
  }
}
