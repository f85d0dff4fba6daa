/// Everything read from one article, in the format of the design: each part tied to code points of the article.
public struct Record: Sendable, Hashable {
  /// The version of the program and of its data that made a record.
  public struct CoderVersion: Sendable, Hashable {
    /// The version of the program.
    public var version: String
    /// The fingerprint of the data files.
    public var data: String
  }

  /// The article's id.
  public var id: String
  /// What made the record.
  public var coder: CoderVersion
  /// The sentences, in order.
  public var sentences: [Span] = []
  /// Who and what is spoken of.
  public var entities: [Entity] = []
  /// Who says what.
  public var statements: [Statement] = []
  /// Who did what to whom.
  public var events: [Event] = []
  /// How many.
  public var figures: [Figure] = []
  /// What the article says of how entities belong together.
  public var relations: [Relation] = []
}

/// A half-open range of Unicode code points of the article (its ``Article/fullText``).
public struct Span: Sendable, Hashable {
  /// The first code point.
  public var start: Int
  /// The code point after the last.
  public var end: Int

  /// Makes a span of a range.
  public init(_ range: Range<Int>) {
    start = range.lowerBound
    end = range.upperBound
  }
}

/// Somebody or something that an article speaks of.
public struct Entity: Sendable, Hashable {
  /// What an entity is.
  public enum Kind: String, Sendable {
    case person
    case group
    case state
    case place
    case facility
    case role
  }

  /// A place where the article names an entity.
  public struct Mention: Sendable, Hashable {
    /// How it is named there.
    public enum Form: String, Sendable {
      case name
      case title
      case pronoun
    }

    /// The words.
    public var span: Span
    /// How it is named.
    public var form: Form
  }

  /// `e1`, `e2` … in the order of their first mention.
  public var id: String
  /// The fullest name that is known.
  public var name: String
  /// The name in English, where it is known.
  public var latin: String?
  /// What it is.
  public var kind: Kind
  /// The entry of the world files, where there is one.
  public var entry: String?
  /// Whom it acts for: ISO 3166-1 alpha-3 or a code of the codebook.
  public var country: String?
  /// The sector of the codebook.
  public var sector: String?
  /// Where it is mentioned.
  public var mentions: [Mention]
}

/// Somebody says something.
public struct Statement: Sendable, Hashable {
  /// Whether the words are the speaker's own.
  public enum Kind: String, Sendable {
    /// A verbatim quotation.
    case direct
    /// Reported speech.
    case indirect
  }

  /// `s1`, `s2` …
  public var id: String
  /// The entity that speaks; `nil` where the report does not say.
  public var speaker: String?
  /// Direct or indirect.
  public var kind: Kind
  /// The speech act: `say`, `announce`, `warn` …
  public var act: String
  /// The words that introduce it.
  public var cue: Span
  /// What is said.
  public var span: Span
  /// The statement that this one is told in.
  public var within: String?
}

/// Somebody does something, perhaps to somebody.
public struct Event: Sendable, Hashable {
  /// Whether the report says that it happened.
  public enum Status: String, Sendable {
    case asserted
    case planned
    case hypothetical
    case negated
  }

  /// Where in the report it is told.
  public enum Position: String, Sendable {
    case headline
    case lead
    case body
    case background
  }

  /// Where it happened.
  public struct Place: Sendable, Hashable {
    /// The name as it is shown.
    public var name: String
    /// The name in English.
    public var latin: String?
    /// The entry of the world files.
    public var entry: String?
    /// The state it lies in.
    public var country: String?
    /// Degrees north.
    public var latitude: Double?
    /// Degrees east.
    public var longitude: Double?
    /// How exact: `city`, `province`, `country` …
    public var precision: String
  }

  /// When it happened.
  public struct Time: Sendable, Hashable {
    /// The first day, ISO 8601.
    public var start: String
    /// The last day.
    public var end: String
    /// How exact: `day`, `week`, `month`, `year` …
    public var precision: String
    /// The words that say so.
    public var from: Span
  }

  /// `v1`, `v2` …
  public var id: String
  /// The PLOVER type.
  public var type: String
  /// The PLOVER mode, where there is one.
  public var mode: String?
  /// The entities that act.
  public var actor: [String]
  /// The entities acted upon.
  public var recipient: [String]
  /// Whether it is said to have happened.
  public var status: Status
  /// The statements it is told in, outermost first.
  public var saidBy: [String]
  /// The words that tell the act.
  public var trigger: Span
  /// The clause they stand in.
  public var evidence: Span
  /// Where.
  public var place: Place?
  /// When.
  public var time: Time?
  /// Where in the report.
  public var position: Position
  /// The earlier event of the report that this one tells again.
  public var sameAs: String?
  /// The id of the construction that was found.
  public var rule: String
  /// How likely type and sides are right, between 0 and 1.
  public var confidence: Double
}

/// A number of people or things that an event did something to.
public struct Figure: Sendable, Hashable {
  /// The event it belongs to.
  public var event: String?
  /// `killed`, `wounded`, `arrested`, `seized` or `displaced`.
  public var measure: String
  /// How many; `nil` where the report gives no number («تعدادی»).
  public var count: Int?
  /// Who they are.
  public var of: String?
  /// The words.
  public var span: Span
}

/// How two entities belong together.
public struct Relation: Sendable, Hashable {
  /// The kinds of relation.
  public enum Kind: String, Sendable {
    case role
    case branchOf = "branch-of"
    case alias
    case memberOf = "member-of"
    case locatedIn = "located-in"
  }

  /// What relation.
  public var type: Kind
  /// The entity that has the role, is the branch, lies in …
  public var subject: String
  /// The entity it has it in, is a branch of …
  public var object: String
  /// The words.
  public var span: Span
}
