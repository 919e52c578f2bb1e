import PodAPI
import Values

/// Compares the values of a template with those of a pod.
enum SaidField {
  /// True if a value of a pod contains everything in a tree; Flyte's merge only ever adds to lists.
  static func holds(_ tree: OriginTree, in value: PodValue?) -> Bool {
    guard let value else { return false }
    switch tree.content {
    case .mapping(let entries):
      return entries.allSatisfy { entry in
        switch value {
        case .object(let object): holds(entry.value, in: object.value(at: [entry.key]))
        case .map(let map): holds(entry.value, in: map[entry.key])
        default: false
        }
      }
    case .list(let items):
      return items.allSatisfy { item in value.items.contains { holds(item, in: $0) } }
    default: return PlainValue(tree) == value.plain
    }
  }

  /// Fields of one security context in a few words: `securityContext (a, b)`.
  static func together(_ fields: [String]) -> String {
    let common = "securityContext."
    guard fields.count > 1, fields.allSatisfy({ $0.hasPrefix(common) }) else {
      return fields.map { "'\($0)'" }.joined(separator: ", ")
    }
    let rest = fields.map { String($0.dropFirst(common.utf8.count)) }
    return "securityContext (\(rest.joined(separator: ", ")))"
  }
}
