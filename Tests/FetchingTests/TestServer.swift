import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A server on this machine that answers each request with the bytes it is told, whatever they are.
final class TestServer: Sendable {
  /// What is sent for a request; `isEndless` sends the last piece again and again.
  struct Reply: Sendable {
    var bytes: [UInt8]
    var isEndless = false
    var pause: UInt32 = 0
  }

  let port: Int
  private let socketNumber: Int32
  private let requests = Mutex<[String]>([])
  private let reply: @Sendable (_ path: String, _ request: String) -> Reply

  /// Listens on a free port of 127.0.0.1.
  init(_ reply: @escaping @Sendable (_ path: String, _ request: String) -> Reply) throws {
    self.reply = reply
    let listening = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listening, address, length) == 0 && listen(listening, 16) == 0
          && getsockname(listening, address, &length) == 0
      }
    }
    guard isBound else { throw CocoaError(.fileReadUnknown) }
    socketNumber = listening
    port = Int(UInt16(bigEndian: address.sin_port))
    Thread.detachNewThread { [self] in
      while case let connection = accept(listening, nil, nil), connection >= 0 {
        Thread.detachNewThread { [self] in serve(connection) }
      }
    }
  }

  /// The requests that came so far, as they were sent.
  var received: [String] { requests.withLock { $0 } }

  func stop() {
    shutdown(socketNumber, Int32(SHUT_RDWR))
    close(socketNumber)
  }

  private func serve(_ connection: Int32) {
    defer { close(connection) }
    var request: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while request.suffix(4) != [0x0D, 0x0A, 0x0D, 0x0A] {
      let count = read(connection, &buffer, buffer.count)
      guard count > 0 else { return }
      request += buffer[..<count]
    }
    let text = String(decoding: request, as: UTF8.self)
    requests.withLock { $0.append(text) }
    let answer = reply(text.split(separator: " ").dropFirst().first.map(String.init) ?? "", text)
    var pieces = 0
    repeat {
      let sent = answer.bytes.withUnsafeBytes { bytes in
        send(
          connection, pieces == 0 ? bytes.baseAddress : bytes.baseAddress.map { $0 + bytes.count - 1 },
          pieces == 0 ? bytes.count : 1, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { return }
      pieces += 1
      if answer.pause > 0 { usleep(answer.pause) }
    } while answer.isEndless
  }
}
