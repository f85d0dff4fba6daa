extension Record {
  /// The record as one line of JSON, UTF-8, without a line end. The same record is always the same bytes.
  public var jsonLine: [UInt8] {
    var json = JSONText()
    json.object { json in
      json.key("id")
      json.value(id)
      json.key("coder")
      json.object { json in
        json.key("version")
        json.value(coder.version)
        json.key("data")
        json.value(coder.data)
      }
      json.key("sentences")
      json.array(sentences) { $0.span($1) }
      json.key("entities")
      json.array(entities) { $0.entity($1) }
      json.key("statements")
      json.array(statements) { $0.statement($1) }
      json.key("events")
      json.array(events) { $0.event($1) }
      json.key("figures")
      json.array(figures) { $0.figure($1) }
      json.key("relations")
      json.array(relations) { $0.relation($1) }
    }
    return json.bytes
  }
}

extension JSONText {
  /// A span.
  package mutating func span(_ span: Span) {
    object { json in
      json.key("start")
      json.value(span.start)
      json.key("end")
      json.value(span.end)
    }
  }

  fileprivate mutating func ids(_ ids: [String]) {
    array(ids) { $0.value($1) }
  }

  fileprivate mutating func entity(_ entity: Entity) {
    object { json in
      json.key("id")
      json.value(entity.id)
      json.key("name")
      json.value(entity.name)
      json.key("kind")
      json.value(entity.kind.rawValue)
      json.key("entry")
      json.value(entity.entry)
      json.key("country")
      json.value(entity.country)
      json.key("sector")
      json.value(entity.sector)
      json.key("mentions")
      json.array(entity.mentions) { json, mention in
        json.object { json in
          json.key("start")
          json.value(mention.span.start)
          json.key("end")
          json.value(mention.span.end)
          json.key("form")
          json.value(mention.form.rawValue)
        }
      }
    }
  }

  fileprivate mutating func statement(_ statement: Statement) {
    object { json in
      json.key("id")
      json.value(statement.id)
      json.key("speaker")
      json.value(statement.speaker)
      json.key("kind")
      json.value(statement.kind.rawValue)
      json.key("act")
      json.value(statement.act)
      json.key("cue")
      json.span(statement.cue)
      json.key("span")
      json.span(statement.span)
      json.key("within")
      json.value(statement.within)
    }
  }

  fileprivate mutating func event(_ event: Event) {
    object { json in
      json.key("id")
      json.value(event.id)
      json.key("type")
      json.value(event.type)
      json.key("mode")
      json.value(event.mode)
      json.key("actor")
      json.ids(event.actor)
      json.key("recipient")
      json.ids(event.recipient)
      json.key("status")
      json.value(event.status.rawValue)
      json.key("said_by")
      json.ids(event.saidBy)
      json.key("trigger")
      json.span(event.trigger)
      json.key("evidence")
      json.span(event.evidence)
      json.key("place")
      if let place = event.place { json.place(place) } else { json.value(nil as String?) }
      json.key("time")
      if let time = event.time { json.time(time) } else { json.value(nil as String?) }
      json.key("position")
      json.value(event.position.rawValue)
      json.key("same_as")
      json.value(event.sameAs)
      json.key("rule")
      json.value(event.rule)
      json.key("confidence")
      json.value(event.confidence)
    }
  }

  /// Where an event was.
  package mutating func place(_ place: Event.Place) {
    object { json in
      json.key("name")
      json.value(place.name)
      json.key("entry")
      json.value(place.entry)
      json.key("country")
      json.value(place.country)
      json.key("lat")
      json.value(place.latitude)
      json.key("lon")
      json.value(place.longitude)
      json.key("precision")
      json.value(place.precision)
    }
  }

  /// When an event was.
  package mutating func time(_ time: Event.Time) {
    object { json in
      json.key("start")
      json.value(time.start)
      json.key("end")
      json.value(time.end)
      json.key("precision")
      json.value(time.precision)
      json.key("from")
      json.span(time.from)
    }
  }

  fileprivate mutating func figure(_ figure: Figure) {
    object { json in
      json.key("event")
      json.value(figure.event)
      json.key("measure")
      json.value(figure.measure)
      json.key("count")
      json.value(figure.count)
      json.key("of")
      json.value(figure.of)
      json.key("span")
      json.span(figure.span)
    }
  }

  fileprivate mutating func relation(_ relation: Relation) {
    object { json in
      json.key("type")
      json.value(relation.type.rawValue)
      json.key("subject")
      json.value(relation.subject)
      json.key("object")
      json.value(relation.object)
      json.key("span")
      json.span(relation.span)
    }
  }
}
