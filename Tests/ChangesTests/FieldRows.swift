import Changes
import Testing

/// A change of one field, and its meaning by reasoning: never recorded. `before` and `after` are what
/// is written at the place; every row is tried both ways.
struct FieldRow: CustomTestStringConvertible {
  enum Place { case pod, podContext, containers, context }

  let place: Place
  let before: String
  let after: String
  let meaning: Meaning

  init(_ place: Place, _ before: String, _ after: String, _ meaning: Meaning) {
    self.place = place
    self.before = before
    self.after = after
    self.meaning = meaning
  }

  var testDescription: String { "\(place): \(before) → \(after)" }

  func config(_ text: String) -> SampleConfig {
    var config = SampleConfig()
    switch place {
    case .pod: config.pod = text
    case .podContext: config.podContext = text
    case .containers: config.containers = text
    case .context: config.context = text
    }
    return config
  }

  static let all: [FieldRow] = podContexts + contexts + pods + containerFields

  private static let podContexts = [
    // The image's user may be root; root is root.
    FieldRow(.podContext, "runAsUser: 1000", "", .loosened),
    FieldRow(.podContext, "runAsUser: 1000", "runAsUser: 2000", .incomparable),
    FieldRow(.podContext, "runAsGroup: 1000", "", .loosened),
    FieldRow(.podContext, "runAsGroup: 1000", "runAsGroup: 0", .loosened),
    FieldRow(.podContext, "", "runAsGroup: 0", .loosened),
    FieldRow(.podContext, "fsGroup: 1000", "fsGroup: 2000", .incomparable),
    FieldRow(.podContext, "", "fsGroup: 1000", .incomparable),
    FieldRow(.podContext, "fsGroup: 1000", "fsGroup: 0", .loosened),
    FieldRow(
      .podContext, "fsGroupChangePolicy: Always", "fsGroupChangePolicy: OnRootMismatch", .neutral),
    FieldRow(.podContext, "supplementalGroups: [1]", "supplementalGroups: [1, 2]", .loosened),
    FieldRow(.podContext, "supplementalGroups: [1]", "supplementalGroups: [2]", .incomparable),
    FieldRow(.podContext, "supplementalGroups: [1, 2]", "supplementalGroups: [2, 1]", .neutral),
    FieldRow(.podContext, "supplementalGroupsPolicy: Strict", "", .loosened),
    FieldRow(.podContext, "seccompProfile: { type: RuntimeDefault }", "", .loosened),
    FieldRow(
      .podContext, "seccompProfile: { type: RuntimeDefault }",
      "seccompProfile: { type: Unconfined }", .loosened),
    FieldRow(.podContext, "", "seccompProfile: { type: Unconfined }", .loosened),
    FieldRow(
      .podContext, "seccompProfile: { type: RuntimeDefault }",
      "seccompProfile: { type: Localhost, localhostProfile: p.json }", .incomparable),
    FieldRow(
      .podContext, "appArmorProfile: { type: RuntimeDefault }",
      "appArmorProfile: { type: Unconfined }", .loosened),
    FieldRow(.podContext, "appArmorProfile: { type: RuntimeDefault }", "", .loosened),
    FieldRow(.podContext, "", "seLinuxOptions: { type: spc_t }", .loosened),
    FieldRow(.podContext, "", "seLinuxOptions: { type: container_t }", .tightened),
    FieldRow(.podContext, "", "seLinuxOptions: { user: system_u }", .loosened),
    FieldRow(.podContext, "", "seLinuxOptions: { role: system_r }", .loosened),
    FieldRow(
      .podContext, "seLinuxOptions: { level: \"s0:c1\" }", "seLinuxOptions: { level: \"s0:c2\" }",
      .incomparable),
    FieldRow(
      .podContext, "", "sysctls: [{ name: kernel.msgmax, value: \"1\" }]", .loosened),
    FieldRow(
      .podContext, "", "sysctls: [{ name: net.ipv4.tcp_syncookies, value: \"1\" }]", .incomparable),
  ]

  private static let contexts = [
    FieldRow(.context, "capabilities: { drop: [ALL] }", "", .loosened),
    FieldRow(
      .context, "capabilities: { drop: [ALL] }", "capabilities: { drop: [NET_RAW] }", .loosened),
    FieldRow(
      .context, "capabilities: { drop: [CHOWN, KILL] }", "capabilities: { drop: [KILL, CHOWN] }",
      .neutral),
    FieldRow(.context, "", "capabilities: { add: [NET_BIND_SERVICE] }", .loosened),
    FieldRow(
      .context, "capabilities: { add: [CHOWN] }", "capabilities: { add: [KILL] }", .incomparable),
    FieldRow(
      .context, "capabilities: { add: [SYS_PTRACE] }", "capabilities: { add: [ALL] }", .loosened),
    FieldRow(.context, "readOnlyRootFilesystem: true", "", .loosened),
    FieldRow(
      .context, "readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false", .loosened),
    FieldRow(.context, "runAsUser: 1000", "", .loosened),
    FieldRow(.context, "runAsUser: 1000", "runAsUser: 2000", .incomparable),
    FieldRow(.context, "runAsGroup: 1000", "runAsGroup: 0", .loosened),
    FieldRow(
      .context, "seccompProfile: { type: RuntimeDefault }", "seccompProfile: { type: Unconfined }",
      .loosened),
    FieldRow(.context, "seccompProfile: { type: RuntimeDefault }", "", .loosened),
    FieldRow(
      .context, "appArmorProfile: { type: RuntimeDefault }",
      "appArmorProfile: { type: Unconfined }", .loosened),
    FieldRow(.context, "", "seLinuxOptions: { type: spc_t }", .loosened),
    FieldRow(.context, "procMount: Default", "", .neutral),
  ]

  private static let pods = [
    FieldRow(.pod, "", "hostNetwork: true", .loosened),
    FieldRow(.pod, "", "hostPID: true", .loosened),
    FieldRow(.pod, "", "hostIPC: true", .loosened),
    FieldRow(.pod, "hostUsers: false", "", .loosened),
    FieldRow(.pod, "", "shareProcessNamespace: true", .loosened),
    FieldRow(.pod, "automountServiceAccountToken: false", "", .loosened),
    FieldRow(.pod, "", "automountServiceAccountToken: true", .loosened),
    FieldRow(
      .pod, "automountServiceAccountToken: true", "automountServiceAccountToken: false",
      .tightened),
    FieldRow(
      .pod, "volumes: [{ name: v, emptyDir: {} }]",
      "volumes: [{ name: v, hostPath: { path: /var } }]", .loosened),
    FieldRow(.pod, "", "volumes: [{ name: v, secret: { secretName: s } }]", .loosened),
    FieldRow(.pod, "", "volumes: [{ name: v, emptyDir: {} }]", .neutral),
    FieldRow(
      .pod, "volumes: [{ name: v, secret: { secretName: s } }]",
      "volumes: [{ name: v, configMap: { name: s } }]", .incomparable),
    FieldRow(
      .pod, "volumes: [{ name: a, emptyDir: {} }, { name: b, emptyDir: {} }]",
      "volumes: [{ name: b, emptyDir: {} }, { name: a, emptyDir: {} }]", .neutral),
    FieldRow(.pod, "", "nodeSelector: { pool: a }", .incomparable),
    FieldRow(.pod, "", "tolerations: [{ key: a, operator: Exists }]", .incomparable),
    FieldRow(.pod, "", "hostAliases: [{ ip: 10.0.0.1, hostnames: [a] }]", .incomparable),
    FieldRow(.pod, "", "priorityClassName: system-node-critical", .incomparable),
    FieldRow(.pod, "serviceAccountName: a", "serviceAccountName: b", .incomparable),
  ]

  private static let containerFields = [
    FieldRow(.containers, "", "env: [{ name: A, value: b }]", .incomparable),
    FieldRow(
      .containers, "", "ports: [{ containerPort: 80, hostPort: 80 }]", .loosened),
    FieldRow(.containers, "", "ports: [{ containerPort: 80 }]", .neutral),
    FieldRow(.containers, "", "terminationMessagePolicy: FallbackToLogsOnError", .neutral),
    FieldRow(.containers, "", "imagePullPolicy: Always", .incomparable),
  ]
}
