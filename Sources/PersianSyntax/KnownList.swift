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
  /// A person of history, scripture or legend who is called by one word.
  case historic
  /// A word that stands before a given name and belongs to the name: «سید», «امام».
  case nameParticle
  /// A word that stands behind a name and belongs to it: «خان».
  case honorific
  /// A title or a trade that stands before a name and does not belong to it: «دکتر».
  case nameTitle
  /// The ending of a family name: «زاده».
  case familyEnding
  /// The name of an organisation, in one word.
  case organisationName
  /// A word that begins names of places: «استان».
  case placeHead
  /// A word that begins names of organisations: «وزارت».
  case organisationHead
  /// What a ministry is called by: «بهداشت».
  case ministry

  /// Its bit in a set of lists.
  package var bit: UInt32 { 1 << UInt32(rawValue) }
}
