/// What became of a sentence: the events that were read from it, or why there are none.
public struct Verdict: Sendable, Hashable {
  /// Why a sentence has no event.
  public enum Reason: String, Sendable, CaseIterable {
    /// No word of it is in the dictionary of constructions.
    case noConstruction = "no construction of the dictionary stands in it"
    /// The construction found needs words that are not there, or may not stand with words that are.
    case excluded = "its construction is ruled out by the words around it"
    /// What was found is only wished, feared, possible or conditional.
    case hypothetical = "the act is only possible, wished, demanded or conditional"
    /// What was found is denied.
    case negated = "the act is said not to have happened"
    /// What was found is the content of a demand, a threat, a promise or an accusation.
    case content = "the act is only the content of another: demanded, threatened, promised or alleged"
    /// Nobody known takes part in what was found.
    case noSides = "no known actor or place takes part in the act"
    /// The whole report is on sport.
    case sport = "the report is on sport, where meeting and beating is no act between actors"
    /// What was found is announced for the future.
    case planned = "the act is still to come"
  }

  /// The sentence, counted from 0.
  public var sentence: Int
  /// How many asserted events were read from it.
  public var events: Int
  /// Why there is none; `nil` where there is one.
  public var reason: Reason?
}
