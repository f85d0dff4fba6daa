internal import Coding
internal import GRDB

/// Under what a record and each of its events can be found.
struct RecordFacets {
  /// Of the whole document: its outlet, whom and what it names, the types and places of its events.
  var document: Set<String> = []
  /// Of each event, in the order of the record.
  var events: [Set<String>] = []

  /// The facets of a record whose rows are written.
  init(of record: Record, source: String?, names: inout Interner, in db: Database) throws {
    let outlet = try source.map { Facet.source(try names.term($0, in: db)) }
    if let outlet { document.insert(outlet) }
    var actors: [Int64] = []
    for entity in record.entities {
      let actor = try names.actor(entity, in: db)
      actors.append(actor)
      document.insert(Facet.actor(actor, role: .named))
      if let country = entity.country { document.insert(Facet.country(country, role: .named)) }
    }
    for event in record.events {
      var words: Set = [Facet.type(event.type)]
      if let place = event.place {
        words.insert(Facet.place(try names.place(place, in: db)))
        if let country = place.country { words.insert(Facet.placeCountry(country)) }
      }
      document.formUnion(words)
      words.insert(Facet.status(event.status.rawValue))
      if let outlet { words.insert(outlet) }
      for (role, side) in [(Facet.Role.actor, event.actor), (.recipient, event.recipient)] {
        for entity in side.compactMap(RecordNumber.of) where actors.indices.contains(entity - 1) {
          words.insert(Facet.actor(actors[entity - 1], role: role))
          if let country = record.entities[entity - 1].country { words.insert(Facet.country(country, role: role)) }
        }
      }
      events.append(words)
    }
  }
}
