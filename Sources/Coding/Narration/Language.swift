/// A language in which records are told.
public enum NarrationLanguage: String, Sendable, CaseIterable {
  case persian
  case english
}
