import DataFiles
import Diagnostics
import Foundation
import Testing

@Suite struct DataBundleTests {
  /// A folder of data files that is gone after the test.
  private func withFolder<Result>(_ files: [String: String], _ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return try body(folder.path)
  }

  @Test func `every file that is built in is well formed`() throws {
    for file in DataBundle.embedded.files where file.path.hasSuffix(".rec") {
      #expect(try !DataBundle.embedded.records(of: file.path).isEmpty, "\(file.path)")
    }
  }

  @Test func `the files of a folder take the place of those of the same path`() throws {
    try withFolder(["world/states.rec": "id: XXX\nname: هیچستان\nlatin: Nowhere\n"]) { folder in
      let bundle = try DataBundle.embedded.overlaid(by: folder)
      #expect(try bundle.records(of: "world/states.rec").map { $0["id"] } == ["XXX"])
      #expect(try !bundle.records(of: "world/places.rec").isEmpty)
      #expect(bundle.folder == folder)
    }
  }

  @Test func `a folder may bring files of its own`() throws {
    try withFolder(["mine/words.rec": "id: a\n"]) { folder in
      let records = try DataBundle.embedded.overlaid(by: folder).records(of: "mine/words.rec")
      #expect(records.count == 1)
    }
  }

  @Test func `a file whose name goes on with a plus sign adds its records to those of the file`() throws {
    let files = [
      "world/states.rec": "id: XXX\n", "world/states+mine.rec": "id: YYY\n", "world/states+more.rec": "id: ZZZ\n",
    ]
    try withFolder(files) { folder in
      let records = try DataBundle.embedded.overlaid(by: folder).records(of: "world/states.rec")
      #expect(records.map { $0["id"] } == ["XXX", "YYY", "ZZZ"])
      #expect(records.map(\.file) == ["world/states.rec", "world/states+mine.rec", "world/states+more.rec"])
    }
  }

  @Test func `a folder may add to a file that it does not hold`() throws {
    try withFolder(["world/places+mine.rec": "id: my-village\n"]) { folder in
      let records = try DataBundle.embedded.overlaid(by: folder).records(of: "world/places.rec")
      let ours = try DataBundle.embedded.records(of: "world/places.rec")
      #expect(records.count == ours.count + 1)
      #expect(records.last?["id"] == "my-village")
    }
  }

  @Test func `files that nothing reads are known by name`() throws {
    let files = ["world/place.rec": "id: a\n", "world/places+a.rec": "id: b\n", "world/planets+a.rec": "id: c\n"]
    try withFolder(files) { folder in
      let unknown = try DataBundle.embedded.overlaid(by: folder).unknownFiles
      #expect(unknown == ["world/place.rec", "world/planets+a.rec"])
    }
    #expect(DataBundle.embedded.unknownFiles.isEmpty)
  }

  @Test func `only rec files are taken from a folder`() throws {
    try withFolder(["world/states.rec": "id: a\n", "README.md": "…", "world/states.rec~": "id: b\n"]) { folder in
      let bundle = try DataBundle.embedded.overlaid(by: folder)
      #expect(bundle.files.map(\.path) == DataBundle.embedded.files.map(\.path))
    }
  }

  @Test func `a folder without a rec file is refused by name`() throws {
    try withFolder(["README.md": "…"]) { folder in
      let problem = #expect(throws: Problem.self) { try DataBundle.embedded.overlaid(by: folder) }
      #expect(problem == Problem(.dataFileMissing, at: InputPlace(file: folder), "any .rec file"))
    }
  }

  @Test func `a file that is not there is missed by its path`() {
    let problem = #expect(throws: Problem.self) { try DataBundle.embedded.records(of: "world/planets.rec") }
    #expect(problem == Problem(.dataFileMissing, "world/planets.rec"))
  }

  @Test func `the fingerprint is sixteen digits and stays the same`() {
    let version = DataBundle.embedded.version
    #expect(version.utf8.count == 16 && version.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) })
    #expect(DataBundle.embedded.version == version)
  }

  @Test func `the fingerprint changes with one letter of one file, and with a name`() throws {
    let versions = try [
      ["world/states.rec": "id: a\nname: ب\n"], ["world/states.rec": "id: a\nname: پ\n"],
      ["world/stated.rec": "id: a\n"],
    ].map { files in try withFolder(files) { try DataBundle.embedded.overlaid(by: $0).version } }
    #expect(Set(versions + [DataBundle.embedded.version]).count == 4)
  }
}
