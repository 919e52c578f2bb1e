import PodAPI
import Values

/// The behavior of the service for apps, as far as releases differ.
struct AppBehaviors: Sendable {
  /// True if a pod of the author's own is taken (v2.0.31).
  var takesPods: Bool
  /// True if the app or the settings may name a service account (v2.0.25).
  var readsAccount: Bool
  /// True if an app with secrets gets the labels that the webhook looks for (v2.0.31).
  var labelsSecrets: Bool
  /// True if apps run in the service's namespace (v2.0.28); else all are in `flyte`.
  var usesNamespace: Bool
}

/// Makes Knative's `Service` of an app (v2.0.13). No PodTemplate and no setting of `plugins.k8s`
/// reaches it.
///
/// The annotations that hold the author's own spec, and the names of secrets, are not modeled.
struct AppPlugin {
  let build: PluginBuild

  private var behaviors: AppBehaviors { build.behaviors.app }
  private var spec: PlainValue { build.task.custom["spec"] ?? .mapping([]) }

  static func resource(_ build: PluginBuild) throws(PluginFailure) -> PluginResource {
    try AppPlugin(build: build).resource()
  }

  private func resource() throws(PluginFailure) -> PluginResource {
    let id = build.task.custom["metadata"]?["id"] ?? .mapping([])
    let (project, domain, name) = (id.text("project"), id.text("domain"), id.text("name"))
    let key = "\(name)-\(project)-\(domain)".lowercased()
    let pod = try pod(key)
    let metadata = PodObject([
      .init(.name, .string(key)),
      .init(.namespace, .string(behaviors.usesNamespace ? build.namespace : "flyte")),
      .init(
        .labels,
        .map(
          PodMap([
            ("flyte.org/app-managed", .string("true")), ("flyte.org/app-name", .string(name)),
            ("flyte.org/project", .string(project)), ("flyte.org/domain", .string(domain)),
          ]))),
      .init(
        .annotations,
        .map(
          PodMap([
            ("flyte.org/app-id", .string("\(project)/\(domain)/\(name)")),
            ("flyte.org/app-org", .string(id.text("org"))),
          ]))),
    ])
    let revision = RolePod(.revision, metadata: revision(project, domain), spec: pod)
    return PluginResource(
      apiVersion: "serving.knative.dev/v1", kind: "Service", metadata: metadata,
      spec: .fields([
        (
          "template",
          .fields([
            ("metadata", revision.metadata.plain),
            (
              "spec",
              .mapping(pod.plain.entries + [.init("timeoutSeconds", .integer(timeout))])
            ),
          ])
        )
      ]), pods: [revision])
  }

  private func failure(_ key: String, _ text: String) -> PluginFailure {
    .message("failed to build KService for app \(key): \(text)")
  }

  private func pod(_ key: String) throws(PluginFailure) -> PodObject {
    var pod: PodObject
    if let container = spec["container"] {
      pod = self.pod(container)
    } else if let own = spec["pod"] {
      guard behaviors.takesPods else {
        throw failure(key, "K8sPod app payload is not yet supported")
      }
      guard let value = own["podSpec"] else {
        throw failure(key, "K8sPod app payload has no pod spec")
      }
      pod = build.ownSpec(value)
    } else {
      throw failure(key, "app spec has no payload (container or pod required)")
    }
    pod[.enableServiceLinks] = pod[.enableServiceLinks] ?? .bool(false)
    if behaviors.readsAccount {
      let own = spec["securityContext"]?["runAs"]?.text("k8sServiceAccount") ?? ""
      let account = own.isEmpty ? build.settings.appServiceAccount : own
      if !account.isEmpty { pod.set(.serviceAccountName, account) }
    }
    return pod
  }

  private func pod(_ config: PlainValue) -> PodObject {
    var container = PodObject()
    container.set(.name, "app")
    container.set(.image, config.text("image"))
    let ports = (config["ports"]?.items ?? []).map { port -> PodValue in
      var result = PodObject([
        .init(.containerPort, .integer(port.number("containerPort")))
      ])
      result.set(.name, port.text("name"))
      return .object(result)
    }
    container.append(ports, to: .ports)
    if let resources = config["resources"].map(TaskResources.requirements), !resources.isEmpty {
      container[.resources] = .object(resources)
    }
    return PodObject([.init(.containers, .list([.object(container)]))])
  }

  /// The metadata of the pods.
  private func revision(_ project: String, _ domain: String) -> PodObject {
    var annotations = PodMap()
    func set(_ key: String, _ value: String) {
      annotations["autoscaling.knative.dev/\(key)"] = .string(value)
    }
    if let scaling = spec["autoscaling"] {
      if let replicas = scaling["replicas"] {
        set("min-scale", "\(replicas.number("min"))")
        set("max-scale", "\(replicas.number("max"))")
      }
      for (key, metric) in [("requestRate", "rps"), ("concurrency", "concurrency")] {
        guard let value = scaling["scalingMetric"]?[key] else { continue }
        set("metric", metric)
        set("target", "\(value.number("targetValue"))")
      }
      if let period = scaling["scaledownPeriod"].flatMap(GoDuration.nanoseconds) {
        set("window", GoDuration.text(seconds: period / 1_000_000_000))
      }
    }
    var metadata = PodObject()
    if !annotations.isEmpty { metadata[.annotations] = .map(annotations) }
    let secrets = spec["securityContext"]?["secrets"]?.items ?? []
    if behaviors.labelsSecrets, !secrets.isEmpty {
      metadata[.labels] = .map(
        PodMap([
          ("organization", .string("flyte")), ("project", .string(project)),
          ("domain", .string(domain)), ("inject-flyte-secrets", .string("true")),
        ]))
    }
    return metadata
  }

  /// The time that a request may take: five minutes, or what the app asks for, up to an hour.
  private var timeout: Int64 {
    guard let asked = spec["timeouts"]?["requestTimeout"].flatMap(GoDuration.nanoseconds) else {
      return 300
    }
    return min(asked / 1_000_000_000, 3600)
  }
}

extension GoDuration {
  /// Whole seconds as Go prints a duration: `1m0s`.
  static func text(seconds: Int64) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    if hours > 0 { return "\(hours)h\(minutes)m\(rest)s" }
    return minutes > 0 ? "\(minutes)m\(rest)s" : "\(rest)s"
  }
}
