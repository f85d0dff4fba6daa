internal import DataFiles
internal import Diagnostics

/// Terms of an office that only one person has at a time (`holders: one`), where they overlap.
struct OfficeCheck {
  let world: World

  private struct Key: Hashable {
    var title: String
    var of: String
  }

  private struct Term {
    var office: Office
    var person: String
    var place: InputPlace
  }

  func problems(of checked: [WorldCheck.Checked]) -> [Problem] {
    var problems: [Problem] = []
    for terms in terms(of: checked).values {
      // The term that lasts longest of those before.
      var last: Term?
      for term in terms.sorted(by: { ($0.office.start, $0.person) < ($1.office.start, $1.person) }) {
        if let earlier = last, earlier.office.end.map({ Office.isBefore(term.office.start, $0) }) ?? true {
          problems.append(Problem(.dataTerm, at: term.place, term.person, earlier.person))
        }
        if let end = last?.office.end, term.office.end.map({ !Office.isBefore($0, end) }) ?? true { last = term }
        if last == nil { last = term }
      }
    }
    return problems
  }

  private func terms(of checked: [WorldCheck.Checked]) -> [Key: [Term]] {
    var terms: [Key: [Term]] = [:]
    for item in checked {
      // A term that could not be read is a problem of its own; then lines and offices do not go together.
      let fields = item.record.fields.filter { $0.name == "office" }
      guard fields.count == item.entry.offices.count else { continue }
      for (field, office) in zip(fields, item.entry.offices)
      where world.entry(office.title)?.hasOneHolder == true {
        terms[Key(title: office.title, of: office.of), default: []].append(
          Term(office: office, person: item.entry.id, place: item.record.place(of: field)))
      }
    }
    return terms
  }
}
