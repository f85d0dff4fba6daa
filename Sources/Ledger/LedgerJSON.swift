internal import Coding

extension Searcher.Hit {
  /// The hit as a line of JSON, UTF-8, with its line end. Offsets are code points of the article.
  public var jsonLine: [UInt8] {
    var json = JSONText()
    json.object { json in
      json.key("document")
      json.value(Int(document))
      json.key("id")
      json.value(article.id)
      json.key("title")
      json.value(article.title)
      json.key("source")
      json.value(article.source)
      json.key("published")
      json.value(article.published)
      json.key("url")
      json.value(article.url)
      json.key("score")
      json.value(score)
      json.key("snippet")
      json.object { json in
        json.key("start")
        json.value(snippet.span.start)
        json.key("end")
        json.value(snippet.span.end)
        json.key("text")
        json.value(snippet.text)
        json.key("marks")
        json.array(snippet.marks) { $0.span($1) }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }
}

extension StoredEvent {
  /// The event as a line of JSON, UTF-8, with its line end: the event of the record, with names in place of the record's
  /// ids, and where it comes from.
  public var jsonLine: [UInt8] {
    var json = JSONText()
    json.object { json in
      json.key("event")
      json.value(Int(id))
      json.key("day")
      json.value(day)
      json.key("type")
      json.value(event.type)
      json.key("mode")
      json.value(event.mode)
      json.key("status")
      json.value(event.status.rawValue)
      json.key("actor")
      json.array(actors) { $0.side($1) }
      json.key("recipient")
      json.array(recipients) { $0.side($1) }
      json.key("said_by")
      json.array(saidBy) { $0.value($1) }
      json.key("place")
      if let place = event.place { json.place(place) } else { json.value(nil as String?) }
      json.key("time")
      if let time = event.time { json.time(time) } else { json.value(nil as String?) }
      json.key("figures")
      json.array(figures) { json, figure in
        json.object { json in
          json.key("measure")
          json.value(figure.measure)
          json.key("count")
          json.value(figure.count)
        }
      }
      json.key("position")
      json.value(event.position.rawValue)
      json.key("rule")
      json.value(event.rule)
      json.key("confidence")
      json.value(event.confidence)
      json.key("trigger")
      json.span(event.trigger)
      json.key("evidence")
      json.span(event.evidence)
      json.key("sentence")
      json.value(evidence)
      json.key("witness")
      json.witness(witness, event.id)
      json.key("coder")
      json.object { json in
        json.key("version")
        json.value(coder.version)
        json.key("data")
        json.value(coder.data)
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }
}

extension JSONText {
  fileprivate mutating func side(_ side: StoredEvent.Side) {
    object { json in
      json.key("name")
      json.value(side.name)
      json.key("latin")
      json.value(side.latin)
      json.key("kind")
      json.value(side.kind)
      json.key("entry")
      json.value(side.entry)
      json.key("country")
      json.value(side.country)
      json.key("sector")
      json.value(side.sector)
    }
  }

  fileprivate mutating func witness(_ witness: StoredEvent.Witness, _ event: String) {
    object { json in
      json.key("document")
      json.value(Int(witness.document))
      json.key("id")
      json.value(witness.name)
      json.key("event")
      json.value(event)
      json.key("source")
      json.value(witness.source)
      json.key("published")
      json.value(witness.published)
      json.key("url")
      json.value(witness.url)
      json.key("title")
      json.value(witness.title)
    }
  }
}
