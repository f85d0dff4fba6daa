public import Chronology
public import DataFiles
public import Diagnostics
internal import PersianSyntax
internal import PersianText
public import World

/// Finds whom and what a text names, and who that is on a day: the first steps of coding, without statements and events.
public struct NameFinder: Sendable {
  private let dictionaries: Dictionaries

  /// Makes a finder with the dictionaries of `data`.
  ///
  /// - Throws: ``Problem`` with file and line where a data file is missing or malformed.
  public init(data: DataBundle = .embedded) throws(Problem) {
    dictionaries = try Dictionaries(data: data)
  }

  /// All that the world files know.
  public var world: World { dictionaries.world }

  /// Words that name somebody or some place.
  public struct Found: Sendable {
    /// Code points of the text.
    public var span: Range<Int>
    /// The words, as they were read.
    public var words: String
    /// Who or what it is: the name to show.
    public var name: String
    /// The kind of entity, as records have it.
    public var kind: Entity.Kind
    /// The index in ``World/World/entries`` of what it is, where it has an entry.
    public var entry: Int?
    /// Whom it acts for, and in which sector.
    public var country: String?
    /// The sector.
    public var sector: String?
    /// Everything that the names among the words may stand for, chosen or not.
    public var senses: [Mention.Sense]
  }

  /// What a text names, in its order.
  ///
  /// - Parameter day: the day that tells who has an office.
  public func names(in text: String, on day: CivilDate? = nil) -> [Found] {
    let reading = dictionaries.reader.read(SourceText(text))
    let (tagged, mentions) = dictionaries.tagged(reading)
    var isTime = [Bool](repeating: false, count: reading.words.count)
    for time in dictionaries.times.read(reading, anchor: day) { for word in time.words { isTime[word] = true } }
    let phraseReader = ActorPhraseReader(
      text: tagged, world: world, names: dictionaries.names, mentions: mentions, isTime: isTime)
    let phrases = SurnameReader(text: tagged, world: world).withSurnames(
      reading.sentences.indices.map { phraseReader.phrases(inSentence: $0) })
    var book = EntityBook(world: world, day: day?.description) { reading.string(ofWords: $0) }
    for sentence in phrases { book.learnOffices(from: sentence) }
    var found: [Found] = []
    for (sentence, phrases) in phrases.enumerated() {
      book.beginSentence()
      for phrase in phrases {
        guard let entity = book.resolve(phrase, among: phrases) else { continue }
        let draft = book.drafts[book.final(entity)]
        found.append(
          Found(
            span: reading.codePoints(ofWords: phrase.words), words: reading.string(ofWords: phrase.words),
            name: draft.name, kind: draft.kind, entry: draft.entry, country: draft.country, sector: draft.sector,
            senses: mentions[sentence].filter { $0.words.overlaps(phrase.words) }.flatMap(\.senses)))
      }
    }
    return found
  }
}
