internal import CZlib
internal import Diagnostics

/// The unpacked blocks of a gzip file (RFC 1952), member by member: web archives pack each record by itself.
///
/// A member that is damaged is told once, and reading goes on with the next one whose mark is found. So is one that
/// unpacks to far more than texts do; without that, memory is bounded all the same, since it is read in blocks.
final class GunzipBlocks: BlockSource {
  private let source: any BlockSource
  private let windowBits: Int32
  private var input: [UInt8] = []
  private var position = 0
  /// zlib keeps its address.
  private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  private var isOpen = false
  /// How many bytes the member has taken and given so far.
  private var (taken, given) = (0, 0)

  private static let blockSize = 1 << 18
  /// What gives more than this, and is more than so many times larger than when packed, was made to fill memories. News
  /// pages pack to a fifth, the emptiest tables to a hundredth.
  private static let (suspicious, mostTimes) = (16 << 20, 200)

  /// - Parameter isHTTP: whether it is the content coding of HTTP, where zlib's own wrapping (RFC 1950) counts too.
  init(_ source: any BlockSource, isHTTP: Bool = false) {
    self.source = source
    // 15 bits of window; 16 for the header of gzip, 32 for either.
    windowBits = 15 + (isHTTP ? 32 : 16)
    stream.initialize(to: z_stream())
  }

  deinit {
    if isOpen { inflateEnd(stream) }
    stream.deallocate()
  }

  var bytesRead: Int { source.bytesRead }

  /// The next block.
  ///
  /// - Throws: ``Problem`` `damagedArchive` or `unpacksTooLarge` for the member being read; unlike other sources, there
  ///   can be more blocks after that, of the next member.
  func next() throws(Problem) -> ArraySlice<UInt8>? {
    while true {
      if position == input.count, try !refill() {
        guard isOpen else { return nil }
        closeMember()
        throw Problem(.damagedArchive, "it ends within a packed record")
      }
      if !isOpen {
        guard try beginMember() else { return nil }
      }
      var block = [UInt8]()
      let status = inflateSome(into: &block)
      given += block.count
      if given > Self.suspicious, given / Self.mostTimes > taken {
        let size = given
        closeMember()
        try passToNextMark()
        throw Problem(.unpacksTooLarge, String(size))
      }
      switch status {
      case Z_OK, Z_BUF_ERROR: break
      case Z_STREAM_END: closeMember()
      default:
        closeMember()
        try passToNextMark()
        throw Problem(.damagedArchive, "a packed record cannot be unpacked")
      }
      if !block.isEmpty { return block[...] }
    }
  }

  private func refill() throws(Problem) -> Bool {
    guard let block = try source.next() else { return false }
    input = Array(block)
    position = 0
    return true
  }

  private func closeMember() {
    if isOpen { inflateEnd(stream) }
    isOpen = false
    (taken, given) = (0, 0)
  }

  /// Begins a member at the current byte; `false` where only padding is left.
  private func beginMember() throws(Problem) -> Bool {
    // Zeros behind the last member are padding.
    while input[position] == 0 {
      position += 1
      if position == input.count, try !refill() { return false }
    }
    stream.pointee = z_stream()
    guard inflateInit2_(stream, windowBits, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw Problem(.damagedArchive, "there is no memory to unpack it")
    }
    isOpen = true
    return true
  }

  private func inflateSome(into block: inout [UInt8]) -> Int32 {
    var status = Z_OK
    var used = 0
    let start = position
    block = [UInt8](unsafeUninitializedCapacity: Self.blockSize) { output, count in
      input.withUnsafeMutableBufferPointer { input in
        guard let base = input.baseAddress else { return }
        stream.pointee.next_in = base + start
        stream.pointee.avail_in = UInt32(input.count - start)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        status = inflate(stream, Z_NO_FLUSH)
        used = input.count - start - Int(stream.pointee.avail_in)
        count = output.count - Int(stream.pointee.avail_out)
      }
    }
    // What is refused at its first byte must not be met again.
    if used == 0, status != Z_OK, status != Z_STREAM_END, status != Z_BUF_ERROR { used = 1 }
    position = start + used
    taken += used
    return status
  }

  /// Goes on at the next bytes that look like the start of a member.
  private func passToNextMark() throws(Problem) {
    var seen = 0
    while true {
      if position == input.count, try !refill() { return }
      let byte = input[position]
      // 1F 8B 08: two bytes of mark, and the method.
      seen = byte == 0x1F ? 1 : seen == 1 && byte == 0x8B ? 2 : seen == 2 && byte == 0x08 ? 3 : 0
      if seen == 3 {
        if position >= 2 {
          position -= 2
        } else {
          input = [0x1F, 0x8B] + input[position...]
          position = 0
        }
        return
      }
      position += 1
    }
  }
}
