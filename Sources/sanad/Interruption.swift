import Dispatch
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Notices Ctrl-C (SIGINT) and SIGTERM, so that a command can bring to an end what it has begun. A second one ends the
/// process as if nobody had noticed.
final class Interruption: Sendable {
  private let flag = Atomic<Bool>(false)
  private let sources: Mutex<[any DispatchSourceSignal]> = Mutex([])

  /// Begins to watch.
  init() {
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [self] in
        flag.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
      source.activate()
      sources.withLock { $0.append(source) }
    }
  }

  /// Whether it came.
  var came: Bool { flag.load(ordering: .relaxed) }
}
