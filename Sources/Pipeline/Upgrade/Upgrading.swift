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
struct UpgradeSearch {
  let before: HardenedCluster
  let after: HardenedCluster
  private let templates: WalkTemplates
  let release: Release
  let kubernetes: Int

  var old: Release { before.cluster.flyte.release }

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
      policies: policies,
      upstream: UpstreamChange.between(old, release), patches: patches, keys: keys,
      report: Comparison.report(
        from: side(before, old.name), to: side(after, release.name)),
      verdicts: verdicts, steps: steps)
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

  /// The patches whose state differs, and those that are deployed.
  var patches: [ClusterUpgrade.Patch] {
    // The sources that run may have rules of the user's own.
    let others = TextMap(after.hardening.choice.patches.map { ($0.name, $0.patch) }) { $1 }
    return before.hardening.choice.patches.compactMap { old in
      let new = others[old.name]
      guard old.patch.state != new?.state || old.isDeployed else { return nil }
      return ClusterUpgrade.Patch(
        name: old.name, before: old.patch.state, after: new?.state, reason: new?.reason ?? "",
        isDeployed: old.isDeployed)
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
  private var verdicts: [ClusterUpgrade.Step] {
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
