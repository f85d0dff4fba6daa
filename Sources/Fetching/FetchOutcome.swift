public import Intake

/// What became of an address.
public enum FetchOutcome: Sendable, Hashable {
  /// What is there, and what to ask with the next time.
  case document(Document, Validators)
  /// Nothing has changed since the validators were given.
  case unchanged
}

/// What a server said to ask with whether something has changed (RFC 9110, section 8.8).
public struct Validators: Sendable, Hashable {
  /// Its `ETag`, with its quotation marks.
  public var entityTag: String?
  /// Its `Last-Modified`, as it was sent.
  public var lastModified: String?

  /// Makes validators; what was not given stays `nil`.
  public init(entityTag: String? = nil, lastModified: String? = nil) {
    (self.entityTag, self.lastModified) = (entityTag, lastModified)
  }
}

/// How far fetching goes.
public struct FetchLimits: Sendable, Hashable {
  /// The most bytes of an answer, as sent and as unpacked.
  public var bytes = 16 << 20
  /// The most seconds that an address takes with all its redirects, to the last byte. How long the look-up of a host may
  /// take is for the system to say.
  public var seconds = 30
  /// How many redirects are followed.
  public var redirects = 5

  /// The limits that suit news.
  public init() {}
}
