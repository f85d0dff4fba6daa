internal import Diagnostics

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What is in folders.
enum Folder {
  /// The names in the folder at `path` that can hold reports, in order; `nil` where `path` is no folder.
  ///
  /// Left out are hidden names, links to folders (they can lead in circles), pipes and devices (they can have no end),
  /// and files whose name says that they are the pictures, styles and programs of saved pages.
  ///
  /// - Throws: ``Problem`` `unreadable` where the folder cannot be listed.
  static func contents(of path: String) throws(Problem) -> [String]? {
    guard kind(of: path, followingLinks: true) == S_IFDIR else { return nil }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: path)
    } catch {
      throw Problem(.unreadable, at: InputPlace(file: path), "this folder cannot be listed")
    }
    return names.filter { name in
      guard !name.hasPrefix("."), !isPartOfPage(name) else { return false }
      let full = path + "/" + name
      return kind(of: full, followingLinks: true) == S_IFREG || kind(of: full, followingLinks: false) == S_IFDIR
    }.sorted()
  }

  /// The bytes of all files that would be read below `path`, as the file system has them.
  static func size(of path: String) -> Int {
    var total = 0
    var waiting = [path]
    while let next = waiting.popLast() {
      if let names = try? contents(of: next) {
        waiting += names.map { next + "/" + $0 }
      } else {
        var information = stat()
        if stat(next, &information) == 0 { total += Int(information.st_size) }
      }
    }
    return total
  }

  private static func kind(of path: String, followingLinks: Bool) -> mode_t? {
    var information = stat()
    let status = followingLinks ? stat(path, &information) : lstat(path, &information)
    return status == 0 ? information.st_mode & S_IFMT : nil
  }

  private static func isPartOfPage(_ name: String) -> Bool {
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
    return partsOfPages.contains(name[name.index(after: dot)...].lowercased())
  }

  private static let partsOfPages: Set<String> = [
    "css", "js", "mjs", "map", "png", "jpg", "jpeg", "gif", "webp", "avif", "svg", "ico", "bmp", "woff", "woff2", "ttf",
    "otf", "eot", "mp3", "mp4", "m4a", "webm", "ogg",
  ]
}
