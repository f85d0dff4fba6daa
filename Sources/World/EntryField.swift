internal import DataFiles

/// The fields that records of the world files may have.
enum EntryField: String, CaseIterable {
  case id, latin, name, afghan, country, sector, ambiguous, kind, lat, lon, short, office, plural, of, adjective, people
  case capital, government, example, not, note, holders
  case region = "in"
  case partOf = "part-of"
  case branchOf = "branch-of"
  case sectorFrom = "sector-from"

  /// The field of this name, or `nil` where there is none.
  init?(_ name: UnsafeRawBufferPointer) {
    guard let packed = PackedName(name) else { return nil }
    let found = Self.packed.withUnsafeBufferPointer { names in
      for index in names.indices where names[index].first == packed.first && names[index].second == packed.second {
        return index
      }
      return -1
    }
    guard found >= 0 else { return nil }
    self = Self.all[found]
  }

  /// Whether a record of this kind may have it.
  func isKnown(to kind: Entry.Kind) -> Bool {
    switch self {
    case .id, .latin, .name, .afghan, .country, .sector, .example, .not, .note, .ambiguous: true
    case .adjective, .people, .capital, .government: kind == .state
    case .lat, .lon: kind == .state || kind == .place || isBody(kind)
    case .region: kind == .place || isBody(kind)
    case .partOf: isBody(kind)
    case .kind: kind != .state && kind != .person && kind != .title
    case .short: kind == .person || kind == .group || kind == .medium || isBody(kind)
    case .office: kind == .person
    case .branchOf, .sectorFrom: kind == .group
    case .plural: kind == .agent || kind == .title
    case .of, .holders: kind == .title
    }
  }

  private func isBody(_ kind: Entry.Kind) -> Bool { kind == .organisation || kind == .institution }

  /// What the values of the field are to the entry, where they are names of it.
  var sense: NameSense? {
    switch self {
    case .name, .afghan, .plural: .name
    case .adjective: .adjective
    case .people: .people
    case .government: .government
    case .short: .short
    default: nil
    }
  }

  /// The bytes of a name of at most sixteen letters as two numbers, so that names are compared without a loop.
  private struct PackedName {
    var first: UInt64 = 0
    var second: UInt64 = 0

    init?(_ bytes: UnsafeRawBufferPointer) {
      guard bytes.count <= 16 else { return nil }
      for (index, byte) in bytes.enumerated() {
        if index < 8 {
          first |= UInt64(byte) << UInt64(index * 8)
        } else {
          second |= UInt64(byte) << UInt64(index * 8 - 64)
        }
      }
    }
  }

  private static let all = Array(allCases)
  private static let packed: [PackedName] = all.compactMap { field in
    Array(field.rawValue.utf8).withUnsafeBytes { PackedName($0) }
  }
}
