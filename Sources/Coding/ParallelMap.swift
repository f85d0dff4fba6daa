internal import Dispatch
private import Synchronization

/// Results that several threads write, each its own places.
private final class Slots<Element: Sendable>: Sendable {
  private let elements: Mutex<[Element?]>

  init(count: Int) { elements = Mutex([Element?](repeating: nil, count: count)) }

  func set(_ index: Int, _ element: Element) { elements.withLock { $0[index] = element } }

  func all() -> [Element] { elements.withLock { $0.compactMap { $0 } } }
}

/// The results of `body` for 0 up to `count`, in order, computed by at most `jobs` threads.
package func parallelMap<Element: Sendable>(_ count: Int, jobs: Int, _ body: @Sendable (Int) -> Element) -> [Element] {
  guard jobs > 1, count > 1 else { return (0..<count).map(body) }
  let slots = Slots<Element>(count: count)
  let next = Atomic<Int>(0)
  DispatchQueue.concurrentPerform(iterations: min(jobs, count)) { _ in
    while case let index = next.add(1, ordering: .relaxed).oldValue, index < count { slots.set(index, body(index)) }
  }
  return slots.all()
}
