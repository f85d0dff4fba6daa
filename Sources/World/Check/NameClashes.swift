internal import DataFiles
internal import Diagnostics
internal import PersianText

/// Names that two records have in common and that nothing can tell apart: of one kind, one country and one region.
///
/// A city and its province, or two villages of two provinces, may well have one name: a text tells them apart.
enum NameClashes {
  private struct Name: Hashable {
    var key: [UInt8]
    var kind: Entry.Kind
    var subkind: String?
    var country: String?
    var region: String?
  }

  static func problems(of checked: [WorldCheck.Checked]) -> [Problem] {
    var problems: [Problem] = []
    var owners: [Name: String] = [:]
    for item in checked where !item.entry.isAmbiguous {
      let entry = item.entry
      for field in item.record.fields where EntryField(rawValue: field.name)?.sense == .name {
        let name = Name(
          key: WordKey.key(of: field.value), kind: entry.kind, subkind: entry.subkind, country: entry.country,
          region: entry.region)
        let owner = owners[name] ?? entry.id
        if owner == entry.id {
          owners[name] = entry.id
        } else {
          problems.append(Problem(.dataClash, at: item.record.place(of: field), field.value, owner))
        }
      }
    }
    return problems
  }
}
