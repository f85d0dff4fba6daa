import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Says on standard error how far a long work is: on a terminal one line that is written over, elsewhere a line now and
/// then.
final class ProgressLine: Sendable {
  private struct State {
    var lastWritten: ContinuousClock.Instant?
    var isOpen = false
  }

  private let start = ContinuousClock.now
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let state = Mutex(State())

  /// Writes how much is done.
  ///
  /// - Parameters:
  ///   - text: what was done so far, in words.
  ///   - done: its count, for the rate.
  ///   - fraction: how much of all that is, 0 to 1, where it is known.
  ///   - always: whether each call is written where standard error is no terminal.
  func show(_ text: String, done: Int, fraction: Double?, always: Bool = false) {
    let now = ContinuousClock.now
    let seconds = max((now - start) / .seconds(1), 0.001)
    var line = "\(text), \(Int(Double(done) / seconds)) a second"
    if let fraction, fraction > 0.001, fraction < 1 {
      line += ", \(Int(fraction * 100)) %, \(Self.duration(seconds * (1 - fraction) / fraction)) left"
    }
    state.withLock { state in
      if isTerminal {
        if let last = state.lastWritten, now - last < .milliseconds(100) { return }
        write("\r\u{1B}[K" + line)
        state.isOpen = true
      } else {
        if !always, let last = state.lastWritten, now - last < .seconds(10) { return }
        write(line + "\n")
      }
      state.lastWritten = now
    }
  }

  /// Leaves the line, for what is written next.
  func close() {
    state.withLock { state in
      if state.isOpen { write("\n") }
      state.isOpen = false
    }
  }

  private func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { StandardOutput.writeSome($0, to: STDERR_FILENO) }
      if count <= 0 { return }
      bytes = bytes.dropFirst(count)
    }
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(min(seconds, 1_000_000).rounded())
    if whole < 60 { return "\(whole) s" }
    return whole < 3600 ? "\(whole / 60) min \(whole % 60) s" : "\(whole / 3600) h \(whole % 3600 / 60) min"
  }
}
