import Flyte
import PodAPI
public import Values

/// The fields of a pod that policies about security look at: those of Pod Security, of Gatekeeper's and
/// Kyverno's libraries, and of OpenShift's SCCs. Containers have them as they are in effect, those of the
/// pod included. A field that is not set is left out.
public struct SecurityFields: Sendable, Hashable {
  /// The part that the pod has in its task; empty for the task's own pod.
  @Bytewise public private(set) var role: String
  /// The fields of the pod.
  public let pod: PlainValue
  /// Each container with its fields.
  public let containers: [PlainValue]

  init(_ pod: BuiltPod, role: String) {
    self.role = role
    let (spec, metadata) = (pod.spec.plain, pod.metadata.plain)
    var entries = Self.podFields.compactMap { name in spec[name].map { PlainValue.Entry(name, $0) }
    }
    if let volumes = spec["volumes"]?.items, !volumes.isEmpty {
      entries.append(.init("volumes", .list(volumes.map(Self.volume))))
    }
    let annotations = (metadata["annotations"]?.entries ?? []).filter { entry in
      Self.annotations.contains { entry.key.hasPrefix($0) }
    }
    if !annotations.isEmpty { entries.append(.init("annotations", .mapping(annotations))) }
    self.pod = .mapping(entries)
    containers = ["initContainers", "containers"].flatMap { list in
      (spec[list]?.items ?? []).map { Self.container($0, list, spec["securityContext"]) }
    }
  }

  private static let podFields = [
    "automountServiceAccountToken", "hostIPC", "hostNetwork", "hostPID", "hostUsers", "os",
    "securityContext", "serviceAccountName",
  ]

  private static let annotations = [
    "container.apparmor.security.beta.kubernetes.io/",
    "container.seccomp.security.alpha.kubernetes.io/", "openshift.io/scc",
    "seccomp.security.alpha.kubernetes.io/pod",
  ]

  /// Fields that containers have from their pod.
  private static let inherited = [
    "appArmorProfile", "runAsGroup", "runAsNonRoot", "runAsUser", "seLinuxOptions",
    "seccompProfile", "windowsOptions",
  ]

  /// The type of a volume, and the folder of the node that it is.
  private static func volume(_ volume: PlainValue) -> PlainValue {
    let source = volume.entries.first { $0.key != "name" }
    var entries = [PlainValue.Entry("type", .string(source?.key ?? "emptyDir"))]
    if let path = volume["hostPath"]?["path"] { entries.append(.init("path", path)) }
    if let driver = volume["flexVolume"]?["driver"] ?? volume["csi"]?["driver"] {
      entries.append(.init("driver", driver))
    }
    return .mapping(entries)
  }

  private static func container(
    _ container: PlainValue, _ list: String, _ outer: PlainValue?
  ) -> PlainValue {
    let own = container["securityContext"]
    let rest = inherited.filter { own?[$0] == nil }.compactMap { name in
      outer?[name].map { PlainValue.Entry(name, $0) }
    }
    var entries: [PlainValue.Entry] = [
      .init("name", container["name"] ?? .string("")), .init("list", .string(list)),
      .init(
        "securityContext",
        .mapping(((own?.entries ?? []) + rest).sorted { $0.key < $1.key })),
    ]
    let ports = (container["ports"]?.items ?? []).compactMap { $0["hostPort"] }
    if !ports.isEmpty { entries.append(.init("hostPorts", .list(ports))) }
    return .mapping(entries)
  }
}

/// Pods with the same security fields.
public struct AuditedPodFields: Sendable {
  /// The shapes of tasks that have such a pod.
  public internal(set) var tasks: [String]
  /// The PodTemplates under which they have it; empty: none applies.
  public internal(set) var templates: [String]
  /// The number of namespaces in which they have it.
  public internal(set) var namespaces: Int
  /// The fields, as the API server keeps them, or as they are when it refuses the pod.
  public let fields: SecurityFields
  /// The namespace whose ids they have, where OpenShift gives each its own; nil: all have the same.
  public let idsOf: String?
}
