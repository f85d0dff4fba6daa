import DataFiles
import Diagnostics
import PersianSyntax
import Testing

@Suite struct SyntaxModelFileTests {
  @Test func `sections come back as they were written`() throws {
    let bytes = SyntaxModelFile.encode([("one", [1, 2, 3]), ("two", Array("متن".utf8)), ("none", [])])
    let file = try SyntaxModelFile(.loaded(bytes), path: "test")
    #expect(file.numbers("one", as: UInt8.self) == [1, 2, 3])
    #expect(file.text("two") == "متن")
    #expect(file.text("none") == "" && file.text("missing") == "")
  }

  @Test func `a file with one changed byte, or cut anywhere, is refused or still safe`() {
    let bytes = SyntaxModelFile.encode([("one", [1, 2, 3, 4, 5, 6, 7, 8, 9]), ("two", [7])])
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 0x55
      #expect(throws: Problem.self) { try SyntaxModelFile(.loaded(changed), path: "test") }
      #expect(throws: Problem.self) { try SyntaxModelFile(.loaded(Array(bytes[..<place])), path: "test") }
    }
  }

  @Test func `a model that lacks its parts is refused`() throws {
    let file = try SyntaxModelFile(.loaded(SyntaxModelFile.encode([("sizes", [0, 0, 0, 0])])), path: "test")
    #expect(throws: Problem.self) { try SyntaxModel(file, path: "test") }
  }
}
