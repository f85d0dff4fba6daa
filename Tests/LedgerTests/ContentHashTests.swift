import Coding
import Testing

@testable import Ledger

@Suite struct ContentHashTests {
  private func hex(_ text: String) -> String {
    SHA256.hash(of: Array(text.utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  // The examples of FIPS 180-4 and of RFC 6234.
  @Test func `the standard's examples have the standard's hashes`() {
    #expect(hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      hex(String(repeating: "a", count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func `what stands in another field is another article`() {
    let first = ContentHash(Article(id: "1", title: "الف", text: "ب"))
    let second = ContentHash(Article(id: "1", text: "ب", url: "الف"))
    #expect(first != second)
    #expect(first == ContentHash(Article(id: "2", title: "الف", text: "ب")))
  }
}

@Suite struct PackedSpansTests {
  @Test func `spans come back as they were packed`() {
    let spans = [Span(0..<5), Span(6..<300), Span(250..<260), Span(70_000..<70_000)]
    #expect(PackedSpans.unpack(PackedSpans.pack(spans)) == spans)
    #expect(PackedSpans.unpack([]) == [])
  }

  @Test func `damaged bytes give nothing and crash nothing`() {
    #expect(PackedSpans.unpack([0x80]) == nil)
    #expect(PackedSpans.unpack([UInt8](repeating: 0xFF, count: 40)) == nil)
    #expect(PackedSpans.unpack([0x02]) == nil)
    #expect(PackedSpans.unpack([0x02, 0x01]) == nil)
    for first in UInt8.min...UInt8.max { _ = PackedSpans.unpack([first, 0x7F, 0xFF, 0x01]) }
  }
}
