public import Diagnostics

/// One record of a data file (docs/data-format.md): named fields, in the order of the file.
public struct DataRecord: Sendable {
  /// A field of a record.
  public struct Field: Sendable, Hashable {
    /// The name before the colon.
    public var name: String
    /// The value, without surrounding blanks.
    public var value: String
    /// The line it begins in, counted from 1.
    public var line: Int
  }

  /// The fields.
  public var fields: [Field]
  /// The path of the file, for messages.
  public var file: String

  /// Where the record begins.
  public var place: InputPlace { InputPlace(file: file, line: fields.first?.line) }

  /// Where `field` stands.
  public func place(of field: Field) -> InputPlace { InputPlace(file: file, line: field.line) }

  /// The first value of a field called `name`.
  public subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

  /// All values of fields called `name`, in order.
  public func all(_ name: String) -> [String] {
    var values: [String] = []
    for field in fields where field.name == name { values.append(field.value) }
    return values
  }

  /// The first value of a field called `name`.
  ///
  /// - Throws: ``Problem`` `dataMissing` where there is none.
  public func required(_ name: String) throws(Problem) -> String {
    guard let value = self[name], !value.isEmpty else {
      throw Problem(.dataMissing, at: place, self["id"] ?? "?", name)
    }
    return value
  }

  /// - Throws: ``Problem`` `dataField` at the first field whose name is not in `known`.
  public func requireFields(among known: Set<String>, kind: String) throws(Problem) {
    for field in fields where !known.contains(field.name) {
      throw Problem(.dataField, at: place(of: field), kind, field.name)
    }
  }
}

extension DataRecord {
  /// Parses a whole file of records.
  ///
  /// A byte order mark at the beginning is passed over.
  ///
  /// - Throws: ``Problem`` with file and line: `dataSyntax` where a line is neither a field, a continuation, a comment
  ///   nor empty, `notUTF8` where it is not UTF-8, `dataDuplicate` where a record has two ids, as happens when the
  ///   empty line between two records is missing.
  ///
  /// - Parameter examples: whether fields called `example`, `not` and `note` are read; a coder has no use for them.
  public static func parse(
    _ bytes: UnsafeRawBufferPointer, file: String, examples: Bool = true
  ) throws(Problem) -> [DataRecord] {
    try requireUTF8(bytes, file: file)
    return try parse(valid: bytes, file: file, examples: examples)
  }

  /// Parses bytes that are known to be UTF-8.
  static func parse(
    valid bytes: UnsafeRawBufferPointer, file: String, examples: Bool
  ) throws(Problem) -> [DataRecord] {
    var records: [DataRecord] = []
    var names = FieldNames()
    try RecordScanner.forEachRecord(in: bytes, file: file, examples: examples) { fields in
      var record = DataRecord(fields: [], file: file)
      record.fields.reserveCapacity(fields.count)
      for field in fields {
        record.fields.append(
          Field(name: names.name(field.name), value: RecordScanner.text(field.value), line: field.line))
      }
      records.append(record)
    }
    return records
  }

  /// - Throws: ``Problem`` `notUTF8` at the first line that is not UTF-8.
  static func requireUTF8(_ bytes: UnsafeRawBufferPointer, file: String) throws(Problem) {
    guard String(validating: bytes, as: UTF8.self) == nil else { return }
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
    where String(validating: line, as: UTF8.self) == nil {
      throw Problem(.notUTF8, at: InputPlace(file: file, line: index + 1), String(decoding: line, as: UTF8.self))
    }
  }
}

/// The names of fields, which are few and stand in every record: each is made a string once.
private struct FieldNames {
  private var known: [(bytes: [UInt8], text: String)] = []
  /// A file that goes on inventing names gets them one by one.
  private static let limit = 32

  mutating func name(_ bytes: UnsafeRawBufferPointer) -> String {
    for name in known where name.bytes.count == bytes.count && name.bytes.elementsEqual(bytes) { return name.text }
    let text = RecordScanner.text(bytes)
    if known.count < Self.limit { known.append((Array(bytes), text)) }
    return text
  }
}
