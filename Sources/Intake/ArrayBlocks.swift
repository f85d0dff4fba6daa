/// Bytes that are all there.
final class ArrayBlocks: BlockSource {
  private var bytes: ArraySlice<UInt8>?
  let bytesRead: Int

  init(_ bytes: [UInt8]) {
    self.bytes = bytes.isEmpty ? nil : bytes[...]
    bytesRead = bytes.count
  }

  func next() -> ArraySlice<UInt8>? {
    defer { bytes = nil }
    return bytes
  }
}
