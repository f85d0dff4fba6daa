import Testing

@testable import World

@Suite struct DecimalDegreesTests {
  @Test(arguments: ["0", "34.53", "-0.1", "69.17233", "-179.9999999999", "12"])
  func `a number is read as the standard library reads it`(text: String) {
    #expect(DecimalDegrees.value(of: text.utf8) == Double(text))
  }

  @Test(arguments: ["", "-", ".", "1.", "1.2.3", "1e3", "+1", "۱", "nan", "0x1", " 1", "12345678901234"])
  func `anything else is no number`(text: String) {
    #expect(DecimalDegrees.value(of: text.utf8) == nil)
  }

  @Test func `every field of the world files is known by its name`() {
    for field in EntryField.allCases {
      #expect(Array(field.rawValue.utf8).withUnsafeBytes { EntryField($0) } == field)
    }
    for name in ["", "nam", "names", "sector-", "abcdefghijklmnopqrstuvwxyz"] {
      #expect(Array(name.utf8).withUnsafeBytes { EntryField($0) } == nil)
    }
  }
}
