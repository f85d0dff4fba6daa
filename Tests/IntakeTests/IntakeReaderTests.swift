import Coding
import Diagnostics
import Foundation
import Intake
import Testing

@Suite struct IntakeReaderTests {
  private let reader = IntakeReader()

  @Test func `a folder gives the reports of all its files, in the order of their names`() throws {
    try TestFolder.with([
      "b.txt": "وزیر خارجه به هرات رفت.",
      "a.jsonl": "{\"id\":\"x\",\"text\":\"متن نخست\"}\n\n{\"id\":\"y\",\"text\":\"متن دوم\"}\n",
      "c/d.txt": "سیلاب در بدخشان.", ".hidden": "x", "page_files/style.css": "p{}",
    ]) { folder in
      let items = Array(reader.items(in: [folder]))
      #expect(items.articles.map(\.article.id) == ["x", "y", "\(folder)/b.txt", "\(folder)/c/d.txt"])
      #expect(items.articles.map(\.place.line) == [1, 3, nil, nil])
      #expect(items.problems.isEmpty)
    }
  }

  @Test func `what is wrong is named with its file and line, and the rest goes on`() throws {
    try TestFolder.with(["a.jsonl": "{\"text\":5}\n{\"text\":\"متن\"}\n", "b.txt": "", "c.txt": "گزارش"]) { folder in
      let items = Array(reader.items(in: [folder, folder + "/none"]))
      #expect(items.articles.map(\.article.text) == ["متن", "گزارش"])
      #expect(items.problems.map(\.code) == [.jsonField, .empty, .unreadable])
      #expect(items.problems.map(\.place.file) == ["\(folder)/a.jsonl", "\(folder)/b.txt", "\(folder)/none"])
      #expect(items.problems.first?.place.line == 1)
    }
  }

  @Test func `a file is known by its content, whatever its name`() throws {
    try TestFolder.with(["یک": "\u{FEFF} {\"event_text\":\"متن\",\"date\":\"2024-05-01\"}\n"]) { folder in
      #expect(Array(reader.items(in: [folder])).articles.map(\.article.published) == ["2024-05-01"])
    }
  }

  @Test func `a line longer than the limit is one problem, and the next line is read`() throws {
    var small = IntakeReader()
    small.limits.line = 1000
    let long = String(repeating: "ا", count: 700_000)
    try TestFolder.with(["a.jsonl": "{\"text\":\"\(long)\"}\n{\"text\":\"متن\"}"]) { folder in
      let items = Array(small.items(in: [folder]))
      #expect(
        items.problems == [
          Problem(.lineTooLong, at: InputPlace(file: folder + "/a.jsonl", line: 1), "1400011", "1000")
        ])
      #expect(items.articles.map(\.article.id) == ["2"])
    }
  }

  @Test func `a text larger than the limit is a problem`() throws {
    var small = IntakeReader()
    small.limits.document = 1000
    try TestFolder.with(["a.txt": String(repeating: "ا ", count: 700_000)]) { folder in
      #expect(Array(small.items(in: [folder])).problems.map(\.code) == [.tooLarge])
    }
  }

  @Test func `a link to its own folder is not followed`() throws {
    try TestFolder.with(["a.txt": "متن"]) { folder in
      try FileManager.default.createSymbolicLink(atPath: folder + "/b", withDestinationPath: folder)
      #expect(Array(reader.items(in: [folder])).count == 1)
    }
  }

  @Test func `the bytes read come to the size of the folder`() throws {
    try TestFolder.with(["a.txt": "متن", "b/c.jsonl": "{\"text\":\"متن\"}\n"]) { folder in
      var documents = reader.documents(in: [folder])
      while documents.next() != nil {}
      #expect(documents.bytesRead == reader.size(of: folder) && documents.bytesRead > 20)
    }
  }
}

/// A folder of files that is gone after the test.
enum TestFolder {
  static func with(_ files: [String: String], _ body: (String) throws -> Void) throws {
    try with(files.mapValues { Data($0.utf8) }, body)
  }

  static func with(_ files: [String: Data], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sanad-" + UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, content) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try content.write(to: file)
    }
    try body(folder.path)
  }
}

extension [IntakeItem] {
  var articles: [FoundArticle] { compactMap { if case .article(let found) = $0 { found } else { nil } } }
  var problems: [Problem] { compactMap { if case .problem(let problem) = $0 { problem } else { nil } } }
}
