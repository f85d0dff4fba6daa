/// What PLOVER's types are in other codings.
///
/// CAMEO codes are those of the PLOVER project's table "CAMEO2PLOVER-2021", read from right to left: of the codes that it
/// gives to a type and mode, the one that says no more than they do. (The table calls REQUEST by its older name DEMAND.)
/// CAMEO is broader in some places and narrower in others, so a code here says less than a coder of CAMEO would.
enum PloverCodes {
  /// Whether an act is of words or of deeds, for or against: 1 to 4, as in the PLOVER manual.
  static func quad(_ type: String) -> Int? {
    switch type {
    case "AGREE", "CONSULT", "SUPPORT", "CONCEDE": 1
    case "COOPERATE", "AID", "RETREAT": 2
    case "REQUEST", "ACCUSE", "REJECT", "THREATEN": 3
    case "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT": 4
    default: nil
    }
  }

  /// The words for the four in the POLECAT data.
  static func quadName(_ type: String) -> String? {
    quad(type).map { ["VERBAL COOPERATION", "MATERIAL COOPERATION", "VERBAL CONFLICT", "MATERIAL CONFLICT"][$0 - 1] }
  }

  /// The CAMEO code, or `nil` for a type that PLOVER does not have.
  static func cameo(type: String, mode: String?) -> String? {
    guard let general = general[type] else { return nil }
    return mode.flatMap { modes[type + "/" + $0] } ?? general
  }

  private static let general = [
    "AGREE": "030", "CONSULT": "040", "SUPPORT": "050", "COOPERATE": "060", "AID": "070", "CONCEDE": "080",
    "RETREAT": "084", "REQUEST": "100", "ACCUSE": "110", "REJECT": "120", "THREATEN": "130", "PROTEST": "140",
    "MOBILIZE": "150", "SANCTION": "160", "COERCE": "170", "ASSAULT": "180",
  ]

  private static let modes = [
    "CONSULT/phone": "041", "CONSULT/visit": "042", "CONSULT/host": "043", "CONSULT/third-party": "044",
    "RETREAT/release": "0841", "RETREAT/return": "0842", "RETREAT/ease": "085", "RETREAT/access": "086",
    "RETREAT/disarm": "087", "RETREAT/ceasefire": "0871", "RETREAT/withdraw": "0872",
    "ACCUSE/investigate": "090", "ACCUSE/disapprove": "110",
    "REQUEST/assist": "101", "REQUEST/change": "104", "REQUEST/yield": "105", "REQUEST/meet": "106",
    "REJECT/assist": "121", "REJECT/change": "123", "REJECT/yield": "124", "REJECT/meet": "125",
    "THREATEN/relations": "131", "THREATEN/restrict": "131", "THREATEN/ban": "132", "THREATEN/expel": "136",
    "THREATEN/violence": "138", "THREATEN/territory": "1382",
    "PROTEST/demo": "141", "PROTEST/hunger": "142", "PROTEST/boycott": "143", "PROTEST/obstruct": "144",
    "PROTEST/riot": "145",
    "MOBILIZE/police": "153", "MOBILIZE/troops": "154",
    "SANCTION/withdraw": "161", "SANCTION/discontinue": "162", "SANCTION/expel": "166",
    "COERCE/confiscate": "171", "COERCE/restrict": "172", "COERCE/ban": "1722", "COERCE/curfew": "1723",
    "COERCE/martial-law": "1724", "COERCE/arrest": "173", "COERCE/deport": "174",
    "ASSAULT/abduct": "181", "ASSAULT/beat": "182", "ASSAULT/sexual": "1821", "ASSAULT/torture": "1822",
    "ASSAULT/suicide-attack": "183", "ASSAULT/explosives": "183", "ASSAULT/assassinate": "186",
    "ASSAULT/firearms": "193", "ASSAULT/heavy-weapons": "194", "ASSAULT/destroy": "1712", "ASSAULT/cleansing": "202",
    "ASSAULT/unconventional": "200",
  ]
}
