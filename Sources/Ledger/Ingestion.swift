public import Coding
public import Diagnostics
internal import Dispatch
internal import GRDB
internal import Synchronization

/// Takes articles into a ledger: coding on all cores, while one thread writes what was coded before.
///
/// An article that the ledger has, by its content, is passed over, so that a run that was stopped or killed is taken up
/// by running it again. Each transaction holds many documents whole; `stored` counts what is on the disk.
public final class Ingestion {
  /// How far it is.
  public struct Progress: Sendable, Hashable {
    /// Documents that were stored, and will be there whatever happens.
    public var stored = 0
    /// Documents that were there before.
    public var known = 0
  }

  private let ledger: Ledger
  private let coder: Coder
  private let stem: SearchStem
  private let jobs: Int
  private let writer: BackgroundWriter
  private var batch: [(article: Article, origin: String)] = []
  private var batchBytes = 0

  /// Documents of a transaction, for each job; large ones make a batch of fewer, so that memory stays bounded.
  private static let documentsPerJob = 64
  private static let mostBytes = 8 << 20

  /// Begins to take articles into `ledger`.
  ///
  /// - Parameters:
  ///   - jobs: how many articles are coded at a time.
  ///   - progress: is told after each transaction, on the thread that writes.
  /// - Throws: ``Problem`` where the ledger cannot be used.
  public init(
    ledger: Ledger, coder: Coder, stem: SearchStem, jobs: Int,
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) throws(Problem) {
    (self.ledger, self.coder, self.stem, self.jobs) = (ledger, coder, stem, max(1, jobs))
    try ledger.reindexIfNeeded(stem: stem, jobs: jobs)
    writer = BackgroundWriter(ledger: ledger, stem: stem, progress: progress)
  }

  /// Takes an article.
  ///
  /// - Parameter origin: where it came from: a file or a feed.
  /// - Throws: ``Problem`` where what was taken before could not be stored.
  public func add(_ article: Article, from origin: String) throws(Problem) {
    batch.append((article, origin))
    batchBytes += article.text.utf8.count
    if batch.count >= jobs * Self.documentsPerJob || batchBytes >= Self.mostBytes { try flush() }
  }

  /// Stores what was taken and not stored yet, and waits until it is.
  ///
  /// - Throws: ``Problem`` where it could not be stored.
  public func finish() throws(Problem) -> Progress {
    try flush()
    return try writer.finish()
  }

  private func flush() throws(Problem) {
    let taken = batch
    batch.removeAll(keepingCapacity: true)
    batchBytes = 0
    guard !taken.isEmpty else { return }
    let hashes = parallelMap(taken.count, jobs: jobs) { ContentHash(taken[$0].article) }
    let known = try ledger.known(hashes)
    var seen: Set<ContentHash> = []
    let new = hashes.indices.filter { !known.contains(hashes[$0]) && seen.insert(hashes[$0]).inserted }
    let documents = parallelMap(new.count, jobs: jobs) { [coder, stem] index in
      CodedDocument(
        taken[new[index]].article, hash: hashes[new[index]], from: taken[new[index]].origin, coder: coder, stem: stem)
    }
    try writer.write(documents, known: taken.count - new.count)
  }
}

extension Ledger {
  /// Those of `hashes` whose documents are stored.
  func known(_ hashes: [ContentHash]) throws(Problem) -> Set<ContentHash> {
    try read { db in
      let statement = try db.cachedStatement(sql: "SELECT 1 FROM document WHERE hash = ?")
      return Set(try hashes.filter { try Int.fetchOne(statement, arguments: [$0.blob]) != nil })
    }
  }
}

/// Writes batches in their order on a thread of its own; whoever gives it more than it can write is made to wait.
private final class BackgroundWriter: Sendable {
  private struct State {
    var writer: DocumentWriter
    var progress = Ingestion.Progress()
    var problem: Problem?
  }

  private let ledger: Ledger
  private let progress: @Sendable (Ingestion.Progress) -> Void
  private let state: Mutex<State>
  private let queue = DispatchQueue(label: "ledger.writer")
  private let free = DispatchSemaphore(value: 2)

  init(ledger: Ledger, stem: SearchStem, progress: @escaping @Sendable (Ingestion.Progress) -> Void) {
    (self.ledger, self.progress) = (ledger, progress)
    state = Mutex(State(writer: DocumentWriter(stem: stem)))
  }

  func write(_ documents: [CodedDocument], known: Int) throws(Problem) {
    if let problem = state.withLock({ $0.problem }) { throw problem }
    free.wait()
    queue.async { [self] in
      store(documents, known)
      free.signal()
    }
  }

  private func store(_ documents: [CodedDocument], _ known: Int) {
    let outcome = state.withLock { state -> Ingestion.Progress? in
      guard state.problem == nil else { return nil }
      do throws(Problem) {
        let outcome = try ledger.write { try state.writer.store(documents, in: $0) }
        state.progress.stored += outcome.stored
        state.progress.known += outcome.known + known
        return state.progress
      } catch {
        state.writer.forget()
        state.problem = error
        return nil
      }
    }
    if let outcome { progress(outcome) }
  }

  func finish() throws(Problem) -> Ingestion.Progress {
    queue.sync {}
    let (progress, problem) = state.withLock { ($0.progress, $0.problem) }
    if let problem { throw problem }
    return progress
  }
}
