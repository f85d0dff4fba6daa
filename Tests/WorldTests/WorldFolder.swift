import DataFiles
import Diagnostics
import Foundation
import PersianSyntax
import PersianText
import Testing
import World

/// A small world of its own: each file holds the records given, or one that is well formed.
struct WorldFolder {
  private var files: [String: String] = [
    "states": "id: IRN\nname: ایران\nlatin: Iran\n", "places": "id: tehran\nname: تهران\nlatin: Tehran\n",
    "persons": "", "organisations": "", "groups": "", "institutions": "", "agents": "", "titles": "", "media": "",
  ]

  init(_ changes: [String: String]) { files.merge(changes) { $1 } }

  /// The data files with this world's in place of those built in.
  func data() throws -> DataBundle {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder.appending(path: "world"), withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: "world/\(name).rec")) }
    return try DataBundle.embedded.overlaid(by: folder.path)
  }

  func world(vocabulary: inout Vocabulary) throws -> World {
    try World(data: try data(), vocabulary: &vocabulary)
  }

  /// The problem that keeps the world from being read.
  func problem() -> Problem? {
    var vocabulary = Vocabulary()
    return #expect(throws: Problem.self) { _ = try world(vocabulary: &vocabulary) }
  }

  /// `words: entry` of every mention in a text, with the ending where there is one.
  func mentions(in text: String) throws -> [String] {
    var vocabulary = Vocabulary()
    let world = try world(vocabulary: &vocabulary)
    let reading = try PersianReader(data: .embedded).read(SourceText(text))
    let forms = WordForms(reading, in: vocabulary)
    return reading.sentences.flatMap { world.mentions(in: $0, of: forms) }.map { mention in
      let words = reading.source.string(reading.sourceRange(ofWords: mention.words))
      let senses = mention.senses.map { "\(world.entries[$0.entry].id) \($0.use)" }.joined(separator: ", ")
      return "\(words): \(senses)" + (mention.ending.map { " \($0)" } ?? "")
    }
  }
}
