import Deployments
import Diagnostics
import Flyte
import Hardening
import Model
import Values

extension UpgradeSearch {
  /// The parts of the config or the cluster that must change before the upgrade.
  var obstacles: [String] {
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

  /// The order matters where the old binary would run a part of the new templates as containers.
  var steps: [String] {
    var lines: [String] = []
    if !obstacles.isEmpty { lines.append("first: make the changes under 'must change first'") }
    lines.append("config: set 'flyte.version' to \(release.name), and run 'generate'")
    let deployed = patches.filter { $0.isDeployed && $0.after != .notNeeded }
    if !deployed.isEmpty {
      lines.append("patches: the new image needs them as well: \(deployed.map(\.name).listed)")
    }
    lines += [
      "image: run \(release.name), and co-pilot's image of the same release",
      "templates: apply the new 'pod-templates' of \(before.cluster.name.value) with 'kubectl apply -k'",
      "overlay: 'helm upgrade' with the new values",
    ]
    if !before.deployment.behaviors.mergesInitTemplates,
      after.deployment.behaviors.mergesInitTemplates
    {
      lines.append(
        "this order matters: \(old.name) runs 'default-init' of the new templates as a container of every task"
      )
    }
    return lines + ["to roll back: the overlay, then the templates, then the image"]
  }
}
