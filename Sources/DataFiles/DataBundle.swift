internal import CSanadData
public import Diagnostics

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// The knowledge files that a run uses: those built into the program, or the same with a folder laid over them.
public struct DataBundle: Sendable {
  /// One file of the bundle.
  public struct File: Sendable {
    /// The path below `Data/`, such as `world/states.rec`.
    public var path: String
    /// The content.
    public var bytes: Bytes
  }

  /// The content of a file.
  public enum Bytes: @unchecked Sendable {
    /// Constant memory of the program itself: sharing the pointer is safe, it lives as long as the process.
    case embedded(UnsafeRawBufferPointer)
    /// Read from a folder.
    case loaded([UInt8])

    /// Calls `body` with the bytes.
    public func withBytes<Result, Failure: Error>(
      _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
      switch self {
      case .embedded(let buffer): return try body(buffer)
      case .loaded(let array):
        // `Array.withUnsafeBytes` rethrows untyped; the result carries the typed error across.
        let outcome = array.withUnsafeBytes { buffer -> Swift.Result<Result, Failure> in
          do throws(Failure) { return .success(try body(buffer)) } catch { return .failure(error) }
        }
        return try outcome.get()
      }
    }
  }

  /// All files, ordered by path.
  public private(set) var files: [File]
  /// The folder that was laid over the embedded files, if any.
  public private(set) var folder: String?

  /// The files that are built into the program.
  public static let embedded = DataBundle(
    files: (0..<sanad_data_file_count()).map { index in
      let file = sanad_data_file_at(index)
      let buffer = UnsafeRawBufferPointer(start: file.bytes, count: Int(file.size))
      return File(path: String(cString: file.path), bytes: .embedded(buffer))
    }.sorted { $0.path < $1.path },
    folder: nil)

  /// This bundle with the `.rec` files of `folder` (laid out as `Data/` is) in place of those of the same path, and the
  /// rest added.
  ///
  /// A file whose name goes on with `+`, such as `world/places+mine.rec`, adds its records to those of
  /// `world/places.rec`.
  ///
  /// - Throws: ``Problem`` `dataFileMissing` where the folder holds no `.rec` file, `unreadable` where one cannot be read.
  public func overlaid(by folder: String) throws(Problem) -> DataBundle {
    var byPath: [String: Bytes] = [:]
    for file in files { byPath[file.path] = file.bytes }
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    let found = paths.filter { $0.hasSuffix(".rec") }
    if found.isEmpty { throw Problem(.dataFileMissing, at: InputPlace(file: folder), "any .rec file") }
    for path in found {
      guard let content = FileManager.default.contents(atPath: folder + "/" + path) else {
        throw Problem(.unreadable, at: InputPlace(file: folder + "/" + path), "no permission, or not a file")
      }
      byPath[path] = .loaded([UInt8](content))
    }
    let merged = byPath.map { File(path: $0.key, bytes: $0.value) }.sorted { $0.path < $1.path }
    return DataBundle(files: merged, folder: folder)
  }

  /// The records of the file at `path`, and of the files that add to it, in the order of their names.
  ///
  /// - Throws: ``Problem`` where the file is not in the bundle or is not well formed.
  ///
  /// - Parameter examples: whether fields called `example`, `not` and `note` are read; a coder has no use for them.
  public func records(of path: String, examples: Bool = true) throws(Problem) -> [DataRecord] {
    var records: [DataRecord] = []
    try forEachFile(of: path) { (bytes, file) throws(Problem) in
      records += try DataRecord.parse(valid: bytes, file: file, examples: examples)
    }
    return records
  }

  /// Calls `body` with the fields of each record of the file at `path`, and of the files that add to it, without
  /// `example`, `not` and `note`, and with the path of the file it stands in.
  ///
  /// - Throws: ``Problem`` where the file is not in the bundle or is not well formed, and what `body` throws.
  public func forEachRecord(
    of path: String, _ body: ([RecordScanner.Field], String) throws(Problem) -> Void
  ) throws(Problem) {
    try forEachFile(of: path) { (bytes, file) throws(Problem) in
      try RecordScanner.forEachRecord(in: bytes, file: file, examples: false) { (fields) throws(Problem) in
        try body(fields, file)
      }
    }
  }

  /// How many bytes the file at `path` has, with the files that add to it; 0 where it is not in the bundle.
  public func size(of path: String) -> Int {
    let parts = files.filter { $0.path == path || Self.base(of: $0.path) == path }
    return parts.reduce(0) { $0 + $1.bytes.withBytes { $0.count } }
  }

  /// Calls `body` with the bytes, valid UTF-8, of the file at `path` and of those that add to it.
  private func forEachFile(
    of path: String, _ body: (UnsafeRawBufferPointer, String) throws(Problem) -> Void
  ) throws(Problem) {
    guard let base = files.first(where: { $0.path == path }) else {
      throw Problem(.dataFileMissing, at: InputPlace(file: folder), path)
    }
    for file in [base] + files.filter({ Self.base(of: $0.path) == path }) {
      try file.bytes.withBytes { (buffer) throws(Problem) in
        // What is built in was checked when it was built in.
        if case .loaded = file.bytes { try DataRecord.requireUTF8(buffer, file: file.path) }
        try body(buffer, file.path)
      }
    }
  }

  /// The path of the file that the file at `path` adds to, or `nil` where it stands for itself.
  public static func base(of path: String) -> String? {
    let name = path.utf8[(path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.utf8.startIndex)...]
    guard let plus = name.firstIndex(of: UInt8(ascii: "+")) else { return nil }
    return String(path[..<plus]) + ".rec"
  }

  /// The files of the folder that nothing reads: neither does a file of that name belong to ``embedded``, nor does it
  /// add to one.
  public var unknownFiles: [String] {
    let known = Set(Self.embedded.files.map(\.path))
    return files.map(\.path).filter { !known.contains(Self.base(of: $0) ?? $0) }
  }

  private static let modelHeader = 256

  /// A short fingerprint of all files: the `data` version that records carry.
  ///
  /// A 64-bit hash over paths, lengths and contents, eight bytes a step. It tells versions apart; it is no protection
  /// against forgery.
  public var version: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func step(_ value: UInt64) {
      hash = (hash ^ value) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    func mix(_ bytes: UnsafeRawBufferPointer) {
      step(UInt64(bytes.count))
      let whole = bytes.count & ~7
      for offset in stride(from: 0, to: whole, by: 8) {
        step(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      }
      for offset in whole..<bytes.count { step(UInt64(bytes[offset])) }
    }
    for file in files {
      Array(file.path.utf8).withUnsafeBytes(mix)
      // A model's header holds a checksum of the rest, which need not be paged in for this.
      let isModel = !file.path.hasSuffix(".rec")
      file.bytes.withBytes { mix(isModel ? UnsafeRawBufferPointer(rebasing: $0.prefix(Self.modelHeader)) : $0) }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
