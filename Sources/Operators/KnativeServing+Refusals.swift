import Flyte
import PodAPI
import Values

/// The fields that Knative's webhook does not know, or that no feature allows.
extension KnativeServing {
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

  /// The fields of a revision that its webhook refuses.
  func refusedFields(of spec: PodObject, _ value: PlainValue?) -> [String] {
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
}
