internal import Diagnostics

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// An address of the web, cut into what matters for visiting it.
struct WebPlace: Sendable, Hashable {
  let url: URL
  let host: String
  /// The path with its query.
  let path: String

  /// The address as it is sent, without its fragment.
  var text: String { url.absoluteString }

  /// Scheme, host and port.
  var origin: String { "\(url.scheme ?? "")://\(host):\(url.port.map(String.init) ?? "")" }

  init(_ address: String) throws(Problem) {
    guard address.utf8.count <= 4096, let url = URL(string: address) else { throw Problem(.badAddress, address) }
    try self.init(url)
  }

  private init(_ url: URL) throws(Problem) {
    guard var parts = URLComponents(url: url.absoluteURL, resolvingAgainstBaseURL: true),
      let scheme = parts.scheme?.lowercased(), scheme == "http" || scheme == "https",
      let host = parts.host?.lowercased(), Self.isPlain(host)
    else { throw Problem(.badAddress, url.absoluteString) }
    // Names and passwords in an address are used to make it look like another.
    parts.user = nil
    parts.password = nil
    parts.fragment = nil
    parts.host = host
    if parts.path.isEmpty { parts.path = "/" }
    guard let clean = parts.url else { throw Problem(.badAddress, url.absoluteString) }
    self.url = clean
    self.host = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    path = parts.percentEncodedPath + (parts.percentEncodedQuery.map { "?" + $0 } ?? "")
  }

  /// Letters, digits, dots and hyphens, or an address of version 6 in brackets: what cannot be read in two ways by those
  /// who look a host up. Names in other scripts come in their ASCII form.
  private static func isPlain(_ host: String) -> Bool {
    let name = host.hasPrefix("[") && host.hasSuffix("]") ? host.dropFirst().dropLast() : host[...]
    let isBracketed = name.utf8.count < host.utf8.count
    return !name.isEmpty && name.utf8.count <= 253
      && name.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".")
          || (isBracketed ? byte == UInt8(ascii: ":") : byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_"))
      }
  }

  /// Where a redirect leads.
  func following(_ location: String) throws(Problem) -> WebPlace {
    guard location.utf8.count <= 4096, let next = URL(string: location, relativeTo: url) else {
      throw Problem(.badAddress, location)
    }
    return try WebPlace(next)
  }
}
