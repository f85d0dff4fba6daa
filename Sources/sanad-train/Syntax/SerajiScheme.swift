import PersianSyntax

/// Brings a tree of UD Persian Seraji nearer to the scheme of PerDT, which is the scheme of the output.
enum SerajiScheme {
  private static let relations = [
    "nmod:poss": "nmod", "acl:relcl": "acl", "flat": "flat:name", "flat:foreign": "flat:name", "det:predet": "det",
    "cc:preconj": "cc", "aux:pass": "aux", "dislocated": "dep", "compound:prt": "dep",
  ]

  static func mapped(_ sentence: CoNLLU.Sentence) -> CoNLLU.Sentence {
    var sentence = sentence
    for index in sentence.lines.indices where sentence.lines[index].isWord {
      let columns = sentence.lines[index].columns
      if columns[3] == "PART", columns[7] == "case" { sentence.lines[index].columns[3] = "ADP" }
      if let relation = relations[columns[7]] { sentence.lines[index].columns[7] = relation }
    }
    return sentence
  }
}
