import Flyte
import Model
import PodAPI
import Values

extension Cluster {
  /// The same cluster with another release as its makers built it, and another Kubernetes. What the
  /// release does not have or read is left out.
  func upgraded(to release: Release, kubernetes minor: Int) -> Cluster {
    var cluster = Cluster(
      name: name,
      flyte: FlyteInstallation(
        version: Located(release.name, origin: flyte.version.origin), release: release, source: nil,
        secretManagers: flyte.secretManagers.filter { release.secretManagers.contains($0.value) },
        allowsUnverifiedShapes: flyte.allowsUnverifiedShapes, deployed: nil,
        namespace: flyte.namespace),
      kubernetes: KubernetesTarget(
        minor: minor, origin: kubernetes.origin, platform: kubernetes.platform,
        policyEngine: kubernetes.policyEngine,
        features: kubernetes.features.filter { $0.key.canBeSwitched(in: minor) },
        runtimeClasses: kubernetes.runtimeClasses, priorityClasses: kubernetes.priorityClasses),
      chart: chart.flatMap { chart in
        release.charts.contains(chart.value)
          ? chart : release.charts.last.map { Located($0, origin: chart.origin) }
      }, chartSource: chartSource, valuesFiles: valuesFiles, patches: .none(.tool),
      policies: policies,
      podTemplate: podTemplate,
      copilot: copilot.filter { release.reads(copilotKey: $0.key) }, tasks: tasks,
      profiles: profiles,
      templateSets: templateSets, namespaces: namespaces, fallback: fallback, assign: assign,
      accept: accept, plugins: plugins, rules: rules)
    // Another chart has its settings in other places of the values.
    if cluster.chart?.value == chart?.value { cluster.values = values }
    return cluster
  }
}
