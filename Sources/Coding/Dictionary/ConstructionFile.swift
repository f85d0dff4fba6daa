internal import DataFiles
internal import Diagnostics
internal import PersianSyntax
internal import PersianText

/// The constructions of `coding/constructions.rec`, ready to be found in clauses.
struct ConstructionFile: Sendable {
  static let path = "coding/constructions.rec"

  /// All constructions; predicates and nouns refer to them by index.
  private(set) var constructions: [Construction] = []
  /// Their verbs.
  private(set) var predicates: PredicateIndex
  /// The construction of what a speaker says that another side must do: «آمریکا باید …».
  private(set) var duty: Construction?
  /// Their event nouns.
  private(set) var nouns = PhraseIndex<Int>()

  private static let fields: Set<String> = [
    "id", "type", "mode", "verb", "noun", "plural", "actor", "recipient", "noun-actor", "noun-recipient", "mutual",
    "content", "needs", "unless", "duty", "example", "not", "note",
  ]

  init(data: DataBundle, verbs: VerbAnalyser, vocabulary: inout Vocabulary) throws(Problem) {
    predicates = PredicateIndex(verbs: verbs)
    var ids: [String: Int] = [:]
    for record in try data.records(of: Self.path, examples: false) {
      try record.requireFields(among: Self.fields, kind: "construction")
      let construction = try Self.construction(of: record, vocabulary: &vocabulary)
      let index = constructions.count
      if let first = ids.updateValue(record.fields[0].line, forKey: construction.id) {
        throw Problem(.dataDuplicate, at: record.place, construction.id, "line \(first)")
      }
      constructions.append(construction)
      for field in record.fields {
        switch field.name {
        case "verb":
          try predicates.add(field.value, entry: index, at: record.place(of: field), to: &vocabulary)
        case "noun", "plural": nouns.add(field.value, index, to: &vocabulary)
        case "duty": duty = construction
        default: continue
        }
      }
    }
  }

  private static func construction(
    of record: DataRecord, vocabulary: inout Vocabulary
  ) throws(Problem) -> Construction {
    let type = try record.required("type")
    guard let ploverType = PloverType(rawValue: type) else {
      throw Problem(.dataValue, at: record.place, type, "it should be one of the sixteen types of PLOVER")
    }
    guard record["verb"] != nil || record["noun"] != nil || record["duty"] != nil else {
      throw Problem(.dataMissing, at: record.place, record["id"] ?? "?", "verb or noun")
    }
    return Construction(
      id: try record.required("id"), type: ploverType, mode: record["mode"], actor: slots(record["actor"]),
      recipient: slots(record["recipient"]), nounActor: slots(record["noun-actor"]),
      nounRecipient: slots(record["noun-recipient"]), isMutual: record["mutual"] == "yes",
      content: slots(record["content"]), needs: Set(list(record["needs"]).map { vocabulary.intern($0) }),
      unless: Set(list(record["unless"]).map { vocabulary.intern($0) }))
  }

  private static func slots(_ text: String?) -> [Slot] { list(text).map(Slot.init) }

  private static func list(_ text: String?) -> [String] {
    guard let text else { return [] }
    var parts = text
    return parts.withUTF8 { bytes in
      bytes.split(separator: UInt8(ascii: ";")).compactMap { part in
        let blank = UInt8(ascii: " ")
        guard let first = part.firstIndex(where: { $0 != blank }), let last = part.lastIndex(where: { $0 != blank })
        else { return nil }
        return String(decoding: part[first...last], as: UTF8.self)
      }
    }
  }
}
