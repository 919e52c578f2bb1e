import Model
import PodAPI
import Values

/// One thing that a section of a profile says: a value, a struct that is taken whole, or a list.
struct Statement: Hashable {
  let section: ProfileSection
  /// Field names, and keys of maps.
  let path: [String]
  let value: OriginTree

  /// `containers.securityContext.runAsUser`.
  var name: String { ([section.rawValue] + path).joined(separator: ".") }

  /// Everything that a section says, but containers of the profile's own; nulls, which take away, are
  /// none of it.
  static func all(of profile: Profile, in section: ProfileSection) -> [Statement] {
    var tree = section.tree(of: profile)
    if section == .pod {
      for list in OwnContainers.List.allCases { tree = tree.setting(list.rawValue, to: nil) }
    }
    return all(in: tree, section, path: [])
  }

  private static func all(
    in tree: OriginTree, _ section: ProfileSection, path: [String]
  ) -> [Statement] {
    tree.entries.flatMap { entry -> [Statement] in
      let place = path + [entry.key]
      switch entry.value.content {
      case .null: return []
      case .mapping where !WholeStructs.contain(entry.key):
        return all(in: entry.value, section, path: place)
      default: return [Statement(section: section, path: place, value: entry.value)]
      }
    }
  }

  /// The number of profiles above the one that sets it.
  var depth: Int { value.origin.via.count }
}
