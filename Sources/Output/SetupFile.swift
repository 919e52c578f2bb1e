import Admission
import Charts
import Deployments
import Flyte
import Judges
import Operators
import PodAPI
import Values
import YAMLTree

/// `setup.yaml`: what the other files of a cluster cannot say, so that later commands can work from
/// a snapshot alone. Of namespaces it names only
/// those whose claims, limits, quotas or SCCs differ from those of most. Of the user's own values it has what
/// shapes pods, without texts that may be secrets: it is checked in. It is also the mark of the folder: it says whose it is,
/// and which list of files belongs to it.
struct SetupFile {
  let cluster: PlannedCluster
  /// The SHA-256 of the lines of SHA256SUMS above its own, in hexadecimal.
  let sums: String

  private var deployment: Deployment { cluster.deployment }

  var bytes: [UInt8] {
    Array((GeneratedHeader.text + "---\n" + YAMLWriter.text(tree)).utf8)
  }

  var tree: PlainValue {
    var entries: [PlainValue.Entry] = [
      .init("apiVersion", .string("flyte-harden/v1")),
      .init("kind", .string("ClusterSetup")),
      .init("cluster", .string(deployment.name)),
      .init("sums", .string(sums)),
      .init("flyte", flyte),
      .init("kubernetes", kubernetes),
      .init("templates", .list(templates)),
    ]
    if deployment.chart == nil { entries.append(.init("settings", PlainValue(ordered: settings))) }
    let values = deployment.values.forSnapshot.tree
    if !values.isEmpty { entries.append(.init("values", PlainValue(ordered: values))) }
    if !cluster.assign.isEmpty {
      entries.append(.init("assign", PlainValue(ordered: cluster.assign)))
    }
    let plugins = PluginChoice.values(of: deployment.operators, ownPods: deployment.ownPods)
    if !plugins.isEmpty { entries.append(.init("plugins", .list(plugins))) }
    let rules = SetupRules(deployment)
    if let constraints = rules.constraints {
      entries.append(.init("constraints", constraints.values))
    }
    if !rules.values.isEmpty { entries.append(.init("rules", .list(rules.values))) }
    entries.append(.init("patches", .list(cluster.patches.map(patch))))
    if !deployment.policies.isEmpty { entries.append(.init("policies", policies)) }
    if let source = cluster.source { entries.append(.init("source", self.source(source))) }
    return .mapping(entries)
  }

  private var kubernetes: PlainValue {
    var entries: [PlainValue.Entry] = [
      .init("version", .string("1.\(deployment.kubernetesMinor)")),
      .init("platform", .string(deployment.platform)),
    ]
    if !deployment.features.isEmpty {
      let features = deployment.features.map {
        (name: $0.key.name(in: deployment.kubernetesMinor), $0.value)
      }
      entries.append(
        .init(
          "features",
          .mapping(
            features.sorted { $0.name < $1.name }.map { .init($0.name, .bool($0.1)) })))
    }
    return .mapping(entries)
  }

  private var flyte: PlainValue {
    var entries: [PlainValue.Entry] = [
      .init("version", .string(deployment.version)),
      .init("behavesLike", .string(deployment.release.name)),
      .init("namespace", .string(deployment.flyteNamespace)),
    ]
    if let chart = deployment.chart { entries.append(.init("chart", .string(chart))) }
    if deployment.chartDefaults?.source == .source {
      entries.append(.init("chartFrom", .string(ChartSource.source.rawValue)))
    }
    entries.append(.init("defaultTemplate", .string(deployment.defaultTemplate)))
    if let image = deployment.image { entries.append(.init("image", .string(image))) }
    let managers = deployment.secretManagers.map { PlainValue.string($0.rawValue) }
    if !managers.isEmpty {
      entries.append(
        .init("secretManager", managers.count == 1 ? managers[0] : .list(managers)))
    }
    entries.append(.init("behaviors", behaviors))
    return .mapping(entries)
  }

  /// Flyte's own configuration, where no overlay says it.
  private var settings: OriginTree {
    let sections = OriginTree.mapping(["k8s": deployment.settings])
      .setting("ray", to: deployment.ray.isEmpty ? nil : deployment.ray)
    let plugins = OriginTree.mapping(["plugins": sections])
    return deployment.webhook.isEmpty ? plugins : plugins.setting("webhook", to: deployment.webhook)
  }

  /// The behaviors of the running binary, and beside each the later one if it differs.
  private var behaviors: PlainValue {
    let planned = cluster.planned.facts
    return .mapping(
      zip(deployment.behaviors.facts, planned).map { now, then in
        if now.value == then.value { return .init(now.name, .string(now.value)) }
        return .init(
          now.name,
          .mapping([.init("now", .string(now.value)), .init("patched", .string(then.value))]))
      })
  }

  /// Each distinct template's name, profiles and claim, in order of the first two: the order of the
  /// namespaces does not show. Where two templates of a name have different claims, the namespaces of
  /// all claims but the first are listed: nothing else tells which one a namespace has.
  private var templates: [PlainValue] {
    let distinct = Set(deployment.distinctSets.flatMap(\.templates)).sorted { left, right in
      ([left.name] + left.profiles).lexicographicallyPrecedes([right.name] + right.profiles) {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
    }
    let claims = TextMap(grouping: distinct) { $0.name }
    return distinct.map {
      var entries: [PlainValue.Entry] = [
        .init("name", .string($0.name)),
        .init("profiles", .list($0.profiles.map { .string($0) })),
      ]
      if let claim = $0.claim {
        entries.append(
          .init(
            "podSecurity",
            .mapping([
              .init("level", .string(claim.level)), .init("version", .string(claim.version)),
            ])))
      }
      let others = claims[$0.name] ?? []
      if let first = others.first, !Self.claimSame($0, first) {
        entries.append(.init("namespaces", .list(namespaces(with: $0).map { .string($0) })))
      }
      return .mapping(entries)
    }
  }

  private var policies: PlainValue {
    let files = deployment.policies.profiles.flatMap { profile in
      [
        profile.mutating.map { ("fill", $0.name, $0.cost) },
        profile.validating.map { ($0.action.rawValue, $0.name, $0.cost) },
      ].compactMap { $0 }.map { effect, name, cost in
        PlainValue.mapping([
          .init("name", .string(name)),
          .init("profiles", .list(profile.profileNames.map { .string($0) })),
          .init("effect", .string(effect)),
          .init("namespaces", .string(profile.isLabeled ? "by label" : "by name")),
          .init("estimatedCost", .string(cost.text)),
        ])
      }
    }
    return .mapping([
      .init("engine", .string(deployment.policies.engine.rawValue)),
      .init(
        "apiVersion",
        deployment.policies.mutatingVersion.map { .string($0.rawValue) } ?? .null),
      .init("written", .list(files)),
      .init(
        "profiles",
        .list(
          deployment.policies.profiles.map { profile in
            .mapping([
              .init("name", .string(profile.name)),
              .init("profiles", .list(profile.profileNames.map { .string($0) })),
              .init("says", .list(profile.said.map(\.values))),
            ])
          })),
    ])
  }

  private static func claimSame(_ left: PodTemplate, _ right: PodTemplate) -> Bool {
    left.claim?.level == right.claim?.level && left.claim?.minor == right.claim?.minor
      && (left.claim == nil) == (right.claim == nil)
  }

  /// The namespaces that have a template, in byte order.
  private func namespaces(with template: PodTemplate) -> [String] {
    let sets = deployment.templateSets.reduce(into: [Bool]()) { found, set in
      found.append(set.like.map { found[$0] } ?? set.templates.contains(template))
    }
    return deployment.namespaces.filter { sets[$0.templateSet] }.map(\.name)
  }

  private func patch(_ chosen: ChosenPatch) -> PlainValue {
    let patch = chosen.patch
    var entries: [PlainValue.Entry] = [
      .init("name", .string(patch.name)),
      .init("state", .string(patch.state.rawValue)),
      .init("deployed", .bool(chosen.isDeployed)),
      .init("planned", .bool(chosen.isPlanned)),
    ]
    if !patch.reason.isEmpty { entries.insert(.init("reason", .string(patch.reason)), at: 2) }
    if !patch.isModeled { entries.append(.init("effect", .string("not modeled"))) }
    return .mapping(entries)
  }

  private func source(_ source: SourceRecord) -> PlainValue {
    var entries: [PlainValue.Entry] = []
    if let commit = source.commit { entries.append(.init("commit", .string(commit))) }
    entries.append(.init("verified", .bool(source.isVerified)))
    entries.append(
      .init("blobs", .mapping(source.files.map { .init($0.path, .string($0.blob)) })))
    return .mapping(entries)
  }
}
