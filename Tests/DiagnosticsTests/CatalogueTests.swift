import Testing

@testable import Diagnostics

@Suite struct CatalogueTests {
  /// The codes as they were released: a line may be added, none may change.
  static let released: [(Problem.Code, String, Problem.Severity)] = [
    (.unreadable, "SND101", .error), (.empty, "SND102", .error), (.binary, "SND103", .error),
    (.notUTF8, "SND104", .error), (.decodedFromWindows1256, "SND105", .warning), (.lineTooLong, "SND106", .error),
    (.unbalancedQuotes, "SND107", .warning), (.notJSON, "SND201", .error), (.jsonField, "SND202", .error),
    (.noText, "SND203", .error), (.badDate, "SND204", .warning), (.duplicateID, "SND205", .warning),
    (.tooLarge, "SND206", .error), (.replacedBytes, "SND108", .warning), (.noReport, "SND207", .error),
    (.emptyEntry, "SND208", .warning), (.damagedArchive, "SND209", .error), (.unpacksTooLarge, "SND210", .error),
    (.unknownCoding, "SND211", .error), (.badAddress, "SND109", .error), (.forbiddenAddress, "SND110", .error),
    (.forbiddenByRobots, "SND111", .error), (.fetchFailed, "SND112", .error), (.httpStatus, "SND113", .error),
    (.dataSyntax, "SND301", .error), (.dataField, "SND302", .error),
    (.dataMissing, "SND303", .error), (.dataDuplicate, "SND304", .error), (.dataReference, "SND305", .error),
    (.dataValue, "SND306", .error), (.dataFileMissing, "SND307", .error), (.modelDamaged, "SND308", .error),
    (.notGeoNames, "SND221", .error), (.dataFileUnknown, "SND321", .warning), (.dataClash, "SND322", .error),
    (.dataTerm, "SND323", .error), (.dataExample, "SND324", .error),
    (.badOption, "SND401", .error),
    (.notWritable, "SND402", .error), (.linesFailed, "SND403", .error),
    (.ledgerMissing, "SND501", .error), (.ledgerForeign, "SND502", .error), (.ledgerNewer, "SND503", .error),
    (.ledgerFailed, "SND504", .error), (.ledgerDamaged, "SND505", .error), (.searchEmpty, "SND506", .error),
    (.searchField, "SND507", .error), (.filterValue, "SND508", .warning), (.ingestStopped, "SND509", .warning),
  ]

  @Test func `every problem keeps the code and the severity it was released with`() {
    for (code, text, severity) in Self.released {
      #expect(code.rawValue == text)
      #expect(code.severity == severity, "\(text)")
    }
  }

  @Test func `every problem is in the table of released codes`() {
    #expect(Set(Problem.Code.allCases) == Set(Self.released.map(\.0)))
  }

  @Test func `no two problems have one code`() {
    #expect(Set(Problem.Code.allCases.map(\.rawValue)).count == Problem.Code.allCases.count)
  }

  @Test(arguments: Problem.Code.allCases)
  func `every problem says what is wrong and what to do, and leaves no fact unsaid`(code: Problem.Code) {
    let text = ProblemText.render(Problem(code, at: InputPlace(file: "f", line: 1), "alef", "be"))
    #expect(!code.what.isEmpty && !code.remedy.isEmpty)
    #expect(!text.contains("{0}") && !text.contains("{1}"), "\(text)")
    #expect(!code.remedy.contains("{"), "a remedy has no facts")
  }
}
