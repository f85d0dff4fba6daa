import Diagnostics
import PersianText
import Testing

@Suite("Bytes of unknown origin")
struct TextDecodingTests {
  private let greeting = "سلام، کابل"

  private func code(_ bytes: [UInt8]) -> Problem.Code? {
    do throws(Problem) {
      _ = try TextDecoding.decode(bytes)
      return nil
    } catch { return error.code }
  }

  @Test("are UTF-8, with or without a byte order mark")
  func utf8() throws {
    for prefix in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
      let result = try TextDecoding.decode(prefix + Array(greeting.utf8))
      #expect(result.encoding == .utf8)
      #expect(result.text.bytes == Array(greeting.utf8))
    }
  }

  @Test("are UTF-16 where a byte order mark says so")
  func utf16() throws {
    let units = Array(greeting.utf16)
    var little: [UInt8] = [0xFF, 0xFE]
    var big: [UInt8] = [0xFE, 0xFF]
    for unit in units {
      little += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      big += [UInt8(unit >> 8), UInt8(unit & 0xFF)]
    }
    #expect(try TextDecoding.decode(little).encoding == .utf16LittleEndian)
    #expect(try TextDecoding.decode(big).text.bytes == Array(greeting.utf8))
    #expect(code([0xFF, 0xFE, 0x00]) == .notUTF8)
    #expect(code([0xFF, 0xFE, 0x00, 0xD8]) == .notUTF8)
  }

  @Test("are Windows-1256 where they look like Persian in it")
  func windows1256() throws {
    // «سلام کابل» in code page 1256.
    let bytes: [UInt8] = [0xD3, 0xE1, 0xC7, 0xE3, 0x20, 0x98, 0xC7, 0xC8, 0xE1]
    let result = try TextDecoding.decode(bytes)
    #expect(result.encoding == .windows1256)
    #expect(String(decoding: result.text.bytes, as: UTF8.self) == "سلام کابل")
  }

  @Test("that are no text are refused", arguments: [[0x61, 0x00], [0x01], Array("%PDF-".utf8) + [0x0E]] as [[UInt8]])
  func binary(_ bytes: [UInt8]) {
    #expect(code(bytes) == .binary)
  }

  @Test(
    "that break the rules of UTF-8 are never taken for it",
    arguments: [
      [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xD8], [0xD8, 0x20], [0xE2, 0x80], [0x80], [0xFF],
    ] as [[UInt8]])
  func malformed(_ bytes: [UInt8]) {
    #expect(code(Array("سلام ".utf8) + bytes) == .notUTF8)
  }

  @Test("say where the first bad one is")
  func place() {
    do throws(Problem) {
      _ = try TextDecoding.decode(Array("الف\nب".utf8) + [0xFF])
      Issue.record("bad bytes were taken for text")
    } catch {
      #expect(error.place.line == 2)
      #expect(error.place.column == 3)
    }
  }

  @Test("that are none make an empty text")
  func empty() throws {
    #expect(try TextDecoding.decode([]).text.bytes.isEmpty)
  }
}
