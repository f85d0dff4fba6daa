extension Problem {
  /// How much a problem stops.
  public enum Severity: String, Sendable {
    /// The input, or this line of it, could not be used.
    case error
    /// The work goes on, and its result may be less than the user expects.
    case warning
  }

  /// The catalogue of everything Sanad can report. A code, once released, is never reused for another meaning.
  ///
  /// 1xx: reading input; 2xx: documents; 3xx: data files; 4xx: the command line and the machine; 5xx: the ledger.
  public enum Code: String, Sendable, CaseIterable {
    case unreadable = "SND101"
    case empty = "SND102"
    case binary = "SND103"
    case notUTF8 = "SND104"
    case decodedFromWindows1256 = "SND105"
    case lineTooLong = "SND106"
    case unbalancedQuotes = "SND107"
    case replacedBytes = "SND108"
    case badAddress = "SND109"
    case forbiddenAddress = "SND110"
    case forbiddenByRobots = "SND111"
    case fetchFailed = "SND112"
    case httpStatus = "SND113"

    case notJSON = "SND201"
    case jsonField = "SND202"
    case noText = "SND203"
    case badDate = "SND204"
    case duplicateID = "SND205"
    case tooLarge = "SND206"
    case noReport = "SND207"
    case emptyEntry = "SND208"
    case damagedArchive = "SND209"
    case unpacksTooLarge = "SND210"
    case unknownCoding = "SND211"
    case notGeoNames = "SND221"

    case dataSyntax = "SND301"
    case dataField = "SND302"
    case dataMissing = "SND303"
    case dataDuplicate = "SND304"
    case dataReference = "SND305"
    case dataValue = "SND306"
    case dataFileMissing = "SND307"
    case modelDamaged = "SND308"
    case dataFileUnknown = "SND321"
    case dataClash = "SND322"
    case dataTerm = "SND323"
    case dataExample = "SND324"

    case badOption = "SND401"
    case notWritable = "SND402"
    case linesFailed = "SND403"

    case ledgerMissing = "SND501"
    case ledgerForeign = "SND502"
    case ledgerNewer = "SND503"
    case ledgerFailed = "SND504"
    case ledgerDamaged = "SND505"
    case searchEmpty = "SND506"
    case searchField = "SND507"
    case filterValue = "SND508"
    case ingestStopped = "SND509"
  }
}

extension Problem.Code {
  /// How much this problem stops.
  public var severity: Problem.Severity {
    switch self {
    case .decodedFromWindows1256, .unbalancedQuotes, .duplicateID, .badDate, .filterValue, .ingestStopped,
      .replacedBytes, .emptyEntry, .dataFileUnknown:
      .warning
    default: .error
    }
  }

  /// What is wrong; `{0}` and `{1}` stand for the problem's facts.
  var what: String {
    switch self {
    case .unreadable: "this file cannot be read: {0}"
    case .empty: "there is no text in this input"
    case .binary: "this is not text: it holds bytes that no text has ({0})"
    case .notUTF8: "this is neither UTF-8 nor any encoding that is recognised for Persian ({0})"
    case .decodedFromWindows1256: "this text was written in Windows-1256, and was decoded from it"
    case .lineTooLong: "this line is {0} bytes long; at most {1} are read"
    case .unbalancedQuotes: "a quotation mark {0} has no partner in its paragraph"
    case .replacedBytes: "some bytes of this page are no character; each became U+FFFD"
    case .badAddress: "this is no address of the web: {0}"
    case .forbiddenAddress: "{0} is at {1}, which is no address of the public internet"
    case .forbiddenByRobots: "the site's robots.txt asks not to fetch this"
    case .fetchFailed: "this could not be fetched: {0}"
    case .httpStatus: "the server answered with status {0}"
    case .notJSON: "this line is not a JSON object: {0}"
    case .jsonField: "the field \"{0}\" should be {1}"
    case .noText: "this document has no text: neither \"text\" nor \"event_text\" is there"
    case .badDate: "\"{0}\" is not a date; the article is read as undated"
    case .duplicateID: "the id \"{0}\" was used before, in line {1}"
    case .tooLarge: "this input is larger than {0} bytes"
    case .noReport: "no text was found here that could be a report"
    case .emptyEntry: "the entry \"{0}\" has no text"
    case .damagedArchive: "this archive is damaged here: {0}"
    case .unpacksTooLarge: "this unpacks to more than {0} bytes"
    case .unknownCoding: "this is encoded as \"{0}\", which is not known here"
    case .notGeoNames: "this line is no place of GeoNames: {0}"
    case .dataSyntax: "this line is no field: {0}"
    case .dataField: "a {0} record has no field called \"{1}\""
    case .dataMissing: "the record \"{0}\" lacks the field \"{1}\""
    case .dataDuplicate: "\"{0}\" is already defined in {1}"
    case .dataReference: "\"{0}\" names a {1} that does not exist"
    case .dataValue: "\"{0}\" is not a valid value: {1}"
    case .dataFileMissing: "the data folder does not hold {0}"
    case .modelDamaged: "this model file is damaged, or was made for another version"
    case .dataFileUnknown: "the data folder holds {0}, which nothing reads"
    case .dataClash: "the name \"{0}\" stands for {1} too, and nothing tells the two apart"
    case .dataTerm: "{0} has an office of one holder while {1} has it"
    case .dataExample: "\"{0}\" is not read as its record says: found was {1}"
    case .badOption: "{0}"
    case .notWritable: "the output cannot be written: {0}"
    case .linesFailed: "{0} of {1} lines could not be used; all others were"
    case .ledgerMissing: "there is no ledger here"
    case .ledgerForeign: "this file is no ledger of Sanad"
    case .ledgerNewer: "this ledger was made by a later version of Sanad"
    case .ledgerFailed: "the ledger could not be used: {0}"
    case .ledgerDamaged: "{0}: {1}"
    case .searchEmpty: "there is nothing to look for in this query"
    case .searchField: "\"{0}\" is not valid for {1}"
    case .filterValue: "the ledger knows no {0} called \"{1}\""
    case .ingestStopped: "stopped; {0} documents were stored and {1} were there before"
    }
  }

  /// What the user can do about it.
  var remedy: String {
    switch self {
    case .unreadable: "check the name and the permissions, or give - to read standard input"
    case .empty: "give a file with a report in it"
    case .binary: "give plain text or JSONL; a PDF or a Word file must be turned into text first"
    case .notUTF8: "save it as UTF-8 and try again"
    case .decodedFromWindows1256: "nothing to do; offsets count the decoded text. Save it as UTF-8 to be sure"
    case .lineTooLong: "cut the document into articles, one to a line"
    case .unbalancedQuotes: "nothing to do; the quotation was taken to end with its paragraph"
    case .replacedBytes: "nothing to do; look at the page's encoding if words are missing"
    case .badAddress: "write it as https://host/path"
    case .forbiddenAddress: "allow this host by name if it is yours"
    case .forbiddenByRobots: "ask the site for leave, or take the report from its feed"
    case .fetchFailed: "try again later, or save the page and read the file"
    case .httpStatus: "check the address"
    case .notJSON: "write one JSON object to a line, or use `sanad read` for plain text"
    case .jsonField: "mend this line"
    case .noText: "give the report's words in \"text\""
    case .badDate: "write it as 2025-03-10 or 2025-03-10T18:00:00+03:00"
    case .duplicateID: "give every document an id of its own, or records cannot be told apart"
    case .tooLarge: "cut it into smaller files"
    case .noReport: "give the page of one report; lists of reports and pages made by scripts hold none"
    case .emptyEntry: "nothing to do; the report may be at its link"
    case .damagedArchive: "nothing to do if the other records suffice; all that could be read were"
    case .unpacksTooLarge: "unpack it first and see what is in it"
    case .unknownCoding: "fetch it again without this coding"
    case .notGeoNames: "give a file as GeoNames publishes it, with tabs between the columns"
    case .dataSyntax: "write `name: value`, or begin the line with # or +"
    case .dataField: "see docs/data-format.md for the fields of this kind of record"
    case .dataMissing: "add it"
    case .dataDuplicate: "remove one of the two, or merge them"
    case .dataReference: "add that record, or correct the name"
    case .dataValue: "see docs/data-format.md for what may stand here"
    case .dataFileMissing: "give the folder that holds Sanad's Data, or leave --data out"
    case .modelDamaged: "install Sanad again, or make the model anew with sanad-train"
    case .dataFileUnknown: "name it as in Sanad's Data, or like world/places+mine.rec to add to world/places.rec"
    case .dataClash: "merge the two records, or correct kind, country or in; see docs/data-format.md for ambiguous"
    case .dataTerm: "correct one of the two terms"
    case .dataExample: "give the record the name that the sentence has, or correct the sentence"
    case .badOption: "see `sanad help`"
    case .notWritable: "check the disk and the permissions"
    case .linesFailed: "each is named above with its line"
    case .ledgerMissing: "make one with `sanad ingest FILES --ledger LEDGER`"
    case .ledgerForeign: "give the name of a ledger, or of a file that does not exist yet"
    case .ledgerNewer: "install the version of Sanad that made it, or a later one"
    case .ledgerFailed: "check the disk and the permissions, and that no other program holds the file"
    case .ledgerDamaged: "restore the ledger from a copy, or ingest the documents again into a new one"
    case .searchEmpty: "give a word, a phrase in quotation marks, or a field such as actor:IRN"
    case .searchField: "write from:2024-03-20, type:ASSAULT, source:NAME, actor:NAME or place:NAME"
    case .filterValue: "give a name, an id of the world files, or a country code as the records have it"
    case .ingestStopped: "run the same command again to go on"
    }
  }
}
