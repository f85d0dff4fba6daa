/// The lists that a word can stand in, baked into the model when it is trained.
package enum KnownList: Int, Sendable, CaseIterable {
  /// Given names of people.
  case given
  /// Family names.
  case family
  /// The name of a place, in one word.
  case place
  /// A word of a longer name of a place.
  case placePart
  /// The name of a state.
  case state
  /// «ایرانی», «افغان».
  case demonym
  /// A word of the name of a person of public life.
  case person
  /// A word of the name of an organisation.
  case organisation
  /// A title or an office.
  case title
  /// A broken plural.
  case brokenPlural

  /// Its bit in a set of lists.
  package var bit: UInt32 { 1 << UInt32(rawValue) }
}
