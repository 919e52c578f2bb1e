public import Origins

/// Laying one tree of Pod API fields over another, as profiles are.
///
/// Mappings merge; lists whose entries have a key in Kubernetes merge by that key; tolerations are
/// appended; any other list is replaced; null removes what came from below. Of fields that exclude
/// each other the upper layer's is kept. Each leaf keeps the origin of the layer it comes from.
public enum Layering {
  /// How the entries of a list are told apart.
  public enum ListRule: Sendable, Hashable {
    /// By the value of a field.
    case keyed(String)
    /// They are not: the upper list is appended.
    case appended
    /// They are not: the upper list replaces the lower.
    case replaced
  }

  /// The rule for the list under a field name (Kubernetes' own merge keys).
  public static func rule(for field: String) -> ListRule {
    switch field {
    case "volumes", "env", "containers", "initContainers", "imagePullSecrets", "resourceClaims",
      "claims", "sysctls", "schedulingGates":
      .keyed("name")
    case "volumeMounts": .keyed("mountPath")
    case "volumeDevices": .keyed("devicePath")
    case "ports": .keyed("containerPort")
    case "hostAliases": .keyed("ip")
    case "topologySpreadConstraints": .keyed("topologyKey")
    case "tolerations": .appended
    default: .replaced
    }
  }

  /// Lays `upper` over `lower`.
  /// - Parameter field: the name of the field that holds them; chooses the rule for lists.
  public static func lay(
    _ upper: OriginTree, over lower: OriginTree, field: String = ""
  ) -> OriginTree {
    switch (upper.content, lower.content) {
    case (.mapping(let above), .mapping(let below)):
      let compatible = below.filter { entry in
        !above.contains { excludes($0, entry, in: field) }
      }
      return OriginTree(.mapping(entries(above, over: compatible)), origin: upper.origin)
    case (.mapping(let above), _):
      return OriginTree(.mapping(entries(above, over: [])), origin: upper.origin)
    case (.list(let above), .list(let below)):
      return OriginTree(
        .list(items(above, over: below, field: field)), origin: upper.origin)
    default:
      return upper
    }
  }

  /// Whether an entry of the upper layer leaves no room for one of the lower: a volume has one
  /// source, a probe one handler, and only a `Localhost` profile names a file.
  private static func excludes(
    _ upper: OriginTree.Entry, _ lower: OriginTree.Entry, in field: String
  ) -> Bool {
    guard upper.key != lower.key, upper.value.content != .null else { return false }
    switch field {
    case "volumes": return upper.key != "name" && lower.key != "name"
    case "env": return [upper.key, lower.key].sorted() == ["value", "valueFrom"]
    case "livenessProbe", "readinessProbe", "startupProbe", "postStart", "preStop":
      let handlers = ["exec", "grpc", "httpGet", "sleep", "tcpSocket"]
      return handlers.contains(upper.key) && handlers.contains(lower.key)
    case "seccompProfile", "appArmorProfile":
      return upper.key == "type" && upper.value.string != "Localhost"
        && lower.key == "localhostProfile"
    default: return false
    }
  }

  private static func entries(
    _ upper: [OriginTree.Entry], over lower: [OriginTree.Entry]
  ) -> [OriginTree.Entry] {
    var result = lower
    for entry in upper {
      let index = result.firstIndex { $0.key == entry.key }
      if case .null = entry.value.content {
        if let index { result.remove(at: index) }
      } else if let index {
        result[index].value = lay(entry.value, over: result[index].value, field: entry.key)
      } else {
        var added = entry
        added.value = lay(entry.value, over: .empty, field: entry.key)
        result.append(added)
      }
    }
    return result
  }

  private static func items(
    _ upper: [OriginTree], over lower: [OriginTree], field: String
  ) -> [OriginTree] {
    switch rule(for: field) {
    case .replaced: return upper
    case .appended:
      return lower + upper.filter { item in !lower.contains { $0.holdsSameValues(as: item) } }
    case .keyed(let key):
      var result = lower
      for item in upper {
        let found = result.firstIndex { below in
          guard let name = below[key], let other = item[key] else { return false }
          return name.holdsSameValues(as: other)
        }
        if let found {
          result[found] = lay(item, over: result[found], field: field)
        } else {
          result.append(item)
        }
      }
      return result
    }
  }
}
