public import Diagnostics
internal import GRDB

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The front door of Ledger: an archive of documents and of what was read from them, in one SQLite file.
///
/// One writes at a time; any number read meanwhile, also from other processes. What a call has stored outlives the
/// process and the machine's power.
public final class Ledger: Sendable {
  /// The file.
  public let file: String
  let pool: DatabasePool

  /// Opens a ledger, and brings it to the schema of this version.
  ///
  /// - Parameter creating: whether a file that does not exist is made.
  /// - Throws: ``Problem`` `ledgerMissing`, `ledgerForeign`, `ledgerNewer`, or `ledgerFailed` with what SQLite says.
  public init(file: String, creating: Bool = false) throws(Problem) {
    self.file = file
    guard creating || access(file, F_OK) == 0 else { throw Problem(.ledgerMissing, at: InputPlace(file: file)) }
    var configuration = Configuration()
    configuration.busyMode = .timeout(30)
    configuration.label = "ledger"
    configuration.maximumReaderCount = 8
    configuration.prepareDatabase { db in
      // Reports are of a few kilobytes: in pages of four, every other one would leave half a page empty. It takes effect
      // where the file is made.
      try db.execute(sql: "PRAGMA page_size = 16384")
      try db.execute(sql: "PRAGMA cache_size = -32768; PRAGMA mmap_size = 268435456; PRAGMA temp_store = MEMORY")
    }
    do {
      pool = try DatabasePool(path: file, configuration: configuration)
      try pool.read { try Self.checkIsLedger($0, file) }
      // A commit is on the disk before it is reported.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      try LedgerSchema.migrator.migrate(pool)
    } catch {
      throw Self.problem(error, file)
    }
  }

  private static func checkIsLedger(_ db: Database, _ file: String) throws {
    let id = try Int.fetchOne(db, sql: "PRAGMA application_id")
    if id == LedgerSchema.applicationID {
      if try LedgerSchema.migrator.hasBeenSuperseded(db) { throw Problem(.ledgerNewer, at: InputPlace(file: file)) }
    } else if try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") != 0 {
      throw Problem(.ledgerForeign, at: InputPlace(file: file))
    }
  }

  /// Reads a consistent state of the ledger, whatever is written meanwhile.
  func read<Result>(_ body: (Database) throws -> Result) throws(Problem) -> Result {
    do { return try pool.read(body) } catch { throw Self.problem(error, file) }
  }

  /// Writes in one transaction: all of it is stored, or nothing.
  func write<Result>(_ body: (Database) throws -> Result) throws(Problem) -> Result {
    do { return try pool.write(body) } catch { throw Self.problem(error, file) }
  }

  /// Any error as a problem; the values of a statement are left out, since they are somebody's text.
  private static func problem(_ error: any Error, _ file: String) -> Problem {
    if let problem = error as? Problem { return problem }
    guard let error = error as? DatabaseError else {
      return Problem(.ledgerFailed, at: InputPlace(file: file), String(describing: error))
    }
    if error.resultCode == .SQLITE_NOTADB { return Problem(.ledgerForeign, at: InputPlace(file: file)) }
    return Problem(.ledgerFailed, at: InputPlace(file: file), error.message ?? error.resultCode.description)
  }
}
