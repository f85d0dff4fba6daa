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
    guard String(validating: bytes, as: UTF8.self) != nil else { throw notUTF8(bytes, file) }
    return try parse(valid: bytes, file: file, examples: examples)
  }

  /// Parses bytes that are known to be UTF-8.
  static func parse(
    valid bytes: UnsafeRawBufferPointer, file: String, examples: Bool
  ) throws(Problem) -> [DataRecord] {
    var records: [DataRecord] = []
    var fields: [Field] = []
    var lineNumber = 0
    var isSkipped = false
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    func close() {
      if !fields.isEmpty { records.append(DataRecord(fields: fields, file: file)) }
      fields.removeAll(keepingCapacity: true)
    }
    while start < bytes.count {
      lineNumber += 1
      var end = start
      while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
      let line = trimmed(bytes, start, end)
      start = end + 1
      guard let first = line.first else { close(); continue }
      switch bytes[first] {
      case UInt8(ascii: "#"), UInt8(ascii: "%"): continue
      case UInt8(ascii: "+"):
        if isSkipped { continue }
        guard !fields.isEmpty else {
          throw Problem(.dataSyntax, at: InputPlace(file: file, line: lineNumber), "nothing to continue")
        }
        fields[fields.count - 1].value += " " + text(bytes, trimmed(bytes, first + 1, line.upperBound))
      default:
        guard let colon = line.first(where: { bytes[$0] == UInt8(ascii: ":") }), colon > first,
          (first..<colon).allSatisfy({ isNameByte(bytes[$0]) })
        else {
          throw Problem(.dataSyntax, at: InputPlace(file: file, line: lineNumber), text(bytes, line))
        }
        let name = text(bytes, first..<colon)
        isSkipped = !examples && unread.contains(name)
        if isSkipped { continue }
        let value = text(bytes, trimmed(bytes, colon + 1, line.upperBound))
        if name == "id", let other = fields.first(where: { $0.name == name }) {
          throw Problem(
            .dataDuplicate, at: InputPlace(file: file, line: lineNumber), "id", "line \(other.line) of this record")
        }
        fields.append(Field(name: name, value: value, line: lineNumber))
      }
    }
    close()
    return records
  }

  private static let unread = ["example", "not", "note"]

  private static func notUTF8(_ bytes: UnsafeRawBufferPointer, _ file: String) -> Problem {
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
    where String(validating: line, as: UTF8.self) == nil {
      return Problem(.notUTF8, at: InputPlace(file: file, line: index + 1), String(decoding: line, as: UTF8.self))
    }
    return Problem(.notUTF8, at: InputPlace(file: file), "")
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
    default: false
    }
  }

  /// The range without blanks (space, tab, CR) at its ends.
  private static func trimmed(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Range<Int> {
    var (low, high) = (start, end)
    while low < high, isBlank(bytes[low]) { low += 1 }
    while high > low, isBlank(bytes[high - 1]) { high -= 1 }
    return low..<high
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private static func text(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> String {
    String(decoding: UnsafeRawBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}
