/// What a name is to its entry.
enum NameSense: UInt8, Sendable {
  case name
  /// «روسی»: of that state.
  case adjective
  /// «افغان»: a national.
  case people
  /// «کرملین»: a seat that stands for the government.
  case government
  /// «پوتین»: a part of a person's name that is used alone.
  case short
}

/// An entry that a name stands for.
struct NameTarget: Sendable, Hashable {
  var entry: Int32
  var sense: NameSense
}
