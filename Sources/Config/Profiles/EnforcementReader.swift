import Model
import Values

/// Reads how pods are held to a profile.
enum EnforcementReader {
  static func enforcement(_ tree: OriginTree?) -> Enforcement? {
    guard let tree, let action = tree.string.flatMap(Enforcement.Action.init) else { return nil }
    return Enforcement(action: action, origin: tree.origin)
  }

  static func allowance(_ tree: OriginTree) -> Allowance? {
    guard !tree.entries.isEmpty else { return nil }
    func ids(_ key: String) -> [Located<ClosedRange<Int64>>]? {
      tree[key].map { list in
        list.items.compactMap { item in
          item.string.flatMap(TextForms.idRange).map { Located($0, origin: item.origin) }
        }
      }
    }
    func texts(_ key: String) -> [Located<String>]? { tree[key].map(ProfileTable.names) }
    return Allowance(
      users: ids("users"), groups: ids("groups"), capabilities: texts("capabilities"),
      registries: tree["registries"].map { Located(ProfileTable.names($0), origin: $0.origin) },
      origin: tree.origin)
  }
}
