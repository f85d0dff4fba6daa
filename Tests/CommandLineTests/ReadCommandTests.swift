import Foundation
import Testing

@Suite struct ReadCommandTests {
  private static let report = "وزیر خارجه ایران در بغداد با نخست‌وزیر عراق دیدار کرد."

  @Test func `a report is shown with its marks and its records as sentences`() throws {
    let run = try SanadProcess.run("read", "-", "--colour", "never", input: Array(Self.report.utf8))
    #expect(run.status == 0 && run.errors == "")
    #expect(
      run.output == """
        [who کیست]  {where کجا}  *what چه*  <when کی>  _who says گوینده_

        \u{200F}[وزیر خارجه ایران] در {بغداد} با [نخست‌وزیر عراق] *دیدار کرد*.

        رویدادها — Events (1)

        v1 CONSULT · lead · meet
        \u{200F}\u{2068}وزیر خارجه ایران\u{2069} (\u{2068}IRN\u{2069}) و \u{2068}نخست‌وزیر عراق\u{2069} \
        (\u{2068}IRQ\u{2069}) دیدار یا گفت‌وگو کردند، در \u{2068}بغداد\u{2069}.
        \u{2068}Foreign minister, Iran\u{2069} (\u{2068}IRN\u{2069}) and \u{2068}prime minister, Iraq\u{2069} \
        (\u{2068}IRQ\u{2069}) met or talked, in \u{2068}Baghdad\u{2069}.

        گفته‌ها — Statements (0)

        """)
  }

  @Test func `colours are escape sequences, and only where they are asked for`() throws {
    let coloured = try SanadProcess.run("read", "-", "--colour", "always", input: Array(Self.report.utf8))
    #expect(coloured.output.contains("\u{1B}[36mوزیر خارجه ایران\u{1B}[0m در \u{1B}[32mبغداد\u{1B}[0m"))
    let plain = try SanadProcess.run("read", "-", input: Array(Self.report.utf8))
    #expect(!plain.output.contains("\u{1B}"), "the output of this run is no terminal")
  }

  @Test func `no escape sequence and no bidi control of a report reaches the terminal`() throws {
    let report =
      "وزیر خارجه \u{1B}[31mایران\u{1B}]0;x\u{7F} در \u{202E}بغداد\u{2066} گفت: «\u{9B}2Jما با \u{85}عراق دوست هستیم.»\n"
    let run = try SanadProcess.run("read", "-", "--colour", "never", input: Array(report.utf8))
    #expect(run.status == 0)
    let allowed: Set<Unicode.Scalar> = ["\n", "\u{200F}", "\u{2068}", "\u{2069}"]
    let controls = run.output.unicodeScalars.filter { scalar in
      [.control, .format].contains(scalar.properties.generalCategory) && scalar != "\u{200C}"
        && !allowed.contains(scalar)
    }
    #expect(controls.isEmpty, "\(controls.map(\.value))")
  }

  @Test func `an empty file is said to be empty`() throws {
    try TemporaryFolder.with(file: "empty.txt", []) { file in
      let run = try SanadProcess.run("read", file)
      #expect(run.status == 1 && run.output == "")
      #expect(
        run.errors == """
          \(file): error SND102: there is no text in this input
            give a file with a report in it

          """)
    }
  }

  @Test func `a file that is no text is said to be none, with the place of its first such byte`() throws {
    try TemporaryFolder.with(file: "a.pdf", Array("%PDF-1.7\nx".utf8) + [0, 1, 2]) { file in
      let run = try SanadProcess.run("read", file)
      #expect(run.status == 1)
      #expect(
        run.errors == """
          \(file):2:2: error SND103: this is not text: it holds bytes that no text has (byte 0x00)
            give plain text or JSONL; a PDF or a Word file must be turned into text first

          """)
    }
  }

  @Test func `a file that is neither UTF-8 nor Windows-1256 is said to be neither`() throws {
    try TemporaryFolder.with(file: "a.txt", Array("ab\nc".utf8) + [0xFF, 0xFE, 0x20]) { file in
      let run = try SanadProcess.run("read", file)
      #expect(run.status == 1)
      #expect(
        run.errors == """
          \(file):2:2: error SND104: this is neither UTF-8 nor any encoding that is recognised for Persian (byte 0xFF)
            save it as UTF-8 and try again

          """)
    }
  }

  @Test func `a date of publication that is none is a warning`() throws {
    let run = try SanadProcess.run("read", "-", "--published", "دیروز", input: Array(Self.report.utf8))
    #expect(run.status == 0)
    #expect(
      run.errors == """
        standard input: warning SND204: "دیروز" is not a date; the article is read as undated
          write it as 2025-03-10 or 2025-03-10T18:00:00+03:00

        """)
  }
}
