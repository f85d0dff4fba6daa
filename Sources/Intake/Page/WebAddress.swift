#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// Addresses of the web (RFC 3986).
enum WebAddress {
  /// `address` as seen from `base`; only addresses of HTTP come out. `nil` where there is none.
  static func resolve(_ address: String?, against base: String?) -> String? {
    guard let text = address.map({ PageText.line($0) }), !text.isEmpty, text.utf8.count <= 4096 else { return nil }
    if isWeb(text) { return text }
    guard let base, isWeb(base), let root = URL(string: base), let url = URL(string: text, relativeTo: root) else {
      return nil
    }
    let resolved = url.absoluteString
    return isWeb(resolved) ? resolved : nil
  }

  /// The name of the host, without `www.`.
  static func host(of address: String?) -> String? {
    guard let address, isWeb(address), let mark = address.firstRange(of: "://") else { return nil }
    let rest = address[mark.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let afterUser = rest.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    let host = afterUser.prefix { $0 != ":" }.lowercased()
    return host.isEmpty ? nil : host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
  }

  private static func isWeb(_ address: String) -> Bool {
    let start = address.prefix(8).lowercased()
    return start.hasPrefix("http://") || start.hasPrefix("https://")
  }
}
