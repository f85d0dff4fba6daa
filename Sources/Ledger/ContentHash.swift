internal import Coding

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// What tells documents apart: the first 128 bits of the SHA-256 (FIPS 180-4) of everything an article holds but its id,
/// so that the same article under another number of line is the same document.
struct ContentHash: Sendable, Hashable {
  /// Sixteen bytes.
  let bytes: [UInt8]

  init(_ article: Article) {
    var input: [UInt8] = []
    for field in [article.title, article.published, article.url, article.source, article.text] {
      // The length goes before each field, so that no text can pass for two fields.
      let length = field?.utf8.count ?? -1
      for shift in stride(from: 0, to: 64, by: 8) { input.append(UInt8(truncatingIfNeeded: length >> shift)) }
      if let field { input.append(contentsOf: field.utf8) }
    }
    bytes = Array(SHA256.hash(of: input).prefix(16))
  }

  /// The bytes as the ledger has them.
  var blob: Data { Data(bytes) }
}

/// SHA-256, FIPS 180-4.
enum SHA256 {
  /// The 32 bytes of the hash.
  static func hash(of message: [UInt8]) -> [UInt8] {
    var state = initial
    var padded = message
    padded.append(0x80)
    padded.append(contentsOf: repeatElement(0, count: (119 - message.count % 64) % 64))
    let bits = UInt64(message.count) &* 8
    for shift in stride(from: 56, through: 0, by: -8) { padded.append(UInt8(truncatingIfNeeded: bits >> shift)) }
    padded.withUnsafeBufferPointer { bytes in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
        for block in stride(from: 0, to: bytes.count, by: 64) { step(&state, bytes, block, schedule) }
      }
    }
    return state.flatMap { word in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: word >> $0) } }
  }

  private static func step(
    _ state: inout [UInt32], _ bytes: UnsafeBufferPointer<UInt8>, _ block: Int,
    _ schedule: UnsafeMutableBufferPointer<UInt32>
  ) {
    for index in 0..<16 {
      let at = block + index * 4
      schedule[index] =
        UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16 | UInt32(bytes[at + 2]) << 8 | UInt32(bytes[at + 3])
    }
    for index in 16..<64 {
      let (first, last) = (schedule[index - 15], schedule[index - 2])
      let small = rotate(first, 7) ^ rotate(first, 18) ^ (first >> 3)
      let large = rotate(last, 17) ^ rotate(last, 19) ^ (last >> 10)
      schedule[index] = schedule[index - 16] &+ small &+ schedule[index - 7] &+ large
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let choice = (e & f) ^ (~e & g)
      let majority = (a & b) ^ (a & c) ^ (b & c)
      let first = h &+ (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) &+ choice &+ constants[index] &+ schedule[index]
      let second = (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) &+ majority
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
    }
    for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= value }
  }

  private static func rotate(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }

  /// The first 32 bits of the fractional parts of the square roots of the first eight primes, and of the cube roots of
  /// the first 64.
  private static let initial = primes.prefix(8).map { fraction(root: Double($0).squareRoot()) }
  private static let constants = primes.map(cubeRootFraction)

  private static let primes: [UInt64] = {
    var found: [UInt64] = []
    var candidate: UInt64 = 2
    while found.count < 64 {
      if found.allSatisfy({ candidate % $0 != 0 }) { found.append(candidate) }
      candidate += 1
    }
    return found
  }()

  private static func fraction(root: Double) -> UInt32 {
    UInt32(truncatingIfNeeded: UInt64(root * 4_294_967_296))
  }

  /// The largest whole number whose cube is at most the prime times 2⁹⁶, found by bits, since a `Double` is too short.
  private static func cubeRootFraction(_ prime: UInt64) -> UInt32 {
    var root: UInt64 = 0
    for bit in (0..<35).reversed() {
      let trial = root | 1 << UInt64(bit)
      let square = trial.multipliedFullWidth(by: trial)
      // trial³ < 2¹⁰⁵ and prime · 2⁹⁶: compared in 128 bits.
      let cube = UInt128(square.high) << 64 | UInt128(square.low)
      if cube * UInt128(trial) <= UInt128(prime) << 96 { root = trial }
    }
    return UInt32(truncatingIfNeeded: root)
  }
}
