internal import DataFiles
internal import Diagnostics

/// Whether places lie in the region, and capitals in the state, that they are said to lie in.
struct PlaceCheck {
  let world: World

  /// No place is farther from the middle of its region; a mistaken sign or digit makes it so.
  private static let farthest = 1_500.0
  /// What other places may lie in.
  private static let regions: Set<String> = ["province", "region", "district"]

  func problems(of checked: [WorldCheck.Checked]) -> [Problem] {
    checked.flatMap { item -> [Problem] in
      switch item.entry.kind {
      case .state: capitalProblems(of: item)
      case .place: regionProblems(of: item)
      default: []
      }
    }
  }

  private func capitalProblems(of item: WorldCheck.Checked) -> [Problem] {
    item.record.fields.filter { $0.name == "capital" }.compactMap { field in
      guard let capital = world.entry(field.value), capital.kind == .place,
        capital.country != item.entry.id || capital.subkind != "city"
      else { return nil }
      return Problem(.dataValue, at: item.record.place(of: field), field.value, "it should be a city of the state")
    }
  }

  private func regionProblems(of item: WorldCheck.Checked) -> [Problem] {
    guard let region = item.entry.region.flatMap(world.entry), region.kind == .place else { return [] }
    var problems: [Problem] = []
    if region.country != item.entry.country {
      problems.append(item.invalid("in", "a region of the same country"))
    } else if region.id == item.entry.id || !(region.subkind.map(Self.regions.contains) ?? false) {
      problems.append(item.invalid("in", "a province, region or district"))
    }
    if let place = item.entry.coordinates, let middle = region.coordinates,
      Distance.kilometres(from: place, to: middle) > Self.farthest
    {
      problems.append(item.invalid("lat", "less than \(Int(Self.farthest)) km from the middle of \(region.id)"))
    }
    return problems
  }
}
