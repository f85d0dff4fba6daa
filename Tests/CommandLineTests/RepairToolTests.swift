import Foundation
import Testing

@Suite("sanad repair")
struct RepairToolTests {
  @Test("writes as many lines as it read, repaired")
  func lines() throws {
    let tool = try SanadProcess.run("repair", input: Data("وزیر میگوید\n\nخانه ها\r\nآخر".utf8))
    #expect(tool.output == "وزیر می\u{200C}گوید\n\nخانه\u{200C}ها\nآخر\n")
    #expect(tool.errors.isEmpty)
    #expect(tool.status == 0)
  }

  @Test("keeps signs for a line break inside their line")
  func lineSigns() throws {
    let text = "الف\u{2028}ب\u{85}پ\n"
    #expect(try SanadProcess.run("repair", input: text.utf8).output == "الف ب پ\n")
    #expect(try SanadProcess.run("repair", "--publish", input: text.utf8).output == "الف ب پ\n")
  }

  @Test("passes a line that is no text on as it came, says so, and goes on")
  func binaryLine() throws {
    let input = Data("میرود\n".utf8) + Data([0x61, 0x00, 0xFF, 0x0A]) + Data("میآید\n".utf8)
    let tool = try SanadProcess.run("repair", input: input)
    #expect(
      tool.outputBytes == Data("می\u{200C}رود\n".utf8) + Data([0x61, 0x00, 0xFF, 0x0A])
        + Data("می\u{200C}آید\n".utf8))
    #expect(tool.errors.contains("standard input:2:2: error SND103"))
    #expect(tool.errors.contains("1 of 3 lines could not be used"))
    #expect(tool.status == 1)
  }

  @Test("passes a line beyond the limit on as it came, byte for byte")
  func longLine() throws {
    let long = Data(repeating: 0x61, count: (16 << 20) + 1)
    let tool = try SanadProcess.run("repair", input: long + Data("\nمیرود\n".utf8))
    #expect(tool.outputBytes == long + Data("\nمی\u{200C}رود\n".utf8))
    #expect(tool.errors.contains("SND106"))
    #expect(tool.status == 1)
  }

  @Test("reads UTF-16 and lines in Windows-1256, and says that it decoded them")
  func encodings() throws {
    let units: [UInt8] = "او میرود\nاو میآید\n".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
    try TemporaryFolder.with(file: "wide.txt", [0xFF, 0xFE] + units) { path in
      let wide = try SanadProcess.run("repair", path)
      #expect(wide.output == "او می\u{200C}رود\nاو می\u{200C}آید\n")
      #expect(try SanadProcess.run("repair", input: Data([0xFF, 0xFE] + units)).output == wide.output)
    }
    let cut = try SanadProcess.run("repair", input: Data([0xFF, 0xFE] + units.dropLast()))
    #expect(cut.errors.contains("error"))
    #expect(cut.status == 1)
    let narrow = try SanadProcess.run(
      "repair", input: Data([0xD3, 0xE1, 0xC7, 0xE3, 0x20, 0x98, 0xC7, 0xC8, 0xE1, 0x0A]))
    #expect(narrow.output == "سلام کابل\n")
    #expect(narrow.errors.contains("SND105"))
    #expect(narrow.status == 0)
  }

  @Test("says what is wrong with a file that is not there")
  func missingFile() throws {
    let tool = try SanadProcess.run("repair", "/no/such/file")
    #expect(tool.errors.contains("SND101"))
    #expect(tool.status == 1)
  }
}
