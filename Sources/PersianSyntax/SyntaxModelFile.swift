package import DataFiles
package import Diagnostics

/// The file of a model: named sections of bytes behind a checksum.
///
/// All numbers are little-endian. The file begins with `SNDSYN1\0`, the checksum of what follows it (64-bit FNV-1a over
/// 8 bytes at a time), and the count of sections; then for each section its name (16 bytes, filled with zeros), its
/// offset and its size (8 bytes each); then the sections, each at a multiple of 8.
package struct SyntaxModelFile: Sendable {
  private let bytes: DataBundle.Bytes
  private let sections: [String: Range<Int>]

  private static let magic = Array("SNDSYN1\0".utf8)
  private static let headerSize = 24
  private static let entrySize = 32

  /// Reads the directory of a file.
  ///
  /// - Throws: ``Problem`` `dataValue` where it is no model, or a damaged one.
  package init(_ bytes: DataBundle.Bytes, path: String) throws(Problem) {
    self.bytes = bytes
    let found = bytes.withBytes { Self.directory($0) }
    guard let found else {
      throw Problem(.dataValue, at: InputPlace(file: path), path, "no model of this version, or a damaged one")
    }
    sections = found
  }

  private static func directory(_ buffer: UnsafeRawBufferPointer) -> [String: Range<Int>]? {
    guard buffer.count >= headerSize, buffer.count % 8 == 0, buffer.prefix(8).elementsEqual(magic),
      buffer.loadUnaligned(fromByteOffset: 8, as: UInt64.self) == checksum(buffer)
    else { return nil }
    let count = buffer.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
    guard count < 256, headerSize + Int(count) * entrySize <= buffer.count else { return nil }
    var sections: [String: Range<Int>] = [:]
    for entry in 0..<Int(count) {
      let start = headerSize + entry * entrySize
      let name = String(decoding: buffer[start..<start + 16].prefix { $0 != 0 }, as: UTF8.self)
      let offset = buffer.loadUnaligned(fromByteOffset: start + 16, as: UInt64.self)
      let size = buffer.loadUnaligned(fromByteOffset: start + 24, as: UInt64.self)
      guard offset <= UInt64(buffer.count), size <= UInt64(buffer.count) - offset else { return nil }
      sections[name] = Int(offset)..<Int(offset + size)
    }
    return sections
  }

  private static func checksum(_ buffer: UnsafeRawBufferPointer) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for offset in stride(from: 16, to: buffer.count - 7, by: 8) {
      hash = (hash ^ buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0x100_0000_01B3
    }
    return hash
  }

  /// Calls `body` with all bytes and the range of a section, empty where there is no such section.
  package func withSection<Result>(_ name: String, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    bytes.withBytes { buffer in
      body(UnsafeRawBufferPointer(rebasing: buffer[sections[name] ?? 0..<0]))
    }
  }

  /// A section as numbers.
  package func numbers<Number: BitwiseCopyable>(_ name: String, as type: Number.Type) -> [Number] {
    withSection(name) { section in
      (0..<section.count / MemoryLayout<Number>.size).map {
        section.loadUnaligned(fromByteOffset: $0 * MemoryLayout<Number>.size, as: Number.self)
      }
    }
  }

  /// A section as text.
  package func text(_ name: String) -> String {
    withSection(name) { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a file with these sections.
  package static func encode(_ sections: [(name: String, content: [UInt8])]) -> [UInt8] {
    var directory: [UInt8] = []
    var content: [UInt8] = []
    let start = headerSize + sections.count * entrySize
    for section in sections {
      var name = Array(section.name.utf8.prefix(16))
      while name.count < 16 { name.append(0) }
      directory += name + bytes(of: UInt64(start + content.count)) + bytes(of: UInt64(section.content.count))
      content += section.content
      while content.count % 8 != 0 { content.append(0) }
    }
    var file = magic + bytes(of: UInt64(0)) + bytes(of: UInt64(sections.count)) + directory + content
    let sum = file.withUnsafeBytes { checksum($0) }
    file.replaceSubrange(8..<16, with: bytes(of: sum))
    return file
  }

  /// A number as little-endian bytes.
  package static func bytes<Number: FixedWidthInteger>(of number: Number) -> [UInt8] {
    withUnsafeBytes(of: number.littleEndian) { Array($0) }
  }
}
