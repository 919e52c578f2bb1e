import Audit
import Diagnostics
import Judgment
import Values

/// The values of a template that its pods are refused for, and the template without them.
enum RefusedFields {
  /// A step for each field that a template says.
  static func steps(_ decisions: [JudgedPod.Decision]) -> [AuditStep] {
    var steps: [AuditStep] = []
    for decision in decisions {
      let container: ByteText?
      switch decision.source {
      case .template(let name): container = name
      case .podTemplate where !decision.field.hasPrefix("metadata"): container = nil
      default: continue
      }
      let place = decision.origin?.span.map {
        AuditPlace(path: $0.file.path, line: $0.line, column: $0.column)
      }
      let step = AuditStep.takeOut(ByteText(decision.field), of: container, place)
      if !steps.contains(step) { steps.append(step) }
    }
    return steps
  }

  /// A spec without a field of its pod, or of a container.
  static func taking(
    _ field: String, of container: String?, from spec: OriginTree
  ) -> OriginTree {
    let path = field.split(separator: ".").map(String.init)
    guard let container else {
      guard path.first == "volumes", path.count > 1 else { return taking(path[...], from: spec) }
      let name = path.dropFirst().joined(separator: ".")
      // The mounts of a volume go with it.
      return eachContainer(of: without(name, in: "volumes", of: spec)) {
        without(name, in: "volumeMounts", of: $0)
      }
    }
    return eachContainer(of: spec) {
      $0["name"]?.string == container ? taking(path[...], from: $0) : $0
    }
  }

  private static func eachContainer(
    of spec: OriginTree, _ edit: (OriginTree) -> OriginTree
  ) -> OriginTree {
    ["containers", "initContainers"].reduce(spec) { spec, list in
      guard let items = spec[list]?.items else { return spec }
      return spec.setting(list, to: OriginTree(.list(items.map(edit)), origin: spec.origin))
    }
  }

  /// A mapping without an entry of one of its lists.
  private static func without(
    _ name: String, in list: String, of tree: OriginTree
  ) -> OriginTree {
    guard let items = tree[list]?.items else { return tree }
    let kept = items.filter { $0["name"]?.string != name }
    return tree.setting(list, to: OriginTree(.list(kept), origin: tree.origin))
  }

  private static func taking(_ path: ArraySlice<String>, from tree: OriginTree) -> OriginTree {
    guard let first = path.first, let inner = tree[first] else { return tree }
    guard path.count > 1 else { return tree.setting(first, to: nil) }
    return tree.setting(first, to: taking(path.dropFirst(), from: inner))
  }
}
