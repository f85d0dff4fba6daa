public import Coding

/// An event with everything that a reader or another program needs of it, its sentence included.
public struct StoredEvent: Sendable, Hashable {
  /// One that acts or is acted upon.
  public struct Side: Sendable, Hashable {
    /// The fullest name.
    public var name: String
    /// The name in English.
    public var latin: String?
    /// Person, group, state …
    public var kind: String
    /// The entry of the world files.
    public var entry: String?
    /// Whom it acts for.
    public var country: String?
    /// The sector of the codebook.
    public var sector: String?
  }

  /// The document that tells it.
  public struct Witness: Sendable, Hashable {
    /// Its number in the ledger.
    public var document: Int64
    /// Its id as it came.
    public var name: String
    /// The outlet.
    public var source: String?
    /// When it was published, as it came.
    public var published: String?
    /// Where.
    public var url: String?
    /// The headline.
    public var title: String?
  }

  /// Its number in the ledger. Later days have greater numbers.
  public var id: Int64
  /// The event, as its record has it; ids in it are those of that record.
  public var event: Event
  /// The day it is listed under, ISO 8601: its own, or that of the publication.
  public var day: String?
  /// Who acts.
  public var actors: [Side]
  /// Who is acted upon.
  public var recipients: [Side]
  /// Who says so, outermost first; `nil` for somebody the report does not name.
  public var saidBy: [String?]
  /// What the report counts in it.
  public var figures: [Figure]
  /// The sentence.
  public var evidence: String
  /// The document.
  public var witness: Witness
  /// What made the record.
  public var coder: Coding.Record.CoderVersion
}
