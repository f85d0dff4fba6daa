/// Something wrong with an input, a data file or the installation, that a person can do something about.
///
/// Every target throws this one type, so that a caller can tell by `code` what happened, and `ProblemText` can say it in
/// words. It carries facts, never sentences.
public struct Problem: Error, Sendable, Hashable {
  /// What kind of problem it is; stable across versions.
  public var code: Code
  /// Where it is, as far as known.
  public var place: InputPlace
  /// The values that the wording of `code` names `{0}`, `{1}` ….
  public var facts: [String]

  /// Makes a problem of kind `code` at `place`.
  public init(_ code: Code, at place: InputPlace = InputPlace(), _ facts: String...) {
    self.code = code
    self.place = place
    self.facts = facts
  }

  /// The same problem, placed in `file` where it does not name a file itself.
  public func inFile(_ file: String) -> Problem {
    var copy = self
    copy.place.file = place.file ?? file
    return copy
  }

  /// The same problem, found in an input that is nothing but the line `line` of its file.
  public func ofLine(_ line: Int) -> Problem {
    var copy = self
    copy.place.line = line
    return copy
  }

  /// The same problem, at `line` of its file where it does not name a line itself.
  public func atLine(_ line: Int) -> Problem {
    var copy = self
    copy.place.line = place.line ?? line
    return copy
  }
}

/// A place in an input: a file, and in it a line and a column.
public struct InputPlace: Sendable, Hashable {
  /// The file as the user named it; `-` is standard input.
  public var file: String?
  /// The line, counted from 1.
  public var line: Int?
  /// The column, counted from 1: bytes for undecoded input, code points for text.
  public var column: Int?

  /// Makes a place; what is not known stays `nil`.
  public init(file: String? = nil, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }
}
