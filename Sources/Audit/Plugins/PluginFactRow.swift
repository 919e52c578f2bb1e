import Flyte

/// A row of the table of plugins: a fact, and the releases that it holds for.
struct PluginFactRow {
  let fact: PluginFact
  /// From the first to the last of each pair; nil: the newest of its line.
  private let releases: [(first: String, last: String?)]
  /// True if it depends on a PodTemplate.
  private let needsTemplate: Bool
  /// The part of the pods that a patch can make right; nil: none can.
  private let gap: PluginGap?

  private init(
    _ fact: PluginFact, _ releases: [(String, String?)] = v1 + v2, needsTemplate: Bool = false,
    gap: PluginGap? = nil
  ) {
    self.fact = fact
    self.releases = releases
    self.needsTemplate = needsTemplate
    self.gap = gap
  }

  func holds(at release: Release) -> Bool {
    releases.contains { first, last in
      guard let first = Release.named(first), first.line == release.line, first <= release else {
        return false
      }
      return last.flatMap(Release.named).map { release <= $0 } ?? true
    }
  }

  func fact(at release: Release) -> PluginFact {
    guard needsTemplate, release.behaviors.ignoresTemplates else { return patched(at: release) }
    return PluginFact(
      fact.plugin, fact.pods, .depends,
      "\(release.name) ignores PodTemplates: only Flyte's two default security contexts reach the pod",
      fix:
        "set 'default-security-context' and 'default-pod-security-context', or move to Flyte v2.0.29 or later",
      fact.proof)
  }

  /// The fact, with the patch that helps as another fix.
  private func patched(at release: Release) -> PluginFact {
    guard let gap, release.behaviors.pluginGaps.contains(gap),
      let patch = ModeledPatch.allCases.first(where: { $0.gap == gap })
    else { return fact }
    let fix =
      (fact.fix.map { "\($0); or " } ?? "") + "build Flyte with the patch '\(patch.rawValue)'"
    return PluginFact(fact.plugin, fact.pods, fact.verdict, fact.why, fix: fix, fact.proof)
  }

  private static let v1: [(String, String?)] = [("v1.9.2", nil)]
  private static let v2: [(String, String?)] = [("v2.0.0-alpha16", nil)]
  private static let bare = "no securityContext at all"
  private static let open = "without allowPrivilegeEscalation and capabilities"

  /// The table: what each plugin makes of a PodTemplate that is good for `restricted`.
  static let all: [PluginFactRow] = ray + spark + kubeflow + others

  private static let ray: [PluginFactRow] = [
    .init(
      PluginFact(.ray, "head", .admitted, "the PodTemplate reaches it", .run),
      needsTemplate: true),
    .init(
      PluginFact(
        .ray, "head with 'enable_autoscaling'", .refused,
        "KubeRay adds the container 'autoscaler' \(open)",
        fix: "leave autoscaling off, or set its securityContext with a mutating policy", .run),
      [("v1.10.7-b0", nil)] + v2, gap: .rayAutoscaler),
    .init(
      PluginFact(
        .ray, "head with 'plugins.ray.logsSidecar'", .depends,
        "the sidecar is used as the setting writes it",
        fix: "write a complete securityContext into the setting", .run),
      [("v1.10.6-b0", nil)] + v2),
    .init(
      PluginFact(
        .ray, "worker", .refused, "Flyte's own init container 'init-myservice' has \(bare)",
        fix: "move to Flyte v1.12.0 or later", .run),
      [("v1.9.2", "v1.11.1-b1")], gap: .rayInit),
    .init(
      PluginFact(
        .ray, "worker", .admitted,
        "the PodTemplate reaches it, and KubeRay's init container takes the worker's securityContext",
        .run),
      [("v1.12.0-b0", nil)] + v2, needsTemplate: true),
    .init(
      PluginFact(
        .ray, "submitter", .refused, "KubeRay makes it with \(bare)",
        fix: "move to Flyte v1.11.0 or later, or set it with a mutating policy", .run),
      [("v1.9.2", "v1.10.7")]),
    .init(
      PluginFact(.ray, "submitter", .admitted, "it is a copy of the head's pod", .run),
      [("v1.11.0-b0", "v1.13.3")]),
    .init(
      PluginFact(
        .ray, "submitter", .depends,
        "it is a copy of the task's pod, so the verdict on the task's shape applies to it", .run),
      [("v1.14.0", nil)]),
    .init(
      PluginFact(
        .ray, "submitter", .refused, "Flyte makes it with \(bare)",
        fix:
          "move to Flyte v2.0.41 or later and KubeRay 1.1.0 or later, and set 'plugins.ray.submissionMode: HTTPMode', which needs no submitter",
        .run),
      [("v2.0.0-alpha16", "v2.0.40")], gap: .raySubmitter),
    .init(
      PluginFact(
        .ray, "submitter", .refused, "Flyte makes it with \(bare)",
        fix:
          "set 'plugins.ray.submissionMode: HTTPMode' (KubeRay 1.1.0 or later), which needs no submitter",
        .run),
      [("v2.0.41", nil)], gap: .raySubmitter),
    .init(
      PluginFact(
        .ray, "head in 'SidecarMode'", .refused,
        "KubeRay adds the container 'ray-job-submitter' \(open)",
        fix: "set 'plugins.ray.submissionMode: HTTPMode'", .run),
      [("v2.0.41", nil)]),
  ]

  private static let newOperator =
    "spark-operator v1beta2-1.6.2 or later, or v2, with its webhook on"

  private static let spark: [PluginFactRow] = [
    .init(
      PluginFact(
        .spark, "driver and executor", .refused,
        "nothing of a PodTemplate reaches them, only 'default-pod-security-context'",
        fix: "move to Flyte v1.16.7 or later with \(newOperator)", .run),
      [("v1.9.2", "v1.9.17")]),
    .init(
      PluginFact(
        .spark, "driver and executor", .refused,
        "only the PodTemplate's securityContext of the pod reaches them, not that of containers",
        fix: "move to Flyte v1.16.7 or later with \(newOperator)", .run),
      [("v1.9.18", "v1.16.6")], gap: .sparkContexts),
    .init(
      PluginFact(
        .spark, "driver and executor", .depends,
        "both security contexts reach the operator; older operators lose fields of them",
        fix: "use \(newOperator)", .run),
      [("v1.16.7", nil)]),
    .init(
      PluginFact(
        .spark, "driver and executor", .refused,
        "only the securityContext of the pod reaches them, not that of containers",
        fix: "move to Flyte v2.0.41 or later with spark-operator v2.1.0 or later", .run),
      [("v2.0.0-alpha16", "v2.0.38")], gap: .sparkContexts),
    .init(
      PluginFact(
        .spark, "driver and executor", .depends,
        "admitted if the operator takes 'driver.template'; spark-operator v2.1.0 denies the driver",
        fix: "use spark-operator v2.1.1 or later", .run),
      [("v2.0.39", "v2.0.40")]),
    .init(
      PluginFact(
        .spark, "driver and executor", .depends,
        "admitted if the operator takes 'driver.template'",
        fix: "use spark-operator v2.1.0 or later", .run),
      [("v2.0.41", nil)]),
    .init(
      PluginFact(
        .spark, "with 'driver_pod' or 'executor_pod' of the task", .refused,
        "the task's pod replaces the one of the PodTemplate, so the containers' securityContext is lost",
        fix: "write a complete securityContext into the task's pods", .run),
      [("v2.0.41", nil)], gap: .sparkOwnPods),
  ]

  private static let kubeflow: [PluginFactRow] = [
    .init(
      PluginFact(.tensorflow, "workers", .admitted, "the PodTemplate reaches them", .run),
      needsTemplate: true),
    .init(
      PluginFact(
        .pytorch, "master, and elastic workers", .admitted, "the PodTemplate reaches them", .run),
      needsTemplate: true),
    .init(
      PluginFact(
        .pytorch, "workers beside a master", .refused,
        "the training operator adds the init container 'init-pytorch' \(open)",
        fix:
          "start the training operator with '--pytorch-init-container-template-file' and a hardened container in it",
        .run)),
    .init(
      PluginFact(.mpi, "workers", .admitted, "the PodTemplate reaches them", .run),
      needsTemplate: true),
    .init(
      PluginFact(
        .mpi, "launcher", .refused,
        "the training operator adds the init container 'kubectl-delivery' \(open)",
        fix: "set its securityContext with a mutating policy; nothing else reaches it", .run)),
  ]

  private static let others: [PluginFactRow] = [
    .init(
      PluginFact(
        .dask, "scheduler, workers and job runner", .admitted, "the PodTemplate reaches them", .run),
      needsTemplate: true),
    .init(
      PluginFact(.jobset, "all", .admitted, "the PodTemplate reaches them", .run),
      [("v2.0.18", nil)], needsTemplate: true),
    .init(
      PluginFact(
        .apps, "all", .refused, "nothing of a PodTemplate or of 'plugins.k8s' reaches them",
        fix: "use Knative 1.12 or later with 'secure-pod-defaults: enabled'", .run),
      [("v2.0.13", nil)]),
    .init(
      PluginFact(
        .array, "map tasks", .depends, "their pods are made like those of the task itself", .read),
      v1),
    .init(
      PluginFact(
        .array, "map tasks of the old plugin 'k8s-array'", .depends,
        "its 'NamespaceTemplate' can move pods to another namespace, which may have another level",
        fix: "use array node map tasks", .read), v1),
    .init(
      PluginFact(
        .connectors, "all", .noPod,
        "no pod is made here; fields of the PodTemplate can be sent to the remote service", .read)),
    .init(
      PluginFact(
        .deviceClasses, "tasks with an accelerator", .depends,
        "the template of a device class is merged before the namespace's, and can make pods privileged; of container tasks it is judged where your values have it",
        fix: "look at the device-class templates in Flyte's settings", .run), v2),
  ]
}
