internal import PersianText

extension VerbAnalyser {
  /// Reads the words of a verb together: «خواهد رفت», «گفته شده است», «نرفته بودند», «دارد می‌رود».
  ///
  /// The analysis is that of the main verb with the tense, mood, voice, person and negation of the whole.
  ///
  /// - Returns: `nil` where the words are no form of one verb.
  public func analysis(ofPhrase words: [String]) -> VerbAnalysis? {
    analysis(ofPhraseKeys: words.map { WordKey.key(of: $0) })
  }

  /// Reads the words with these ``WordKey`` keys together.
  ///
  /// - Returns: `nil` where the words are no form of one verb.
  public func analysis(ofPhraseKeys keys: [[UInt8]]) -> VerbAnalysis? {
    var keys = keys
    // «رفته اند»: the ending of the perfect, written apart.
    if keys.count > 1, let last = keys.last, VerbEndings.perfect.contains(where: { $0.bytes == last }),
      keys[keys.count - 2].ends(with: VerbEndings.participle)
    {
      keys.removeLast()
      keys[keys.count - 1] += last
    }
    let readings = keys.map { key in key.withUnsafeBufferPointer { analyses(ofKey: $0) } }
    guard let first = readings.first else { return nil }
    if readings.count == 1 { return first.first }
    return progressive(readings) ?? future(readings) ?? perfect(readings[...])
  }

  /// «دارد می‌رود», «داشتند می‌رفتند».
  private func progressive(_ readings: [[VerbAnalysis]]) -> VerbAnalysis? {
    guard readings.count == 2, let have = readings[0].first(where: { isForm($0, of: "dashtan") }),
      var main = readings[1].first(where: { $0.aspect == .imperfective && $0.tense == have.tense })
    else { return nil }
    main.aspect = .progressive
    return main
  }

  /// «خواهد رفت», «گفته خواهد شد».
  private func future(_ readings: [[VerbAnalysis]]) -> VerbAnalysis? {
    guard let place = readings.firstIndex(where: { $0.contains { isForm($0, of: "khastan") && $0.tense == .present } }),
      let will = readings[place].first(where: { isForm($0, of: "khastan") }), place + 2 == readings.count,
      let short = readings[place + 1].first(where: { $0.tense == .past && $0.aspect == .simple && $0.person == 3 })
    else { return nil }
    var main = short
    if place == 1 {
      guard isForm(short, of: "shodan"), let participle = readings[0].first(where: { $0.shape == .participle }) else {
        return nil
      }
      main = participle
      main.voice = .passive
    } else if place > 1 {
      return nil
    }
    main.shape = .finite
    main.tense = .future
    main.aspect = .simple
    main.mood = .indicative
    main.person = will.person
    main.isPlural = will.isPlural
    main.isNegated = main.isNegated || will.isNegated
    return main
  }

  /// A participle with what carries it: «رفته است», «رفته بود», «رفته باشد», «گفته شد», «گفته شده است».
  private func perfect(_ readings: ArraySlice<[VerbAnalysis]>) -> VerbAnalysis? {
    guard let first = readings.first, let participle = first.first(where: { $0.shape == .participle }) else {
      return nil
    }
    let rest = readings.dropFirst()
    if let become = carrier(rest, of: "shodan") {
      guard !isForm(participle, of: "shodan") else { return nil }
      var passive = become
      passive.verb = participle.verb
      passive.voice = .passive
      passive.isNegated = become.isNegated || participle.isNegated
      return passive
    }
    guard rest.count == 1, let be = rest.first?.first(where: { isForm($0, of: "budan") && $0.shape == .finite }) else {
      return nil
    }
    var perfect = participle
    perfect.shape = .finite
    perfect.tense = .past
    perfect.aspect = be.tense == .past ? .pluperfect : .perfect
    perfect.mood = be.mood
    perfect.person = be.person
    perfect.isPlural = be.isPlural
    perfect.isNegated = participle.isNegated || be.isNegated
    return perfect
  }

  /// What carries a participle: one word, or a participle with its own carrier.
  private func carrier(_ readings: ArraySlice<[VerbAnalysis]>, of verb: String) -> VerbAnalysis? {
    guard let first = readings.first else { return nil }
    if readings.count == 1 { return first.first { isForm($0, of: verb) && $0.shape == .finite } }
    guard readings.count == 2, first.contains(where: { isForm($0, of: verb) && $0.shape == .participle }) else {
      return nil
    }
    return perfect(readings)
  }

  private func isForm(_ analysis: VerbAnalysis, of id: String) -> Bool {
    verbs[analysis.verb].id == id
  }
}

extension [UInt8] {
  fileprivate func ends(with suffix: [UInt8]) -> Bool { reversed().starts(with: suffix.reversed()) }
}
