import Changes
import Deployments
public import Diagnostics
public import Flyte
import Hardening
import Model
import Output
import Patching
import Values

extension Walk {
  /// Compares each cluster with itself at another release; nil after an error.
  /// - Parameters:
  ///   - release: to go to; nil: the newest of each cluster's line.
  ///   - kubernetes: the minor version to go to; nil: each cluster's own.
  public func upgrades(
    to release: Release?, kubernetes: Int?, into diagnostics: inout DiagnosticList
  ) -> [ClusterUpgrade]? {
    guard let config = hardened(into: &diagnostics), !diagnostics.hasErrors else { return nil }
    return config.clusters.map { cluster in
      let old = cluster.cluster.flyte.release
      let new = release ?? Release.newest(of: old.line) ?? old
      return UpgradeSearch(
        cluster, config.templates, to: new,
        kubernetes: kubernetes ?? cluster.cluster.kubernetes.minor
      ).upgrade
    }
  }
}

/// Works out what another release changes in a cluster.
private struct UpgradeSearch {
  private let before: HardenedCluster
  private let after: HardenedCluster
  private let templates: WalkTemplates
  private let release: Release
  private let kubernetes: Int

  private var old: Release { before.cluster.flyte.release }

  init(
    _ cluster: HardenedCluster, _ templates: WalkTemplates, to release: Release, kubernetes: Int
  ) {
    before = cluster
    self.templates = templates
    self.release = release
    self.kubernetes = kubernetes
    after = Self.cluster(cluster, templates, at: release, kubernetes)
  }

  /// The cluster at a release.
  private static func cluster(
    _ hardened: HardenedCluster, _ templates: WalkTemplates, at release: Release, _ minor: Int
  ) -> HardenedCluster {
    // Without sources and patches nothing of it can be at fault.
    var unused = DiagnosticList()
    let cluster = hardened.cluster.upgraded(to: release, kubernetes: minor)
    let surveyed = SurveyedCluster.survey([cluster], templates, into: &unused)
    guard let first = surveyed.first else { return hardened }
    return HardenedCluster(first, RunOptions(), into: &unused)
  }

  var upgrade: ClusterUpgrade {
    ClusterUpgrade(
      name: before.cluster.name.value, from: old, to: release,
      kubernetes: (before.cluster.kubernetes.minor, kubernetes), obstacles: obstacles,
      upstream: UpstreamChange.between(old, release), patches: patches, keys: keys,
      report: Comparison.report(
        from: side(before, old.name), to: side(after, release.name)),
      steps: steps,
      templatesNeedImage: !before.deployment.behaviors.mergesInitTemplates
        && after.deployment.behaviors.mergesInitTemplates)
  }

  private func side(_ hardened: HardenedCluster, _ name: String) -> ComparedSide {
    let planned = hardened.hardening.plan(hardened.deployment, files: [], source: nil)
    return ComparedSide(
      name: name,
      clusters: [
        ComparedCluster(
          deployment: hardened.deployment, facts: Rendering.facts(of: planned), overlay: nil,
          patches: [])
      ])
  }

  private var obstacles: [String] {
    var obstacles: [String] = []
    if release.namespaceRule == .single, before.cluster.namespaces.count > 1 {
      obstacles.append(
        "in \(release.name) all tasks run in one namespace: 'namespaces' can have only one entry, by 'name', and profiles of their own become named templates"
      )
    }
    if release.namespaceRule == .fixed, old.namespaceRule != .fixed {
      obstacles.append("\(release.name) names every namespace PROJECT-DOMAIN")
    }
    if let chart = before.cluster.chart?.value, !release.charts.contains(chart) {
      obstacles.append(
        release.charts.isEmpty
          ? "\(release.name) has no chart, so no overlay can be written"
          : "\(release.name) has no chart '\(chart)': its charts are \(release.charts.listed)")
    }
    if after.deployment.behaviors.uploader == .initContainer,
      kubernetes < 29
    {
      obstacles.append(
        "the uploader is a native sidecar in \(release.name), which needs Kubernetes 1.29 or newer")
    }
    for manager in before.cluster.flyte.secretManagers
    where !release.secretManagers.contains(manager.value) {
      obstacles.append("\(release.name) has no secret manager '\(manager.value.rawValue)'")
    }
    return obstacles
  }

  private var patches: [ClusterUpgrade.Patch] {
    zip(before.hardening.choice.patches, after.hardening.choice.patches).compactMap { old, new in
      guard old.patch.state != new.patch.state || old.isDeployed else { return nil }
      return ClusterUpgrade.Patch(
        name: old.name, before: old.isDeployed ? "deployed" : old.patch.state.rawValue,
        after: new.patch.state.rawValue, reason: new.patch.reason, isDeployed: old.isDeployed)
    }
  }

  private var keys: [ClusterUpgrade.Key] {
    let copilot = SettingKey.copilot.map(\.name).sorted().filter {
      old.reads(copilotKey: $0) != release.reads(copilotKey: $0)
    }.map { name in
      ClusterUpgrade.Key(
        name: "co-pilot.\(name)", appears: release.reads(copilotKey: name),
        isSet: before.cluster.copilot.contains { $0.key == name })
    }
    let others = SettingKey.settings.map(\.name).sorted().filter {
      old.reads(settingsKey: $0) != release.reads(settingsKey: $0)
    }.map { name in
      ClusterUpgrade.Key(
        name: name, appears: release.reads(settingsKey: name),
        isSet: before.deployment.settings[name] != nil)
    }
    return copilot + others
  }

  /// The releases on the way, with what each refuses; only those that behave differently are tried.
  private var steps: [ClusterUpgrade.Step] {
    guard old < release else { return [] }
    var steps: [ClusterUpgrade.Step] = []
    var known = RefusedTasks.of(before.deployment)
    var behaviors = before.deployment.behaviors
    for step in Release.all
    where step > old && step <= release && (!step.isPrerelease || step == release) {
      guard step.behaviors != behaviors || step == release else { continue }
      behaviors = step.behaviors
      let hardened =
        step == release ? after : Self.cluster(before, templates, at: step, kubernetes)
      let refused = RefusedTasks.of(hardened.deployment)
      let (gone, new) = (known.subtracting(refused), refused.subtracting(known))
      if !gone.isEmpty || !new.isEmpty {
        steps.append(
          ClusterUpgrade.Step(
            release: step, refused: new.map(\.text).sorted(), admitted: gone.map(\.text).sorted()))
      }
      known = refused
    }
    return steps
  }
}
