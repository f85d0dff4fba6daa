/// A document with what is to be read from it, as people coded it.
public struct GoldDocument: Sendable, Hashable {
  /// Somebody on one side of an event.
  public struct Actor: Sendable, Hashable {
    /// The name as the text has it.
    public var name: String
    /// The code of whom it acts for; empty where that is unknown.
    public var country: String

    /// Makes an actor.
    public init(name: String, country: String) {
      self.name = name
      self.country = country
    }
  }

  /// An event of one sentence.
  public struct Event: Sendable, Hashable {
    /// The sentence, counted from 0.
    public var sentence: Int
    /// The PLOVER type.
    public var type: String
    /// The words that tell it; empty where they were not noted.
    public var trigger: String
    /// Who acts.
    public var actor: [Actor]
    /// Who is acted upon.
    public var recipient: [Actor]

    /// Makes an event.
    public init(sentence: Int, type: String, trigger: String = "", actor: [Actor], recipient: [Actor] = []) {
      self.sentence = sentence
      self.type = type
      self.trigger = trigger
      self.actor = actor
      self.recipient = recipient
    }
  }

  /// The first words of a statement, and who makes it.
  public struct Quote: Sendable, Hashable {
    /// The sentence, counted from 0.
    public var sentence: Int
    /// The name of the speaker.
    public var speaker: String
    /// Words of the statement as they stand in the text.
    public var text: String

    /// Makes a quote.
    public init(sentence: Int, speaker: String, text: String) {
      self.sentence = sentence
      self.speaker = speaker
      self.text = text
    }
  }

  /// A number of those to whom something was done.
  public struct Figure: Sendable, Hashable {
    /// The sentence, counted from 0.
    public var sentence: Int
    /// `killed`, `wounded` …
    public var measure: String
    /// How many; `nil` where the text gives no number.
    public var count: Int?

    /// Makes a figure.
    public init(sentence: Int, measure: String, count: Int?) {
      self.sentence = sentence
      self.measure = measure
      self.count = count
    }
  }

  /// The id.
  public var id: String
  /// The text; offsets count its code points.
  public var text: String
  /// The sentences.
  public var sentences: [Range<Int>]
  /// The events.
  public var events: [Event]
  /// The statements.
  public var quotes: [Quote]
  /// The figures.
  public var figures: [Figure]

  /// Makes a document.
  public init(
    id: String, text: String, sentences: [Range<Int>], events: [Event] = [], quotes: [Quote] = [],
    figures: [Figure] = []
  ) {
    self.id = id
    self.text = text
    self.sentences = sentences
    self.events = events
    self.quotes = quotes
    self.figures = figures
  }

  /// The document as an article to be coded.
  public var article: Article { Article(id: id, text: text) }
}
