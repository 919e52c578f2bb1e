import APIServer
import PodAPI

/// Holds a pod, which an SCC has filled in, against it (`sccmatching/provider.go`).
struct ConstraintCheck {
  let provider: ConstraintProvider
  let pod: SubmittedPod
  private(set) var faults: [ConstraintFault] = []
  /// The place that the words begin with.
  private var place: String
  private var container: String?

  private var constraint: SecurityContextConstraint { provider.constraint }

  init(_ provider: ConstraintProvider, _ pod: SubmittedPod) {
    self.provider = provider
    self.pod = pod
    place = "provider \(provider.constraint.name): .spec.securityContext"
  }

  /// Adds a fault at a path of its own.
  mutating func add(_ field: String, at path: String, _ words: String) {
    faults.append(
      ConstraintFault(container: container, field: field, path: path, reason: words))
  }

  /// Adds a fault of a value.
  mutating func refuse(_ field: String, _ value: String, _ words: String) {
    add("securityContext.\(field)", at: "\(place).\(field)", "Invalid value: \(value): \(words)")
  }

  /// The pod's own part.
  mutating func checkPod() {
    let own = pod.spec.part(.securityContext) ?? PodObject()
    groups(own[.fsGroup].map { [$0] } ?? [], provider.fsGroups, "fsGroup")
    groups(own.items(.supplementalGroups), provider.groups, "supplementalGroups")
    seccomp(SeccompRule.checkedProfile(of: pod), SeccompRule.podAnnotation)
    context(own)
    node(withPorts: false)
    if constraint.needsOwnUsers, pod.spec[.hostUsers]?.bool != false {
      add(
        "hostUsers", at: "\(place).hostUsers",
        "Invalid value: \(pod.spec[.hostUsers] == nil ? "\"null\"" : "true"): "
          + "Host Users must be set to false")
    }
    sysctls(own)
    volumes()
  }

  /// A container's part; the faults of the pod's own ports are reported for every container.
  mutating func check(_ container: PodObject, at path: String) {
    self.container = container.text(.name)
    place = "provider \(constraint.name): .\(path)"
    let outer = pod.spec.part(.securityContext) ?? PodObject()
    let own = container.part(.securityContext) ?? PodObject()
    user(own, outer)
    context(own[.seLinuxOptions] != nil ? own : outer)
    seccomp(
      SeccompRule.profile(of: container, in: pod),
      SeccompRule.containerAnnotation + container.text(.name))
    if own.flag(.privileged), !constraint.allowsPrivileged {
      refuse("privileged", "true", "Privileged containers are not allowed")
    }
    capabilities(own.part(.capabilities))
    node(withPorts: true)
    if constraint.needsReadOnlyRoot, !own.flag(.readOnlyRootFilesystem) {
      refuse(
        "readOnlyRootFilesystem", "false", "ReadOnlyRootFilesystem must be set to true")
    }
    if !constraint.allowsEscalation, own[.allowPrivilegeEscalation]?.bool != false {
      refuse(
        "allowPrivilegeEscalation",
        own[.allowPrivilegeEscalation] == nil ? "\"null\"" : "true",
        "Allowing privilege escalation for containers is not allowed")
    }
  }

  private mutating func groups(
    _ values: [PodValue], _ ranges: [ClosedRange<Int64>], _ field: String
  ) {
    guard !ranges.isEmpty else { return }
    let groups = values.compactMap(\.integer)
    let list = "[]int64{\(groups.map { "\($0)" }.joined(separator: ", "))}"
    for group in groups where !ranges.contains(where: { $0.contains(group) }) {
      refuse(field, list, "\(group) is not an allowed group")
    }
  }

  private mutating func seccomp(_ profile: String, _ annotation: String) {
    guard let fault = provider.seccomp.fault(profile) else { return }
    add(
      "securityContext.seccompProfile", at: "pod.metadata.annotations[\(annotation)]",
      "Forbidden: \(fault)")
  }

  private mutating func context(_ securityContext: PodObject) {
    guard let wanted = provider.context else { return }
    let found = securityContext.part(.seLinuxOptions) ?? PodObject()
    if !wanted.hasLevel(found.text(.level)) {
      refuse("seLinuxOptions.level", found.text(.level).quoted, "must be \(wanted.level)")
    }
    for (field, text) in [
      (FieldName.role, wanted.role), (.type, wanted.type), (.user, wanted.user),
    ] where found.text(field) != text {
      refuse("seLinuxOptions.\(field.text)", found.text(field).quoted, "must be \(text)")
    }
  }

  /// The node's own: its network, processes and ports.
  private mutating func node(withPorts: Bool) {
    if !constraint.allowsHostNetwork { flag(.hostNetwork, "Host network") }
    if withPorts, !constraint.allowsHostPorts { ports() }
    if !constraint.allowsHostPID { flag(.hostPID, "Host PID") }
    if !constraint.allowsHostIPC { flag(.hostIPC, "Host IPC") }
  }

  private mutating func flag(_ field: FieldName, _ words: String) {
    guard pod.spec.flag(field) else { return }
    add(
      field.text, at: "\(place).\(field.text)",
      "Invalid value: true: \(words) is not allowed to be used")
  }

  private mutating func ports() {
    for list in FieldName.containerLists {
      for (index, item) in pod.spec.items(list).enumerated() {
        for port in item.object?.items(.ports) ?? [] {
          guard let number = port.object?[.hostPort]?.integer, number > 0 else { continue }
          add(
            "ports.hostPort", at: "\(place).\(list.text)[\(index)].hostPort",
            "Invalid value: \(number): Host ports are not allowed to be used")
        }
      }
    }
  }

  private mutating func user(_ own: PodObject, _ outer: PodObject) {
    let user = (own[.runAsUser] ?? outer[.runAsUser])?.integer
    let nonRoot = (own[.runAsNonRoot] ?? outer[.runAsNonRoot])?.bool
    switch constraint.user {
    case .any: break
    case .nonRoot:
      if nonRoot == false {
        refuse("runAsNonRoot", "false", "must be true")
      } else if user == 0 {
        refuse("runAsUser", "0", "running with the root UID is forbidden")
      }
    case .user(let wanted):
      if let user, user != wanted { refuse("runAsUser", "\(user)", "must be: \(wanted)") }
    case .range:
      if let user, let users = provider.users, !users.contains(user) {
        refuse(
          "runAsUser", "\(user)",
          "must be in the ranges: [\(users.lowerBound), \(users.upperBound)]")
      }
    }
  }

  private mutating func capabilities(_ own: PodObject?) {
    let allowed = constraint.allowedCapabilities + constraint.addedCapabilities
    guard let own, !constraint.allowedCapabilities.contains("*") else { return }
    for name in own.items(.add).compactMap(\.string) where !allowed.contains(name) {
      refuse("capabilities.add", name.quoted, "capability may not be added")
    }
  }
}

extension String {
  /// The text in quotes.
  fileprivate var quoted: String { "\"\(self)\"" }
}
