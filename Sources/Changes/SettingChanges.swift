import Deployments
import Values

/// The differences between the settings of Flyte that two clusters have.
enum SettingChanges {
  static func findings(
    _ before: Deployment, _ after: Deployment, groups: [Int]
  ) -> [Finding] {
    let plugins = ChangePath(fields: ["plugins", "k8s"])
    return ofPods(before.settings, after.settings, at: plugins, groups)
      + compare(before.ray, after.ray, at: ChangePath(fields: ["plugins", "ray"]), groups)
      + compare(before.webhook, after.webhook, at: ChangePath(fields: ["webhook"]), groups)
  }

  /// The differences between two sections that say what pods have.
  static func ofPods(
    _ before: OriginTree, _ after: OriginTree, at root: ChangePath, _ groups: [Int]
  ) -> [Finding] {
    compare(before, after, at: root, groups, isPods: true)
  }

  /// - Parameter isPods: whether it is a section that says what pods have.
  private static func compare(
    _ before: OriginTree, _ after: OriginTree, at root: ChangePath, _ groups: [Int],
    isPods: Bool = false
  ) -> [Finding] {
    let changes = TreeComparison.changes(
      before.isEmpty ? nil : PlainValue(before), after.isEmpty ? nil : PlainValue(after), at: root)
    return changes.map { change in
      let path = change.path.dropping(root.steps.count)
      let field = isPods ? field(of: path) : nil
      let stated: Meaning =
        if change.isMove || isPods && isNeutral(path) { .neutral } else if let field {
          SecurityFields.meaning(of: field, change.before, change.after)
        } else { .incomparable }
      return Finding(
        .setting, change, stated: stated, groups: groups, field: field,
        origin: OriginSearch.origin(of: path, in: after))
    }
  }

  /// The sections that are security contexts.
  private static let contexts = [
    ["default-security-context"], ["default-pod-security-context"],
    ["co-pilot", "security-context"],
  ]

  /// Other settings, by the field that they set.
  private static let fields: [(setting: [String], field: [String])] = [
    (["enable-host-networking-pod"], ["hostNetwork"]),
    (["co-pilot", "image"], ["image"]),
    (["co-pilot", "cpu"], ["resources", "cpu"]),
    (["co-pilot", "memory"], ["resources", "memory"]),
    (["co-pilot", "storage"], ["resources", "storage"]),
    (["default-cpus"], ["resources", "cpu"]),
    (["default-memory"], ["resources", "memory"]),
    (["image-pull-policy"], ["imagePullPolicy"]),
    (["default-tolerations"], ["tolerations"]),
    (["default-node-selector"], ["nodeSelector"]),
    (["default-labels"], ["metadata", "labels"]),
    (["default-annotations"], ["metadata", "annotations"]),
    (["scheduler-name"], ["schedulerName"]),
  ]

  /// True for the times that co-pilot waits and for the name of the default template, whose pods
  /// are compared.
  private static func isNeutral(_ path: ChangePath) -> Bool {
    [
      ["co-pilot", "timeout"], ["co-pilot", "start-timeout"], ["default-pod-template-name"],
      ["default-pod-template-resync"], ["create-container-config-error-grace-period"],
    ].contains { path == ChangePath(fields: $0) }
  }

  /// The field of pods that a setting is; nil where it is none that is known.
  private static func field(of path: ChangePath) -> ChangePath? {
    for context in contexts {
      if let inner = path.relative(to: ChangePath(fields: context)) {
        return ChangePath(ChangePath(fields: ["securityContext"]).steps + inner.steps)
      }
    }
    for (setting, field) in fields {
      if let inner = path.relative(to: ChangePath(fields: setting)) {
        return ChangePath(ChangePath(fields: field).steps + inner.steps)
      }
    }
    return nil
  }
}
