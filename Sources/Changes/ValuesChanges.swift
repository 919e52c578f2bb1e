import Deployments
import Flyte
import Values

/// The differences between the user's own values on two sides.
enum ValuesChanges {
  private static let root = ChangePath(fields: ["values"])
  private static let sections = [["plugins", "k8s"], ["later", "plugins", "k8s"]]

  /// The settings whose field of pods is known. Where an overlay says the same, they are hidden.
  static func settings(
    _ before: Deployment, _ after: Deployment, groups: [Int]
  ) -> [Finding] {
    sections.flatMap { path in
      SettingChanges.ofPods(
        before.values.tree[path: path] ?? .empty, after.values.tree[path: path] ?? .empty,
        at: ChangePath(root.steps + ChangePath(fields: path).steps), groups
      ).filter { $0.field != nil || $0.stated == .neutral }
    }
  }

  /// All others, whose meaning is what pods show.
  static func others(_ before: Deployment, _ after: Deployment) -> [ValueChange] {
    let known = Set(settings(before, after, groups: []).map(\.value))
    let (old, new) = (before.values.tree, after.values.tree)
    return TreeComparison.changes(PlainValue(old), PlainValue(new), at: root).filter {
      !known.contains($0)
    }
  }

  /// The meaning of such a change by itself, whatever pods show: incomparable where the model does not follow
  /// what it does.
  static func stated(_ change: ValueChange) -> Meaning {
    let path = change.path.dropping(root.steps.count)
    let isUnknown = [["external"], ["arrayNamespace"]].contains { path == ChangePath(fields: $0) }
    let key = sections.lazy.compactMap { path.relative(to: ChangePath(fields: $0)) }.first
    guard case .field(let name)? = key?.steps.first,
      case .notModeled = SettingKey.setting(name.text)?.effect
    else { return isUnknown ? .incomparable : .neutral }
    return .incomparable
  }

  /// The part of the values that such a change is in: the meaning of each part is what it alone shows.
  static func cause(of change: ValueChange) -> FactChanges.Cause {
    let path = change.path.dropping(root.steps.count)
    func isBelow(_ sections: [[String]]) -> Bool {
      sections.contains { path.relative(to: ChangePath(fields: $0)) != nil }
    }
    if isBelow([["webhook"], ["later", "webhook"]]) { return .webhookValues }
    if isBelow([["plugins", "ray"], ["plugins", "spark"], ["internalApps"]]) {
      return .pluginValues
    }
    return .values
  }

  /// Returns whether a change is one of these.
  static func has(_ change: ValueChange) -> Bool { change.path.relative(to: root) != nil }

  /// The place that says a value now.
  static func origin(of change: ValueChange, in deployment: Deployment) -> Origin? {
    OriginSearch.origin(
      of: change.path.dropping(root.steps.count), in: deployment.values.tree)
  }
}
