#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// An address of a host, and whether it is one that everybody reaches.
struct InternetAddress: Sendable, Hashable {
  /// The four or sixteen bytes, the highest first.
  var bytes: [UInt8]

  /// Whether it belongs to the public internet: not to this machine, a private or local network, or a range that is set
  /// aside (IANA's special-purpose registries, RFC 6890).
  var isPublic: Bool {
    if bytes.count == 4 { return Self.isPublic(v4: bytes) }
    guard bytes.count == 16 else { return false }
    // Addresses of version 4 in the clothes of version 6: mapped, compatible, NAT64, 6to4, Teredo.
    if bytes[..<10].allSatisfy({ $0 == 0 }) {
      return bytes[10...11] == [0xFF, 0xFF] && Self.isPublic(v4: Array(bytes[12...]))
    }
    if bytes.starts(with: [0x00, 0x64, 0xFF, 0x9B]) { return Self.isPublic(v4: Array(bytes[12...])) }
    if bytes.starts(with: [0x20, 0x02]) { return Self.isPublic(v4: Array(bytes[2..<6])) }
    if bytes.starts(with: [0x20, 0x01, 0x00, 0x00]) || bytes.starts(with: [0x20, 0x01, 0x0D, 0xB8]) { return false }
    // 2000::/3 is all that was given out.
    return bytes[0] & 0xE0 == 0x20
  }

  private static func isPublic(v4 bytes: [UInt8]) -> Bool {
    switch (bytes[0], bytes[1], bytes[2]) {
    case (0, _, _), (10, _, _), (127, _, _), (224..., _, _): false
    case (100, 64...127, _), (169, 254, _), (172, 16...31, _), (192, 168, _): false
    case (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 18...19, _), (198, 51, 100), (203, 0, 113): false
    default: true
    }
  }

  /// The address as it is written.
  var text: String {
    if bytes.count == 4 { return bytes.map(String.init).joined(separator: ".") }
    return stride(from: 0, to: bytes.count - 1, by: 2)
      .map { String(UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]), radix: 16) }.joined(separator: ":")
  }

  /// The addresses of a host; also of one that is written as a number in any of the ways that systems read. Blocks.
  static func addresses(of host: String) -> [InternetAddress] {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var first: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &first) == 0 else { return [] }
    defer { freeaddrinfo(first) }
    var addresses: [InternetAddress] = []
    var next = first
    while let entry = next?.pointee, addresses.count < 32 {
      next = entry.ai_next
      guard let address = entry.ai_addr else { continue }
      let found: [UInt8]
      switch entry.ai_family {
      case AF_INET:
        found = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { pointer in
          withUnsafeBytes(of: pointer.pointee.sin_addr) { Array($0) }
        }
      case AF_INET6:
        found = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { pointer in
          withUnsafeBytes(of: pointer.pointee.sin6_addr) { Array($0) }
        }
      default: continue
      }
      let internetAddress = InternetAddress(bytes: found)
      if !addresses.contains(internetAddress) { addresses.append(internetAddress) }
    }
    return addresses
  }
}
