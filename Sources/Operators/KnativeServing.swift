import Flyte
import PodAPI
public import Values

/// Knative Serving: the pods of an app's revision. Its own webhook refuses fields that it does not
/// know or that no feature allows, and fills in security contexts where it is asked to.
public struct KnativeServing: Sendable, Hashable {
  /// `secure-pod-defaults` of `config-features`.
  public enum SecureDefaults: String, Sendable, Hashable, CaseIterable {
    case disabled
    case enabled
    /// As `enabled`, but root is allowed (1.20).
    case allowRootBounded = "AllowRootBounded"
  }

  /// The features of pods that are on.
  public enum PodFeatures: Sendable, Hashable {
    case none
    /// `kubernetes.podspec-securitycontext` alone.
    case securityContext
    /// Every `kubernetes.podspec-*`.
    case all
  }

  /// The image of `queue-proxy`, which stands for one that the cluster's ConfigMap names.
  public static let queueImage = "queue:1"

  /// Its version.
  public let version: OperatorVersion
  /// What it fills in.
  public let secureDefaults: SecureDefaults
  /// What it lets through.
  public let features: PodFeatures

  /// Makes it.
  public init(
    version: OperatorVersion, secureDefaults: SecureDefaults = .disabled,
    features: PodFeatures = .none
  ) {
    self.version = version
    self.secureDefaults = secureDefaults
    self.features = features
  }

  /// True if root is asked not to run, or what else is safe is filled in.
  private var isSecure: Bool {
    switch secureDefaults {
    case .disabled: false
    case .enabled: true
    // Before, another word than `enabled` is none that counts.
    case .allowRootBounded: version.isAtLeast("1.20.0")
    }
  }

  /// True if everything that it adds and fills in is as `restricted` asks (1.11.1, and 1.10.3).
  private var isRestricted: Bool {
    version.isAtLeast("1.11.1")
      || (version.isAtLeast("1.10.3") && !version.isAtLeast("1.11.0"))
  }

  /// The pods that come of a service.
  public func outcome(of service: PlainValue) -> OperatorOutcome {
    let template = service["spec"]?["template"]
    var pod = Definition(minor: nil).pod(.revision, template)
    let refused = refusedFields(of: pod.spec, template?["spec"])
    guard refused.isEmpty else { return .refused(.fields(refused.map { ByteText($0) })) }
    let timeout = template?["spec"]?.number("timeoutSeconds") ?? 0
    fillDefaults(&pod.spec)
    complete(&pod.spec, revision: revision(of: service), seconds: timeout == 0 ? 300 : timeout)
    pod.metadata = metadata(pod, service)
    return .pods([pod])
  }

  private func revision(of service: PlainValue) -> String {
    "\(service["metadata"]?.text("name") ?? "")-00001"
  }

  // MARK: refusals

  private static let always: [String] = [
    "containers", "volumes", "serviceAccountName", "imagePullSecrets", "enableServiceLinks",
    "automountServiceAccountToken",
  ]
  private static let byFeature: [String] = [
    "affinity", "topologySpreadConstraints", "hostAliases", "nodeSelector", "runtimeClassName",
    "tolerations", "priorityClassName", "schedulerName", "initContainers", "dnsPolicy",
    "dnsConfig", "securityContext",
  ]
  private static let containerFields: [String] = [
    "name", "args", "command", "env", "workingDir", "envFrom", "image", "imagePullPolicy",
    "livenessProbe", "ports", "readinessProbe", "resources", "securityContext", "startupProbe",
    "terminationMessagePath", "terminationMessagePolicy", "volumeMounts",
  ]
  private static let contextFields: [String] = [
    "capabilities", "readOnlyRootFilesystem", "runAsUser", "runAsGroup", "runAsNonRoot",
    "allowPrivilegeEscalation", "seccompProfile",
  ]
  private static let podContextFields: [String] = [
    "runAsUser", "runAsGroup", "runAsNonRoot", "fsGroup", "supplementalGroups", "seccompProfile",
  ]

  private func refusedFields(of spec: PodObject, _ value: PlainValue?) -> [String] {
    let path = "spec.template.spec"
    var refused: [String] = []
    for field in spec.fields where !allows(field.name.text, field.value) {
      refused.append("\(path).\(field.name.text)")
    }
    refused += refusedContext(spec[.securityContext]?.object, "\(path).securityContext")
    refused += refusedVolumes(spec, path)
    let containers = spec[.containers]?.items ?? []
    for (index, container) in containers.enumerated() {
      refused += refusedFields(of: container.object, "\(path).containers[\(index)]")
    }
    let ports = containers.map { ($0.object?[.ports]?.items ?? []).count }
    if ports.reduce(0, +) > 1 || (containers.count > 1 && ports.reduce(0, +) == 0) {
      refused.append("\(path).ports")
    }
    // The longest time that Knative takes unless `max-revision-timeout-seconds` says another.
    if let seconds = value?.number("timeoutSeconds"), seconds > 600 {
      refused.append("\(path).timeoutSeconds")
    }
    return refused
  }

  private func allows(_ field: String, _ value: PodValue) -> Bool {
    if field == "automountServiceAccountToken" { return value == .bool(false) }
    if Self.always.contains(field) { return true }
    if field == "securityContext" {
      return features != .none || isSecure
    }
    guard features == .all else { return false }
    if Self.byFeature.contains(field) { return true }
    switch field {
    case "shareProcessNamespace": return version.isAtLeast("1.12.0")
    case "hostIPC", "hostPID", "hostNetwork": return version.isAtLeast("1.16.0")
    default: return false
    }
  }

  private func refusedFields(of container: PodObject?, _ path: String) -> [String] {
    guard let container else { return [] }
    var refused = container.fields.map(\.name.text)
      .filter { !Self.containerFields.contains($0) }.map { "\(path).\($0)" }
    let context = container[.securityContext]?.object ?? PodObject()
    for field in context.fields where !Self.contextFields.contains(field.name.text) {
      if field.name == .privileged, field.value == .bool(false), version.isAtLeast("1.17.0") {
        continue
      }
      refused.append("\(path).securityContext.\(field.name.text)")
    }
    let added = context[.capabilities]?.object?[.add]?.items ?? []
    let isLowPort = isSecure && added == [.string("NET_BIND_SERVICE")]
    if !added.isEmpty, !isLowPort {
      refused.append("\(path).securityContext.capabilities.add")
    }
    for (index, port) in (container[.ports]?.items ?? []).enumerated() {
      for field in port.object?.fields ?? []
      where !["containerPort", "name", "protocol"].contains(field.name.text) {
        refused.append("\(path).ports[\(index)].\(field.name.text)")
      }
    }
    return refused
  }

  private func refusedContext(_ context: PodObject?, _ path: String) -> [String] {
    (context?.fields ?? []).map(\.name.text).filter { field in
      if features != .none { return !Self.podContextFields.contains(field) }
      return !(field == "seccompProfile" && isSecure)
    }.map { "\(path).\($0)" }
  }

  private func refusedVolumes(_ spec: PodObject, _ path: String) -> [String] {
    (spec[.volumes]?.items ?? []).enumerated().flatMap { index, volume in
      (volume.object?.fields ?? []).map(\.name.text).filter { !allowsVolume($0) }
        .map { "\(path).volumes[\(index)].\($0)" }
    }
  }

  private func allowsVolume(_ source: String) -> Bool {
    switch source {
    case "name", "secret", "configMap", "projected", "emptyDir": true
    case "persistentVolumeClaim": features == .all
    case "hostPath": features == .all && version.isAtLeast("1.17.0")
    case "csi": features == .all && version.isAtLeast("1.18.0")
    case "image": features == .all && version.isAtLeast("1.19.0")
    case "ephemeral": features == .all && version.isAtLeast("1.23.0")
    default: false
    }
  }

  // MARK: defaults

  private func fillDefaults(_ spec: inout PodObject) {
    let writable = (spec[.volumes]?.items ?? []).filter { volume in
      let source = volume.object
      return source?[.emptyDir] != nil || source?[.persistentVolumeClaim] != nil
    }.map { $0.object?.containerName ?? "" }
    let podContext = spec[.securityContext]?.object ?? PodObject()
    let count = spec[.containers]?.items.count ?? 0
    for index in 0..<count {
      spec.changeContainer(index) { container in
        if container[.name] == nil {
          container.set(.name, count == 1 ? "user-container" : "user-container-\(index)")
        }
        if let mounts = container[.volumeMounts]?.items {
          container[.volumeMounts] = .list(
            mounts.map { mount in
              guard var object = mount.object, !writable.contains(object.containerName) else {
                return mount
              }
              object[.readOnly] = .bool(true)
              return .object(object)
            })
        }
        secure(&container, podContext)
      }
    }
    for index in (spec[.initContainers]?.items ?? []).indices {
      spec.changeContainer(index, in: .initContainers) { secure(&$0, podContext) }
    }
  }

  private func secure(_ container: inout PodObject, _ podContext: PodObject) {
    guard isSecure else { return }
    var context = container[.securityContext]?.object ?? PodObject()
    if context[.allowPrivilegeEscalation] == nil {
      context[.allowPrivilegeEscalation] = .bool(false)
    }
    if podContext[.seccompProfile] == nil, context[.seccompProfile] == nil {
      context[.seccompProfile] = .object(
        PodObject([.init(.type, .string("RuntimeDefault"))]))
    }
    if context[.capabilities] == nil {
      var capabilities = PodObject([.init(.drop, .list([.string("ALL")]))])
      let needsLowPort = (container[.ports]?.items ?? []).contains {
        ($0.object?[.containerPort]?.integer ?? 1024) < 1024
      }
      if needsLowPort { capabilities[.add] = .list([.string("NET_BIND_SERVICE")]) }
      context[.capabilities] = .object(capabilities)
    }
    if secureDefaults == .enabled, isRestricted, podContext[.runAsNonRoot] == nil,
      context[.runAsNonRoot] == nil || !version.isAtLeast("1.20.0")
    {
      context[.runAsNonRoot] = .bool(true)
    }
    container[.securityContext] = .object(context)
  }

  // MARK: the pod

  private func complete(_ spec: inout PodObject, revision: String, seconds: Int64) {
    let count = spec[.containers]?.items.count ?? 0
    for index in 0..<count {
      spec.changeContainer(index) { container in
        let ports = container[.ports]?.items ?? []
        if !ports.isEmpty || count == 1 {
          let number = ports.first?.object?[.containerPort] ?? .integer(8080)
          container[.ports] = .list([
            .object(
              PodObject([
                .init(.name, .string("user-port")), .init(.containerPort, number),
              ]))
          ])
        }
        if container[.terminationMessagePolicy] == nil {
          container.set(.terminationMessagePolicy, "FallbackToLogsOnError")
        }
      }
    }
    spec.append([.object(queueProxy)], to: .containers)
    spec[.terminationGracePeriodSeconds] = .integer(seconds)
    if spec[.enableServiceLinks] == nil { spec[.enableServiceLinks] = .bool(false) }
    if version.isAtLeast("1.15.0"), spec[.affinity] == nil {
      spec[.affinity] = .object(Self.spread(revision))
    }
  }

  private var queueProxy: PodObject {
    var container = PodObject()
    container.set(.name, "queue-proxy")
    container.set(.image, Self.queueImage)
    var ports: [(String, Int64)] = [
      ("http-queueadm", 8022), ("http-autometric", 9090), ("http-usermetric", 9091),
      ("queue-port", 8012), ("https-port", 8112),
    ]
    if version.isAtLeast("1.21.0") { ports.removeFirst() }
    container[.ports] = .list(
      ports.map {
        .object(
          PodObject([.init(.name, .string($0.0)), .init(.containerPort, .integer($0.1))]))
      })
    container[.resources] = .object(
      PodObject([.init(.requests, .map(PodMap([("cpu", .string("25m"))])))]))
    var context = PodObject([
      .init(.allowPrivilegeEscalation, .bool(false)),
      .init(.capabilities, .object(PodObject([.init(.drop, .list([.string("ALL")]))]))),
      .init(.readOnlyRootFilesystem, .bool(true)),
      .init(.runAsNonRoot, .bool(true)),
    ])
    if isRestricted {
      context[.seccompProfile] = .object(
        PodObject([.init(.type, .string("RuntimeDefault"))]))
    }
    container[.securityContext] = .object(context)
    return container
  }

  private static func spread(_ revision: String) -> PodObject {
    PodDecoder.newest.decode(
      .fields([
        (
          "podAntiAffinity",
          .fields([
            (
              "preferredDuringSchedulingIgnoredDuringExecution",
              .list([
                .fields([
                  ("weight", .integer(100)),
                  (
                    "podAffinityTerm",
                    .fields([
                      (
                        "labelSelector",
                        .fields([
                          (
                            "matchLabels",
                            .fields([("serving.knative.dev/revision", .string(revision))])
                          )
                        ])
                      ), ("topologyKey", .string("kubernetes.io/hostname")),
                    ])
                  ),
                ])
              ])
            )
          ])
        )
      ]), as: "Affinity")
  }

  private func metadata(_ pod: RolePod, _ service: PlainValue) -> PodObject {
    var metadata = pod.metadata
    let name = service["metadata"]?.text("name") ?? ""
    let revision = revision(of: service)
    let prefix = "serving.knative.dev"
    metadata.put(
      [
        ("\(prefix)/configuration", name), ("\(prefix)/configurationGeneration", "1"),
        ("\(prefix)/revision", revision), ("\(prefix)/revisionUID", ""),
        ("\(prefix)/service", name),
      ], in: .labels)
    if metadata[.labels]?.map?["app"] == nil {
      metadata.put([("app", revision)], in: .labels)
    }
    if version.isAtLeast("1.17.0") {
      let containers = pod.spec[.containers]?.items ?? []
      let serving =
        containers.first { $0.object?[.ports] != nil && $0.object?.containerName != "queue-proxy" }
        ?? containers.first
      metadata.put(
        [("kubectl.kubernetes.io/default-container", serving?.object?.containerName ?? "")],
        in: .annotations)
    }
    return metadata
  }
}
