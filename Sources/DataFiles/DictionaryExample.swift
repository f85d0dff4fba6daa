public import Diagnostics

/// A tested sentence of a record: `example` must be read as the record says, `not` must not.
public struct DictionaryExample: Sendable, Hashable {
  /// The id of the record.
  public var rule: String
  /// Where the example stands.
  public var place: InputPlace
  /// The sentence.
  public var sentence: String
  /// What is to be read from it; `nil` where the record must not be found.
  public var expected: String?

  /// The examples of a record.
  ///
  /// - Parameter expects: whether an example says after ` => ` what is to be read from it; otherwise the record itself
  ///   is to be found.
  /// - Throws: ``Problem`` `dataValue` where the sentence or ` => ` is missing.
  public static func examples(of record: DataRecord, expects: Bool) throws(Problem) -> [DictionaryExample] {
    let rule = try record.required("id")
    var examples: [DictionaryExample] = []
    for field in record.fields where field.name == "example" || field.name == "not" {
      guard !field.value.isEmpty else {
        throw Problem(.dataValue, at: record.place(of: field), field.value, "it should be a sentence")
      }
      var example = DictionaryExample(rule: rule, place: record.place(of: field), sentence: field.value)
      if field.name == "example" {
        let parts = field.value.split(separator: " => ", maxSplits: 1)
        if expects, parts.count < 2 {
          throw Problem(.dataValue, at: example.place, field.value, "it should be SENTENCE => WHAT IS READ FROM IT")
        }
        example.sentence = String(parts[0])
        example.expected = parts.count > 1 ? String(parts[1]) : rule
      }
      examples.append(example)
    }
    return examples
  }
}
