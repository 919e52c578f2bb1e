import Deployments
import Flyte
import Values

/// The differences between the user's own values on two sides.
struct ValuesChanges {
  /// A key of a section of Flyte's configuration, or what is in no section: the part of the values that is
  /// tried alone.
  struct Part: Hashable {
    let path: [ByteText]

    /// A deployment with the part of another one's values.
    func applied(of other: Deployment, to deployment: Deployment) -> Deployment {
      var result = deployment
      let names = path.map(\.text)
      result.values = InstalledValues(
        tree: deployment.values.tree.setting(path: names, to: other.values.tree[path: names]))
      // Only this part takes all PodTemplates away.
      if names.first == "ownNamespaceOnly" { result.behaviors.store = other.behaviors.store }
      return result
    }
  }

  private static let root = ChangePath(fields: ["values"])
  private static let settings = [["plugins", "k8s"], ["later", "plugins", "k8s"]]
  private static let sections =
    settings + [
      ["plugins", "ray"], ["plugins", "spark"], ["webhook"], ["internalApps"],
      ["later", "webhook"],
    ]

  /// The settings whose field of pods is known.
  let settings: [Finding]
  /// All others. The meaning of each is what its part shows, or known.
  let others: [(change: ValueChange, origin: Origin?)]

  /// - Parameter groups: the groups of namespaces that are on both sides.
  init(_ before: Deployment, _ after: Deployment, groups: [Int]) {
    let (old, new) = (Self.tree(before), Self.tree(after))
    let known = Self.settings.flatMap { path in
      SettingChanges.ofPods(
        old[path: path] ?? .empty, new[path: path] ?? .empty,
        at: ChangePath(Self.root.steps + ChangePath(fields: path).steps), groups
      ).filter { ($0.field != nil || $0.stated == .neutral) && !Self.isNothing($0.value) }
        .map { Self.hidden($0, below: path, before, after) }
    }
    let values = Set(known.map(\.value))
    settings = known
    others = TreeComparison.changes(PlainValue(old), PlainValue(new), at: Self.root)
      .filter { !values.contains($0) }.map {
        ($0, OriginSearch.origin(of: $0.path.dropping(Self.root.steps.count), in: new))
      }
  }

  /// Maps with keys of the user's own are compared key by key, also where they are lists of mappings.
  private static func tree(_ deployment: Deployment) -> OriginTree {
    settings.reduce(deployment.values.tree) { tree, section in
      InstalledValues.usersKeys.sorted().reduce(tree) { tree, key in
        guard let value = tree[path: section + [key]], !value.items.isEmpty else { return tree }
        return tree.setting(path: section + [key], to: value.mergedKeys)
      }
    }
  }

  /// True if `null` comes or goes: it takes the chart's own value away, and pods show whether there is one.
  private static func isNothing(_ change: ValueChange) -> Bool {
    [change.before, change.after].allSatisfy { $0 == nil || $0 == .null }
  }

  /// A change of what another layer sets on both sides: no pod shows it, whatever else changes the field.
  private static func hidden(
    _ finding: Finding, below section: [String], _ before: Deployment, _ after: Deployment
  ) -> Finding {
    let path = finding.value.path.dropping(root.steps.count + section.count)
    let isCovered = [before, after].allSatisfy { deployment in
      section[0] != "later"
        && (has(path, deployment.settings) || has(path, deployment.values.laterSettings))
    }
    guard isCovered, finding.stated != .neutral else { return finding }
    var finding = finding
    finding.effect = .hidden
    return finding
  }

  private static func has(_ path: ChangePath, _ tree: OriginTree) -> Bool {
    var node = tree
    for step in path.steps {
      switch step {
      case .field(let name), .entry(let name):
        guard let next = node[name.text] else { return false }
        node = next
      }
    }
    return node.content != .null
  }

  /// The part that a change is in.
  static func part(of change: ValueChange) -> Part {
    let path = change.path.dropping(root.steps.count)
    let names = path.steps.map { step in
      switch step {
      case .field(let name), .entry(let name): name
      }
    }
    let section = sections.first { path.relative(to: ChangePath(fields: $0)) != nil }
    return Part(path: Array(names.prefix((section?.count ?? 0) + 1)))
  }

  /// The meaning of a change that the model does not follow; nil: its meaning is what pods show.
  static func stated(_ change: ValueChange) -> Meaning? {
    let path = change.path.dropping(root.steps.count)
    if [["external"], ["arrayNamespace"]].contains(where: { path == ChangePath(fields: $0) }) {
      return .incomparable
    }
    let key = settings.lazy.compactMap { path.relative(to: ChangePath(fields: $0)) }.first
    let names = (key?.steps ?? []).compactMap { step -> String? in
      if case .field(let name) = step { name.text } else { nil }
    }
    guard let name = names.first else { return nil }
    if name == "co-pilot", names.count > 1 {
      if case .notModeled = SettingKey.copilot(names[1])?.effect { return .incomparable }
    }
    // Of device classes the PodTemplates are all that is read.
    guard case .notModeled = SettingKey.setting(name)?.effect,
      name != "accelerator-device-classes"
    else { return nil }
    return .incomparable
  }

  /// Returns whether a change is one of these.
  static func has(_ change: ValueChange) -> Bool { change.path.relative(to: root) != nil }
}
