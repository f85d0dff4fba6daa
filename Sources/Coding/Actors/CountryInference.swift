internal import World

/// Finds whom an actor acts for whose phrase does not name a country: «شورشیان در بصره», «وزیر خارجه».
///
/// A nameless actor acts for the country in which it acts (codebook): the one that its sentences place things in, or the
/// only state, body or place that one of them names, or the one in which most of the report takes place, or which the
/// whole report is about. Where none of these is clear, it stays empty. Aid agencies and the like act for no country.
struct CountryInference {
  let world: World
  let sentences: [SentenceReading]
  let drafts: [EntityBook.Draft]

  /// The share of all places that makes a country the scene of a report, and how many places there must be.
  private static let sceneShare = 0.6
  private static let leastPlaces = 2
  /// The share of all mentions of countries that makes a report one about that country.
  private static let dominance = 0.75
  /// Fewer mentions say nothing of what a report is about.
  private static let leastMentions = 3
  /// Codes that are no country.
  private static let none: Set<String> = ["IGO", "NGO", "MNC", "ISM"]

  /// The drafts with the countries that could be inferred.
  func inferred() -> [EntityBook.Draft] {
    let main = scene() ?? mainCountry()
    var result = drafts
    for index in drafts.indices where needsCountry(drafts[index]) {
      if drafts[index].sector == "NGO" {
        result[index].country = "NGO"
        continue
      }
      let own = sentences.filter { sentence in
        drafts[index].mentions.contains { sentence.words.contains($0.words.lowerBound) }
      }
      result[index].country = own.lazy.compactMap(located).first ?? own.lazy.compactMap(only).first ?? main
    }
    return result
  }

  private func needsCountry(_ draft: EntityBook.Draft) -> Bool {
    draft.country == nil && draft.entry == nil && !draft.mentions.isEmpty
      && (draft.isPerson || draft.isUnknownSide || draft.kind == .role || isAgent(draft))
  }

  /// Common nouns for actors are inferred also in the plural, offices are not: «وزیران خارجه سه کشور».
  private func isAgent(_ draft: EntityBook.Draft) -> Bool {
    draft.title.map { world.entries[$0].kind == .agent } ?? false
  }

  /// The country of a place that the sentence says something happens in.
  private func located(in sentence: SentenceReading) -> String? {
    for arguments in sentence.arguments {
      for argument in arguments where argument.preposition == "در" {
        if let country = country(argument.entity) { return country }
      }
    }
    return nil
  }

  private func only(in sentence: SentenceReading) -> String? {
    // Whose nationals are named does not say where: «افراد مسلح یک قاضی افغان را کشتند».
    let named = sentence.entities.compactMap { $0 }.filter { drafts[$0].entry != nil }
    let countries = Set(named.compactMap(country))
    return countries.count == 1 ? countries.first : nil
  }

  /// The country in which most of what the report tells takes place.
  private func scene() -> String? {
    var counts: [String: Int] = [:]
    for sentence in sentences {
      if let country = located(in: sentence) { counts[country, default: 0] += 1 }
    }
    return most(of: counts, least: Self.leastPlaces, share: Self.sceneShare)
  }

  private func most(of counts: [String: Int], least: Int, share: Double) -> String? {
    let total = counts.values.reduce(0, +)
    guard let most = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), total >= least,
      Double(most.value) >= share * Double(total)
    else { return nil }
    return most.key
  }

  private func mainCountry() -> String? {
    var counts: [String: Int] = [:]
    for draft in drafts {
      if let country = draft.country, !Self.none.contains(country), draft.sector != "MED" {
        counts[country, default: 0] += draft.mentions.count
      }
    }
    return most(of: counts, least: Self.leastMentions, share: Self.dominance)
  }

  private func country(_ entity: Int) -> String? {
    // Who carries the news has no part in it.
    guard drafts[entity].sector != "MED" else { return nil }
    return drafts[entity].country.flatMap { Self.none.contains($0) ? nil : $0 }
  }
}
