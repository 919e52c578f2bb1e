import Values

/// The differences between two `setup.yaml` besides templates and settings.
struct FactChanges {
  private(set) var findings: [Finding] = []
  /// Those whose meaning is that of what pods show and nothing else explains.
  private(set) var causes: [Cause: [Int]] = [:]
  /// True if patches were made from other sources.
  let hasOtherSources: Bool

  /// The facts that shape all pods of a cluster.
  enum Cause: Hashable {
    case kubernetes, flyte, policies, operators, rules
    case values(ValuesChanges.Part)
  }

  /// The entries that are compared elsewhere, or are no facts of the setup.
  private static let apart: TextSet = [
    "apiVersion", "kind", "cluster", "sums", "templates", "settings", "policies", "plugins",
    "rules", "constraints", "values",
  ]

  /// - Parameters:
  ///   - groups: the groups of namespaces that are on both sides.
  ///   - values: the changes of the user's own values, each with the place that says it now.
  ///   - operators: the changes of operators.
  ///   - rules: the changes of what namespaces have of their own, each with the groups that have it.
  init(
    _ before: PlainValue, _ after: PlainValue, groups: [Int],
    values: [(change: ValueChange, origin: Origin?)], operators: [ValueChange],
    rules: [(change: ValueChange, groups: [Int])]
  ) {
    func facts(_ tree: PlainValue) -> PlainValue {
      .mapping(tree.entries.filter { !Self.apart.contains($0.key) })
    }
    func differs(_ path: String...) -> Bool {
      func value(_ tree: PlainValue) -> PlainValue? { path.reduce(tree) { $0?[$1] } }
      return !TreeComparison.isSame(value(before), value(after))
    }
    let hasOtherFlyte = differs("flyte", "version") || differs("flyte", "behavesLike")
    hasOtherSources = differs("source") || hasOtherFlyte
    let changes = TreeComparison.changes(facts(before), facts(after))
    let policies = PolicyChanges.values(before["policies"], after["policies"])
    for change in policies { add(change, .cause(.policies), groups) }
    for value in values {
      let kind = ValuesChanges.stated(value.change).map(Kind.stated)
      add(
        value.change, kind ?? .cause(.values(ValuesChanges.part(of: value.change))), groups,
        origin: value.origin)
    }
    for change in operators { add(change, .cause(.operators), groups) }
    for rule in rules {
      add(rule.change, .cause(.rules), rule.groups, stated: RuleChanges.stated(rule.change))
    }
    let hasOtherPatches = changes.contains(where: Self.isOfDeployment)
    let hasOtherCommit = differs("source", "commit")
    for change in changes {
      let kind: Kind =
        switch change.path.pattern {
        case "flyte.behavesLike":
          differs("flyte", "version") ? .skipped : .cause(.flyte)
        case "flyte.version", "flyte.chart", "flyte.chartFrom", "flyte.secretManager",
          "flyte.defaultTemplate":
          .cause(.flyte)
        case "patches[].deployed":
          !Self.isOfDeployment(change)
            ? .skipped
            : Self.isModeled(change, before, after) ? .cause(.flyte) : .stated(.incomparable)
        case "kubernetes.version", "kubernetes.features[]", "kubernetes.features":
          .cause(.kubernetes)
        case "flyte.image", "flyte.namespace", "kubernetes.platform": .stated(.incomparable)
        case "patches[].planned", "patches[].name": .skipped
        case "patches[].state", "patches[].reason", "patches[].effect":
          hasOtherSources ? .skipped : .stated(.neutral)
        case "source.blobs[]", "source.blobs": hasOtherCommit ? .skipped : .stated(.neutral)
        case let path where path.text.hasPrefix("flyte.behaviors"):
          hasOtherFlyte || hasOtherPatches || !Self.runsOtherwise(change)
            ? .skipped : .cause(.flyte)
        case let path where path.text.hasPrefix("assign") || path.text.hasPrefix("source"):
          .stated(.neutral)
        default: .stated(.incomparable)
        }
      add(change, kind, groups)
    }
  }

  private enum Kind {
    /// Something else that is listed covers it.
    case skipped
    /// Its meaning is known.
    case stated(Meaning)
    /// Its meaning is what pods show.
    case cause(Cause)
  }

  /// - Parameter stated: of a cause, its meaning besides what pods show.
  private mutating func add(
    _ change: ValueChange, _ kind: Kind, _ groups: [Int], stated: Meaning = .neutral,
    origin: Origin? = nil
  ) {
    switch kind {
    case .skipped: return
    case .stated(let meaning):
      findings.append(
        Finding(.fact, change, stated: meaning, groups: groups, origin: origin))
    case .cause(let cause):
      causes[cause, default: []].append(findings.count)
      findings.append(
        Finding(.fact, change, stated: stated, groups: groups, origin: origin))
    }
  }

  /// True if the running binary's behavior differs, and not only the behavior with the planned
  /// patches.
  private static func runsOtherwise(_ change: ValueChange) -> Bool {
    func now(_ value: PlainValue?) -> PlainValue? { value?["now"] ?? value }
    return now(change.before) != now(change.after)
  }

  /// True if a patch runs on one side only. One that runs on neither can be missing: that of a plugin is
  /// listed where the config names the plugin.
  private static func isOfDeployment(_ change: ValueChange) -> Bool {
    change.path.pattern == "patches[].deployed"
      && (change.before?.bool ?? false) != (change.after?.bool ?? false)
  }

  private static func isModeled(
    _ change: ValueChange, _ before: PlainValue, _ after: PlainValue
  ) -> Bool {
    guard change.path.steps.count > 1, case .entry(let name) = change.path.steps[1] else {
      return false
    }
    return [before, after].allSatisfy { facts in
      let patch = facts["patches"]?.items.first { $0["name"]?.string == name.text }
      return patch?["effect"] == nil
    }
  }
}
