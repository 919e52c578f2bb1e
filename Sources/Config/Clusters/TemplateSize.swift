import Model
import Values

/// The size of a profile's PodTemplate, known before it is made: the containers of the profile's
/// own take what it says of all of their kind, and `primary` and `default-init` repeat what
/// `containers` says.
struct TemplateSize {
  /// The number of its values.
  private(set) var values = 0
  /// About how many bytes it has as text.
  private(set) var bytes = 0

  /// The size of a profile's template.
  init(of profile: Profile) {
    let all = TemplateSize(profile.containers)
    let initial = TemplateSize(profile.initFields)
    for part in [profile.pod, profile.podMetadata, profile.primary] { add(TemplateSize(part)) }
    add(all, times: profile.primary.isEmpty ? 1 : 2)
    add(initial)
    add(all, times: profile.pod["containers"]?.items.count ?? 0)
    add(initial, times: profile.pod["initContainers"]?.items.count ?? 0)
  }

  private init(_ tree: OriginTree) { count(tree, indent: 4) }

  private mutating func add(_ other: TemplateSize, times: Int = 1) {
    values += other.values * times
    bytes += other.bytes * times
  }

  /// Each value stands in a line of its own, indented by two blanks a level.
  private mutating func count(_ tree: OriginTree, indent: Int) {
    values += 1
    bytes += indent + 4
    switch tree.content {
    case .string(let text): bytes += text.utf8.count
    case .list(let items): for item in items { count(item, indent: indent + 2) }
    case .mapping(let entries):
      for entry in entries {
        bytes += entry.key.utf8.count
        count(entry.value, indent: indent + 2)
      }
    case .null, .bool, .integer, .double: break
    }
  }
}
